"""Quotations that no cue beside them claims: continued, following, behind a colon, floating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import itemgetter

from newslib.marks import Quotation
from newslib.quotes.drafts import Draft, holds, overlap
from newslib.quotes.model import Parse
from newslib.quotes.reading import drafts_at
from newslib.quotes.units import Segment, Unit, quotations_in

__all__ = ["attach_quotations", "least_threshold"]

_LONG = 4
"""Quotations of at least so many words are taken for speech even where no cue stands by them."""

_UNCLAIMED_THRESHOLD = 0.05
"""The least probability of a cue in a segment whose quotation nobody claims."""


def least_threshold(segment: Segment) -> float:
    """The least probability of a cue for which `attach_quotations` may ask; 1 if it asks for none.

    So the models read a segment once, whatever is asked of them later.
    """
    quoted = any(map(_is_speech, quotations_in(segment)))
    return _UNCLAIMED_THRESHOLD if quoted and len(segment) > 1 else 1.0


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
    parts: tuple[Segment, ...], drafts: list[Draft], parses: Sequence[Sequence[Parse]]
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
    for number, segment in enumerate(parts):
        quoted = quotations_in(segment)
        loose = _loose(quoted, state.by_segment.get(number, [])) if quoted else []
        if any(map(_is_speech, loose)):
            loose = _reread(segment, number, loose, state, parses[number])
        for unit in loose:
            _attach(parts, number, unit, state)
        _note(quoted, state.by_segment.get(number, []), state)


_DASHES = frozenset(("―", "—", "–", "-", "--"))
"""What a signature stands behind."""

_LONGEST_SIGNATURE = 7
"""How many units a signature may have."""


_word_of = itemgetter(Unit._fields.index("word"))


def _sign(parts: tuple[Segment, ...], number: int, state: _State) -> None:
    """Take a name behind a dash that ends its segment for the signature of the quotation before."""
    segment = parts[number]
    if _DASHES.isdisjoint(map(_word_of, segment[-_LONGEST_SIGNATURE - 1 :])):
        return
    dash = next(place for place, unit in enumerate(segment) if unit.word in _DASHES)
    if not 1 <= len(segment) - dash - 1 <= _LONGEST_SIGNATURE:
        return
    names = [unit for unit in segment[dash + 1 :] if unit.shape != "."]
    if not names or not all(unit.shape[0] == "X" for unit in names):
        return
    home = number if dash else number - 1
    signed = segment[0] if dash == 1 else parts[home][-1]
    if dash > 1 or home < 0 or not signed.quotation or signed.paragraph != segment[0].paragraph:
        return
    draft = Draft(segment[dash].place, (names[0].start, names[-1].end))
    draft.pieces.append((signed.place, "signature"))
    for other in state.by_segment.setdefault(home, []):
        other.pieces = [piece for piece in other.pieces if piece[0] != signed.place]
    state.drafts.append(draft)
    state.by_segment[home].append(draft)
    state.by_group[signed.quotation.group] = draft


def _loose(quoted: list[Unit], drafts: list[Draft]) -> list[Unit]:
    """The quotations of a segment that no attribution has yet."""
    taken = [place for draft in drafts for place, _ in draft.pieces]
    return [unit for unit in quoted if not any(overlap(unit.place, place) for place in taken)]


def _is_speech(unit: Unit, *, alone: bool = False) -> bool:
    """Whether a quotation is long enough, or a sentence of its own, to be more than a phrase."""
    size = int(unit.word[1:-1])
    return size >= _LONG or (alone and size > 1 and unit.word[-1] in ".?!,")


def _reread(
    segment: Segment, number: int, loose: list[Unit], state: _State, parses: Sequence[Parse]
) -> list[Unit]:
    """Be content with a less probable cue where a quotation stands without one."""
    if len(segment) == len(loose):
        return loose
    known = state.by_segment.setdefault(number, [])
    for draft in drafts_at(_UNCLAIMED_THRESHOLD, segment, number, parses):
        claims = [unit for unit in loose if _claims(draft, unit)]
        taken = [place for other in known for place in other.places]
        if claims and not any(overlap(place, other) for place in draft.places for other in taken):
            known.append(draft)
            state.drafts.append(draft)
            loose = [unit for unit in loose if unit not in claims]
    return loose


def _claims(draft: Draft, unit: Unit) -> bool:
    """Whether a quotation stands in a piece of an attribution."""
    return any(holds(place, unit.place) for place in draft.places)


def _attach(parts: tuple[Segment, ...], number: int, unit: Unit, state: _State) -> None:
    """Give one quotation to the attribution that the layout suggests, if any does."""
    mark = unit.quotation
    if mark is None or _named_inside(number, unit, mark, state):
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
        rule = "colon" if parts[number - 1][-1].word == ":" else "floating"
        _add(state.last, unit, rule, mark, state)


_TURN = re.compile(r"\W{1,2}(?P<name>[A-Z][A-Z.'’ -]{1,30}[A-Z])(?P<colon>:)\s+(?P<words>\S)")
"""How a turn of a printed conversation begins: a name in capitals and a colon."""


def _named_inside(number: int, unit: Unit, mark: Quotation, state: _State) -> bool:
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


def _in_paragraph(parts: tuple[Segment, ...], number: int, state: _State) -> Draft | None:
    """The likeliest attribution of the same segment, or of those before it in the paragraph.

    Of equals it is the last one, which stands nearest.
    """
    paragraph = parts[number][0].paragraph
    for place in range(number, max(-1, number - _BACK), -1):
        if parts[place][0].paragraph != paragraph:
            return None
        found = [draft for draft in state.by_segment.get(place, []) if draft.speech]
        if found:
            return max(reversed(found), key=partial(_weight, parts[place]))
    return None


def _weight(segment: Segment, draft: Draft) -> int:
    """How readily an attribution takes a further quotation: best where it has one, and a source."""
    quoted = any(unit.quotation and _claims(draft, unit) for unit in segment)
    return 2 * quoted + (draft.source is not None)


def _behind(parts: tuple[Segment, ...], number: int, state: _State) -> Draft | None:
    """The first attribution of the next segment in the paragraph, if it has a quotation."""
    if number + 1 >= len(parts) or parts[number + 1][0].paragraph != parts[number][0].paragraph:
        return None
    found = [draft for draft in state.by_segment.get(number + 1, []) if draft.speech]
    return found[0] if found else None


def _add(draft: Draft, unit: Unit, rule: str, mark: Quotation, state: _State) -> None:
    """Make a quotation a piece of an attribution, whose group and turn it then is."""
    draft.pieces.append((unit.place, rule))
    state.by_group[mark.group] = draft
    state.last = draft


def _note(quoted: list[Unit], drafts: list[Draft], state: _State) -> None:
    """Remember whose each quotation is, and who spoke last."""
    for draft in drafts:
        for unit in quoted:
            if unit.quotation and _claims(draft, unit):
                state.by_group.setdefault(unit.quotation.group, draft)
        if draft.speech:
            state.last = draft
