"""The features of a target's relations by number: which sort, and of which forms.

Spelling a feature to look for it takes longer than weighing it, and most that a target has are not
among those learnt; numbers of many targets are looked for all at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, product

import numpy as np
import numpy.typing as npt

__all__ = ["DESCRIBED", "GOVERNED", "GOVERNOR", "KINDS", "OBJECT", "SUBJECT", "key", "pieces_of"]

Integers = npt.NDArray[np.int64]

_SUBJECTS = tuple(f"sv|{''.join(parts)}" for parts in product("=~", "AP", ("", "!")))
_GOVERNORS = tuple(f"ov|{''.join(parts)}" for parts in product("=~", ("", "!")))

KINDS = {
    "l1|": 1,
    "r1|": 1,
    "l2|": 2,
    "r2|": 2,
    "l3|": 3,
    "r3|": 3,
    "lr|": 2,
    "llr|": 3,
    **dict.fromkeys(_SUBJECTS, 1),
    **dict.fromkeys(_GOVERNORS, 2),
    "ovw|": 1,
    "ovw|!": 1,
    "svo|": 2,
    "mJ|": 1,
    "mN|": 1,
}
"""How features begin that are about forms, and of how many; the first eight are neighbours."""

SUBJECT, GOVERNOR, GOVERNED, OBJECT, DESCRIBED = (
    list(KINDS).index(head) for head in ("sv|=A", "ov|=", "ovw|", "svo|", "mJ|")
)
"""The numbers of the first kind of each sort."""


def pieces_of(features: Mapping[str, int]) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """The features about forms: the kind of each, the forms, and its row of weights.

    A form may hold the mark that joins two, and begin with that of denial: each way to read a
    feature is one of those it is found by.

    >>> list(pieces_of({"l2|said_that": 7, "bias": 8}))
    [(2, ('said', 'that'), 7)]
    """
    heads = tuple(KINDS)
    for name, row in features.items():
        if not name.startswith(heads):
            continue
        for kind, (head, count) in enumerate(KINDS.items()):
            if name.startswith(head):
                for forms in _ways(name.removeprefix(head), count):
                    yield kind, forms, row


def _ways(forms: str, count: int) -> Iterator[tuple[str, ...]]:
    """Every way to read some forms that are joined."""
    marks = [i for i, letter in enumerate(forms) if letter == "_"]
    for chosen in combinations(marks, count - 1):
        cuts = [-1, *chosen, len(forms)]
        found = tuple(forms[a + 1 : b] for a, b in pairwise(cuts))
        if all(found):
            yield found


def key(kind: Integers | int, forms: tuple[Integers | int, ...], size: int) -> Integers:
    """The number of a feature of some kind, of forms by their numbers below `size`."""
    found: Integers | int = kind
    for k in range(3):
        found = found * size + (forms[k] if k < len(forms) else 0)
    return np.asarray(found)
