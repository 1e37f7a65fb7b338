"""What the models see of a word: columns of codes, for whole articles at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newslib.quotes.templates import Codes, Table
from newslib.quotes.units import BREAKS, COARSE, Segment, Unit, small_words
from newslib.quotes.weights import Model, Whole

__all__ = ["Text", "cue_scores", "own_scores", "relation_scores", "text_of"]

_NONE = Unit(0, 0, "", "", "", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """The units of some segments in one row, two empty ones between; `starts` has each first."""

    segments: Sequence[Segment]
    units: list[Unit]
    starts: list[int]
    codes: dict[str, int]
    words: Codes
    tags: Codes

    def column(self, values: Iterable[str]) -> Codes:
        """The codes of values."""
        find = self.codes.get
        return np.array([find(value, 0) for value in values], np.int64)


def text_of(segments: Sequence[Segment], model: Model) -> Text:
    """The segments in one row, and the codes of their words and tags."""
    units = [_NONE, _NONE]
    starts: list[int] = []
    for segment in segments:
        starts.append(len(units))
        units.extend(segment)
        units += (_NONE, _NONE)
    find = model.codes.get
    words = np.array([find(unit.word, 0) for unit in units], np.int64)
    tags = np.array([find(unit.tag, 0) for unit in units], np.int64)
    return Text(segments, units, starts, model.codes, words, tags)


def _sums(
    tables: Sequence[Table], places: Codes, units: dict[str, Codes], rows: dict[str, Codes]
) -> Whole:
    """The sum of the weights of all features of each row.

    A column is one of `rows`, or one of `units` at the row's place, or so far before or behind.
    """
    known = dict(rows)
    total = np.zeros((len(places), tables[0].weights.shape[1]), np.int32)
    for table in tables:
        for name in table.template.columns:
            if name not in known:
                base, step = (name[:-2], int(name[-2:])) if name[-2] in "+-" else (name, 0)
                known[name] = units[base][places + step]
        total += table.look_up([known[name] for name in table.template.columns], len(places))
    return total


def cue_scores(text: Text, places: list[list[int]], model: Model) -> Whole:
    """For each place in each segment, the score of each class."""
    column = text.column
    at = [start + place for start, inside in zip(text.starts, places, strict=True)
          for place in inside]  # fmt: skip
    seen = [text.units[place] for place in at]
    rows = {
        "report": column([unit.report for unit in seen]),
        "report_tag": column([unit.report + unit.tag for unit in seen]),
        "suffix": column([unit.word[-3:] for unit in seen]),
        "shape": column([unit.shape for unit in seen]),
    }
    around = [row for part, inside in zip(text.segments, places, strict=True)
              for row in _around(part, inside)]  # fmt: skip
    rows |= {
        name: column(values)
        for name, values in zip(_AROUND, zip(*around, strict=True), strict=True)
    }
    units = {"word": text.words, "tag": text.tags}
    return _sums(model.cue, np.array(at, np.int64), units, rows)


_AROUND = (
    "left", "left_tag", "left_shape", "passed", "outline", "that", "before", "before_few",
    "since", "from_start", "from_end",
)  # fmt: skip


def _around(segment: Segment, places: list[int]) -> Iterator[tuple[str, ...]]:
    """What tells a cue from further off: its subject, quotations, the cues before it."""
    if not places:
        return
    thats = [place for place, unit in enumerate(segment) if unit.word == "that"]
    quotations = _quotations(segment)
    before = 0
    since: set[str] = set()
    following = 0
    for place in places:
        for unit in segment[following:place]:
            if unit.report == "speech":
                before += 1
                since = set()
            elif unit.word in _SINCE:
                since.add(unit.word)
        following = place
        left, passed = _left(segment, place)
        yield (
            left.word,
            left.tag,
            left.shape,
            passed,
            _outline(quotations, place),
            str(any(place < that < place + 5 for that in thats)),
            str(min(before, 3)),
            str(min(before, 2)),
            " ".join(sorted(since)) if before else "-",
            str(min(place, 4)),
            str(min(len(segment) - place, 4)),
        )


_SINCE = frozenset((",", "that", "and", "but", "who", "which", "while", "to", ";"))
"""What may tell something of the words between the reporting word before and a place."""


def _left(segment: Segment, place: int) -> tuple[Unit, str]:
    """The unit before the verb group, and the auxiliaries and adverbs that were passed."""
    passed: list[str] = []
    helpers = small_words("auxiliary")
    at = place - 1
    while at >= 0 and (segment[at].word in helpers or segment[at].tag == "RB"):
        passed.append("r" if segment[at].tag == "RB" else segment[at].word)
        at -= 1
    return segment[at] if at >= 0 else _NONE, " ".join(passed[:3])


def _quotations(segment: Segment) -> list[tuple[int, str]]:
    """The places of quotations, and how they look."""
    return [(place, unit.word) for place, unit in enumerate(segment) if unit.tag == "Q"]


def _outline(quotations: list[tuple[int, str]], place: int) -> str:
    """Where quotations stand about a place: next to it, elsewhere on a side, or nowhere."""
    if not quotations:
        return "---"
    left = [word for at, word in quotations if at < place]
    right = [(at, word) for at, word in quotations if at > place]
    near = "Q" if right and right[0][0] < place + 4 else "-"
    return f"{left[-1] if left else '-'}{near}{right[0][1] if right else '-'}"


def own_scores(text: Text, numbers: list[int], model: Model) -> dict[int, Whole]:
    """For each unit of some segments, the score of each label by what it looks like."""
    units = text.units
    places = [range(text.starts[n], text.starts[n] + len(text.segments[n])) for n in numbers]
    inside = [place for part in places for place in part]
    trios = [(units[place - 1], units[place], units[place + 1]) for place in inside]
    rows = {
        "tag_shape": text.column([unit.tag + unit.shape for _, unit, _ in trios]),
        "shapes": text.column([a.shape + b.shape + c.shape for a, b, c in trios]),
        "reports": text.column([f"{a.report}|{b.report}|{c.report}" for a, b, c in trios]),
    }
    columns = {"word": text.words, "tag": text.tags}
    sums = _sums(model.own, np.array(inside, np.int64), columns, rows)
    ends = np.cumsum([len(part) for part in places])
    return dict(zip(numbers, np.split(sums, ends[:-1]), strict=True))


def relation_scores(text: Text, cues: list[tuple[int, int]], model: Model) -> list[Whole]:
    """For each cue (segment and place), the score of each label for each unit of its segment."""
    closed = small_words("closed")
    words = [unit.word if unit.word in closed else unit.tag for unit in text.units]
    units = {"word": text.words, "tag": text.tags, "closed": text.column(words)}
    lengths = np.array([len(text.segments[number]) for number, _ in cues])
    firsts = np.array([text.starts[number] for number, _ in cues])
    ends = lengths.cumsum()
    places = np.arange(ends[-1]) + np.repeat(firsts - ends + lengths, lengths)
    centres = [text.starts[number] + place for number, place in cues]
    rows = {
        name: np.repeat(column, lengths)
        for name, column in _about(text, cues, centres, words).items()
    }
    first = places == np.repeat(firsts, lengths)
    edges = first | (places == np.repeat(firsts + lengths - 1, lengths))
    rows |= _between(text, places, np.repeat(np.array(centres), lengths), edges, model.grids)
    rows["path"] = np.array(_paths(text, cues), np.int64)
    return np.split(_sums(model.relation, places, units, rows), ends[:-1])


def _about(
    text: Text, cues: list[tuple[int, int]], centres: list[int], words: list[str]
) -> dict[str, Codes]:
    """What is the same for all units of a cue: the cue itself and what stands about it."""
    quotations = {number: _quotations(text.segments[number]) for number, _ in cues}
    return {
        "cue": text.column([text.units[at].word for at in centres]),
        "follows": text.column([words[at + 1] for at in centres]),
        "precedes": text.column([words[at - 1] for at in centres]),
        "cue_tag": text.column([text.units[at].tag + words[at + 1] for at in centres]),
        "outline": text.column([_outline(quotations[number], place) for number, place in cues]),
    }


_STEPS = np.array([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7])


def _between(
    text: Text, places: Codes, centres: Codes, edges: npt.NDArray[np.bool_], grids: dict[str, Codes]
) -> dict[str, Codes]:
    """The side of the cue on which a unit stands, how far off, and what lies between."""
    left = places < centres
    side = np.where(left, 1, np.where(places > centres, 2, 0))
    at = np.where(side > 0, 2 * side + edges, 0)
    distance = np.abs(places - centres)
    near = _STEPS[np.minimum(distance, 10)]
    spans = np.where(left, places, centres) + 1, np.where(left, centres, places)
    units = text.units
    commas = _count([unit.word in BREAKS for unit in units], *spans)
    verbs = np.minimum(_count([COARSE.get(unit.tag) == "v" for unit in units], *spans), 2)
    quoted = _count([unit.tag == "Q" for unit in units], *spans) > 0
    reported = _count([unit.report == "speech" for unit in units], *spans) > 0
    that = _count([unit.word == "that" for unit in units], *spans) > 0
    lies = (np.minimum(commas, 3) * 3 + verbs) * 8 + 4 * quoted + 2 * reported + that
    empty = text.codes[""]
    return {
        "here": np.where(side == 0, empty, 0),
        "on_left": np.where(side == 1, empty, 0),
        "on_right": np.where(side == 2, empty, 0),
        "side": grids["side"][side],
        "at": grids["at"][at],
        "at_near": grids["at_near"][at, near],
        "side_near": grids["side_near"][side, near],
        "at_distance": grids["at_distance"][at, np.minimum(distance, 12)],
        "at_between": grids["at_between"][at, lies],
        "side_between": grids["side_between"][side, lies],
        "side_commas": grids["side_few"][side, np.minimum(commas, 2)],
        "side_verbs": grids["side_few"][side, verbs],
    }


def _count(marked: list[bool], first: Codes, last: Codes) -> Codes:
    """How many of the marked units stand from `first` up to `last`."""
    sums = np.concatenate(([0], np.cumsum(marked)))
    counts: Codes = np.maximum(sums[last] - sums[first], 0)
    return counts


def _paths(text: Text, cues: list[tuple[int, int]]) -> list[int]:
    """The code of the way from the cue to each unit: the sorts of words passed."""
    find = text.codes.get
    found: list[int] = []
    for number, place in cues:
        sorts = "".join([COARSE.get(unit.tag, "x") for unit in text.segments[number]])
        left = list(_ways("<", sorts[:place][::-1]))
        found.extend([find(way, 0) for way in reversed(left)])
        found.append(0)
        found.extend([find(way, 0) for way in _ways(">", sorts[place + 1 :])])
    return found


_LONGEST_WAY = 8


def _ways(way: str, sorts: str) -> Iterator[str]:
    """The way to each unit; a sort repeated counts once, and far ways are cut."""
    for sort in sorts:
        if len(way) < _LONGEST_WAY and way[-1] != sort:
            way += sort
        yield way
