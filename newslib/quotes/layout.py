"""Quotations that no cue beside them claims: continued, following, behind a colon, floating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from newslib.marks import Quotation
from newslib.quotes.columns import Quoted
from newslib.quotes.drafts import Draft, holds, overlap
from newslib.quotes.model import Parse
from newslib.quotes.reading import drafts_at
from newslib.quotes.segments import Stretch

__all__ = ["attach_quotations", "least_threshold"]

_LONG = 4
"""Quotations of at least so many words are taken for speech even where no cue stands by them."""

_UNCLAIMED_THRESHOLD = 0.05
"""The least probability of a cue in a segment whose quotation nobody claims."""


def least_threshold(stretch: Stretch) -> float:
    """The least probability of a cue for which `attach_quotations` may ask; 1 if it asks for none.

    So the models read a segment once, whatever is asked of them later.
    """
    quoted = any(map(_is_speech, stretch.quotations))
    return _UNCLAIMED_THRESHOLD if quoted and len(stretch) > 1 else 1.0


_BACK = 4
"""How many segments, its own included, a quotation looks back for its attribution."""


@dataclass(slots=True)
class _State:
    """What has been seen so far: the attributions, and who spoke last."""

    drafts: list[Draft]
    by_segment: dict[int, list[Draft]] = field(default_factory=dict)
    by_group: dict[int, Draft] = field(default_factory=dict)
    last: Draft | None = None


def attach_quotations(
    parts: Sequence[Stretch], drafts: list[Draft], parses: Sequence[Sequence[Parse]]
) -> None:
    """Give every quotation that looks like speech to an attribution, adding to `drafts`.

    Quotations are taken in text order. One that continues over paragraphs stays with its group;
    one that stands alone as a sentence goes with the attribution before it in its paragraph, else
    with the one behind it, else with the last one of the paragraph before. `parses` is what the
    models read in each segment, cues of at least its `least_threshold`.
    """
    state = _State(drafts)
    for draft in drafts:
        state.by_segment.setdefault(draft.segment, []).append(draft)
    for number in range(len(parts)):
        _sign(parts, number, state)
    for number, stretch in enumerate(parts):
        quoted = stretch.quotations
        loose = _loose(quoted, state.by_segment.get(number, [])) if quoted else []
        if any(map(_is_speech, loose)):
            loose = _reread(stretch, number, loose, state, parses[number])
        for unit in loose:
            _attach(parts, number, unit, state)
        _note(quoted, state.by_segment.get(number, []), state)


_DASHES = frozenset(("―", "—", "–", "-", "--"))
"""What a signature stands behind."""

_LONGEST_SIGNATURE = 7
"""How many units a signature may have."""


def _sign(parts: Sequence[Stretch], number: int, state: _State) -> None:
    """Take a name behind a dash that ends its segment for the signature of the quotation before."""
    if _DASHES.isdisjoint(parts[number].last_words(_LONGEST_SIGNATURE + 1)):
        return
    segment, count = parts[number].segment(), len(parts[number])
    dash = next(place for place, word in enumerate(segment.words) if word in _DASHES)
    if not 1 <= count - dash - 1 <= _LONGEST_SIGNATURE:
        return
    names = [place for place in range(dash + 1, count) if segment.shapes[place] != "."]
    if not names or not all(segment.shapes[place][0] == "X" for place in names):
        return
    home = number if dash else number - 1
    signed = _signed(parts, number, dash)
    if signed is None:
        return
    draft = Draft(segment.place(dash, dash + 1), segment.place(names[0], names[-1] + 1))
    draft.pieces.append((signed.place, "signature"))
    for other in state.by_segment.setdefault(home, []):
        other.pieces = [piece for piece in other.pieces if piece[0] != signed.place]
    state.drafts.append(draft)
    state.by_segment[home].append(draft)
    state.by_group[signed.mark.group] = draft


def _signed(parts: Sequence[Stretch], number: int, dash: int) -> Quoted | None:
    """The quotation before a dash, if one stands there in its paragraph."""
    home = number if dash else number - 1
    if dash > 1 or home < 0 or _apart(parts, home, number):
        return None
    quoted = parts[home].segment().tags[dash - 1] == "Q"
    return parts[home].quotations[dash - 1] if quoted else None


def _apart(parts: Sequence[Stretch], one: int, other: int) -> bool:
    """Whether two segments stand in different paragraphs."""
    return parts[one].paragraph != parts[other].paragraph


def _loose(quoted: Sequence[Quoted], drafts: list[Draft]) -> list[Quoted]:
    """The quotations of a segment that no attribution has yet."""
    taken = [place for draft in drafts for place, _ in draft.pieces]
    return [unit for unit in quoted if not any(overlap(unit.place, place) for place in taken)]


def _is_speech(unit: Quoted, *, alone: bool = False) -> bool:
    """Whether a quotation is long enough, or a sentence of its own, to be more than a phrase."""
    size = int(unit.word[1:-1])
    return size >= _LONG or (alone and size > 1 and unit.word[-1] in ".?!,")


def _reread(
    stretch: Stretch, number: int, loose: list[Quoted], state: _State, parses: Sequence[Parse]
) -> list[Quoted]:
    """Be content with a less probable cue where a quotation stands without one."""
    if len(stretch) == len(loose):
        return loose
    known = state.by_segment.setdefault(number, [])
    for draft in drafts_at(_UNCLAIMED_THRESHOLD, stretch, number, parses):
        claims = [unit for unit in loose if _claims(draft, unit)]
        taken = [place for other in known for place in other.places]
        if claims and not any(overlap(place, other) for place in draft.places for other in taken):
            known.append(draft)
            state.drafts.append(draft)
            loose = [unit for unit in loose if unit not in claims]
    return loose


def _claims(draft: Draft, unit: Quoted) -> bool:
    """Whether a quotation stands in a piece of an attribution."""
    return any(holds(place, unit.place) for place in draft.places)


def _attach(parts: Sequence[Stretch], number: int, unit: Quoted, state: _State) -> None:
    """Give one quotation to the attribution that the layout suggests, if any does."""
    mark = unit.mark
    if _named_inside(number, unit, mark, state):
        return
    if mark.group in state.by_group:
        _add(state.by_group[mark.group], unit, "continued", mark, state)
    elif not _is_speech(unit, alone=len(parts[number]) == 1):
        return
    elif draft := _in_paragraph(parts, number, state):
        _add(draft, unit, "following", mark, state)
    elif draft := _behind(parts, number, state):
        _add(draft, unit, "preceding", mark, state)
    elif number and state.last is not None:
        rule = "colon" if parts[number - 1].ends_with_colon else "floating"
        _add(state.last, unit, rule, mark, state)


_TURN = re.compile(r"\W{1,2}(?P<name>[A-Z][A-Z.'’ -]{1,30}[A-Z])(?P<colon>:)\s+(?P<words>\S)")
"""How a turn of a printed conversation begins: a name in capitals and a colon."""


def _named_inside(number: int, unit: Quoted, mark: Quotation, state: _State) -> bool:
    """Whether a quotation begins with its own speaker, as in a transcript: then it is taken so."""
    turn = _TURN.match(mark.span.text)
    if turn is None:
        return False
    name, colon, words = (
        (unit.start + turn.start(part), unit.start + turn.end(part))
        for part in ("name", "colon", "words")
    )
    end = unit.end - len(_closing(mark))
    draft = Draft(colon, name, [((words[0], end), "transcript")], number)
    state.drafts.append(draft)
    state.by_segment.setdefault(number, []).append(draft)
    state.by_group[mark.group] = state.last = draft
    return True


def _closing(mark: Quotation) -> str:
    """The mark that closes a quotation."""
    text = mark.span.text
    return "" if not mark.closed else text[-2:] if text.endswith("''") else text[-1:]


def _in_paragraph(parts: Sequence[Stretch], number: int, state: _State) -> Draft | None:
    """The likeliest attribution of the same segment, or of those before it in the paragraph.

    Of equals it is the last one, which stands nearest.
    """
    for place in range(number, max(-1, number - _BACK), -1):
        if _apart(parts, place, number):
            return None
        found = [draft for draft in state.by_segment.get(place, []) if draft.speech]
        if found:
            return max(reversed(found), key=partial(_weight, parts[place]))
    return None


def _weight(stretch: Stretch, draft: Draft) -> int:
    """How readily an attribution takes a further quotation: best where it has one, and a source."""
    quoted = any(_claims(draft, unit) for unit in stretch.quotations)
    return 2 * quoted + (draft.source is not None)


def _behind(parts: Sequence[Stretch], number: int, state: _State) -> Draft | None:
    """The first attribution of the next segment in the paragraph, if it has a quotation."""
    if number + 1 >= len(parts) or _apart(parts, number + 1, number):
        return None
    found = [draft for draft in state.by_segment.get(number + 1, []) if draft.speech]
    return found[0] if found else None


def _add(draft: Draft, unit: Quoted, rule: str, mark: Quotation, state: _State) -> None:
    """Make a quotation a piece of an attribution, whose group and turn it then is."""
    draft.pieces.append((unit.place, rule))
    state.by_group[mark.group] = draft
    state.last = draft


def _note(quoted: Sequence[Quoted], drafts: list[Draft], state: _State) -> None:
    """Remember whose each quotation is, and who spoke last."""
    for draft in drafts:
        for unit in quoted:
            if _claims(draft, unit):
                state.by_group.setdefault(unit.mark.group, draft)
        if draft.speech:
            state.last = draft
