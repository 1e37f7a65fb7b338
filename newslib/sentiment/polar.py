"""The words of the lexicons of tone around targets, and who does and who is done to.

In the names of features, `p` is a word of the lexicons, with its sign, by side, zone, owner, clause
(`pc`) and quotation (`pq`).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np

from newslib.sentiment.places import Places
from newslib.sentiment.readings import DENIED, roles
from newslib.sentiment.relations import Feature, Sum, named_rows
from newslib.sentiment.rows import Rows
from newslib.sentiment.scenes import BE, BY, HELPER, VERB, Scenes
from newslib.sentiment.weights import Floats, Integers, load_weights

__all__ = ["polar_of", "roles_of"]

_ZONE_ENDS = np.array([1, 3, 7, 14])
"""The last distance of each of five zones but the last."""

_WHOLE, _CLAUSE = ("whole|-1", "whole|0", "whole|1"), ("clause|-1", "clause|0", "clause|1")


def polar_of(rows: Rows, scenes: Scenes) -> tuple[Feature, Sum]:
    """The lexicon's words, positive and negative apart, by side, distance, clause, quotation.

    First what they say together, then each for itself.
    """
    value = scenes.polarity.take(rows.at)
    polar = np.flatnonzero((value != 0) & (rows.left | rows.right))
    value, target, same = value.take(polar), rows.target.take(polar), rows.in_clause.take(polar)
    count = len(rows.start)
    whole = np.bincount(target, value, count)
    clause = np.bincount(target[same], value[same], count)
    together = [
        named_rows(_WHOLE).take(1 + (whole > 0.3) - (whole < -0.3)),
        named_rows(_CLAUSE).take(1 + (clause > 0.2) - (clause < -0.2)),
    ]
    of_all = np.tile(np.arange(count), 2), np.concatenate(together), np.full(2 * count, -1)
    place = 5 * (2 * (value > 0) + rows.left.take(polar))
    place += _ZONE_ENDS.searchsorted(rows.distance.take(polar))
    flags = (rows.columns.quoted, rows.target_quoted, rows.owned)
    for flag in flags:
        place = 2 * place + flag.take(polar)
    row = _polar().take(2 * place + same, axis=0)
    kinds = row.shape[1]
    values = np.abs(value).repeat(kinds)
    word = rows.word.take(polar).repeat(kinds)
    return of_all, (target.repeat(kinds), row.ravel(), word, values)


@lru_cache(maxsize=1)
def _polar() -> Integers:
    """The rows of the features of a word of the lexicon, by all that tells them apart."""
    flags = (False, True)
    ways = product(flags, flags, range(1, 6), flags, flags, flags, flags)
    return np.array([named_rows(_names(*way)) for way in ways])


def _names(
    positive: bool, left: bool, zone: int, quoted: bool, target: bool, own: bool, same: bool
) -> tuple[str, ...]:
    """The features of a word of the lexicon; `quoted` and `target` say what is in quotation."""
    sign, side = "+" if positive else "-", "L" if left else "R"
    anywhere = ("", side, "_own" if own else "_other", f"{side}{zone}")
    names = (
        *(f"p{sign}{place}" for place in anywhere),
        f"pq{sign}{'nq'[quoted]}{'NQ'[target]}",
    )
    return (*names, *((f"pc{sign}", f"pc{sign}{side}") if same else ("", "")))


def roles_of(rows: Rows, places: Places, scenes: Scenes) -> Sum:
    """What the verbs of the diplomatic lexicon say of each target as doer or done-to."""
    role = load_weights().entries[9].take(scenes.entry).take(rows.at)
    acting = np.flatnonzero((role > 0) & (rows.left | rows.right))
    target, at = rows.target.take(acting), rows.at.take(acting)
    left = rows.left.take(acting)
    begin = places.begin.take(target)
    first, last = begin + places.first.take(target), begin + places.last.take(target)
    passive = _among(scenes.closed & BE, np.maximum(at - 3, begin), at) > 0
    by = left & (_among(scenes.closed & BY, np.maximum(at, first - 4), first) > 0)
    doer = np.where(left, by, ~passive)
    value = _roles()[role.take(acting), doer.astype(np.int64)]
    value = value * np.where(scenes.negated.take(at), DENIED, 1)
    alone = (scenes.tag & VERB > 0) & (scenes.closed & HELPER == 0)
    rivals = _among(alone, np.where(left, at + 1, last), np.where(left, first, at))
    beyond = ~rows.in_clause.take(acting)
    names = tuple(
        f"{sort}_{rivals}{clause}"
        for sort, rivals, clause in product(("done_to", "doer"), range(3), "=~")
    )
    named = named_rows(names).take(6 * doer + 2 * np.minimum(rivals, 2) + beyond)
    row = np.array([named, np.full_like(named, named_rows(("role",))[0])]).T
    values = np.array([value, value / (1 + rivals)]).T
    word = rows.word.take(acting)
    return target.repeat(2), row.ravel(), word.repeat(2), values.ravel()


def _among(flags: Integers, low: Integers, high: Integers) -> Integers:
    """How many words from `low` up to `high` are flagged."""
    before = np.append(0, (flags > 0).cumsum())
    return np.asarray(before.take(high) - before.take(low))


@lru_cache(maxsize=1)
def _roles() -> Floats:
    """For each number of a role, what it says of who is done to and of who does."""
    return np.array([(0.0, 0.0), *[(role.done_to, role.doer) for role in roles().values()]])
