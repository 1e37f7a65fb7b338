"""Rules for what the models misread where the speaker stands behind the verb: "…, said Marsh"."""

from __future__ import annotations

from newslib.quotes.drafts import Reading, Rule, Run
from newslib.quotes.segments import Segment

__all__ = ["INVERSIONS", "is_name"]


def is_name(segment: Segment, run: Run) -> bool:
    """Whether a run of units is all names, articles and the like."""
    tags = segment.tags[run[0] : run[1] + 1]
    return any(tag[:2] == "NN" for tag in tags) and all(
        tag[:2] in ("NN", "DT", "JJ") or tag == "PRP$" for tag in tags
    )


def _name_behind_cue(segment: Segment, reading: Reading) -> None:
    """In "it is so, said Marsh" the name is no second piece but the source."""
    if reading.sources or len(reading.content) < 2:
        return
    before, behind = reading.content[-2:]
    if before[1] < reading.cue and behind[0] == reading.cue + 1 and is_name(segment, behind):
        reading.sources.append(reading.content.pop())


def _speaker_behind_cue(segment: Segment, reading: Reading) -> None:
    """In "it is so, said Marsh" without a source, the names behind the cue are it."""
    first = last = reading.cue + 1
    if reading.sources or not reading.content or not reading.speech:
        return
    if any(run[1] > reading.cue for run in reading.content):
        return
    while last < len(segment) and is_name(segment, (first, last)):
        last += 1
    if last > first and segment.shapes[last - 1][0] == "X":
        reading.sources.append((first, last - 1))


def _name_between_pieces(segment: Segment, reading: Reading) -> None:
    """In '"We go," said Marsh, "and we stay"' the name before the second piece is the source."""
    if reading.sources or len(reading.content) < 2 or reading.content[-1][0] != reading.cue + 1:
        return
    first, last = reading.content[-1]
    comma = next((place for place in range(first, last) if segment.words[place] == ","), last)
    if comma < last and segment.tags[comma + 1] == "Q" and is_name(segment, (first, comma - 1)):
        reading.sources.append((first, comma - 1))
        reading.content[-1] = (comma + 1, last)


def _clause_before_speaker(segment: Segment, reading: Reading) -> None:
    """In "the road was closed, said the minister" the clause is content, the mention source."""
    comma, words = reading.cue - 1, segment.words
    if words[reading.cue] not in ("said", "says") or comma < 2 or words[comma] != ",":
        return
    speaker = _speaker(segment, reading.cue + 1)
    if speaker is None:
        return
    known = any(first < comma for first, _ in reading.content)
    named = reading.sources and reading.sources not in ([(0, comma)], [(0, comma - 1)])
    if not known and not named and _is_main_clause(segment, comma):
        reading.content[:], reading.sources[:] = [(0, comma - 1)], [speaker]


def _quotation_before(segment: Segment, reading: Reading) -> None:
    """In '"we go", said Marsh' a quotation that was read for nothing is the content."""
    if reading.content or not reading.sources or reading.sources[0][0] < reading.cue:
        return
    place = reading.cue - 1 - (segment.words[reading.cue - 1] == ",")
    if place >= 0 and segment.tags[place] == "Q":
        reading.content.append((place, place))


_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP$", "POS", "IN")
"""How the words of a mention are tagged: "the new head of the Torrin Union"."""


def _speaker(segment: Segment, first: int) -> Run | None:
    """The mention that a cue has behind it, if nothing but the end of a clause follows.

    `head` counts its words before any "of": they must make a name or a title by themselves.
    """
    last = head = first
    while last < len(segment) and segment.tags[last] in _NOMINAL:
        within = segment.tags[last] != "IN"
        if not within and segment.words[last] not in ("of", "for", "from", "at"):
            break
        last += 1
        head = last if within and head == last - 1 else head
    ends = (
        last == len(segment) or segment.words[last] in (",", ".", ";") or segment.tags[last] == "IN"
    )
    return (first, last - 1) if ends and is_name(segment, (first, head - 1)) else None


_SUBORDINATE = ("IN", "WRB", "WDT", "WP", "TO", "VBG")
"""How the first word is tagged of what is no main clause: "when asked", "to be sure"."""


def _is_main_clause(segment: Segment, end: int) -> bool:
    """Whether the first units hold a finite verb before any comma or relative pronoun."""
    if segment.tags[0] in _SUBORDINATE:
        return False
    for tag in segment.tags[:end]:
        if tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if tag in ("WP", "WDT", ",", "Q"):
            return False
    return False


INVERSIONS: tuple[Rule, ...] = (
    _name_behind_cue,
    _name_between_pieces,
    _clause_before_speaker,
    _speaker_behind_cue,
    _quotation_before,
)
"""The rules in the order in which they are asked."""
