"""Whether the writer rejects what a cue says: "no talks", "was not to blame", "denied a war"."""

from __future__ import annotations

from newslib.patterns import Line
from newslib.patterns.forms import word_class

__all__ = ["is_rejected"]

_REACH = 8


def is_rejected(line: Line, first: int, end: int, gaps: tuple[int, ...] = ()) -> bool:
    """Whether a cue from word `first` up to `end` is denied inside its own clause.

    Rejected: "not" in a gap of the cue; "no" or "without" before it with only adjectives
    between; "not" with nothing but articles and forms of "be" between; "not … any"; and anything
    behind "denied" in the clause.
    """
    if any(line.words[i] in word_class("negator") for i in gaps):
        return True
    i = first - 1
    while i >= 0 and (
        line.tags[i][:2] in ("JJ", "NN", "CD") or line.words[i] in word_class("light")
    ):
        if line.words[i] in ("not", "no") or first - i > 4:
            break
        i -= 1
    if (
        i >= 0
        and line.words[i] in word_class("no") | word_class("negator")
        and not _is_contrast(line, i, first)
    ):
        return True
    return _denied(line, first, end)


def _is_contrast(line: Line, i: int, first: int) -> bool:
    """Whether "not" sets one side's thing against the other's, as in "are not their values"."""
    return i == first - 1 and line.words[first] in ("our", "their")


def _denied(line: Line, first: int, end: int) -> bool:
    """Whether "denied", or "not" with "any", stands before the cue in its clause."""
    any_seen = "any" in line.words[first:end]
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = line.words[i]
        if word in word_class("clause_mark"):
            return False
        if word in word_class("denial") or (any_seen and word in word_class("negator")):
            return True
        any_seen = any_seen or word == "any"
    return False
