"""What the models see of a word, as columns of codes, and the scores that it gives.

`templates` says which columns make a feature, and looks their weights up. What is seen of a unit
whatever the cue is added up once, what hangs on the cue for each cue of its segment.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newslib.quotes.coded import BREAK, QUOTATION, SPEECH, THAT, VERB, CodedSegments
from newslib.quotes.templates import Codes, Flags, Hundredths
from newslib.quotes.units import COARSE

__all__ = ["cue_scores", "emissions"]


def cue_scores(coded: CodedSegments, places: Sequence[Sequence[int]]) -> Hundredths:
    """For each place in each segment, the score of each class."""
    sizes = [len(found) for found in places]
    firsts = np.repeat(np.array(coded.starts), sizes)
    lasts = firsts + np.repeat([len(segment) - 1 for segment in coded.segments], sizes)
    at = firsts + [place for found in places for place in found]
    grids = coded.model.grids
    columns = {
        "report": grids["report"].take(coded.reports.take(at)),
        "suffix": coded.column([coded.units[place].word[-3:] for place in at.tolist()]),
        "shape": grids["shape"].take(coded.shapes.take(at)),
        "outline": coded.column(_outlines(coded, at, firsts, lasts)),
        **coded.around(at, coded.model.cue.names),
        **_subject(coded, at),
        **_counted(coded, at, firsts, lasts),
    }
    return coded.model.cue.sums(columns)


def _subject(coded: CodedSegments, at: Codes) -> dict[str, Codes]:
    """The unit before each verb group, and the auxiliaries and adverbs that were passed."""
    sorts = coded.model.sorts
    helping = sorts["auxiliary"].take(coded.words) | (coded.tags == coded.model.codes["RB"])
    left = _latest(~helping).take(at - 1)
    passed = np.full(len(at), coded.model.codes[""])
    for row in (left < at - 1).nonzero()[0].tolist():
        last, first = int(at[row]) - 1, int(left[row])
        units = coded.units[last : max(first, last - 3) : -1]
        helpers = " ".join(["r" if unit.tag == "RB" else unit.word for unit in units])
        passed[row] = coded.model.codes.get(helpers, 0)
    return {
        "left": coded.words.take(left),
        "left_tag": coded.tags.take(left),
        "left_shape": coded.model.grids["shape"].take(coded.shapes.take(left)),
        "passed": passed,
    }


def _latest(marked: Flags) -> Codes:
    """For each unit the place of the last marked one up to it; 0 where there is none."""
    return np.maximum.accumulate(marked * np.arange(len(marked)))


_SINCE = frozenset((",", "that", "and", "but", "who", "which", "while", "to", ";"))
"""What may tell something of the words between the reporting word before and a place."""


def _counted(coded: CodedSegments, at: Codes, firsts: Codes, lasts: Codes) -> dict[str, Codes]:
    """What stands in a segment before a place, behind it, and how far off its ends are."""
    grids, counts = coded.model.grids, coded.counts
    before = counts[SPEECH].take(at - 1) - counts[SPEECH].take(firsts - 1)
    latest = _latest(coded.marked[SPEECH]).take(at - 1)
    since = ["-"] * len(at)
    for row in before.nonzero()[0].tolist():
        units = coded.units[int(latest[row]) + 1 : int(at[row])]
        since[row] = " ".join(sorted(_SINCE.intersection([unit.word for unit in units])))
    ahead = counts[THAT].take(np.minimum(at + 4, lasts)) > counts[THAT].take(at)
    return {
        "that": grids["that"].take(ahead),
        "before": grids["few"].take(np.minimum(before, 3)),
        "before_few": grids["few"].take(np.minimum(before, 2)),
        "since": coded.column(since),
        "from_start": grids["few"].take(np.minimum(at - firsts, 4)),
        "from_end": grids["few"].take(np.minimum(lasts + 1 - at, 4)),
    }


def _outlines(coded: CodedSegments, at: Codes, firsts: Codes, lasts: Codes) -> list[str]:
    """Where quotations stand about places: next to each, elsewhere on a side, or nowhere."""
    marks = coded.marked[QUOTATION].nonzero()[0]
    left = np.append(marks, -1)[marks.searchsorted(at) - 1]
    right = np.append(marks, len(coded.units))[marks.searchsorted(at, "right")]
    found = ["---"] * len(at)
    for row in ((left >= firsts) | (right <= lasts)).nonzero()[0].tolist():
        before = coded.units[left[row]].word if left[row] >= firsts[row] else "-"
        behind = coded.units[right[row]].word if right[row] <= lasts[row] else "-"
        near = "Q" if behind != "-" and right[row] < at[row] + 4 else "-"
        found[row] = f"{before}{near}{behind}"
    return found


def emissions(coded: CodedSegments, cues: list[tuple[int, int]]) -> tuple[Hundredths, Codes]:
    """The score of each label for each unit of each cue's segment, and how many those are.

    A cue is a segment and a place; the units of the first cue come first.
    """
    lengths = np.array([len(coded.segments[number]) for number, _ in cues])
    firsts = np.array([coded.starts[number] for number, _ in cues])
    centres = firsts + [place for _, place in cues]
    lasts = firsts + lengths - 1
    which = np.repeat(np.arange(len(cues)), lengths)
    places = np.arange(len(which)) + (firsts - lengths.cumsum() + lengths).take(which)
    edges = (places == firsts.take(which)) | (places == lasts.take(which))
    model = coded.model
    columns = {
        "closed": _closed(coded, places),
        "path": np.array(_paths(coded, cues), np.int64),
        "outline": coded.column(_outlines(coded, centres, firsts, lasts)).take(which),
        **coded.around(places, model.relation.names),
        **{name: column.take(which) for name, column in _about(coded, centres).items()},
        **_between(coded, places, centres.take(which), edges),
    }
    seen = np.zeros(len(coded.units), np.bool_)
    seen[places] = True
    own = _own_scores(coded, seen.nonzero()[0])
    return own.take(seen.cumsum().take(places) - 1, axis=0) + model.relation.sums(columns), lengths


def _own_scores(coded: CodedSegments, places: Codes) -> Hundredths:
    """For each unit, the score of each label by what it looks like."""
    grids, model = coded.model.grids, coded.model
    steps = [places - 1, places, places + 1]
    columns = {
        "shape": grids["shape"].take(coded.shapes.take(places)),
        "shapes": grids["shapes"][tuple([coded.shapes.take(at) for at in steps])],
        "reports": grids["reports"][tuple([coded.reports.take(at) for at in steps])],
        **coded.around(places, model.own.names),
    }
    return model.own.sums(columns)


def _closed(coded: CodedSegments, places: Codes) -> Codes:
    """The codes of the words of closed classes, and the tags of all others."""
    words = coded.words.take(places)
    return np.where(coded.model.sorts["closed"].take(words), words, coded.tags.take(places))


def _about(coded: CodedSegments, centres: Codes) -> dict[str, Codes]:
    """What is the same for all units of a cue: the cue itself and what stands next to it."""
    closed = coded.model.sorts["closed"].take(coded.words.take(centres + 1)).tolist()
    pairs = [coded.units[at : at + 2] for at in centres.tolist()]
    return {
        "cue": coded.words.take(centres),
        "follows": _closed(coded, centres + 1),
        "precedes": _closed(coded, centres - 1),
        "cue_tag": coded.column(
            [
                cue.tag + (behind.word if known else behind.tag)
                for (cue, behind), known in zip(pairs, closed, strict=True)
            ]
        ),
    }


_STEPS = np.array([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7])
"""The step of each distance up to ten, by which the grids of nearness are read."""


def _between(coded: CodedSegments, places: Codes, centres: Codes, edges: Flags) -> dict[str, Codes]:
    """The side of the cue on which a unit stands, how far off, and what lies between."""
    distance = np.abs(places - centres)
    side = (places < centres) + 2 * (places > centres)
    at = (2 * side + edges) * (side > 0)
    near = _STEPS.take(np.minimum(distance, 10))
    last = np.maximum(places, centres) - 1
    first = np.minimum(np.minimum(places, centres), last)
    counts = coded.counts.take(last, axis=1) - coded.counts.take(first, axis=1)
    commas, verbs = np.minimum(counts[BREAK], 3), np.minimum(counts[VERB], 2)
    seen = counts[QUOTATION:] > 0
    lies = (commas * 3 + verbs) * 8 + 4 * seen[0] + 2 * seen[1] + seen[2]
    empty = coded.model.codes[""]
    grids = coded.model.grids
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


def _paths(coded: CodedSegments, cues: list[tuple[int, int]]) -> list[int]:
    """The code of the way from the cue to each unit: the sorts of words passed."""
    sorts = [COARSE.get(unit.tag, "x") for unit in coded.units]
    found: list[int] = []
    for number, place in cues:
        first = coded.starts[number]
        at, end = first + place, first + len(coded.segments[number])
        found += _ways("<", sorts[first:at][::-1], coded.model.codes)[::-1]
        found.append(0)
        found += _ways(">", sorts[at + 1 : end], coded.model.codes)
    return found


_LONGEST_WAY = 8
"""How many sorts a way may have: the same ones as the trainer's."""


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
