"""Rules for what the models misread in one reading: short ones, each for one construction."""

from __future__ import annotations

from newslib.quotes.drafts import Reading, Rule, Run
from newslib.quotes.inversions import INVERSIONS, is_name
from newslib.quotes.segments import Segment
from newslib.quotes.units import reporting, reports, small_words

__all__ = ["RULES"]


def _name_before_colon(segment: Segment, reading: Reading) -> None:
    """In "Said Marsh: we go" the name before the colon is the source."""
    if reading.sources or not reading.content or reading.content[0][0] != reading.cue + 1:
        return
    first, last = reading.content[0]
    for place in range(first + 1, min(last, first + 6)):
        if segment.words[place] == ":" and is_name(segment, (first, place - 1)):
            reading.sources.append((first, place - 1))
            reading.content[0] = (place + 1, last)
            return


def _according(segment: Segment, reading: Reading) -> None:
    """What follows "According to Marsh," is its content."""
    if reading.cue or reading.content or segment.words[0] != "according" or not reading.sources:
        return
    first, last = reading.sources[0]
    for comma in range(first + 1, min(last + 2, len(segment) - 1)):
        if segment.words[comma] == ",":
            reading.sources[:] = [(first, comma - 1)]
            reading.content.append((comma + 1, len(segment) - 1))
            return


def _proposal(segment: Segment, reading: Reading) -> None:
    """In "suggested to Marsh to meet" the infinitive behind the hearer is the content."""
    first = reading.cue + 1
    if reading.content or first + 1 >= len(segment) or segment.words[first] != "to":
        return
    for place in range(first + 2, min(len(segment) - 1, first + 8)):
        if segment.words[place] == "to" and segment.tags[place + 1] == "VB":
            reading.content.append((place, len(segment) - 1))
            return


_LINKS = frozenset(("and", "but", "then", "so", "now", "or", ",", "yet", "still"))
"""What links a sentence to the one before it, and is no part of what was said."""


def _as_said(segment: Segment, reading: Reading) -> None:
    """In "it is so, as Marsh said" the content stands before "as"."""
    first = min(reading.sources)[0] if reading.sources else reading.cue
    if first < 3 or first > reading.cue or segment.words[first - 1] != "as":
        return
    if segment.words[first - 2] != "," or any(run[0] < first for run in reading.content):
        return
    start = 0
    while start < first - 2 and segment.words[start] in _LINKS:
        start += 1
    if start < first - 2:
        reading.content[:] = [(start, first - 3)]


def _rest_of_split(segment: Segment, reading: Reading) -> None:
    """In "the treaty, Marsh said, would be signed" the content goes on behind the comma."""
    if len(reading.content) != 1 or not reading.sources:
        return
    first, last = reading.content[0]
    resumed = max(reading.cue, reading.sources[0][1]) + 2
    if resumed >= len(segment) or last >= reading.cue or segment.words[resumed - 1] != ",":
        return
    if any(_is_verb(segment, place) for place in range(first, last + 1)):
        return
    if _is_verb(segment, resumed) and segment.tags[resumed] != "VBG":
        reading.content.append((resumed, len(segment) - 1))


def _is_verb(segment: Segment, place: int) -> bool:
    """Whether a verb or a modal stands at a place."""
    return segment.tags[place][:2] in ("VB", "MD")


def _bare_mention(segment: Segment, reading: Reading) -> None:
    """A mention ends before its apposition, and before the possessive ending."""
    reading.sources[:] = [_bare(segment, first, last) for first, last in reading.sources]


def _bare(segment: Segment, first: int, last: int) -> Run:
    """One mention without apposition and possessive ending."""
    for place in range(first + 1, last):
        if segment.words[place] == ";":
            return first, place - 1
        if segment.words[place] == "," and segment.tags[place + 1] in ("DT", "WP", "CD", "PRP$"):
            return first, place - 1
    possessive = last > first and segment.words[last] == "'s"
    return first, last - possessive


def _as_saying(segment: Segment, reading: Reading) -> None:
    """In "Marsh was quoted as saying that …" the participle is the cue."""
    head = reading.cue + 2
    if head + 1 >= len(segment) or segment.words[head - 1] != "as" or segment.tags[head] != "VBG":
        return
    before = [run for run in reading.content if run[1] < reading.cue]
    if not reading.sources and before and is_name(segment, before[-1]):
        reading.sources.append(before[-1])
    reading.cue = head
    reading.content[:] = [
        (max(first, head + 1), last) for first, last in reading.content if last > head
    ]


def _agent(segment: Segment, reading: Reading) -> None:
    """In "it was announced by Marsh that …" the source stands behind "by"."""
    first = reading.cue + 2
    if reading.sources or first >= len(segment) or segment.words[first - 1] != "by":
        return
    taken = {place for run in reading.content for place in range(run[0], run[1] + 1)}
    last = first
    while last < len(segment) and last not in taken and is_name(segment, (first, last)):
        last += 1
    if last > first:
        reading.sources.append((first, last - 1))


def _further_clause(segment: Segment, reading: Reading) -> None:
    """Content goes on behind it with ", but that …" or ", and that …"."""
    if not reading.content or reading.content[-1][0] < reading.cue:
        return
    first, last = reading.content[-1]
    joint = last + 2 if segment.words[min(last + 1, len(segment) - 1)] == "," else last + 1
    if joint + 1 >= len(segment) or segment.words[joint] not in ("but", "and"):
        return
    if segment.words[joint + 1] == "that":
        reading.content[-1] = (first, len(segment) - 1)


def _without_hearer(segment: Segment, reading: Reading) -> None:
    """In "urged Calder to withdraw" the one who is urged stands outside the content."""
    if not reading.content or reading.content[0][0] != reading.cue + 1:
        return
    if reporting().get(segment.words[reading.cue], ("", ""))[1] not in small_words("hearer"):
        return
    first, last = reading.content[0]
    for place in range(first + 1, min(last, first + 8)):
        if segment.words[place] == "to" and segment.tags[place + 1] == "VB":
            reading.content[0] = (place, last)
            return
        if _is_verb(segment, place) or segment.words[place] in (",", "that"):
            return


def _quotation_beside(segment: Segment, reading: Reading) -> None:
    """A quotation close behind a cue without content is its content: "told me, 'Go'"."""
    if reading.content or not reading.speech:
        return
    for place in range(reading.cue + 1, min(reading.cue + 4, len(segment))):
        if segment.tags[place] == "Q":
            reading.content.append((place, place))
            return


def _clause_before(segment: Segment, reading: Reading) -> None:
    """In "when we are asked, we say yes" the first clause is the speaker's circumstance."""
    if len(reading.content) < 2 or not reading.sources:
        return
    first, last = reading.content[0]
    source = reading.sources[0][0]
    repeated = segment.words[source] in segment.words[first : last + 1]
    opening = segment.tags[first : first + 2]
    if segment.tags[source] == "PRP" and repeated and last < reading.cue and "WRB" in opening:
        del reading.content[0]


_ISSUING = (["VB", "DT", "NN", "VB"], ["VB", "PR", "NN", "VB"])
"""How the tags begin of "issued a statement saying", and of "issued his statement saying"."""


def _announcer(segment: Segment, reading: Reading) -> None:
    """In "the ministry issued a communique saying" the subject of the announcing is the source."""
    verb = reading.cue - 3
    if verb < 1 or segment.tags[verb][:2] != "VB":
        return
    if [tag[:2] for tag in segment.tags[verb : reading.cue + 1]] not in _ISSUING:
        return
    if reports().get(segment.words[reading.cue - 1]) != "speech":
        return
    first = verb
    while first > 0 and is_name(segment, (first - 1, verb - 1)):
        first -= 1
    if first < verb:
        reading.sources[:] = [(first, verb - 1)]


_AUXILIARY = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had"))
"""What a participle stands behind, which the tagger may take for a past tense."""


def _end_of_clause(segment: Segment, reading: Reading) -> None:
    """In "the claim that ships were hit has angered us" the content of the noun ends at "hit"."""
    if segment.tags[reading.cue][:2] != "NN" or not reading.content:
        return
    first, last = reading.content[-1]
    if first < reading.cue or segment.words[first] != "that":
        return
    seen = False
    for place in range(first + 1, last + 1):
        tag, before = segment.tags[place], segment.tags[place - 1]
        finite = tag in ("VBD", "VBZ", "VBP", "MD") and segment.words[place - 1] not in _AUXILIARY
        if finite and seen and before in ("VBN", "JJ", "NN", "NNS", "NNP", "RB", "VBD"):
            reading.content[-1] = (first, place - 1)
            return
        joined = tag in ("CC", "WP", "WDT", "IN", ",")
        if joined:
            return
        seen = seen or finite


RULES: tuple[Rule, ...] = (
    _quotation_beside,
    _clause_before,
    _end_of_clause,
    _announcer,
    *INVERSIONS,
    _name_before_colon,
    _according,
    _proposal,
    _as_saying,
    _as_said,
    _agent,
    _rest_of_split,
    _further_clause,
    _without_hearer,
    _bare_mention,
)
"""The rules in the order in which they are asked; each changes the reading it is given."""
