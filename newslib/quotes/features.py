"""What the models see of a word: columns of codes, for whole articles at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from newslib.quotes.templates import Codes
from newslib.quotes.units import COARSE, Segment, Unit
from newslib.quotes.weights import Marked, Model, Whole

__all__ = ["Text", "cue_scores", "emissions", "text_of"]

_NONE = Unit(0, 0, "", "", "", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """The units of some segments in one row, two empty ones between; `starts` has each first.

    `columns` holds the codes of words, tags, shapes and reports; `marked` says which units are of
    a sort, and `counts` how many of them stand up to a unit, itself included.
    """

    model: Model
    segments: Sequence[Segment]
    units: list[Unit]
    starts: list[int]
    columns: dict[str, Codes]
    marked: dict[str, Marked]
    counts: Codes

    def column(self, values: Iterable[str]) -> Codes:
        """The codes of values."""
        return np.array([*map(self.model.codes.get, values, repeat(0))], np.int64)

    def around(self, places: Codes) -> dict[str, Codes]:
        """The words and tags of units and of those next to them."""
        return {
            f"{name}{step:+}" if step else name: self.columns[name][places + step]
            for name in ("word", "tag")
            for step in (-2, -1, 0, 1, 2)
        }


_COUNTED = {"break": "word", "verb": "tag", "quotation": "tag", "speech": "report", "that": "word"}
"""What is counted between two units, and the column that tells it."""

_BREAK, _VERB, _QUOTATION, _SPEECH, _THAT = range(5)


def text_of(segments: Sequence[Segment], model: Model) -> Text:
    """The segments in one row, with the codes of their words."""
    units = [_NONE, _NONE]
    starts: list[int] = []
    for segment in segments:
        starts.append(len(units))
        units.extend(segment)
        units += (_NONE, _NONE)
    code = model.codes.get
    values = tuple(zip(*units, strict=True))[2:6]
    columns = {
        name: np.fromiter(map(code, column, repeat(0)), np.int64, len(units))
        for name, column in zip(("word", "tag", "shape", "report"), values, strict=True)
    }
    counted = [model.sorts[sort][columns[column]] for sort, column in _COUNTED.items()]
    marked = dict(zip(_COUNTED, counted, strict=True))
    return Text(model, segments, units, starts, columns, marked, np.cumsum(counted, axis=1))


def cue_scores(text: Text, places: Sequence[Sequence[int]]) -> Whole:
    """For each place in each segment, the score of each class."""
    inside = [place for found in places for place in found]
    sizes = [len(found) for found in places]
    starts = np.repeat(np.array(text.starts), sizes)
    lengths = np.repeat(np.array([len(segment) for segment in text.segments]), sizes)
    at = starts + inside
    seen = [text.units[place] for place in at.tolist()]
    columns = text.around(at)
    columns |= {
        "report": text.columns["report"][at],
        "report_tag": text.column([unit.report + unit.tag for unit in seen]),
        "suffix": text.column([unit.word[-3:] for unit in seen]),
        "shape": text.columns["shape"][at],
        "outline": text.column(
            outline
            for segment, found in zip(text.segments, places, strict=True)
            for outline in _outlines(segment, found)
        ),
    }
    columns |= _subject(text, at)
    columns |= _counted(text, at, starts, starts + lengths - 1)
    return text.model.cue.sums(columns)


def _subject(text: Text, at: Codes) -> dict[str, Codes]:
    """The unit before each verb group, and the auxiliaries and adverbs that were passed."""
    sorts = text.model.sorts
    helping = sorts["auxiliary"][text.columns["word"]] | sorts["adverb"][text.columns["tag"]]
    left = _latest(~helping)[at - 1]
    passed = np.full(len(at), text.model.codes[""])
    for row in (left < at - 1).nonzero()[0].tolist():
        last, first = int(at[row]) - 1, int(left[row])
        units = text.units[last : max(first, last - 3) : -1]
        helpers = " ".join(["r" if unit.tag == "RB" else unit.word for unit in units])
        passed[row] = text.model.codes.get(helpers, 0)
    return {
        "left": text.columns["word"][left],
        "left_tag": text.columns["tag"][left],
        "left_shape": text.columns["shape"][left],
        "passed": passed,
    }


def _latest(marked: Marked) -> Codes:
    """For each unit the place of the last marked one up to it; 0 where there is none."""
    return np.maximum.accumulate(np.where(marked, np.arange(len(marked)), 0))


_SINCE = frozenset((",", "that", "and", "but", "who", "which", "while", "to", ";"))
"""What may tell something of the words between the reporting word before and a place."""


def _counted(text: Text, at: Codes, firsts: Codes, lasts: Codes) -> dict[str, Codes]:
    """What stands in a segment before a place, behind it, and how far off its ends are."""
    grids, counts = text.model.grids, text.counts
    before = counts[_SPEECH][at - 1] - counts[_SPEECH][firsts - 1]
    latest = _latest(text.marked["speech"])[at - 1]
    since = ["-"] * len(at)
    for row in before.nonzero()[0].tolist():
        units = text.units[int(latest[row]) + 1 : int(at[row])]
        since[row] = " ".join(sorted(_SINCE.intersection([unit.word for unit in units])))
    ahead = counts[_THAT][np.minimum(at + 4, lasts)] > counts[_THAT][at]
    return {
        "that": grids["that"][ahead.astype(np.int64)],
        "before": grids["few"][np.minimum(before, 3)],
        "before_few": grids["few"][np.minimum(before, 2)],
        "since": text.column(since),
        "from_start": grids["few"][np.minimum(at - firsts, 4)],
        "from_end": grids["few"][np.minimum(lasts + 1 - at, 4)],
    }


def _outlines(segment: Segment, places: Sequence[int]) -> list[str]:
    """Where quotations stand about places: next to each, elsewhere on a side, or nowhere."""
    marks = [place for place, unit in enumerate(segment) if unit.tag == "Q"]
    if not marks:
        return ["---"] * len(places)
    words = ["-", *[segment[mark].word for mark in marks], "-"]
    found: list[str] = []
    for place in places:
        behind = bisect_left(marks, place + 1)
        near = "Q" if behind < len(marks) and marks[behind] < place + 4 else "-"
        found.append(f"{words[bisect_left(marks, place)]}{near}{words[behind + 1]}")
    return found


def emissions(text: Text, cues: list[tuple[int, int]]) -> tuple[Whole, Codes]:
    """The score of each label for each unit of each cue's segment, and how many those are.

    A cue is a segment and a place; the units of the first cue come first.
    """
    lengths = np.array([len(text.segments[number]) for number, _ in cues])
    firsts = np.array([text.starts[number] for number, _ in cues])
    ends = lengths.cumsum()
    which = np.repeat(np.arange(len(cues)), lengths)
    places = np.arange(ends[-1]) + (firsts - ends + lengths)[which]
    columns = text.around(places)
    columns |= {name: column[which] for name, column in _about(text, cues).items()}
    edges = (places == firsts[which]) | (places == (firsts + lengths - 1)[which])
    centres = firsts + [place for _, place in cues]
    columns |= _between(text, places, centres[which], edges)
    columns["closed"] = _closed(text, places)
    columns["path"] = np.array(_paths(text, cues), np.int64)
    seen = np.zeros(len(text.units), np.bool_)
    seen[places] = True
    own = _own_scores(text, seen.nonzero()[0])
    return own[seen.cumsum()[places] - 1] + text.model.relation.sums(columns), lengths


def _own_scores(text: Text, places: Codes) -> Whole:
    """For each unit, the score of each label by what it looks like."""
    units = text.units
    columns = text.around(places)
    inside = places.tolist()
    shapes = [unit.shape for unit in units]
    reports = [unit.report for unit in units]
    columns |= {
        "tag_shape": text.column([units[at].tag + shapes[at] for at in inside]),
        "shapes": text.column([shapes[at - 1] + shapes[at] + shapes[at + 1] for at in inside]),
        "reports": text.column(
            [f"{reports[at - 1]}|{reports[at]}|{reports[at + 1]}" for at in inside]
        ),
    }
    return text.model.own.sums(columns)


def _closed(text: Text, places: Codes) -> Codes:
    """The codes of the words of closed classes, and the tags of all others."""
    words, tags = text.columns["word"][places], text.columns["tag"][places]
    return np.where(text.model.sorts["closed"][words], words, tags)


def _about(text: Text, cues: list[tuple[int, int]]) -> dict[str, Codes]:
    """What is the same for all units of a cue: the cue itself and what stands about it."""
    centres = np.array([text.starts[number] + place for number, place in cues])
    follows = _closed(text, centres + 1)
    closed = text.model.sorts["closed"]
    joined = [
        text.units[at].tag + (behind.word if known else behind.tag)
        for at, known in zip(centres.tolist(), closed[text.columns["word"][centres + 1]].tolist())
        for behind in [text.units[at + 1]]
    ]
    return {
        "cue": text.columns["word"][centres],
        "follows": follows,
        "precedes": _closed(text, centres - 1),
        "cue_tag": text.column(joined),
        "outline": text.column(
            [_outlines(text.segments[number], [place])[0] for number, place in cues]
        ),
    }


_STEPS = np.array([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7])


def _between(text: Text, places: Codes, centres: Codes, edges: Marked) -> dict[str, Codes]:
    """The side of the cue on which a unit stands, how far off, and what lies between."""
    left = places < centres
    distance = np.abs(places - centres)
    side = np.where(left, 1, 2) * (distance > 0)
    at = np.where(side > 0, 2 * side + edges, 0)
    near = _STEPS[np.minimum(distance, 10)]
    last = np.maximum(places, centres) - 1
    first = np.minimum(np.minimum(places, centres), last)
    counts = text.counts[:, last] - text.counts[:, first]
    commas, verbs = np.minimum(counts[_BREAK], 3), np.minimum(counts[_VERB], 2)
    seen = counts[_QUOTATION:] > 0
    lies = (commas * 3 + verbs) * 8 + 4 * seen[0] + 2 * seen[1] + seen[2]
    empty = text.model.codes[""]
    grids = text.model.grids
    return {
        "here": empty * (side == 0),
        "on_left": empty * (side == 1),
        "on_right": empty * (side == 2),
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


def _paths(text: Text, cues: list[tuple[int, int]]) -> list[int]:
    """The code of the way from the cue to each unit: the sorts of words passed."""
    found: list[int] = []
    for number, place in cues:
        sorts = [COARSE.get(unit.tag, "x") for unit in text.segments[number]]
        found.extend(_ways("<", sorts[:place][::-1], text.model.codes)[::-1])
        found.append(0)
        found.extend(_ways(">", sorts[place + 1 :], text.model.codes))
    return found


_LONGEST_WAY = 8


def _ways(way: str, sorts: list[str], codes: dict[str, int]) -> list[int]:
    """The code of the way to each unit; a sort repeated counts once, and far ways are cut."""
    found: list[int] = []
    last, code = way, 0
    for sort in sorts:
        if sort != last and len(way) < _LONGEST_WAY:
            last = sort
            way += sort
            code = codes.get(way, 0)
        found.append(code)
    return found
