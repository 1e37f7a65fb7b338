"""What the models see of a word, as columns of codes, and the scores that it gives.

`templates` says which columns make a feature, `lookup` what it weighs. What is seen of a unit
whatever the cue is added up once, what hangs on the cue for each cue of its segment.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import add

import numpy as np

from newslib.quotes.coded import BREAK, QUOTATION, SPEECH, THAT, VERB, CodedSegments
from newslib.quotes.joined import ADVERB
from newslib.quotes.relations import AT
from newslib.quotes.templates import Codes, Flags, Hundredths

__all__ = ["cue_scores", "emissions"]


def cue_scores(coded: CodedSegments, at: Codes) -> Hundredths:
    """For each of some units, the score of each class."""
    homes = coded.homes(at)
    firsts = coded.starts.take(homes)
    lasts = firsts + coded.lengths.take(homes) - 1
    grids, suffixes = coded.model.grids, coded.model.suffix_codes
    columns = {
        "report": grids["report"].take(coded.reports.take(at)),
        "suffix": np.array(list(map(suffixes.__getitem__, coded.written(at)))),
        "shape": grids["shape"].take(coded.shapes.take(at)),
        "outline": _outlines(coded, at, firsts, lasts),
        **coded.around(at, coded.model.cue.names),
        **_subject(coded, at),
        **_counted(coded, at, firsts, lasts),
    }
    return coded.model.cue.sums(columns)


def _subject(coded: CodedSegments, at: Codes) -> dict[str, Codes]:
    """The unit before each verb group, and the auxiliaries and adverbs that were passed."""
    model = coded.model
    adverbs = coded.tags == model.codes["RB"]
    helping = model.sorts["auxiliary"].take(coded.words) | adverbs
    left = _latest(~helping).take(at - 1)
    helpers = np.where(adverbs, model.codes[ADVERB], coded.words)
    return {
        "left": coded.words.take(left),
        "left_tag": coded.tags.take(left),
        "left_shape": model.grids["shape"].take(coded.shapes.take(left)),
        "passed": model.helpers.codes_before(helpers, at, left),
    }


def _latest(marked: Flags) -> Codes:
    """For each unit the place of the last marked one up to it; 0 where there is none."""
    return np.maximum.accumulate(marked * np.arange(len(marked)))


def _counted(coded: CodedSegments, at: Codes, firsts: Codes, lasts: Codes) -> dict[str, Codes]:
    """What stands in a segment before a place, behind it, and how far off its ends are."""
    grids, counts = coded.model.grids, coded.counts
    before = counts[SPEECH].take(at - 1) - counts[SPEECH].take(firsts - 1)
    ahead = counts[THAT].take(np.minimum(at + 4, lasts)) > counts[THAT].take(at)
    return {
        "that": grids["that"].take(ahead),
        "before": grids["few"].take(np.minimum(before, 3)),
        "before_few": grids["few"].take(np.minimum(before, 2)),
        "since": _since(coded, at, before > 0),
        "from_start": grids["few"].take(np.minimum(at - firsts, 4)),
        "from_end": grids["few"].take(np.minimum(lasts + 1 - at, 4)),
    }


def _since(coded: CodedSegments, at: Codes, reported: Flags) -> Codes:
    """Which telling words stand between the last reporting word and places behind one."""
    found = np.full(len(at), coded.model.codes.get("-", 0))
    latest = _latest(coded.marked[SPEECH]).take(at[reported] - 1)
    found[reported] = coded.model.since.codes_between(coded.words, latest + 1, at[reported])
    return found


def _outlines(coded: CodedSegments, at: Codes, firsts: Codes, lasts: Codes) -> Codes:
    """Where quotations stand about places: next to each, elsewhere on a side, or nowhere."""
    model, words = coded.model, coded.words
    marks = coded.marked[QUOTATION].nonzero()[0]
    left = np.append(marks, 0)[marks.searchsorted(at) - 1]
    right = np.append(marks, len(words) - 1)[marks.searchsorted(at, "right")]
    before = model.quotes.take(words.take(left)) * (left >= firsts)
    behind = model.quotes.take(words.take(right)) * (right <= lasts)
    near = (behind > 0) & (right < at + 4)
    found: Codes = model.grids["outline"][before, near.view(np.int8), behind]
    return found


def emissions(coded: CodedSegments, cues: list[tuple[int, int]]) -> tuple[Hundredths, Codes]:
    """The score of each label for each unit of each cue's segment, and how many those are.

    A cue is a segment and a place; the units of the first cue come first.
    """
    numbers, inside = np.array(cues).T
    lengths, firsts = coded.lengths.take(numbers), coded.starts.take(numbers)
    centres = firsts + inside
    lasts = firsts + lengths - 1
    which = np.repeat(np.arange(len(cues)), lengths)
    places = np.arange(len(which)) + (firsts - lengths.cumsum() + lengths).take(which)
    edges = (places == firsts.take(which)) | (places == lasts.take(which))
    seen = np.zeros(len(coded.words), np.bool_)
    seen[places] = True
    own = _own_scores(coded, seen.nonzero()[0])
    scores = own.take(seen.cumsum().take(places) - 1, axis=0)
    about = _about(coded, centres, _outlines(coded, centres, firsts, lasts))
    standing = _standing(coded, places, centres.take(which), edges)
    scores += _related(coded, about, standing, which)
    columns = {
        "closed": _closed(coded, places),
        "path": _paths(coded, centres, which, places),
        **coded.around(places, coded.model.relations.unit.names),
        **{name: column.take(which) for name, column in about.items()},
        **_between(coded, standing),
    }
    scores += coded.model.relations.unit.sums(columns)
    return scores, lengths


def _related(
    coded: CodedSegments, about: dict[str, Codes], standing: _Standing, which: Codes
) -> Hundredths:
    """For each unit, the score of each label by what is known without a look at the unit."""
    relations, grids = coded.model.relations, coded.model.grids
    columns = {name: column.repeat(AT) for name, column in about.items()}
    count = len(columns["cue"]) // AT
    columns["at"] = np.tile(grids["at"], count)
    columns["side"] = np.tile(grids["side"].repeat(2), count)
    scores = relations.side.sums(columns).take(which * AT + standing.at, axis=0)
    steps, gaps = (len(rows) // AT for rows in (relations.distances, relations.gaps))
    distance = np.minimum(standing.distance, steps - 1)
    scores += relations.distances.take(standing.at * steps + distance, axis=0)
    scores += relations.gaps.take(standing.at * gaps + standing.lies, axis=0)
    return scores


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


def _about(coded: CodedSegments, centres: Codes, outlines: Codes) -> dict[str, Codes]:
    """What is the same for all units of a cue: the cue itself and what stands next to it."""
    closed = coded.model.sorts["closed"].take(coded.words.take(centres + 1)).tolist()
    seen = zip(coded.written(centres + 1), coded.tagged(centres + 1), closed, strict=True)
    behind = [word if known else tag for word, tag, known in seen]
    return {
        "cue": coded.words.take(centres),
        "outline": outlines,
        "follows": _closed(coded, centres + 1),
        "precedes": _closed(coded, centres - 1),
        "cue_tag": coded.column(map(add, coded.tagged(centres), behind)),
    }


_STEPS = np.array([0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7])
"""The step of each distance up to ten, by which the grids of nearness are read."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where units stand: the side of the cue, that at the edge apart, how far off, what is between.

    All are numbers by which grids are read.
    """

    side: Codes
    at: Codes
    distance: Codes
    commas: Codes
    verbs: Codes
    lies: Codes


def _standing(coded: CodedSegments, places: Codes, centres: Codes, edges: Flags) -> _Standing:
    """Where units stand, seen from the cue of each."""
    side = (places < centres) + 2 * (places > centres)
    last = np.maximum(places, centres) - 1
    first = np.minimum(np.minimum(places, centres), last)
    counts = coded.counts.take(last, axis=1) - coded.counts.take(first, axis=1)
    commas, verbs = np.minimum(counts[BREAK], 3), np.minimum(counts[VERB], 2)
    seen = counts[QUOTATION:] > 0
    lies = (commas * 3 + verbs) * 8 + 4 * seen[0] + 2 * seen[1] + seen[2]
    at = (2 * side + edges) * (side > 0)
    return _Standing(side, at, np.abs(places - centres), commas, verbs, lies)


def _between(coded: CodedSegments, standing: _Standing) -> dict[str, Codes]:
    """The side of the cue on which a unit stands, joined to what else is known of its place."""
    grids, side = coded.model.grids, standing.side
    near = _STEPS.take(np.minimum(standing.distance, 10))
    return {
        "at_near": grids["at_near"][standing.at, near],
        "side_near": grids["side_near"][side, near],
        "side_between": grids["side_between"][side, standing.lies],
        "side_commas": grids["side_few"][side, np.minimum(standing.commas, 2)],
        "side_verbs": grids["side_few"][side, standing.verbs],
    }


_LONGEST_WAY = 7
"""How many sorts a way may have: the same ones as the trainer's."""

_STEPS_AWAY = np.arange(_LONGEST_WAY)[:, None]


def _paths(coded: CodedSegments, centres: Codes, which: Codes, places: Codes) -> Codes:
    """The code of the way from the cue to each unit: the sorts of words passed.

    A sort repeated counts once, and far ways are cut.
    """
    ways = coded.model.ways
    sorts = coded.model.coarse.take(coded.tags)
    begins = np.append(True, sorts[1:] != sorts[:-1])
    runs = begins.cumsum()
    passed = np.pad(sorts[begins], _LONGEST_WAY)
    before, behind = runs.take(centres - 1), runs.take(centres + 1)
    steps = np.concatenate([before - _STEPS_AWAY, behind + _STEPS_AWAY], axis=1)
    sides = ways.begins.repeat(len(centres))
    codes = ways.codes_along(sides, passed.take(steps + _LONGEST_WAY - 1))
    run, centre = runs.take(places), centres.take(which)
    on_left = places < centre
    far = np.where(on_left, before.take(which) - run, run - behind.take(which))
    rows = np.minimum(far, _LONGEST_WAY - 1) * len(sides) + which
    ways_to = codes.take(rows + len(centres) * ~on_left, mode="clip")
    return np.where(places == centre, 0, ways_to)
