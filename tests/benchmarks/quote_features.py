"""What the models see of a word: short strings, each of which has its weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newslib.quotes.segments import Segment
from newslib.quotes.units import BARE, BREAKS, COARSE, reports, small_words

__all__ = [
    "Unit",
    "candidates",
    "cue_features",
    "place_features",
    "relation_features",
    "units_of",
]


class Unit(NamedTuple):
    """A word, mark or quotation, one record each, since the trainer reads them one by one."""

    start: int
    end: int
    word: str
    tag: str
    shape: str
    report: str


_NONE = Unit(0, 0, "", "", "", "")


def units_of(segment: Segment) -> list[Unit]:
    """The units of a segment as records."""
    places = [segment.place(at, at + 1) for at in range(len(segment))]
    seen = zip(places, segment.words, segment.tags, segment.shapes, strict=True)
    return [
        Unit(start, end, word, tag, shape, reports().get(word, ""))
        for (start, end), word, tag, shape in seen
    ]


def _at(segment: Sequence[Unit], place: int) -> Unit:
    return segment[place] if 0 <= place < len(segment) else _NONE


def candidates(segment: Sequence[Unit]) -> list[int]:
    """Where a cue may stand: verbs but auxiliaries, forms of reporting words, colons, dashes."""
    helpers = small_words("auxiliary")
    return [
        place
        for place, unit in enumerate(segment)
        if unit.report or (unit.tag[:2] == "VB" and unit.word not in helpers) or unit.word in BARE
    ]


def cue_features(segment: Sequence[Unit], place: int) -> list[str]:
    """What tells a cue: the word, its neighbours, quotations near it, cues before it."""
    unit = segment[place]
    back2, back, ahead, ahead2 = (_at(segment, place + step) for step in (-2, -1, 1, 2))
    word, tag = unit.word, unit.tag
    return [
        "b",
        f"w{word}",
        f"t{tag}",
        f"r{unit.report}{tag}",
        f"s{word[-3:]}",
        f"w-{back.word}",
        f"w+{ahead.word}",
        f"t-{back.tag}",
        f"t+{ahead.tag}",
        f"v-{back2.word}",
        f"v+{ahead2.word}",
        f"ww+{word} {ahead.word}",
        f"ww-{back.word} {word}",
        f"wt+{word} {ahead.tag}",
        f"wt-{back.tag} {word}",
        f"t3{back.tag} {tag} {ahead.tag}",
        f"rt{unit.report} {back.tag} {ahead.tag}",
        f"rt2{unit.report} {ahead.tag} {ahead2.tag}",
        f"rw{unit.report} {ahead.word}",
        *_around(segment, place),
    ]


def _around(segment: Sequence[Unit], place: int) -> list[str]:
    """What tells a cue from further off: its subject, quotations, the cues before it."""
    unit = segment[place]
    word, tag = unit.word, unit.tag
    left, passed = _left(segment, place)
    before = [other.word for other in segment[:place] if other.report == "speech"]
    shape = _outline(segment, place)
    that = any(other.word == "that" for other in segment[place + 1 : place + 5])
    return [
        f"l{left.word} {unit.report}",
        f"lt{left.tag} {left.shape} {unit.report}",
        f"lw{left.tag} {word}",
        f"p{passed} {unit.report} {tag}",
        f"pw{passed} {word}",
        f"o{shape} {unit.report}",
        f"ow{shape} {word}",
        f"q{that} {unit.report}",
        f"n{min(len(before), 3)} {unit.report}",
        f"nw{min(len(before), 2)} {word}",
        f"c{_since(segment, place)} {unit.report}",
        f"i{min(place, 4)} {unit.report}",
        f"e{min(len(segment) - place, 4)} {unit.report}",
        f"u{unit.shape} {unit.report}",
    ]


def _left(segment: Sequence[Unit], place: int) -> tuple[Unit, str]:
    """The unit before the verb group, and the auxiliaries and adverbs that were passed."""
    passed: list[str] = []
    helpers = small_words("auxiliary")
    at = place - 1
    while at >= 0 and (segment[at].word in helpers or segment[at].tag == "RB"):
        passed.append("r" if segment[at].tag == "RB" else segment[at].word)
        at -= 1
    return _at(segment, at), " ".join(passed[:3])


def _outline(segment: Sequence[Unit], place: int) -> str:
    """Where quotations stand about a place: next to it, elsewhere on a side, or nowhere."""
    left = [unit.word for unit in segment[:place] if unit.tag == "Q"]
    right = [unit.word for unit in segment[place + 1 :] if unit.tag == "Q"]
    near = "Q" if any(unit.tag == "Q" for unit in segment[place + 1 : place + 4]) else "-"
    return f"{left[-1] if left else '-'}{near}{right[0] if right else '-'}"


def _since(segment: Sequence[Unit], place: int) -> str:
    """What stands between the reporting word before a place and the place itself."""
    seen: list[str] = []
    for unit in reversed(segment[:place]):
        if unit.report == "speech":
            return " ".join(sorted(set(seen)))
        if unit.word in (",", "that", "and", "but", "who", "which", "while", "to", ";"):
            seen.append(unit.word)
    return "-"


def place_features(segment: Sequence[Unit]) -> list[list[str]]:
    """What is seen of each unit whatever the cue: itself and its neighbours."""
    padded = (_NONE, _NONE, *segment, _NONE, _NONE)
    return [
        _look(*padded[place : place + 5])  # the unit stands in the middle
        for place in range(len(segment))
    ]


def _look(back2: Unit, back: Unit, unit: Unit, ahead: Unit, ahead2: Unit) -> list[str]:
    word, tag = unit.word, unit.tag
    return [
        f"w{word}",
        f"t{tag}{unit.shape}",
        f"w-{back.word}",
        f"w+{ahead.word}",
        f"t-{back.tag}",
        f"t+{ahead.tag}",
        f"y-{back.tag} {tag}",
        f"y+{tag} {ahead.tag}",
        f"z-{back2.tag} {back.tag} {tag}",
        f"z+{tag} {ahead.tag} {ahead2.tag}",
        f"x-{back.word} {word}",
        f"x+{word} {ahead.word}",
        f"m{back.word} {tag} {ahead.tag}",
        f"k{tag} {ahead.word} {ahead2.tag}",
        f"j{tag} {ahead.word} {ahead2.word}",
        f"h{back.shape}{unit.shape}{ahead.shape}",
        f"r{back.report}|{unit.report}|{ahead.report}",
    ]


@dataclass(slots=True)
class _Frame:
    """What is the same for all units of a cue: its segment and what stands about the cue."""

    segment: Sequence[Unit]
    cue: int
    words: list[str]
    word: str
    follows: str
    precedes: str
    outline: str
    closed: frozenset[str]


def relation_features(segment: Sequence[Unit], cue: int) -> list[list[str]]:
    """What is seen of each unit in its relation to the cue: side, distance, what lies between."""
    ahead, back = _at(segment, cue + 1), _at(segment, cue - 1)
    closed = small_words("closed")
    frame = _Frame(
        segment,
        cue,
        words=["", *(unit.word for unit in segment), ""],
        word=segment[cue].word,
        follows=ahead.word if ahead.word in closed else ahead.tag,
        precedes=back.word if back.word in closed else back.tag,
        outline=_outline(segment, cue),
        closed=closed,
    )
    left = list(_walk(frame, range(cue - 1, -1, -1), "<"))
    return [*reversed(left), ["cue"], *_walk(frame, range(cue + 1, len(segment)), ">")]


def _walk(frame: _Frame, places: range, side: str) -> Iterator[list[str]]:
    """The rows on one side of the cue, counting on the way what lies between."""
    commas = verbs = quotations = reports = thats = 0
    path = ""
    fixed: dict[str, list[str]] = {}
    for distance, place in enumerate(places, 1):
        unit = frame.segment[place]
        coarse = COARSE.get(unit.tag, "x")
        if not path.endswith(coarse) and len(path) < 7:
            path += coarse
        at = side + "$" if distance == len(places) else side
        near = distance if distance < 6 else 6 if distance < 10 else 10
        key = f"{at}{near}"
        if key not in fixed:
            fixed[key] = _fixed_row(frame, side, at, near)
        between = f"{min(commas, 3)}{min(verbs, 2)}{quotations}{reports}{thats}"
        tag, few = unit.tag, min(commas, 2)
        yield [
            *fixed[key],
            f"D{at}{min(distance, 12)}",
            f"d{side}{near}{tag}",
            f"f{side}{near}{frame.follows} {tag}",
            f"H{side}{path}",
            f"h{side}{path} {unit.word if unit.word in frame.closed else tag}",
            f"B{at}{between}",
            f"b{side}{between} {frame.follows}",
            f"A{side}{few}{tag}",
            f"a{side}{few}{frame.words[place]}",
            f"e{side}{few}{frame.words[place + 2]}",
            f"V{side}{min(verbs, 2)}{tag}",
        ]
        commas += unit.word in BREAKS
        verbs += coarse == "v"
        quotations = int(quotations or coarse == "Q")
        reports = int(reports or unit.report == "speech")
        thats = int(thats or unit.word == "that")


def _fixed_row(frame: _Frame, side: str, at: str, near: int) -> list[str]:
    """The features that hang on the cue and on how near a unit is to it alone."""
    cue = frame.segment[frame.cue]
    return [
        side,
        f"C{side}{frame.word}",
        f"c{at}{near}{frame.word}",
        f"F{at}{frame.follows}",
        f"P{at}{frame.precedes} {frame.follows}",
        f"p{side}{near}{frame.precedes} {frame.follows}",
        f"O{at}{frame.outline}",
        f"o{side}{near}{frame.outline}",
        f"G{at}{cue.tag}{frame.follows}",
    ]
