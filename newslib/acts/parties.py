"""Subject and object of a verb, by position: who acts, and upon whom."""

from __future__ import annotations

from dataclasses import dataclass

from newslib.patterns import Line
from newslib.patterns.forms import word_class
from newslib.patterns.phrases import is_party, phrase_after, phrase_before

__all__ = ["Parties", "parties_of"]

_REACH = 6
"""How many words may stand between a verb and the party it is done to."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Parties:
    """The words of the actor, and of each target."""

    actor: Place | None
    targets: tuple[Place, ...]


def parties_of(line: Line, first: int, end: int) -> Parties:
    """The parties of the verb phrase from word `first` up to `end`."""
    subject = _subject(line, first)
    if _is_passive(line, first):
        return Parties(_agent(line, end), (subject,) if subject else ())
    if subject is None and line.tags[first] == "VBG":
        subject = _main_subject(line, first)
    return Parties(subject, _objects(line, first, end))


def _subject(line: Line, first: int) -> Place | None:
    """The party before a verb and its auxiliaries."""
    end = first
    auxiliary = word_class("auxiliary") | word_class("future") | word_class("conditional")
    while end > 0 and (line.words[end - 1] in auxiliary or line.tags[end - 1].startswith("RB")):
        end -= 1
    start = phrase_before(line, end)
    return (start, end) if start is not None and is_party(line, start, end) else None


def _main_subject(line: Line, first: int) -> Place | None:
    """The subject of the finite verb before a participle: "Marsh said, accusing …"."""
    for i in range(first - 1, max(-1, first - 40), -1):
        if line.tags[i] in ("VBD", "VBZ", "VBP"):
            subject = _subject(line, i)
            if subject is not None:
                return subject
    return None


def _is_passive(line: Line, first: int) -> bool:
    """Whether a form of "be" stands before a participle."""
    if line.tags[first] not in ("VBN", "VBD"):
        return False
    for i in range(first - 1, max(-1, first - 4), -1):
        if line.words[i] in word_class("be"):
            return True
        if not line.tags[i].startswith("RB"):
            return False
    return False


def _agent(line: Line, end: int) -> Place | None:
    """The noun phrase behind the "by" of a passive."""
    for i in range(end, min(len(line.words), end + _REACH)):
        if line.words[i] == "by":
            stop = phrase_after(line, i + 1)
            return (i + 1, stop) if stop else None
    return None


def _objects(line: Line, first: int, end: int) -> tuple[Place, ...]:
    """The parties a verb is done to: the next ones, before another verb; else its object."""
    direct = phrase_after(line, end)
    inside = _inside(line, first, end)
    if inside:
        return inside
    i = end
    while i < min(len(line.words), end + _REACH):
        stop = phrase_after(line, i)
        if stop is not None and is_party(line, i, stop):
            return _listed(line, i, stop)
        if line.tokens[i].kind == "punctuation" or line.tags[i] in ("VBD", "VBZ", "MD"):
            break
        i = stop or i + 1
    return ((end, direct),) if direct else ()


def _inside(line: Line, first: int, end: int) -> tuple[Place, ...]:
    """A party inside the cue itself, as in "suggested to Marsh to meet"."""
    for i in range(first + 1, end):
        stop = phrase_after(line, i, end)
        if stop is not None and line.tags[i] != "PRP" and is_party(line, i, stop):
            return ((i, stop),)
    return ()


def _listed(line: Line, start: int, stop: int) -> tuple[Place, ...]:
    """A party and those that follow it in a list: "Marsh, Brandt and the others"."""
    found = [*_split(line, start, stop)]
    while len(found) < 12 and line.words[stop : stop + 1] == (",",):
        following = stop + 1 + (line.words[stop + 1 : stop + 2] == ("and",))
        end = phrase_after(line, following)
        if end is None or not is_party(line, following, end):
            break
        found += _split(line, following, end)
        stop = end
    return tuple(found)


def _split(line: Line, start: int, stop: int) -> list[Place]:
    """The members of a phrase joined by "and"."""
    cuts = [i for i in range(start + 1, stop - 1) if line.words[i] == "and"]
    edges = [start, *(edge for cut in cuts for edge in (cut, cut + 1)), stop]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
