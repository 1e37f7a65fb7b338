"""Two small linear models: which words are cues, and what is content and source of a cue."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from newslib.quotes.features import candidates, cue_features, place_features, relation_features
from newslib.quotes.units import Segment

__all__ = ["CLASSES", "LABELS", "Parse", "follows", "parse_segment"]

CLASSES = ("none", "speech", "other")
"""What a word can be: no cue, a cue of speech, a cue of thought or intention."""

LABELS = ("O", "BC", "IC", "EC", "UC", "BS", "IS", "ES", "US")
"""Outside; beginning, inside, end or sole unit of a piece of content (C) or of a source (S)."""


def follows(left: str, right: str) -> bool:
    """Whether one label may stand behind another ("" is the edge of the segment).

    >>> follows("BC", "EC"), follows("BC", "O"), follows("", "BS")
    (True, False, True)
    """
    opens = left[:1] in ("B", "I")
    goes_on = right[:1] in ("I", "E")
    return left[1:] == right[1:] if opens and goes_on else not opens and not goes_on


Weights = dict[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features, one for each class or label, and of pairs of labels."""

    cue: Weights
    place: Weights
    relation: Weights
    pairs: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """A cue in a segment, with the labels of the segment's units and how sure the cue is."""

    cue: int
    speech: bool
    probability: float
    labels: tuple[str, ...]


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The weights that ship with newslib, read once."""
    return read_model((files(__package__) / "weights.tsv").read_text(encoding="utf-8"))


def read_model(text: str) -> Model:
    """Weights from lines of a feature and whole numbers, hundredths, where empty means none.

    The first character of a feature names its part: c for cues, o for a unit's own look, t for
    its relation to the cue, p for pairs of labels.
    """
    parts: dict[str, Weights] = {"c": {}, "o": {}, "t": {}, "p": {}}
    for line in text.removesuffix("\n").split("\n"):
        feature, numbers = line.split("\t")
        size = len(CLASSES if feature[0] == "c" else LABELS)
        weights = [int(number or "0") / 100 for number in numbers.split(" ")]
        parts[feature[0]][feature[1:]] = (*weights, *[0.0] * (size - len(weights)))
    pairs = tuple(parts["p"][label] for label in LABELS)
    return Model(parts["c"], parts["o"], parts["t"], pairs)


def add_up(features: Iterable[str], weights: Weights, size: int) -> list[float]:
    """The sum of the features' weights, for each class or label."""
    rows = [row for row in map(weights.get, features) if row]
    return [math.fsum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * size


def parse_segment(segment: Segment, model: Model, threshold: float) -> list[Parse]:
    """Every word of the segment that is a cue with at least the given probability, parsed."""
    found: list[Parse] = []
    local: list[list[float]] = []
    for place in candidates(segment):
        scores = add_up(cue_features(segment, place), model.cue, len(CLASSES))
        shares = _shares(scores)
        if 1 - shares[0] < threshold:
            continue
        local = local or _local(segment, model)
        labels = _best_labels(_emissions(segment, place, model, local), model.pairs)
        found.append(Parse(place, shares[1] >= shares[2], 1 - shares[0], labels))
    return found


def _shares(scores: Sequence[float]) -> list[float]:
    """The scores as probabilities."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    return [power / sum(powers) for power in powers]


def _local(segment: Segment, model: Model) -> list[list[float]]:
    """What each unit's own look says of its label, whatever the cue."""
    return [
        add_up(place_features(segment, place), model.place, len(LABELS))
        for place in range(len(segment))
    ]


def _emissions(
    segment: Segment, cue: int, model: Model, local: list[list[float]]
) -> list[list[float]]:
    """The score of each label for each unit, given the cue."""
    rows = relation_features(segment, cue)
    relations = [add_up(row, model.relation, len(LABELS)) for row in rows]
    return [
        [a + b for a, b in zip(one, two, strict=True)]
        for one, two in zip(local, relations, strict=True)
    ]


_BEFORE = tuple(
    tuple(place for place, left in enumerate(LABELS) if follows(left, right)) for right in LABELS
)
_FIRST = tuple(follows("", label) for label in LABELS)
_LAST = tuple(follows(label, "") for label in LABELS)


def _best_labels(
    emissions: list[list[float]], pairs: tuple[tuple[float, ...], ...]
) -> tuple[str, ...]:
    """The best sequence of labels (Viterbi 1967)."""
    never = -math.inf
    scores = [score if first else never for score, first in zip(emissions[0], _FIRST, strict=True)]
    trail: list[list[int]] = []
    for row in emissions[1:]:
        best = [
            max(before, key=lambda left, right=right: scores[left] + pairs[left][right])  # type: ignore[misc]
            for right, before in enumerate(_BEFORE)
        ]
        scores = [scores[left] + pairs[left][right] + row[right] for right, left in enumerate(best)]
        trail.append(best)
    ends = [score if last else never for score, last in zip(scores, _LAST, strict=True)]
    label = ends.index(max(ends))
    path = [label]
    for best in reversed(trail):
        label = best[label]
        path.append(label)
    return tuple(LABELS[label] for label in reversed(path))
