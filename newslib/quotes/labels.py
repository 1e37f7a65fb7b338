"""The best sequence of labels for the scores of a segment's units."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from newslib.quotes.templates import Codes, Hundredths
from newslib.quotes.weights import LABELS

__all__ = ["best_labels", "follows"]


def follows(left: str, right: str) -> bool:
    """Whether one label may stand behind another ("" is the edge of the segment).

    >>> follows("BC", "EC"), follows("BC", "O"), follows("", "BS")
    (True, False, True)
    """
    opens = left[:1] in ("B", "I")
    goes_on = right[:1] in ("I", "E")
    return left[1:] == right[1:] if opens and goes_on else not opens and not goes_on


_PARTS = 16
"""Into how many parts a hundredth is divided: enough to number the labels, and a power of two."""

_NEVER = np.int32(-(2**28))
"""Less than any labels of a segment add up to, in sixteenths, and two of it no overflow."""

_ALLOWED = np.array([[follows(left, right) for right in LABELS] for left in LABELS])
_FIRST = np.array([0 if follows("", label) else _NEVER for label in LABELS], np.int32)
_LAST = np.array([0 if follows(label, "") else _NEVER for label in LABELS], np.int32)

_ABREAST = 64
"""How many sequences are read in step; the longest first, so that those in step are alike."""


def best_labels(scores: Hundredths, lengths: Codes, pairs: Hundredths) -> list[str]:
    """The best labels for each sequence of scores (Viterbi 1967), a letter for each.

    O stands for outside; B, I, E and U for beginning, inside, end and sole unit of a piece of
    content; b, i, e and u for those of a source.
    `scores` has the rows of the first sequence, then those of the second; `lengths` how many.
    """
    labels = [""] * len(lengths)
    ends = lengths.cumsum().tolist()
    order = np.argsort(-lengths, kind="stable").tolist()
    for first in range(0, len(order), _ABREAST):
        chosen = order[first : first + _ABREAST]
        sequences = [scores[ends[number] - lengths[number] : ends[number]] for number in chosen]
        for number, path in zip(chosen, _in_step(sequences, pairs), strict=True):
            labels[number] = path
    return labels


def _in_step(sequences: list[Hundredths], pairs: Hundredths) -> Iterator[str]:
    """The best labels of some sequences, the longest of which comes first.

    Scores are counted in sixteenths, so that the last bits of a sum can say which label it came
    from, and one maximum tells both; of equal sums the one from the first label is the greatest.
    """
    rows = np.zeros((len(sequences[0]), len(LABELS), len(sequences)), np.int32)
    for column, sequence in enumerate(sequences):
        rows[: len(sequence), :, column] = sequence
    rows *= _PARTS
    rows[0] += _FIRST[:, None]
    origin = _PARTS - 1 - np.arange(len(LABELS), dtype=np.int32)[:, None]
    moves = np.where(_ALLOWED, pairs * _PARTS, _NEVER) + origin
    move = np.repeat(moves[:, :, None], len(sequences), axis=2)
    ways, best = np.empty_like(move), rows[0].copy()
    before = best[:, None]
    add, highest, masked, mask = np.add, np.maximum.reduce, np.bitwise_and, np.int32(-_PARTS)
    for row in rows[1:]:
        add(before, move, ways)
        add(row, highest(ways), row)
        masked(row, mask, best)
    trails = (_PARTS - 1 - (rows[1:] & _PARTS - 1)).astype(np.uint8).transpose(2, 0, 1)
    lasts = [len(sequence) - 1 for sequence in sequences]
    ends = ((rows[lasts, :, range(len(lasts))] & mask) + _LAST).argmax(axis=1).tolist()
    for trail, last, end in zip(trails, lasts, ends, strict=True):
        yield _path(trail[:last].tobytes(), end)


_LETTERS = bytes.maketrans(bytes(range(len(LABELS))), b"OBIEUbieu")
"""The letter of each label: that of its place, small where it is one of a source."""


def _path(trail: bytes, end: int) -> str:
    """The labels of one sequence, followed back from its end."""
    path = [end]
    for first in range(len(trail) - len(LABELS), -1, -len(LABELS)):
        end = trail[first + end]
        path.append(end)
    path.reverse()
    return bytes(path).translate(_LETTERS).decode("ascii")
