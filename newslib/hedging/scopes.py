"""What a cue softens, and whether the writer denies it."""

from __future__ import annotations

from newslib.article import Span
from newslib.hedging.view import BE, NOT, QUOTES, WINDOW, Cue, View, column, reporting_forms

__all__ = ["is_negated", "scope"]

_CONTRAST = frozenset(
    ("but", "however", "although", "though", "whereas", "while", "yet", "because", "unless", "if")
)
"""What begins a clause that a cue before it does not reach into."""

_RELATIVE = frozenset(("which", "who", "whose", "so"))
"""What does so behind a comma."""

_STOPS = frozenset((";", ":", "—", "–", "--", "?", "!", "..."))
"""The marks that end any clause."""

_BEGINS = _STOPS | {",", "that"} | QUOTES
"""What a clause, read backwards, begins behind."""

_MAY_END = _STOPS | _CONTRAST | QUOTES | {","}
"""The words and marks that may end a clause."""

_PHRASE = ("DT", "PRP$", "JJ", "CD", "NN", "POS", "VBN", "VBG", "RB", "$", "#")
"""How the tags begin of what may stand in a noun phrase."""


def scope(view: View, cue: Cue) -> Span | None:
    """The words a cue softens: its noun phrase, what stands before it, or its clause.

    A cue of the lexicon says so in the column `scope`; an adjective before its noun takes the
    noun phrase; all else runs from the cue to the end of the clause (Vincze et al. 2008), and
    where nothing follows, from the beginning of the clause to the cue.
    """
    wanted = column(cue.entry, "scope")
    adjective = view.tag(cue.last)[:2] == "JJ" and view.tag(cue.last + 1)[:2] in {"NN", "JJ"}
    if wanted == "before":
        return _before(view, cue.first)
    if wanted == "phrase" or adjective:
        end = _phrase_end(view, cue.last + 1)
    else:
        end = _clause_end(view, cue)
    return _between(view, cue.last + 1, end) or _before(view, cue.first)


def _between(view: View, first: int, end: int) -> Span | None:
    """The span of the tokens from `first` up to `end`, without marks at its edges."""
    words = view.words
    while end > first and not (words[end - 1].isalnum() or any(map(str.isalnum, words[end - 1]))):
        end -= 1
    while first < end and not (words[first].isalnum() or any(map(str.isalnum, words[first]))):
        first += 1
    return view.span(first, end) if first < end else None


def _before(view: View, cue: int) -> Span | None:
    """From the beginning of the clause up to a cue behind which nothing stands."""
    place = cue - 1
    while place > cue - WINDOW and place >= 0 and view.words[place] not in _BEGINS:
        place -= 1
    return _between(view, place + 1, cue)


def _phrase_end(view: View, place: int) -> int:
    """The end of the noun phrase or number that begins at a place."""
    limit = place + WINDOW
    while place < limit and (
        view.tag(place).startswith(_PHRASE) or view.word(place) in {"of", "$", "£", "€"}
    ):
        ended = view.tag(place)[:2] in {"DT", "RB", "VB"}
        if ended and view.tag(place - 1).startswith("NN"):
            break
        place += 1
    return place


def _clause_end(view: View, cue: Cue) -> int:
    """The end of the clause a cue stands in; a comma in a list does not end it."""
    condition = cue.category == "conditional"
    opened = 0
    limit = min(cue.last + WINDOW, len(view.words))
    for place in range(cue.last + 1, limit):
        word = view.words[place]
        if word not in _MAY_END:
            continue
        if word in QUOTES:
            opened += 1 if word in {"“", "``"} else -1 if word in {"”", "''"} else 0
            if opened < 0 or (word == '"' and _closes(view, cue, place)):
                return place
        if word in _STOPS or (word in _CONTRAST and place > cue.last + 1):
            return place
        if word == "," and (condition or _ends_clause(view, place)):
            return place
    return limit


def _closes(view: View, cue: Cue, place: int) -> bool:
    """Whether a straight mark closes what was opened before the cue."""
    return view.words[cue.last + 1 : place].count('"') % 2 == 0 and (
        view.written(place - 1)[-1:] in ",.!?"
        or place + 1 == len(view.words)
        or _in_quotes(view, cue)
    )


def _in_quotes(view: View, cue: Cue) -> bool:
    """Whether a straight mark stands open before the cue."""
    return view.before(cue.first).count('"') % 2 == 1


def _ends_clause(view: View, comma: int) -> bool:
    """Whether a comma ends the clause: a contrast, a participle or a reporting clause follows."""
    word, tag = view.word(comma + 1), view.tag(comma + 1)
    if word in _CONTRAST or word in _RELATIVE or word in QUOTES or tag == "VBG":
        return True
    if word in {"and", "or"}:
        return view.tag(comma + 2) in {"PRP", "NNP", "EX"} or view.word(comma + 2) == "that"
    ahead = range(comma + 1, min(comma + 6, len(view.words)))
    return any(view.words[i] in reporting_forms() and view.is_finite(i) for i in ahead)


def is_negated(view: View, cue: Cue) -> bool:
    """Whether a negation inside or just before a cue denies it: "is not likely".

    Between the two only adverbs, forms of "be", auxiliaries and articles may stand.
    """
    if cue.category == "negation":
        return False
    inside = view.words[cue.first : cue.last + 1]
    if len(inside) > 1 and " not " not in f" {cue.entry.entry} " and NOT & {*inside}:
        return "n't" in inside or "not" in inside or "never" in inside
    for place in range(cue.first - 1, max(cue.first - 5, -1), -1):
        if view.words[place] in NOT:
            return True
        passes = view.is_adverb(place) or view.tag(place) in {"DT", "VB"}
        if not passes and view.words[place] not in BE | {"have", "been", "all"}:
            return False
    return False
