"""The weights that ship with newslib, read from `weights.tsv` into tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from newslib.quotes.templates import (
    CUE, OWN, RELATION, Codes, Table, Template, grids_of, key_of, make_table, values_of,
)  # fmt: skip

__all__ = ["CLASSES", "LABELS", "Model", "Whole", "load_model", "read_model"]

CLASSES = ("none", "speech", "other")
"""What a word can be: no cue, a cue of speech, a cue of thought or intention."""

LABELS = ("O", "BC", "IC", "EC", "UC", "BS", "IS", "ES", "US")
"""Outside; beginning, inside, end or sole unit of a piece of content (C) or of a source (S)."""

Whole = npt.NDArray[np.int32]
"""Whole numbers: hundredths, so that sums come out the same on every machine."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for cues, for a unit's own look, for its relation to a cue, for pairs of labels.

    `codes` gives the code of every value that some weight is about, `grids` those of joined ones.
    """

    codes: dict[str, int]
    grids: dict[str, Codes]
    cue: tuple[Table, ...]
    own: tuple[Table, ...]
    relation: tuple[Table, ...]
    pairs: Whole


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
        _tables(templates, parts[part][0], _numbers(parts[part][1], size), codes)
        for part, templates, size in (
            ("c", CUE, len(CLASSES)), ("o", OWN, len(LABELS)), ("t", RELATION, len(LABELS)),
        )
    )  # fmt: skip
    labels, pairs = parts["p"]
    order = [labels.index(label) for label in LABELS]
    return Model(codes, grids_of(codes), cue, own, relation, _numbers(pairs, len(LABELS))[order])


def _numbers(lines: list[str], size: int) -> Whole:
    """The whole numbers of each line; what is missing at its end is 0."""
    cells: list[str] = []
    for line in lines:
        cells += line.split(" ")
        cells += [""] * (-len(cells) % size)
    known = {cell: int(cell or 0) for cell in set(cells)}
    return np.array([known[cell] for cell in cells], np.int32).reshape(-1, size)


def _tables(
    templates: Sequence[Template], features: list[str], weights: Whole, codes: dict[str, int]
) -> tuple[Table, ...]:
    """A table for each template, with every feature that it can be read from."""
    tables: list[Table] = []
    initials: dict[str, list[int]] = {}
    for row, feature in enumerate(features):
        initials.setdefault(feature[:1], []).append(row)
    for template in templates:
        name, size = template.name, len(template.name)
        found = {
            key_of(codes, values): row
            for row in initials[name[0]]
            if features[row].startswith(name)
            for values in values_of(template, features[row][size:])
        }
        tables.append(make_table(template, found, weights))
    return tuple(tables)
