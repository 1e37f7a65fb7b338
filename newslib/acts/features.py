"""What the weights of `lexicons/act_weights.tsv` are about: stems by place, and verb patterns."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from newslib.acts.view import Found, View
from newslib.patterns.forms import word_class

if TYPE_CHECKING:
    from nltk.stem.porter import PorterStemmer

__all__ = ["features", "nearest"]

_NEAR = 4
"""How many words from a party a stem counts as near it."""

_CLAUSE = 14
"""How many words behind the first party its main verb is looked for."""

_MAIN = 3.0
"""What the main verb weighs, where a stem anywhere weighs 1."""

_OBJECTS = (("DT",), ("PRP$",), ("NN",), ("NNS",))
"""What stands behind "have" or "will" where it is no auxiliary but the verb itself."""


def features(view: View) -> dict[str, float]:
    """The features of an actor and a target in their sentence, scaled to length 1.

    Stems (Porter 1980) count by where they stand: between the two (`M`) or behind both (`A`),
    which of the two comes first (`S` the actor, `T` the target), near one of them (`n`), in the
    target itself (`t`), in pairs (`b`), anywhere (`w`). Roots of verb patterns (`d`) count by place
    as well, those next behind the actor (`1`) and next before the target (`2`) once more. What
    counts most is the main verb behind the first of the two: its stem (`V`), its roots (`VD`),
    and those roots with a future (`VDf`) or a denial (`VDn`) before it.
    """
    found: dict[str, float] = {}
    _add_stems(view, found)
    _add_verbs(view, found)
    _add_main_verb(view, found)
    length = math.sqrt(sum(value * value for value in found.values())) or 1.0
    return {name: value / length for name, value in found.items()}


def _region(view: View, i: int) -> str:
    """Where a word stands: in actor (s) or target (t), before (B), between (M) or behind (A)."""
    if view.actor[0] <= i < view.actor[1]:
        return "s"
    if view.target[0] <= i < view.target[1]:
        return "t"
    first, last = sorted((view.actor, view.target))
    return "B" if i < first[0] else "M" if i < last[0] else "A"


def _add_stems(view: View, found: dict[str, float]) -> None:
    """The stems, by region and by nearness, alone and in pairs."""
    order, _ = _first_party(view)
    ends = [end for first, last in (view.actor, view.target) for end in (first, last - 1)]
    regions = [_region(view, i) for i in range(len(view.words))]
    stems = [_stem(word) for word in view.words]
    for i, (stem, region) in enumerate(zip(stems, regions, strict=True)):
        if region == "t":
            found[f"t:{stem}"] = 0.4
        elif region != "s" and any(letter.isalpha() for letter in stem):
            found[f"w:{stem}"] = 1.0
            if region != "B":
                found[f"{region}{order}:{stem}"] = 1.0
            if region == "M":
                found[f"M:{stem}"] = 1.0
            if min(abs(i - end) for end in ends) <= _NEAR:
                found[f"n:{stem}"] = 1.0
            if i + 1 < len(stems) and regions[i + 1] == region:
                found[f"b:{stem}_{stems[i + 1]}"] = 0.7


def _add_verbs(view: View, found: dict[str, float]) -> None:
    """The roots of the verb patterns, by place and by nearness."""
    for one in view.found:
        found[f"d:{one.root}"] = found.get(f"d:{one.root}", 0.0) + 1.0
        region = _region(view, one.first).replace("s", "M").replace("t", "A")
        found[f"d{region}:{one.root}"] = 1.5
    behind = [one for one in _outside(view) if one.first >= view.actor[1]]
    before = [one for one in _outside(view) if one.end <= view.target[0]]
    next_behind = min((one.first for one in behind), default=None)
    next_before = max((one.end for one in before), default=None)
    found.update({f"1:{one.root}": 1.5 for one in behind if one.first == next_behind})
    found.update({f"2:{one.root}": 1.0 for one in before if one.end == next_before})
    best = nearest(view)
    found[f"D:{best.root if best else 'none'}"] = 1.5


def _add_main_verb(view: View, found: dict[str, float]) -> None:
    """The stem and the roots of the main verb behind the first party, with what stands before."""
    order, start = _first_party(view)
    auxiliary = word_class("auxiliary") | word_class("ahead")
    before: set[str] = set()
    for i in range(start, min(len(view.words), start + _CLAUSE)):
        word = view.words[i]
        if word in auxiliary and view.tags[i + 1 : i + 2] not in _OBJECTS:
            before.add(word)
        elif view.tags[i].startswith("VB"):
            manner = [
                mark
                for mark, words in (("f", word_class("ahead")), ("n", word_class("negator")))
                if before & words
            ]
            found[f"V{order}:{_stem(word)}"] = _MAIN
            for one in view.found:
                if one.first <= i < one.end:
                    found[f"VD{order}:{one.root}"] = _MAIN
                    found.update({f"VD{mark}:{one.root}": _MAIN for mark in manner})
            return


def _first_party(view: View) -> tuple[str, int]:
    """Which party comes first, the actor (S) or the target (T), and where it ends."""
    return ("S", view.actor[1]) if view.actor < view.target else ("T", view.target[1])


def nearest(view: View) -> Found | None:
    """The verb pattern that most likely joins the two parties: the answer of the list alone."""
    return min(view.found, key=lambda one: _distance(view, one), default=None)


def _outside(view: View) -> list[Found]:
    """The verb patterns that do not lie inside one of the two parties."""
    return [
        one
        for one in view.found
        if not any(a <= one.first and one.end <= b for a, b in (view.actor, view.target))
    ]


def _distance(view: View, one: Found) -> tuple[bool, bool, int, Found]:
    """How far a verb pattern is from the actor; those between the two, of several words, first."""
    between = min(view.actor[1], view.target[1]) <= one.first < max(view.actor[0], view.target[0])
    ends = (view.actor[1],) if between else (view.actor[1], view.target[1])
    return not between, one.size < 2, min(abs(one.first - end) for end in ends), one


@lru_cache(maxsize=1)
def _stemmer() -> PorterStemmer:
    from nltk.stem.porter import PorterStemmer

    return PorterStemmer()


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stem(word)) if word.isalpha() else word
