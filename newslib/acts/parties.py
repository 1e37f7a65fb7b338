"""Subject and object of a verb, by position: who acts, and upon whom."""

from __future__ import annotations

from dataclasses import dataclass

from newslib.acts.modality import auxiliaries
from newslib.acts.view import Place
from newslib.patterns import Line
from newslib.patterns.forms import word_class
from newslib.patterns.phrases import is_party, phrase_after, phrase_before

__all__ = ["Parties", "Place", "parties_of"]

_REACH = 6
"""How many words may stand between a verb and the party it is done to."""

_STOPS = ("VBD", "VBZ", "VBP", "VB", "MD")
"""The tags of another verb, behind which no object of the first one is looked for."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The words of the actor, and of each target."""

    actor: Place | None
    targets: tuple[Place, ...]


def parties_of(line: Line, first: int, end: int) -> Parties:
    """The parties of the verb phrase from word `first` up to `end`."""
    if line.tags[first] == "MD" and line.words[first] in ("must", "should"):
        told = _subject(line, first)
        asker = _main_subject(line, told[0]) if told else None
        return Parties(asker, (told,) if told and asker else ())
    if _is_passive(line, first):
        agent = _agent(line, end)
        done_to = _nearest(line, _before_verb(line, first)) if agent else _subject(line, first)
        return Parties(agent, (done_to,) if done_to else ())
    subject = _accused(line, first) or _subject(line, first)
    if subject is None and (line.tags[first] == "VBG" or _coordinated(line, first)):
        subject = _main_subject(line, first)
    if subject is None:
        return Parties(None, ())
    return Parties(subject, _objects(line, first, end))


def _before_verb(line: Line, first: int) -> int:
    """Where the auxiliaries and adverbs of a verb begin."""
    while first > 0 and (
        line.words[first - 1] in auxiliaries() or line.tags[first - 1].startswith("RB")
    ):
        first -= 1
    return first


def _subject(line: Line, first: int) -> Place | None:
    """The party before a verb and its auxiliaries; with "the army in Lund", the army."""
    place = _nearest(line, _before_verb(line, first))
    if place is None:
        return None
    if place[0] > 1 and line.tags[place[0] - 1] == "IN":
        place = _nearest(line, place[0] - 1) or place
    return place if is_party(line, *place) else None


def _nearest(line: Line, end: int) -> Place | None:
    """The noun phrase that ends before word `end`, a party or not."""
    start = phrase_before(line, end)
    return None if start is None else (start, end)


def _accused(line: Line, first: int) -> Place | None:
    """The subject of a gerund behind "of": "accusing Lund of opposing …"."""
    if line.tags[first] != "VBG" or line.words[max(0, first - 1)] not in ("of", "from"):
        return None
    place = _nearest(line, first - 1)
    return place if place and is_party(line, *place) else None


def _coordinated(line: Line, first: int) -> bool:
    """Whether a verb follows "and", its subject being that of the verb before."""
    start = _before_verb(line, first)
    return start > 0 and line.words[start - 1] == "and"


def _main_subject(line: Line, first: int) -> Place | None:
    """The subject of the finite verb before a participle: "Marsh said, accusing …"."""
    for i in range(first - 1, max(-1, first - 40), -1):
        if line.tags[i] in ("VBD", "VBZ", "VBP", "VB"):
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
    inside = _inside(line, first, end)
    if inside:
        return inside
    other: Place | None = None
    i = end + (line.words[end - 1] == "to" and line.tags[end : end + 1] == ("VB",))
    while i < min(len(line.words), end + _REACH):
        stop = phrase_after(line, i)
        if stop is not None and is_party(line, i, stop):
            return _listed(line, i, stop)
        if line.kinds[i] == "p" or line.tags[i] in _STOPS or line.words[i] == "and":
            break
        if stop is not None:
            other = other or (i, stop)
        i = stop or i + 1
    return (other,) if other else ()


def _inside(line: Line, first: int, end: int) -> tuple[Place, ...]:
    """A party inside the cue itself, as in "suggested to Marsh to meet"."""
    for i in range(first + 1, end):
        stop = phrase_after(line, i, end)
        if stop is not None and stop < end and is_party(line, i, stop):
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
