"""Rules for what the models misread between readings, and for what is no attribution."""

from __future__ import annotations

from newslib.quotes.constructions import RULES
from newslib.quotes.drafts import Reading, Run
from newslib.quotes.segments import Segment
from newslib.quotes.units import makes_statement, reporting, reports

__all__ = ["mend"]


def mend(segment: Segment, readings: list[Reading]) -> list[Reading]:
    """The readings of one segment after every rule, in the order of their cues."""
    for reading in readings:
        for rule in RULES:
            rule(segment, reading)
    if len(readings) > 1:
        _mend_between(segment, readings)
    return [reading for reading in readings if _plausible(segment, reading)]


def _mend_between(segment: Segment, readings: list[Reading]) -> None:
    """What readings of one segment tell of each other."""
    for outer in readings:
        for inner in readings:
            _side_by_side(segment, outer, inner)
    for reading in readings:
        _inherit_source(segment, reading, readings)


_JOINTS = frozenset(("and", "but", "while", "whereas", "although", "though"))
"""What a second attribution may begin with behind the content of the first."""


def _side_by_side(segment: Segment, outer: Reading, inner: Reading) -> None:
    """A cue with its own clause behind a comma ends the content of the cue before it."""
    for number, (first, last) in enumerate(outer.content):
        if not (outer.cue < first < inner.cue <= last and inner.speech and inner.content):
            continue
        start = _clause_start(segment, inner)
        if start is not None and first < start:
            outer.content[number] = (first, start - 1)


def _clause_start(segment: Segment, inner: Reading) -> int | None:
    """Where ", stressing that …" or ", but Marsh said …" begins; None where it does not stand here.

    A participle has no source of its own, so the one that was read for it is dropped.
    """
    if segment.tags[inner.cue] == "VBG" and segment.words[inner.cue - 1] in (",", "and"):
        inner.sources.clear()
        return inner.cue - 1
    source = inner.sources[0][0] if inner.sources else inner.cue
    if 2 <= source <= inner.cue and segment.words[source - 1] in _JOINTS:
        return source - 2 if segment.words[source - 2] == "," else None
    return None


def _inherit_source(segment: Segment, reading: Reading, readings: list[Reading]) -> None:
    """A participle has the subject of the main clause, a second verb that of the first."""
    participle = segment.tags[reading.cue] == "VBG"
    before = reading.cue - 1
    while before > 0 and segment.tags[before] in ("RB", "VBZ", "VBP", "VBD"):
        before -= 1
    second = segment.words[max(before, 0)] in ("and", "but", "or")
    if reading.sources or not (participle or second):
        return
    others = [other for other in readings if other.sources and not _inside(reading, other)]
    if not participle:
        others = [other for other in others if other.cue < reading.cue]
    if others:
        nearest = min(others, key=lambda other: abs(other.cue - reading.cue))
        reading.sources.append(nearest.sources[0])


def _inside(reading: Reading, other: Reading) -> bool:
    """Whether one of two readings lies in the other's content."""
    return any(
        first <= one.cue <= last
        for one, two in ((reading, other), (other, reading))
        for first, last in two.content
    )


def _plausible(segment: Segment, reading: Reading) -> bool:
    """Thoughts count only where a reporting word has a clause for its content."""
    if reading.speech:
        reading.content[:] = [run for run in reading.content if not _topic(segment, reading, run)]
        return not (_denied(segment, reading) or _order(segment, reading))
    clause = any(_opens_clause(segment, run) for run in reading.content)
    return clause and segment.words[reading.cue] in reports()


def _opens_clause(segment: Segment, run: Run) -> bool:
    """Whether a verb or a quotation stands in a run before any "and" or comma."""
    places = slice(run[0], run[1] + 1)
    for word, tag in zip(segment.words[places], segment.tags[places], strict=True):
        if makes_statement(tag):
            return True
        if tag == "CC" or word == ",":
            return False
    return False


_TOPICAL = frozenset(("of", "for", "about", "with"))
"""What a topic of speech stands behind: "spoke of a truce" reports no words."""


def _topic(segment: Segment, reading: Reading, run: Run) -> bool:
    """Whether a run only names what was spoken of, behind a preposition, and says nothing."""
    first = reading.cue + 1
    behind = run[0] in (first, first + 1) and segment.tags[first] == "IN"
    return behind and segment.words[first] in _TOPICAL and not _opens_clause(segment, run)


_DENIALS = frozenset(("n't", "not", "never"))


def _denied(segment: Segment, reading: Reading) -> bool:
    """Whether the text says that the words were not said."""
    before = segment.words[max(0, reading.cue - 3) : reading.cue]
    if segment.tags[reading.cue] not in ("VB", "VBN") or _DENIALS.isdisjoint(before):
        return False
    return not any("Q" in segment.tags[first : last + 1] for first, last in reading.content)


_OBJECT = ("DT", "PRP", "PRP$", "JJ", "NNS", "NNP")


def _order(segment: Segment, reading: Reading) -> bool:
    """Whether the reader is told to blame or praise somebody, and nobody says anything."""
    if reading.cue or reading.sources or len(segment) < 2 or segment.tags[1] not in _OBJECT:
        return False
    bare = reporting().get(segment.words[0], ("", ""))[1] == segment.words[0]
    return bare and not any(_opens_clause(segment, run) for run in reading.content)
