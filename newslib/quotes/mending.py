"""Rules for what the models misread: short ones, each for one construction."""

from __future__ import annotations

from newslib.quotes.drafts import Reading, Run
from newslib.quotes.units import Segment

__all__ = ["mend"]


def mend(segment: Segment, readings: list[Reading]) -> list[Reading]:
    """The readings of one segment after every rule, in the order of their cues."""
    for reading in readings:
        _name_behind_cue(segment, reading)
        _name_before_colon(segment, reading)
        _according(segment, reading)
        _as_said(segment, reading)
        _rest_of_split(segment, reading)
        _bare_mention(segment, reading)
    for outer in readings:
        for inner in readings:
            _side_by_side(segment, outer, inner)
    for reading in readings:
        _inherit_source(segment, reading, readings)
    return [reading for reading in readings if _plausible(segment, reading)]


def _is_name(segment: Segment, run: Run) -> bool:
    """Whether a run of units is all names, articles and the like."""
    units = segment[run[0] : run[1] + 1]
    return any(unit.tag[:2] == "NN" for unit in units) and all(
        unit.tag[:2] in ("NN", "DT", "JJ") or unit.tag == "PRP$" for unit in units
    )


def _name_behind_cue(segment: Segment, reading: Reading) -> None:
    """In "it is so, said Marsh" the name is no second piece but the source."""
    if reading.sources or len(reading.content) < 2:
        return
    before, behind = reading.content[-2:]
    if before[1] < reading.cue and behind[0] == reading.cue + 1 and _is_name(segment, behind):
        reading.sources.append(reading.content.pop())


def _name_before_colon(segment: Segment, reading: Reading) -> None:
    """In "Said Marsh: we go" the name before the colon is the source."""
    if reading.sources or not reading.content or reading.content[0][0] != reading.cue + 1:
        return
    first, last = reading.content[0]
    for place in range(first + 1, min(last, first + 6)):
        if segment[place].word == ":" and _is_name(segment, (first, place - 1)):
            reading.sources.append((first, place - 1))
            reading.content[0] = (place + 1, last)
            return


def _according(segment: Segment, reading: Reading) -> None:
    """What follows "According to Marsh," is its content."""
    if reading.cue or reading.content or segment[0].word != "according" or not reading.sources:
        return
    comma = reading.sources[0][1] + 1
    if comma + 1 < len(segment) and segment[comma].word == ",":
        reading.content.append((comma + 1, len(segment) - 1))


_LINKS = frozenset(("and", "but", "then", "so", "now", "or", ",", "yet", "still"))


def _as_said(segment: Segment, reading: Reading) -> None:
    """In "it is so, as Marsh said" the content stands before "as"."""
    first = min([run[0] for run in reading.sources] or [reading.cue])
    if first < 3 or first > reading.cue or segment[first - 1].word != "as":
        return
    if segment[first - 2].word != "," or any(run[0] < first for run in reading.content):
        return
    start = 0
    while start < first - 2 and segment[start].word in _LINKS:
        start += 1
    if start < first - 2:
        reading.content[:] = [(start, first - 3)]


def _rest_of_split(segment: Segment, reading: Reading) -> None:
    """In "the treaty, Marsh said, would be signed" the content goes on behind the comma."""
    if len(reading.content) != 1 or not reading.sources:
        return
    first, last = reading.content[0]
    resumed = max(reading.cue, reading.sources[0][1]) + 2
    if resumed >= len(segment) or last >= reading.cue or segment[resumed - 1].word != ",":
        return
    if any(_is_verb(segment, place) for place in range(first, last + 1)):
        return
    if _is_verb(segment, resumed) and segment[resumed].tag != "VBG":
        reading.content.append((resumed, len(segment) - 1))


def _is_verb(segment: Segment, place: int) -> bool:
    return segment[place].tag[:2] in ("VB", "MD")


def _bare_mention(segment: Segment, reading: Reading) -> None:
    """A mention ends before its apposition, and before the possessive ending."""
    reading.sources[:] = [_bare(segment, first, last) for first, last in reading.sources]


def _bare(segment: Segment, first: int, last: int) -> Run:
    for place in range(first + 1, last):
        if segment[place].word == "," and segment[place + 1].tag in ("DT", "WP", "CD", "PRP$"):
            return first, place - 1
    possessive = last > first and segment[last].word == "'s"
    return first, last - possessive


_JOINTS = frozenset(("and", "but", "while", "whereas", "although", "though"))


def _side_by_side(segment: Segment, outer: Reading, inner: Reading) -> None:
    """A cue with its own clause behind a comma ends the content of the cue before it."""
    for number, (first, last) in enumerate(outer.content):
        if not (outer.cue < first < inner.cue <= last and inner.speech and inner.content):
            continue
        start = _clause_start(segment, inner)
        if start is not None and first < start:
            outer.content[number] = (first, start - 1)


def _clause_start(segment: Segment, inner: Reading) -> int | None:
    """The comma before ", stressing that …" or before ", but Marsh said …", if there is one."""
    before = segment[inner.cue - 1].word
    if segment[inner.cue].tag == "VBG" and before == ",":
        inner.sources.clear()
        return inner.cue - 1
    if segment[inner.cue].tag == "VBG" and before == "and":
        inner.sources.clear()
        return inner.cue - 1
    source = inner.sources[0][0] if inner.sources else inner.cue
    if 2 <= source <= inner.cue and segment[source - 1].word in _JOINTS:
        return source - 2 if segment[source - 2].word == "," else None
    return None


def _inherit_source(segment: Segment, reading: Reading, readings: list[Reading]) -> None:
    """A participle's speaker is the subject of the main clause."""
    if reading.sources or segment[reading.cue].tag != "VBG":
        return
    others = [other for other in readings if other.sources and not _inside(reading, other)]
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
        return True
    clause = any(
        _is_verb(segment, place) or segment[place].tag == "Q"
        for first, last in reading.content
        for place in range(first, last + 1)
    )
    return clause and segment[reading.cue].report != ""
