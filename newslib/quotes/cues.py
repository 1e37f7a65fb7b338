"""The words about a reporting word that belong to the cue: the whole verb group."""

from __future__ import annotations

from functools import lru_cache

from newslib.quotes.segments import Segment
from newslib.quotes.units import MARKS, reports, small_words

__all__ = ["cue_places"]

_LINKED = frozenset(("as", "to"))
"""What joins two verbs of one cue: "was quoted as saying", "went on to say"."""


def cue_places(segment: Segment, head: int, taken: frozenset[int]) -> tuple[int, int]:
    """The first and last unit of a cue's verb group; `taken` are content and source.

    Auxiliaries and small adverbs before the verb belong to it, a colon behind it, "to" behind
    "according", "as" between "quoted" and "saying", a noun such as "statement" and its verb.
    """
    first = _grown_left(segment, head, taken)
    last = head
    following = segment.words[head + 1] if head + 1 < len(segment) else ""
    if following and head + 1 not in taken:
        colon = following == ":" and segment.words[head] not in MARKS
        last += colon or (segment.words[head] == "according" and following == "to")
    return first, last


def _grown_left(segment: Segment, head: int, taken: frozenset[int]) -> int:
    """How far the verb group reaches to the left."""
    if segment.tags[head][:2] == "NN" and segment.tags[head - 1] in ("POS", "DT", "PRP$", "JJ"):
        return head
    if segment.tags[head][:2] != "VB" and segment.words[head] not in reports():
        return head
    first = head
    while first > 0 and first - 1 not in taken:
        before = segment.words[first - 1]
        if before in _helpers():
            first -= 1
        elif before in _LINKED and _is_verb(segment, first - 2, taken):
            first -= 2
        elif _announced(segment, first, taken):
            first = _announced(segment, first, taken)
        else:
            break
    return first


@lru_cache(maxsize=1)
def _helpers() -> frozenset[str]:
    """The auxiliaries and small adverbs that may stand before a verb; "to" only behind a verb."""
    return (small_words("auxiliary") | small_words("adverb")) - {"to"}


def _is_verb(segment: Segment, place: int, taken: frozenset[int]) -> bool:
    """Whether a verb stands at a place that content and source have left."""
    return place >= 0 and place not in taken and segment.tags[place][:2] == "VB"


def _announced(segment: Segment, first: int, taken: frozenset[int]) -> int:
    """Where "issued a statement" begins before "saying"; 0 where it does not stand there."""
    if segment.tags[first] != "VBG" or first < 3:
        return 0
    if reports().get(segment.words[first - 1]) != "speech":
        return 0
    place = first - 3 if segment.tags[first - 2] in ("DT", "PRP$") else 0
    return place if place and _is_verb(segment, place, taken) else 0
