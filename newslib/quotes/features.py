"""What the models see of a word: columns of codes, for whole articles at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from newslib.quotes.templates import REPORTS, SHAPES, Codes
from newslib.quotes.units import COARSE, Segment, Unit
from newslib.quotes.weights import Marked, Model, Whole

__all__ = ["Text", "cue_scores", "emissions", "text_of"]

_AROUND = {
    f"{base}{step:+d}" if step else base: (base, step)
    for base in ("word", "tag")
    for step in range(-2, 3)
}
"""The columns that are words and tags of units and of those next to them, and how far off."""

_NONE = Unit(0, 0, "", "", "", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """The units of some segments in one row, two empty ones between; `starts` has each first.

    `words` and `tags` are codes, `both` has them in two rows; `shapes` and `reports` number what
    the grids have; `marked` says which units are of a sort, `counts` how many of them stand up to
    a unit, itself included.
    """

    model: Model
    segments: Sequence[Segment]
    units: list[Unit]
    starts: list[int]
    words: Codes
    tags: Codes
    shapes: Codes
    reports: Codes
    both: Codes
    marked: Marked
    counts: Codes

    def column(self, values: Iterable[str]) -> Codes:
        """The codes of values."""
        return np.array([*map(self.model.codes.get, values, repeat(0))], np.int64)

    def around(self, places: Codes, names: Iterable[str]) -> dict[str, Codes]:
        """Those of the named columns that are words and tags of units or of those next to them."""
        asked = [name for name in names if name in _AROUND]
        steps = np.array([[_AROUND[name][1]] for name in asked])
        rows = np.array([[_AROUND[name][0] == "tag"] for name in asked]) * len(self.units)
        return dict(zip(asked, self.both.take(places + (steps + rows)), strict=True))


_BREAK, _VERB, _QUOTATION, _SPEECH, _THAT = range(5)
"""What is counted between two units."""


def text_of(segments: Sequence[Segment], model: Model) -> Text:
    """The segments in one row, with the codes of their words."""
    units = [_NONE, _NONE]
    starts: list[int] = []
    for segment in segments:
        starts.append(len(units))
        units.extend(segment)
        units += (_NONE, _NONE)
    _, _, *looks, _, _, _ = zip(*units, strict=True)
    both = np.array([[*map(model.codes.get, look, repeat(0))] for look in looks[:2]], np.int64)
    words, tags = both
    shapes = np.array([*map(SHAPES.get, looks[2])], np.int64)
    reports = np.array([*map(REPORTS.get, looks[3])], np.int64)
    sorts = model.sorts
    marked = np.array(
        [
            sorts["break"].take(words),
            sorts["verb"].take(tags),
            tags == model.codes["Q"],
            reports == REPORTS["speech"],
            words == model.codes["that"],
        ]
    )
    counts = marked.cumsum(axis=1)
    return Text(model, segments, units, starts, words, tags, shapes, reports, both, marked, counts)


def cue_scores(text: Text, places: Sequence[Sequence[int]]) -> Whole:
    """For each place in each segment, the score of each class."""
    sizes = [len(found) for found in places]
    firsts = np.repeat(np.array(text.starts), sizes)
    lasts = firsts + np.repeat([len(segment) - 1 for segment in text.segments], sizes)
    at = firsts + [place for found in places for place in found]
    seen = [text.units[place] for place in at.tolist()]
    grids = text.model.grids
    columns = {
        "report": grids["report"].take(text.reports.take(at)),
        "report_tag": text.column([unit.report + unit.tag for unit in seen]),
        "suffix": text.column([unit.word[-3:] for unit in seen]),
        "shape": grids["shape"].take(text.shapes.take(at)),
        "outline": text.column(_outlines(text, at, firsts, lasts)),
        **text.around(at, text.model.cue.names),
        **_subject(text, at),
        **_counted(text, at, firsts, lasts),
    }
    return text.model.cue.sums(columns)


def _subject(text: Text, at: Codes) -> dict[str, Codes]:
    """The unit before each verb group, and the auxiliaries and adverbs that were passed."""
    sorts = text.model.sorts
    helping = sorts["auxiliary"].take(text.words) | (text.tags == text.model.codes["RB"])
    left = _latest(~helping).take(at - 1)
    passed = np.full(len(at), text.model.codes[""])
    for row in (left < at - 1).nonzero()[0].tolist():
        last, first = int(at[row]) - 1, int(left[row])
        units = text.units[last : max(first, last - 3) : -1]
        helpers = " ".join(["r" if unit.tag == "RB" else unit.word for unit in units])
        passed[row] = text.model.codes.get(helpers, 0)
    return {
        "left": text.words.take(left),
        "left_tag": text.tags.take(left),
        "left_shape": text.model.grids["shape"].take(text.shapes.take(left)),
        "passed": passed,
    }


def _latest(marked: Marked) -> Codes:
    """For each unit the place of the last marked one up to it; 0 where there is none."""
    return np.maximum.accumulate(marked * np.arange(len(marked)))


_SINCE = frozenset((",", "that", "and", "but", "who", "which", "while", "to", ";"))
"""What may tell something of the words between the reporting word before and a place."""


def _counted(text: Text, at: Codes, firsts: Codes, lasts: Codes) -> dict[str, Codes]:
    """What stands in a segment before a place, behind it, and how far off its ends are."""
    grids, counts = text.model.grids, text.counts
    before = counts[_SPEECH].take(at - 1) - counts[_SPEECH].take(firsts - 1)
    latest = _latest(text.marked[_SPEECH]).take(at - 1)
    since = ["-"] * len(at)
    for row in before.nonzero()[0].tolist():
        units = text.units[int(latest[row]) + 1 : int(at[row])]
        since[row] = " ".join(sorted(_SINCE.intersection([unit.word for unit in units])))
    ahead = counts[_THAT].take(np.minimum(at + 4, lasts)) > counts[_THAT].take(at)
    return {
        "that": grids["that"].take(ahead),
        "before": grids["few"].take(np.minimum(before, 3)),
        "before_few": grids["few"].take(np.minimum(before, 2)),
        "since": text.column(since),
        "from_start": grids["few"].take(np.minimum(at - firsts, 4)),
        "from_end": grids["few"].take(np.minimum(lasts + 1 - at, 4)),
    }


def _outlines(text: Text, at: Codes, firsts: Codes, lasts: Codes) -> list[str]:
    """Where quotations stand about places: next to each, elsewhere on a side, or nowhere."""
    marks = text.marked[_QUOTATION].nonzero()[0]
    left = np.append(marks, -1)[marks.searchsorted(at) - 1]
    right = np.append(marks, len(text.units))[marks.searchsorted(at, "right")]
    found = ["---"] * len(at)
    for row in ((left >= firsts) | (right <= lasts)).nonzero()[0].tolist():
        before = text.units[left[row]].word if left[row] >= firsts[row] else "-"
        behind = text.units[right[row]].word if right[row] <= lasts[row] else "-"
        near = "Q" if behind != "-" and right[row] < at[row] + 4 else "-"
        found[row] = f"{before}{near}{behind}"
    return found


def emissions(text: Text, cues: list[tuple[int, int]]) -> tuple[Whole, Codes]:
    """The score of each label for each unit of each cue's segment, and how many those are.

    A cue is a segment and a place; the units of the first cue come first.
    """
    lengths = np.array([len(text.segments[number]) for number, _ in cues])
    firsts = np.array([text.starts[number] for number, _ in cues])
    centres = firsts + [place for _, place in cues]
    lasts = firsts + lengths - 1
    which = np.repeat(np.arange(len(cues)), lengths)
    places = np.arange(len(which)) + (firsts - lengths.cumsum() + lengths).take(which)
    edges = (places == firsts.take(which)) | (places == lasts.take(which))
    model = text.model
    columns = {
        "closed": _closed(text, places),
        "path": np.array(_paths(text, cues), np.int64),
        "outline": text.column(_outlines(text, centres, firsts, lasts)).take(which),
        **text.around(places, model.relation.names),
        **{name: column.take(which) for name, column in _about(text, centres).items()},
        **_between(text, places, centres.take(which), edges),
    }
    seen = np.zeros(len(text.units), np.bool_)
    seen[places] = True
    own = _own_scores(text, seen.nonzero()[0])
    return own.take(seen.cumsum().take(places) - 1, axis=0) + model.relation.sums(columns), lengths


def _own_scores(text: Text, places: Codes) -> Whole:
    """For each unit, the score of each label by what it looks like."""
    grids, model = text.model.grids, text.model
    units = [text.units[place] for place in places.tolist()]
    steps = [places - 1, places, places + 1]
    columns = {
        "tag_shape": text.column([unit.tag + unit.shape for unit in units]),
        "shapes": grids["shapes"][tuple([text.shapes.take(at) for at in steps])],
        "reports": grids["reports"][tuple([text.reports.take(at) for at in steps])],
        **text.around(places, model.own.names),
    }
    return model.own.sums(columns)


def _closed(text: Text, places: Codes) -> Codes:
    """The codes of the words of closed classes, and the tags of all others."""
    words = text.words.take(places)
    return np.where(text.model.sorts["closed"].take(words), words, text.tags.take(places))


def _about(text: Text, centres: Codes) -> dict[str, Codes]:
    """What is the same for all units of a cue: the cue itself and what stands next to it."""
    closed = text.model.sorts["closed"].take(text.words.take(centres + 1)).tolist()
    pairs = [text.units[at : at + 2] for at in centres.tolist()]
    return {
        "cue": text.words.take(centres),
        "follows": _closed(text, centres + 1),
        "precedes": _closed(text, centres - 1),
        "cue_tag": text.column(
            [
                cue.tag + (behind.word if known else behind.tag)
                for (cue, behind), known in zip(pairs, closed, strict=True)
            ]
        ),
    }


_STEPS = np.array([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7])


def _between(text: Text, places: Codes, centres: Codes, edges: Marked) -> dict[str, Codes]:
    """The side of the cue on which a unit stands, how far off, and what lies between."""
    distance = np.abs(places - centres)
    side = (places < centres) + 2 * (places > centres)
    at = (2 * side + edges) * (side > 0)
    near = _STEPS.take(np.minimum(distance, 10))
    last = np.maximum(places, centres) - 1
    first = np.minimum(np.minimum(places, centres), last)
    counts = text.counts.take(last, axis=1) - text.counts.take(first, axis=1)
    commas, verbs = np.minimum(counts[_BREAK], 3), np.minimum(counts[_VERB], 2)
    seen = counts[_QUOTATION:] > 0
    lies = (commas * 3 + verbs) * 8 + 4 * seen[0] + 2 * seen[1] + seen[2]
    empty = text.model.codes[""]
    grids = text.model.grids
    return {
        "here": empty * (side == 0),
        "on_left": empty * (side == 1),
        "on_right": empty * (side == 2),
        "side": grids["side"].take(side),
        "at": grids["at"].take(at),
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
    sorts = [COARSE.get(unit.tag, "x") for unit in text.units]
    found: list[int] = []
    for number, place in cues:
        first = text.starts[number]
        at, end = first + place, first + len(text.segments[number])
        found += _ways("<", sorts[first:at][::-1], text.model.codes)[::-1]
        found.append(0)
        found += _ways(">", sorts[at + 1 : end], text.model.codes)
    return found


_LONGEST_WAY = 8


def _ways(way: str, sorts: list[str], codes: dict[str, int]) -> list[int]:
    """The code of the way to each unit; a sort repeated counts once, and far ways are cut."""
    found: list[int] = []
    last, code = way, 0
    for place, sort in enumerate(sorts):
        if sort != last:
            if len(way) == _LONGEST_WAY:
                return found + [code] * (len(sorts) - place)
            last = sort
            way += sort
            code = codes.get(way, 0)
        found.append(code)
    return found
