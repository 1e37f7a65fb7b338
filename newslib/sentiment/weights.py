"""The learnt weights of the tone towards a target, as tables to take rows from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from newslib.lexicons import packaged, read_rows

__all__ = ["FORM", "PAIR", "WORD", "ZONES", "Floats", "Pair", "Table", "Weights", "load_weights"]

Floats = npt.NDArray[np.float64]

Pair = tuple[float, float]
"""What speaks for "negative" and what speaks for "positive", both against "neutral"."""

ZONES = 8
"""How many places in the sentence the learnt meaning of a word is weighed for."""

WORD = (
    *("w|", "s|L", "s|R", "o|other_", "o|own_"),
    *("q|nN", "q|nQ", "q|qN", "q|qQ", "c|L", "c|R"),
)
FORM = tuple(f"z|{side}{zone}" for side in "LR" for zone in range(1, 6))
PAIR = ("b|", "bs|L", "bs|R")
"""How the features begin that are about a word, about its form alone, about two words on end."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of weights: for negative, for positive, and positive less negative.

    An entry, such as a word, has as many rows on end as there are features of it; `start` says
    where they begin. The first rows are those of any unknown entry, all zeros.
    """

    start: dict[str, int]
    rows: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature says, those of `WORD`, `FORM` and `PAIR` also by entry; each word by zone.

    A meaning has one more zone than there are, which says nothing.
    """

    features: dict[str, Pair]
    words: Table
    forms: Table
    pairs: Table
    meanings: Table


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship with newslib, learnt by `tests/benchmarks/train_sentiment.py`."""
    rows = read_rows(packaged("tone_features"), name="tone_features.tsv")
    known = {row["entry"]: (float(row["negative"]), float(row["positive"])) for row in rows}
    columns = [(f"negative_{zone}", f"positive_{zone}") for zone in range(ZONES)]
    meanings = {
        row["entry"]: [*((float(row[minus]), float(row[plus])) for minus, plus in columns), (0.0, 0.0)]
        for row in read_rows(packaged("tone_meanings"), name="tone_meanings.tsv")
    }
    words, forms, pairs = (_table(_by_entry(known, heads)) for heads in (WORD, FORM, PAIR))
    return Weights(known, words, forms, pairs, _table(meanings))


def _by_entry(known: dict[str, Pair], heads: tuple[str, ...]) -> dict[str, list[Pair]]:
    """The weights of features that begin so, by what they are about."""
    found: dict[str, list[Pair]] = {}
    for column, head in enumerate(heads):
        for name in [name for name in known if name.startswith(head)]:
            row = found.setdefault(name.removeprefix(head), [(0.0, 0.0)] * len(heads))
            row[column] = known[name]
    return found


def _table(weights: dict[str, list[Pair]]) -> Table:
    size = max(map(len, weights.values()))
    start = {entry: size * k for k, entry in enumerate(weights, 1)}
    pairs = np.array([(0.0, 0.0)] * size + [pair for row in weights.values() for pair in row])
    return Table(start, np.column_stack([pairs, pairs[:, 1] - pairs[:, 0]]))
