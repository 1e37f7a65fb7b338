"""Whether the writer rejects what a cue says: "no talks", "was not to blame", "denied a war"."""

from __future__ import annotations

from functools import lru_cache

from newslib.patterns import Line
from newslib.patterns.forms import word_class

__all__ = ["is_rejected"]

_REACH, _NEAR = 8, 4
"""How far before a cue "denied" may stand, and how far "not" or "no"."""


def is_rejected(line: Line, first: int, end: int, gaps: tuple[int, ...] = ()) -> bool:
    """Whether a cue from word `first` up to `end` is denied inside its own clause.

    Rejected: "not" in a gap of the cue; "no" or "without" before it with only adjectives
    between; "not" with nothing but articles and forms of "be" between; "not … any"; and anything
    behind "denied" in the clause.
    """
    if gaps and any(line.words[i] in word_class("negator") for i in gaps):
        return True
    if _rejecting().isdisjoint(line.words[max(0, first - _REACH) : first]):
        return False
    i = _before_phrase(line, first)
    word = line.words[i] if i >= 0 else ""
    negation = word in word_class("no") or word in word_class("negator")
    return (negation and not _is_contrast(line, i, first)) or _denied(line, first, end)


@lru_cache(maxsize=1)
def _rejecting() -> frozenset[str]:
    """The words of which one must stand before a cue that is rejected."""
    return word_class("negator") | word_class("no") | word_class("denial")


def _before_phrase(line: Line, first: int) -> int:
    """The first word back from a cue that is no adjective, noun, article or form of "be".

    At most `_NEAR` words are passed over; -1 where the sentence begins with them.
    """
    i = first - 1
    while (
        i >= 0
        and first - i <= _NEAR
        and line.words[i] not in ("not", "no")
        and (line.tags[i][:2] in ("JJ", "NN", "CD") or line.words[i] in word_class("light"))
    ):
        i -= 1
    return i


def _is_contrast(line: Line, i: int, first: int) -> bool:
    """Whether "not" sets one side's thing against the other's, as in "are not their values"."""
    return i == first - 1 and line.words[first] in ("our", "their")


def _denied(line: Line, first: int, end: int) -> bool:
    """Whether "denied", or "not" with "any", stands before the cue in its clause."""
    before = line.words[max(0, first - _REACH) : first]
    stops, denials, negators = map(word_class, ("clause_mark", "denial", "negator"))
    any_seen = "any" in line.words[first:end]
    for word in reversed(before):
        if word in stops:
            return False
        if word in denials or (any_seen and word in negators):
            return True
        any_seen = any_seen or word == "any"
    return False
