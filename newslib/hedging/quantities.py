"""Rules for numbers, grades and crowds: approximators and weasel quantifiers."""

from __future__ import annotations

from newslib.hedging.clauses import is_reporting
from newslib.hedging.view import Cue, View, contexts

__all__ = [
    "after_number",
    "bare_holder",
    "certain_plural",
    "degree",
    "extent",
    "kind_of",
    "near_measure",
    "near_number",
    "opinion_holder",
]

_MODIFIERS = frozenset(("JJ", "NN", "NNP", "DT", "PRP$", "VBN", "NNS"))
_DETERMINERS = frozenset((
    "what", "some", "any", "other", "same", "one", "no", "this", "that", "these", "those", "which",
))  # fmt: skip


def near_number(view: View, cue: Cue) -> Cue | None:
    """About, around, some: before a number or a measure, not before a thing or a year."""
    place, word = cue.last + 1, view.word(cue.last + 1)
    year = len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}
    if view.word(cue.last) == "some":
        return cue if view.is_number(place) and not year else None
    topic = view.word(cue.first - 1) in contexts("talking")
    if (view.is_number(place) and not year) or word in {"half", "noon", "midnight"}:
        return None if topic else cue
    measured = word in {"a", "an"} and view.word(place + 1) in contexts("measure")
    return cue if (measured and not topic) or (word == "the" and _same(view, place)) else None


def _same(view: View, place: int) -> bool:
    """Whether "the same size" or the same measure begins at a place."""
    compared = view.word(place + 2)
    measured = compared in {"size", "time", "number", "amount"} or compared in contexts("measure")
    return view.word(place + 1) == "same" and measured


def near_measure(view: View, cue: Cue) -> Cue | None:
    """Roughly, at least, up to: before a number or a measure."""
    place, word = cue.last + 1, view.word(cue.last + 1)
    if view.is_number(place) or word in {"half", "twice", "between", "equal", "one", "equivalent"}:
        return cue
    measured = word in {"a", "an"} and view.word(place + 1) in contexts("measure")
    return cue if measured or (word == "the" and view.word(place + 1) == "same") else None


def after_number(view: View, cue: Cue) -> Cue | None:
    """Or so, or more: behind a number, or a measure that has one."""
    before = view.word(cue.first - 1)
    counted = any(view.is_number(cue.first - step) for step in (1, 2, 3))
    one = view.word(cue.first - 2) in {"a", "an", "last", "past"} and before in contexts("measure")
    return cue if (counted and view.tag(cue.first - 1) in {"CD", "NN", "NNS"}) or one else None


def degree(view: View, cue: Cue) -> Cue | None:
    """Rather, quite: before an adjective or adverb; not "rather than", "would rather"."""
    following, before = view.tag(cue.last + 1), view.word(cue.first - 1)
    preferred = before in {"or", "but", "would", "'d"}
    graded = following[:2] in {"JJ", "RB"} or following in {"VBN", "VBG"}
    return cue if graded and not preferred and before not in {"not", "n't"} else None


def kind_of(view: View, cue: Cue) -> Cue | None:
    """Kind of, sort of, as adverbs: no determiner or adjective before."""
    noun = view.tag(cue.first - 1) in {"DT", "JJ", "JJS", "PRP$", "WDT", "WP", "CD", "PDT"}
    determined = view.word(cue.first - 1) in _DETERMINERS
    return None if noun or determined or cue.first == 0 else cue


def extent(view: View, cue: Cue) -> Cue | None:
    """To a … extent: the gap holds one grading word, no "the" and no "what"."""
    gap = view.words[cue.first + 1 : cue.last]
    return None if {"the", "what", "which", "that"} & set(gap) else cue


def opinion_holder(view: View, cue: Cue) -> Cue | None:
    """Some critics, many say: a quantity of people who hold views, or of nothing but views."""
    counted = view.word(cue.first - 1) == "as" or view.tag(cue.first - 1) == "CD"
    if counted or view.tag(cue.first - 1) in {"DT", "PRP$", "POS"}:
        return None
    place, limit = cue.last + 1, cue.last + 5
    if view.word(place) == "of":
        place += 1
    while place < limit and view.tag(place) in _MODIFIERS:
        word = view.word(place)
        plural = (
            word in contexts("opinion_holder") and view.tag(place) != "NNP" and word[-1] in "sn"
        )
        if plural and (_some(view, cue) or is_reporting(view, place + 1)):
            return cue.widened(cue.first, place)
        if word in contexts("crowd") and is_reporting(view, place + 1):
            return cue.widened(cue.first, place)
        if view.tag(place) == "NNS":
            return None
        place += 1
    alone = view.word(cue.last) in {"some", "many", "most", "others", "several", "few"}
    return cue if alone and is_reporting(view, cue.last + 1) else None


def _some(view: View, cue: Cue) -> bool:
    """Whether a quantifier alone leaves open who they are: no "most", no "other", no "few"."""
    return view.word(cue.last) not in {"most", "other", "few", "majority", "multiple"}


def bare_holder(view: View, cue: Cue) -> Cue | None:
    """Critics say: nobody can ask them; not "the critics", "his critics", "most critics"."""
    alone = cue.first == 0 or view.tag(cue.first - 1) in {"IN", ",", "CC", "RB", "VBD", "VBZ"}
    return cue if alone and is_reporting(view, cue.last + 1) else None


def certain_plural(view: View, cue: Cue) -> Cue | None:
    """Certain countries: which ones is left open."""
    place = cue.last + 1
    while view.tag(place) == "JJ":
        place += 1
    return cue if view.tag(place) == "NNS" and view.tag(cue.first - 1) != "DT" else None
