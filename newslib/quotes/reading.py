"""Attributions as the models read them in each segment, mended by a few rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from newslib.quotes.coded import CodedColumns
from newslib.quotes.cues import cue_places
from newslib.quotes.drafts import Draft, Place, Reading, Run, overlap
from newslib.quotes.mending import mend
from newslib.quotes.model import Parse, parse_segments
from newslib.quotes.segments import Segment, Stretch

__all__ = ["drafts_at", "parses_of"]

_EDGE = frozenset((",", ".", ";", ":", "—", "–", "-", "--", "?", "!", "(", ")", "―"))
"""The marks that are no part of a content or a source at its edges."""


def parses_of(
    texts: Sequence[Sequence[Stretch]], columns: CodedColumns, thresholds: Iterable[float]
) -> Iterator[list[list[Parse]]]:
    """What the models read in each segment of each text, cues of at least its threshold.

    The segments of all texts are read at once, which is faster than one after the other.
    """
    parses = parse_segments(texts, columns, thresholds)
    for parts in texts:
        yield list(islice(parses, len(parts)))


def drafts_at(
    threshold: float, stretch: Stretch, number: int, parses: Sequence[Parse]
) -> list[Draft]:
    """The attributions of a segment whose cues are so probable; none lies inside another."""
    found = [_reading(parse) for parse in parses if parse.probability >= threshold]
    if not found:
        return []
    segment = stretch.segment()
    return _outermost([_draft(segment, number, reading) for reading in mend(segment, found)])


_CONTENT, _SOURCE = re.compile("BI*E|U"), re.compile("bi*e|u")
"""The labels of one run."""


def _reading(parse: Parse) -> Reading:
    """The labels of one parse as runs of units."""
    content, sources = (
        [(run.start(), run.end() - 1) for run in runs.finditer(parse.labels)]
        for runs in (_CONTENT, _SOURCE)
    )
    return Reading(parse.cue, parse.speech, parse.probability, content, sources)


def _draft(segment: Segment, number: int, reading: Reading) -> Draft:
    """One reading as places in the text."""
    runs = [*reading.content, *reading.sources]
    taken = frozenset(chain.from_iterable([range(first, last + 1) for first, last in runs]))
    first, last = cue_places(segment, reading.cue, taken)
    sources = [place for run in reading.sources if (place := _trimmed(segment, run))]
    contents = [place for run in reading.content if (place := _trimmed(segment, run))]
    return Draft(
        cue=segment.place(first, last + 1),
        source=sources[0] if sources else None,
        pieces=[(place, "model") for place in contents],
        segment=number,
        confidence=reading.probability,
        speech=reading.speech,
    )


def _trimmed(segment: Segment, run: Run) -> Place | None:
    """The place of a run of units without the punctuation at its edges."""
    first, last = run
    while first <= last and segment.words[first] in _EDGE:
        first += 1
    while last >= first and segment.words[last] in _EDGE and not _closes(segment, first, last):
        last -= 1
    return segment.place(first, last + 1) if first <= last else None


def _closes(segment: Segment, first: int, last: int) -> bool:
    """Whether the last unit closes a bracket that opens behind the first: Ann Marsh (Torrin)."""
    words = segment.words[first + 1 : last + 1]
    return words[-1:] == [")"] and words.count("(") == words.count(")")


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Attributions whose cue lies in no other's content; of two that overlap, the surer one."""
    if len(drafts) < 2:
        return drafts
    outer = [one for one in drafts if not any(_holds(other, one) for other in drafts)]
    kept: list[Draft] = []
    for draft in sorted(outer, key=lambda item: -item.confidence):
        if all(_apart(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda item: item.cue or (0, 0))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Whether one attribution's content holds the other's cue, and not the other way round."""
    return _covers(outer, inner) and not _covers(inner, outer)


def _covers(outer: Draft, inner: Draft) -> bool:
    """Whether the cue of one attribution begins in the content of the other."""
    if outer.cue is None or inner.cue is None:
        return False
    start = inner.cue[0]
    return any(first <= start < last for first, last in outer.places)


def _apart(draft: Draft, other: Draft) -> bool:
    """Whether two attributions of a segment can stand side by side."""
    mine, yours = (one.places + ([one.cue] if one.cue else []) for one in (draft, other))
    return not any(overlap(place, taken) for place in mine for taken in yours)
