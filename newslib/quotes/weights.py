"""The weights that ship with newslib, read from `weights.tsv` into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files

import numpy as np

from newslib.kept import Kept
from newslib.quotes.joined import ADVERB, SINCE, Helpers, Since, make_helpers, make_since
from newslib.quotes.lookup import Table, key_of, make_table
from newslib.quotes.relations import Relations, relations_of
from newslib.quotes.templates import (
    CUE,
    OWN,
    QUOTES,
    RELATION,
    REPORTS,
    Codes,
    Flags,
    Hundredths,
    Template,
    grids_of,
    values_of,
)
from newslib.quotes.units import BARE, BREAKS, COARSE, VERBS, reporting, small_words
from newslib.quotes.ways import SORTS, Ways, make_ways

__all__ = ["CLASSES", "LABELS", "Model", "load_model", "read_model"]

CLASSES = ("none", "speech", "other")
"""What a word can be: no cue, a cue of speech, a cue of thought or intention."""

LABELS = ("O", "BC", "IC", "EC", "UC", "BS", "IS", "ES", "US")
"""Outside; beginning, inside, end or sole unit of a piece of content (C) or of a source (S)."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for cues, for a unit's own look, for its relation to a cue, for pairs of labels.

    `codes` gives the code of every value that some weight is about, `word_codes` and `tag_codes`
    keep those of words and tags that were asked for: fewer, so they stay at hand, and the very
    strings that come again, which are told apart without a look. `grids` has those of joined ones;
    `sorts` says of each code whether it is one of a sort, such as a verb's tag, `coarse` of which
    sort its tag is where only that of a word matters, `reports` what it reports, `quotes` which
    quotation it is; `helpers` and `since` have the codes of several words together, `ways` those
    from a cue to other units.
    """

    codes: dict[str, int]
    word_codes: Kept[int]
    tag_codes: Kept[int]
    suffix_codes: Kept[int]
    grids: dict[str, Codes]
    sorts: dict[str, Flags]
    coarse: Codes
    reports: Codes
    quotes: Codes
    helpers: Helpers
    since: Since
    ways: Ways
    cue: Table
    own: Table
    relations: Relations
    pairs: Hundredths


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The weights that ship with newslib, read once."""
    return read_model((files(__package__) / "weights.tsv").read_text(encoding="utf-8"))


def read_model(text: str) -> Model:
    """Weights from lines of a feature and whole numbers, hundredths, where empty means none.

    The first character of a feature names its part: c for cues, o for a unit's own look, t for
    its relation to the cue, p for pairs of labels.
    """
    parts: dict[str, tuple[list[str], list[str]]] = {part: ([], []) for part in "cotp"}
    for line in text.removesuffix("\n").split("\n"):
        feature, _, numbers = line.partition("\t")
        features, weights = parts[feature[0]]
        features.append(feature[1:])
        weights.append(numbers)
    codes: dict[str, int] = {"": 1}
    cue, own, relation = (
        _table(templates, parts[part][0], _numbers(parts[part][1], size), codes)
        for part, templates, size in (
            ("c", CUE, len(CLASSES)), ("o", OWN, len(LABELS)), ("t", RELATION, len(LABELS)),
        )
    )  # fmt: skip
    labels, pairs = parts["p"]
    order = [labels.index(label) for label in LABELS]
    moves = _numbers(pairs, len(LABELS))[order]
    for value in (*COARSE, *reporting(), *QUOTES, *SINCE, ADVERB):
        codes.setdefault(value, len(codes) + 1)
    sorts = _sorts(codes)
    grids = grids_of(codes)
    return Model(
        codes=codes,
        word_codes=Kept(partial(_code, codes), most=50_000),
        tag_codes=Kept(partial(_code, codes), most=1_000),
        suffix_codes=Kept(partial(_suffix_code, codes), most=50_000),
        grids=grids,
        sorts=sorts,
        coarse=_coarse(codes),
        reports=_reports(codes),
        quotes=_quotes(codes),
        helpers=make_helpers(codes, small_words("auxiliary")),
        since=make_since(codes),
        ways=make_ways(codes),
        cue=cue,
        own=own,
        relations=relations_of(relation, grids, codes[""]),
        pairs=moves,
    )


def _code(codes: dict[str, int], value: str) -> int:
    """The code of a value, 0 where no weight is about it."""
    return codes.get(value, 0)


def _suffix_code(codes: dict[str, int], word: str) -> int:
    """The code of the end of a word."""
    return codes.get(word[-3:], 0)


def _numbers(lines: list[str], size: int) -> Hundredths:
    """The whole numbers of each line; what is missing at its end is 0."""
    cells: list[str] = []
    for line in lines:
        cells += line.split(" ")
        cells += [""] * (-len(cells) % size)
    known = {cell: int(cell or 0) for cell in set(cells)}
    return np.array([known[cell] for cell in cells], np.int32).reshape(-1, size)


def _table(
    templates: Sequence[Template], features: list[str], weights: Hundredths, codes: dict[str, int]
) -> Table:
    """A table of some templates, with every feature that they can be read from."""
    initials: dict[str, list[int]] = {}
    for row, feature in enumerate(features):
        initials.setdefault(feature[:1], []).append(row)
    found = [
        {
            key_of(codes, values): row
            for row in initials[template.name[0]]
            if features[row].startswith(template.name)
            for values in values_of(template, features[row][len(template.name) :])
        }
        for template in templates
    ]
    return make_table(templates, found, weights)


def _coarse(codes: dict[str, int]) -> Codes:
    """The number of the sort of every code that is a tag, 0 for those without one of their own."""
    found = np.zeros(len(codes) + 1, np.int64)
    found[[codes[tag] for tag in COARSE]] = [SORTS.index(sort) for sort in COARSE.values()]
    return found


def _reports(codes: dict[str, int]) -> Codes:
    """The number of what every code that is a form of a reporting word reports, 0 for others."""
    found = np.zeros(len(codes) + 1, np.int64)
    forms = reporting()
    found[[codes[form] for form in forms]] = [REPORTS[category] for category, _ in forms.values()]
    return found


def _quotes(codes: dict[str, int]) -> Codes:
    """The number of every code that is the word of a quotation, 0 for others."""
    found = np.zeros(len(codes) + 1, np.int64)
    found[[codes[word] for word in QUOTES]] = range(1, len(QUOTES) + 1)
    return found


def _sorts(codes: dict[str, int]) -> dict[str, Flags]:
    """For each sort of words or tags, which codes are of it."""
    sorts = {
        "break": BREAKS,
        "verb": [tag for tag, sort in COARSE.items() if sort == "v"],
        "closed": small_words("closed"),
        "auxiliary": small_words("auxiliary"),
        "bare": BARE,
        "any verb": VERBS,
    }
    coded = {
        name: [codes.setdefault(value, len(codes) + 1) for value in sorted(values)]
        for name, values in sorts.items()
    }
    return {
        name: np.bincount(members, minlength=len(codes) + 1) > 0 for name, members in coded.items()
    }
