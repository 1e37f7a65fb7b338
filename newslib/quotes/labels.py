"""The best sequence of labels for the scores of a segment's units."""

from __future__ import annotations

import numpy as np

from newslib.quotes.weights import LABELS, Whole

__all__ = ["best_labels", "follows"]


def follows(left: str, right: str) -> bool:
    """Whether one label may stand behind another ("" is the edge of the segment).

    >>> follows("BC", "EC"), follows("BC", "O"), follows("", "BS")
    (True, False, True)
    """
    opens = left[:1] in ("B", "I")
    goes_on = right[:1] in ("I", "E")
    return left[1:] == right[1:] if opens and goes_on else not opens and not goes_on


_NEVER = -(10**8)
_ALLOWED = np.array([[follows(left, right) for right in LABELS] for left in LABELS])
_FIRST = np.array([0 if follows("", label) else _NEVER for label in LABELS], np.int64)
_LAST = np.array([0 if follows(label, "") else _NEVER for label in LABELS], np.int64)


def best_labels(sequences: list[Whole], pairs: Whole) -> list[tuple[str, ...]]:
    """The best sequence of labels for each sequence of scores (Viterbi 1967), all in step."""
    if not sequences:
        return []
    lengths = np.array([len(sequence) for sequence in sequences])
    order = np.argsort(-lengths, kind="stable")
    rows = np.zeros((int(lengths.max()), len(sequences), len(LABELS)), np.int64)
    for rank, number in enumerate(order.tolist()):
        rows[: lengths[number], rank] = sequences[number]
    active = (lengths[:, None] > np.arange(len(rows))).sum(axis=0).tolist()
    move = np.where(_ALLOWED, pairs, _NEVER).T[None, :, :]
    scores = rows[0] + _FIRST
    trail: list[list[list[int]]] = []
    for row, count in zip(rows[1:], active[1:], strict=True):
        ways = scores[:count, None, :] + move
        trail.append(ways.argmax(axis=2).tolist())
        scores[:count] = ways.max(axis=2) + row[:count]
    ends = (scores + _LAST).argmax(axis=1).tolist()
    labels = [_path(trail[: lengths[number] - 1], rank, ends[rank])
              for rank, number in enumerate(order.tolist())]  # fmt: skip
    return [labels[rank] for rank in np.argsort(order, kind="stable").tolist()]


def _path(trail: list[list[list[int]]], rank: int, end: int) -> tuple[str, ...]:
    """The labels of one sequence, followed back from its end."""
    path = [end]
    for best in reversed(trail):
        path.append(best[rank][path[-1]])
    return tuple(LABELS[label] for label in reversed(path))
