"""Two small linear models: which words are cues, and what is content and source of a cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain, groupby, islice, repeat

import numpy as np
import numpy.typing as npt

from newslib.quotes.features import candidates, cue_features, place_features, relation_features
from newslib.quotes.units import Segment

__all__ = ["CLASSES", "LABELS", "Model", "Parse", "follows", "load_model", "parse_segments"]

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


Whole = npt.NDArray[np.int32]
"""Whole numbers: hundredths, so that sums come out the same on every machine."""


@dataclass(frozen=True, slots=True)
class Table:
    """The number of each feature, and a row of weights for each number; row 0 is all nothing."""

    numbers: dict[str, int]
    weights: Whole

    def add_up(self, rows: Sequence[list[str]]) -> Whole:
        """The sum of the weights of each row's features."""
        width = max(map(len, rows), default=0)
        names = chain.from_iterable(row + [""] * (width - len(row)) for row in rows)
        numbers = map(self.numbers.get, names, repeat(0))
        ids = np.fromiter(numbers, np.int32, len(rows) * width).reshape(-1, max(width, 1))
        sums = np.zeros((len(rows), self.weights.shape[1]), np.int32)
        for column in ids.T:
            sums += self.weights[column]
        return sums


@dataclass(frozen=True, slots=True)
class Model:
    """Weights for cues, for a unit's own look, for its relation to a cue, for pairs of labels."""

    cue: Table
    own: Table
    relation: Table
    pairs: Whole


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
    parts: dict[str, dict[str, list[int]]] = {"c": {}, "o": {}, "t": {}, "p": {}}
    for line in text.removesuffix("\n").split("\n"):
        feature, numbers = line.split("\t")
        size = len(CLASSES if feature[0] == "c" else LABELS)
        weights = [int(number) if number else 0 for number in numbers.split(" ")]
        parts[feature[0]][feature[1:]] = weights + [0] * (size - len(weights))
    cue, own, relation = (_table(parts[part]) for part in "cot")
    return Model(cue, own, relation, np.array([parts["p"][label] for label in LABELS], np.int32))


def _table(rows: dict[str, list[int]]) -> Table:
    """Rows of weights by feature as a table."""
    size = len(next(iter(rows.values())))
    weights = np.array([[0] * size, *rows.values()], np.int32)
    return Table({name: number for number, name in enumerate(rows, 1)}, weights)


_BATCH = 256
"""How many segments are read at once."""


def parse_segments(
    parts: Iterable[Segment], model: Model, threshold: float
) -> Iterator[list[Parse]]:
    """For each segment, every word that is a cue with at least the given probability, parsed."""
    segments = iter(parts)
    while batch := list(islice(segments, _BATCH)):
        cues = _find_cues(batch, model, threshold)
        parses: list[list[Parse]] = [[] for _ in batch]
        sentences = _emissions(batch, [(number, place) for number, place, _ in cues], model)
        for (number, place, shares), labels in zip(
            cues, _best_labels(sentences, model.pairs), strict=True
        ):
            speech = bool(shares[1] >= shares[2])
            parses[number].append(Parse(place, speech, float(1 - shares[0]), labels))
        yield from parses


_MOST = 12
"""How many cues of one segment are read."""

Cue = tuple[int, int, npt.NDArray[np.float64]]
"""Segment, place, and the probability of each class."""


def _find_cues(batch: list[Segment], model: Model, threshold: float) -> list[Cue]:
    """Segment, place and probabilities of every cue."""
    places = [(number, place) for number, part in enumerate(batch) for place in candidates(part)]
    if not places:
        return []
    scores = model.cue.add_up([cue_features(batch[number], place) for number, place in places])
    powers = np.exp((scores - scores.max(axis=1, keepdims=True)) / 100)
    shares = powers / powers.sum(axis=1, keepdims=True)
    sure = np.flatnonzero(1 - shares[:, 0] >= threshold).tolist()
    found = [
        (number, place, share)
        for (number, place), share in ((places[index], shares[index]) for index in sure)
        if share[1] >= share[2] or batch[number][place].report
    ]
    return [
        cue for _, cues in groupby(found, key=lambda cue: cue[0]) for cue in _surest(list(cues))
    ]


def _surest(cues: list[Cue]) -> list[Cue]:
    """The cues of one segment, or the surest of them where it has more than any sentence has."""
    if len(cues) <= _MOST:
        return cues
    best = sorted(cues, key=lambda cue: cue[2][0])[:_MOST]
    return sorted(best, key=lambda cue: cue[1])


def _emissions(batch: list[Segment], cues: list[tuple[int, int]], model: Model) -> list[Whole]:
    """For each cue, the score of each label for each unit of its segment."""
    if not cues:
        return []
    used = sorted({number for number, _ in cues})
    own = _rows_of(
        model.own,
        [place_features(batch[number]) for number in used],
    )
    looks = dict(zip(used, own, strict=True))
    relations = _rows_of(
        model.relation, [relation_features(batch[number], place) for number, place in cues]
    )
    return [looks[number] + relation for (number, _), relation in zip(cues, relations, strict=True)]


def _rows_of(table: Table, groups: list[list[list[str]]]) -> list[Whole]:
    """The sums for several lists of rows, looked up together."""
    sums = table.add_up([row for group in groups for row in group])
    ends = np.cumsum([len(group) for group in groups])
    return np.split(sums, ends[:-1])


_NEVER = -(10**8)
_ALLOWED = np.array([[follows(left, right) for right in LABELS] for left in LABELS])
_FIRST = np.array([0 if follows("", label) else _NEVER for label in LABELS], np.int64)
_LAST = np.array([0 if follows(label, "") else _NEVER for label in LABELS], np.int64)


def _best_labels(sequences: list[Whole], pairs: Whole) -> list[tuple[str, ...]]:
    """The best sequence of labels for each sequence of scores (Viterbi 1967), all in step."""
    if not sequences:
        return []
    lengths = np.array([len(sequence) for sequence in sequences])
    order = np.argsort(-lengths, kind="stable")
    move = np.where(_ALLOWED, pairs, _NEVER)[None, :, :]
    scores = np.array([sequences[number][0] for number in order]) + _FIRST
    trail: list[npt.NDArray[np.intp]] = []
    for step in range(1, int(lengths.max())):
        active = int((lengths > step).sum())
        ways = scores[:active, :, None] + move
        best = ways.argmax(axis=1)
        row = np.array([sequences[number][step] for number in order[:active]])
        scores[:active] = np.take_along_axis(ways, best[:, None, :], 1)[:, 0] + row
        trail.append(best)
    ends = (scores + _LAST).argmax(axis=1)
    labels = [_path(trail, rank, int(end)) for rank, end in enumerate(ends)]
    return [labels[rank] for rank in np.argsort(order, kind="stable")]


def _path(trail: list[npt.NDArray[np.intp]], rank: int, end: int) -> tuple[str, ...]:
    """The labels of one sequence, followed back from its end."""
    path = [end]
    for best in reversed(trail):
        if rank < len(best):
            path.append(int(best[rank, path[-1]]))
    return tuple(LABELS[label] for label in reversed(path))
