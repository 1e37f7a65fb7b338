"""Two small linear models: which words are cues, and what is content and source of a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

import numpy as np
import numpy.typing as npt

from newslib.quotes.coded import CodedSegments, code_segments
from newslib.quotes.features import cue_scores, emissions
from newslib.quotes.labels import best_labels
from newslib.quotes.units import Segment, candidates
from newslib.quotes.weights import Model, load_model

__all__ = ["Model", "Parse", "load_model", "parse_segments"]


@dataclass(frozen=True, slots=True)
class Parse:
    """A cue in a segment, how sure it is, and a letter for the label of each unit there."""

    cue: int
    speech: bool
    probability: float
    labels: str


_BATCH = 256
"""How many segments are read at once."""


def parse_segments(
    parts: Iterable[Segment], model: Model, threshold: float
) -> Iterator[list[Parse]]:
    """For each segment, every word that is a cue with at least the given probability, parsed."""
    segments = iter(parts)
    while batch := list(islice(segments, _BATCH)):
        coded = code_segments(batch, model)
        cues = _find_cues(coded, threshold)
        parses: list[list[Parse]] = [[] for _ in batch]
        for (number, place, shares), labels in zip(cues, _labels(coded, cues), strict=True):
            speech = bool(shares[1] >= shares[2])
            parses[number].append(Parse(place, speech, float(1 - shares[0]), labels))
        yield from parses


_MOST = 12
"""How many cues of one segment are read."""

Cue = tuple[int, int, npt.NDArray[np.float64]]
"""Segment, place, and the probability of each class."""


def _find_cues(coded: CodedSegments, threshold: float) -> list[Cue]:
    """Segment, place and probabilities of every cue."""
    inside = [candidates(part) for part in coded.segments]
    places = [(number, place) for number, found in enumerate(inside) for place in found]
    if not places:
        return []
    scores = cue_scores(coded, inside)
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) / 100)
    shares = powers / powers.sum(axis=1, keepdims=True)
    sure = np.flatnonzero(1 - shares[:, 0] >= threshold).tolist()
    likely = [
        (number, place, share)
        for (number, place), share in ((places[index], shares[index]) for index in sure)
        if share[1] >= share[2] or coded.segments[number][place].report
    ]
    return [
        cue for _, cues in groupby(likely, key=lambda cue: cue[0]) for cue in _surest(list(cues))
    ]


def _surest(cues: list[Cue]) -> list[Cue]:
    """The cues of one segment, or the surest of them where it has more than any sentence has."""
    if len(cues) <= _MOST:
        return cues
    best = sorted(cues, key=lambda cue: cue[2][0])[:_MOST]
    return sorted(best, key=lambda cue: cue[1])


_TOGETHER = 256
"""How many cues are read at once, so that what is read stays at hand."""


def _labels(coded: CodedSegments, cues: list[Cue]) -> Iterator[str]:
    """For each cue, the best labels of the units of its segment."""
    for first in range(0, len(cues), _TOGETHER):
        places = [(number, place) for number, place, _ in cues[first : first + _TOGETHER]]
        yield from best_labels(*emissions(coded, places), coded.model.pairs)
