"""Two small linear models: which words are cues, and what is content and source of a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice, repeat
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from newslib.quotes.coded import CodedColumns, CodedSegments, candidates, code_segments
from newslib.quotes.features import cue_scores, emissions
from newslib.quotes.labels import best_labels
from newslib.quotes.segments import Stretch
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
    texts: Sequence[Sequence[Stretch]], columns: CodedColumns, thresholds: Iterable[float]
) -> Iterator[list[Parse]]:
    """For each segment, every word that is a cue with at least the probability given, parsed.

    The `columns` are those of the texts' articles; there is a threshold for each segment.
    """
    begins = chain.from_iterable(map(repeat, columns.begins, map(len, texts)))
    parts = zip(chain.from_iterable(texts), begins, thresholds, strict=False)
    while batch := list(islice(parts, _BATCH)):
        stretches, begun, least = zip(*batch, strict=True)
        coded = code_segments(stretches, begun, columns)
        cues = _find_cues(coded, np.array(least))
        parses: list[list[Parse]] = [[] for _ in batch]
        for (number, place, shares), labels in zip(cues, _labels(coded, cues), strict=True):
            none, speech, other = shares
            parses[number].append(Parse(place, speech >= other, 1 - none, labels))
        yield from parses


_MOST = 12
"""How many cues of one segment are read."""

Cue = tuple[int, int, list[float]]
"""Segment, place, and the probability of each class."""


def _find_cues(coded: CodedSegments, thresholds: npt.NDArray[np.float64]) -> list[Cue]:
    """Segment, place and probabilities of every cue."""
    at = candidates(coded)
    if not len(at):
        return []
    scores = cue_scores(coded, at)
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) / 100)
    shares = powers / powers.sum(axis=1, keepdims=True)
    homes = coded.homes(at)
    likely = (shares[:, 1] >= shares[:, 2]) | (coded.reports.take(at) > 0)
    rows = (likely & (1 - shares[:, 0] >= thresholds.take(homes))).nonzero()[0]
    numbers = homes.take(rows)
    places = at.take(rows) - coded.starts.take(numbers)
    found = zip(numbers.tolist(), places.tolist(), shares[rows].tolist(), strict=True)
    return [cue for _, cues in groupby(found, key=itemgetter(0)) for cue in _surest(list(cues))]


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
