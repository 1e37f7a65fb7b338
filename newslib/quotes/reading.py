"""Attributions as the models read them in each segment."""

from __future__ import annotations

from newslib.quotes.cues import cue_places
from newslib.quotes.drafts import Draft, Place
from newslib.quotes.model import Model, Parse, parse_segment
from newslib.quotes.units import Segment

__all__ = ["drafts_of"]

_EDGE = frozenset((",", ".", ";", ":", "—", "–", "-", "--", "?", "!", "(", ")", "―"))


def drafts_of(segment: Segment, number: int, model: Model, threshold: float) -> list[Draft]:
    """The attributions of one segment; none lies inside another."""
    parses = parse_segment(segment, model, threshold)
    drafts = [_draft(segment, number, parse) for parse in parses]
    return _outermost(drafts)


def _draft(segment: Segment, number: int, parse: Parse) -> Draft:
    """One parse as places in the text."""
    runs = _runs(parse.labels)
    taken = frozenset(place for first, last, _ in runs for place in range(first, last + 1))
    first, last = cue_places(segment, parse.cue, taken)
    draft = Draft((segment[first].start, segment[last].end), None, [], number)
    draft.confidence = parse.probability
    draft.participle = segment[parse.cue].tag == "VBG"
    draft.speech = parse.speech
    for start, end, kind in runs:
        place = _trimmed(segment, start, end)
        if place is None:
            continue
        if kind == "C":
            draft.pieces.append((place, "model"))
        elif draft.source is None:
            draft.source = place
    return draft


def _runs(labels: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """First and last unit of each piece of content (C) and of each source (S)."""
    runs: list[tuple[int, int, str]] = []
    for place, label in enumerate(labels):
        if label[0] in "BU":
            runs.append((place, place, label[1]))
        elif label[0] in "IE":
            runs[-1] = (runs[-1][0], place, label[1])
    return runs


def _trimmed(segment: Segment, first: int, last: int) -> Place | None:
    """The place of a run of units without the punctuation at its edges."""
    while first <= last and segment[first].word in _EDGE:
        first += 1
    while last >= first and segment[last].word in _EDGE:
        last -= 1
    return (segment[first].start, segment[last].end) if first <= last else None


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Attributions whose cue lies in no other's content; of two that overlap, the surer one."""
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
    if outer.cue is None or inner.cue is None:
        return False
    start = inner.cue[0]
    return any(first <= start < last for (first, last), _ in outer.pieces)


def _apart(draft: Draft, other: Draft) -> bool:
    """Whether two attributions of a segment can stand side by side."""
    mine, yours = _places(draft), _places(other)
    return not any(start < stop and begin < end for start, end in mine for begin, stop in yours)


def _places(draft: Draft) -> list[Place]:
    return [*(place for place, _ in draft.pieces), *([draft.cue] if draft.cue else [])]
