"""The fifteen roots, their four classes and their places on the conflict-cooperation scale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from newslib.article import Span
from newslib.lexicons import packaged, read_rows
from newslib.patterns import Patterns, parse_pattern

__all__ = ["Act", "Verbs", "roots", "verbs"]


@dataclass(frozen=True, slots=True)
class Act:
    """What one party does to another.

    `span` is the verb phrase; `act` one of the fifteen PLOVER roots, `quad` its class
    (verbal_coop, material_coop, verbal_conf, material_conf) and `score` its place from conflict
    (-9, ASSAULT) to cooperation (10, AID); `modality` is asserted, negated, future or
    hypothetical; `rule` is the line of `lexicons/acts.tsv` behind it, or "weights".

    >>> from newslib import find_acts, parse_article
    >>> [act] = find_acts(parse_article("Moscow accused Kiev of lying."))
    >>> act.actor.text, act.act, act.target.text, act.score
    ('Moscow', 'ACCUSE', 'Kiev', -3.0)
    """

    span: Span
    actor: Span | None
    target: Span | None
    act: str
    quad: str
    score: float
    modality: str
    rule: str


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verb patterns ready to be found: `patterns[i]` says what `roots[i]` does.

    `entries` are how they are written, `sizes` of how many places each is.
    """

    patterns: Patterns
    roots: tuple[str, ...]
    entries: tuple[str, ...]
    sizes: tuple[int, ...]


@lru_cache(maxsize=1)
def roots() -> dict[str, tuple[str, float]]:
    """Each root with its class and score, in the order of `lexicons/act_roots.tsv`.

    >>> roots()["ASSAULT"]
    ('material_conf', -9.0)
    """
    rows = read_rows(packaged("act_roots"), name="act_roots.tsv")
    return {row["entry"]: (row["category"], float(row["strength"])) for row in rows}


@lru_cache(maxsize=1)
def verbs() -> Verbs:
    """The verb patterns of `lexicons/acts.tsv`, read once."""
    rows = list(read_rows(packaged("acts"), name="acts.tsv"))
    parsed = [parse_pattern(row["entry"]) for row in rows]
    entries = tuple(row["entry"] for row in rows)
    sizes = tuple(len(pattern.source.split()) for pattern in parsed)
    return Verbs(Patterns(parsed), tuple(row["category"] for row in rows), entries, sizes)
