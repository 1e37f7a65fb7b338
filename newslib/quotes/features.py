"""What the models see of a word: short strings, each of which has its weights."""

from __future__ import annotations

from collections.abc import Sequence

from newslib.quotes.units import Segment, Unit, small_words

__all__ = ["candidates", "cue_features", "place_features", "relation_features"]

_NONE = Unit(0, 0, "", "", "", "", 0, 0)
_COARSE = {
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "PRP": "p", "PRP$": "d", "DT": "d",
    "IN": "i", "TO": "t", "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v", "VBN": "v", "VBG": "g",
    "MD": "v", "JJ": "a", "JJR": "a", "JJS": "a", "CD": "a", "RB": "r", "WP": "w", "WDT": "w",
    "WRB": "w", "CC": "c", "POS": "s", "Q": "Q", ",": ",", ".": ".", ":": ":",
}  # fmt: skip


def _at(segment: Sequence[Unit], place: int) -> Unit:
    return segment[place] if 0 <= place < len(segment) else _NONE


def candidates(segment: Segment) -> list[int]:
    """Where a cue may stand: verbs, forms of reporting words, colons and dashes."""
    return [
        place
        for place, unit in enumerate(segment)
        if unit.report or unit.tag[:2] == "VB" or unit.word in _BARE
    ]


_BARE = frozenset((":", "according", "per", "—", "–", "―"))


def cue_features(segment: Segment, place: int) -> list[str]:
    """What tells a cue: the word, its neighbours, quotations near it, cues before it."""
    unit = segment[place]
    back2, back, ahead, ahead2 = (_at(segment, place + step) for step in (-2, -1, 1, 2))
    word, tag = unit.word, unit.tag
    left, passed = _left(segment, place)
    before = [other.word for other in segment[:place] if other.report == "speech"]
    shape = _outline(segment, place)
    that = any(other.word == "that" for other in segment[place + 1 : place + 5])
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


def _left(segment: Segment, place: int) -> tuple[Unit, str]:
    """The unit before the verb group, and the auxiliaries and adverbs that were passed."""
    passed: list[str] = []
    helpers = small_words("auxiliary")
    at = place - 1
    while at >= 0 and (segment[at].word in helpers or segment[at].tag == "RB"):
        passed.append("r" if segment[at].tag == "RB" else segment[at].word)
        at -= 1
    return _at(segment, at), " ".join(passed[:3])


def _outline(segment: Segment, place: int) -> str:
    """Where quotations stand about a place: next to it, elsewhere on a side, or nowhere."""
    left = [unit.word for unit in segment[:place] if unit.tag == "Q"]
    right = [unit.word for unit in segment[place + 1 :] if unit.tag == "Q"]
    near = "Q" if any(unit.tag == "Q" for unit in segment[place + 1 : place + 4]) else "-"
    return f"{left[-1] if left else '-'}{near}{right[0] if right else '-'}"


def _since(segment: Segment, place: int) -> str:
    """What stands between the reporting word before a place and the place itself."""
    seen: list[str] = []
    for unit in reversed(segment[:place]):
        if unit.report == "speech":
            return " ".join(sorted(set(seen)))
        if unit.word in (",", "that", "and", "but", "who", "which", "while", "to", ";"):
            seen.append(unit.word)
    return "-"


def place_features(segment: Segment, place: int) -> list[str]:
    """What is seen of a unit whatever the cue: itself and its neighbours."""
    unit = segment[place]
    back2, back, ahead, ahead2 = (_at(segment, place + step) for step in (-2, -1, 1, 2))
    return [
        f"w{unit.word}",
        f"t{unit.tag}{unit.shape}",
        f"w-{back.word}",
        f"w+{ahead.word}",
        f"t-{back.tag}",
        f"t+{ahead.tag}",
        f"y-{back.tag} {unit.tag}",
        f"y+{unit.tag} {ahead.tag}",
        f"z-{back2.tag} {back.tag} {unit.tag}",
        f"z+{unit.tag} {ahead.tag} {ahead2.tag}",
        f"x-{back.word} {unit.word}",
        f"x+{unit.word} {ahead.word}",
        f"m{back.word} {unit.tag} {ahead.tag}",
        f"k{unit.tag} {ahead.word} {ahead2.tag}",
        f"j{unit.tag} {ahead.word} {ahead2.word}",
        f"h{back.shape}{unit.shape}{ahead.shape}",
        f"r{back.report}|{unit.report}|{ahead.report}",
    ]


def relation_features(segment: Segment, cue: int) -> list[list[str]]:
    """What is seen of each unit in its relation to the cue: side, distance, what lies between."""
    rows: list[list[str]] = [[] for _ in segment]
    rows[cue] = ["cue"]
    frame = _frame(segment, cue)
    for step in (-1, 1):
        _walk(segment, cue, step, frame, rows)
    return rows


def _frame(segment: Segment, cue: int) -> tuple[str, str, str]:
    """The cue's word, what follows and what precedes it."""
    ahead, back = _at(segment, cue + 1), _at(segment, cue - 1)
    closed = small_words("closed")
    follows = ahead.word if ahead.word in closed else ahead.tag
    precedes = back.word if back.word in closed else back.tag
    return segment[cue].word, follows, precedes


def _walk(
    segment: Segment, cue: int, step: int, frame: tuple[str, str, str], rows: list[list[str]]
) -> None:
    """Fill the rows on one side of the cue, counting on the way what lies between."""
    word, follows, precedes = frame
    closed = small_words("closed")
    side = "<" if step < 0 else ">"
    commas = verbs = quotations = reports = thats = 0
    path = ""
    edge = len(segment) - 1 if step > 0 else 0
    place = cue + step
    outline = _outline(segment, cue)
    while 0 <= place < len(segment):
        unit = segment[place]
        distance = min(abs(place - cue), 12)
        near = distance if distance < 6 else 6 if distance < 10 else 10
        coarse = _COARSE.get(unit.tag, "x")
        if not path.endswith(coarse) and len(path) < 7:
            path += coarse
        last = "$" if place == edge else ""
        between = f"{min(commas, 3)}{min(verbs, 2)}{min(quotations, 1)}{min(reports, 1)}{thats}"
        at = side + last
        rows[place] = [
            side,
            f"D{at}{distance}",
            f"d{side}{near}{unit.tag}",
            f"C{side}{word}",
            f"c{at}{near}{word}",
            f"F{at}{follows}",
            f"f{side}{near}{follows} {unit.tag}",
            f"P{at}{precedes} {follows}",
            f"p{side}{near}{precedes} {follows}",
            f"H{side}{path}",
            f"h{side}{path} {unit.word if unit.word in closed else unit.tag}",
            f"B{at}{between}",
            f"b{side}{between} {follows}",
            f"A{side}{min(commas, 2)}{unit.tag}",
            f"a{side}{min(commas, 2)}{_at(segment, place - 1).word}",
            f"e{side}{min(commas, 2)}{_at(segment, place + 1).word}",
            f"V{side}{min(verbs, 2)}{unit.tag}",
            f"O{at}{outline}",
            f"o{side}{near}{outline}",
            f"G{at}{segment[cue].tag}{follows}",
        ]
        commas += unit.word in (",", ";", "—", "–", "(")
        verbs += coarse == "v"
        quotations += coarse == "Q"
        reports += unit.report == "speech"
        thats = int(thats or unit.word == "that")
        place += step
