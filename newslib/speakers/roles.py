"""What a mention does in its sentence: speaks, acts, is acted on, or only owns something."""

from __future__ import annotations

from functools import lru_cache

from newslib.kept import Kept
from newslib.speakers.lists import load_lists, words_of
from newslib.speakers.words import Words

__all__ = ["role_of", "speaks"]

_APPOSITION = 24
"""How many words may stand between a name and its verb, set off by marks."""

_CLOSING = {",": ",", "(": ")", "—": "—", "–": "–", "-": "-", "--": "--"}
"""The marks that set off what stands behind a mention, and what ends it."""


def role_of(words: Words, first: int, last: int) -> str:
    """What the words `first` up to `last` do: a key of the weights in `pronouns`.

    "inner" is the subject of a clause inside a sentence, "oblique" stands behind a preposition.
    """
    gaps, lower = words.gaps, words.lower
    if gaps[last - 1] != " " and gaps[last - 1].startswith(("'s", "’s", "' ", "’ ")):
        return "possessor"
    index = _behind(words, last)
    if _speaks(words, first, last, index):
        return "speaker"
    acts = _verbs[lower[index]] or (lower[last].endswith("ly") and _verbs[lower[last + 1]])
    joined = first > 0 and gaps[first - 1] == " "
    before = _joins[lower[first - 1]] if joined else ""
    opens = words.begins[first] or before == "clause"
    if before == "preposition" and not opens:
        return "oblique"
    if opens or (acts and not joined):
        return "subject"
    if acts:
        return "inner"
    return "object"


def speaks(words: Words, first: int, last: int) -> bool:
    """Whether a reporting verb belongs to a mention: "Marsh, the envoy, said", "said Marsh"."""
    return _speaks(words, first, last, _behind(words, last))


def _speaks(words: Words, first: int, last: int, behind: int) -> bool:
    """The same where it is known what stands behind the mention and what is set off there."""
    gaps, lower = words.gaps, words.lower
    reporting, between = _speech()
    closes = first > 0 and gaps[first - 1] == ", " == gaps[last - 1]
    index = last if closes and lower[last] in reporting else behind
    while index < last + _APPOSITION and (lower[index] in between or lower[index].endswith("ly")):
        index += 1
    if closes and index == last:
        return True
    if lower[index] in reporting and not _cut(words, last - 1, index):
        return lower[first - 1] not in ("by", "of") or index > last
    if first == 0 or gaps[first - 1] != " ":
        return False
    if lower[first - 1] in reporting:
        ahead = gaps[first - 2] if first > 1 else '"'
        return any(mark in ahead for mark in "\"”’',")
    return lower[first - 1] == "to" and lower[first - 2] == "according"


def _behind(words: Words, last: int) -> int:
    """The first word behind a mention and whatever is set off by commas, dashes or brackets."""
    gap = words.gaps[last - 1] if last else " "
    if gap == " ":
        return last
    ends = _CLOSING.get(gap.strip())
    if ends is None:
        return last
    stop = min(last + _APPOSITION, len(words.starts) - 1)
    for index in range(last, stop):
        if words.begins[index]:
            break
        if ends in words.gaps[index]:
            return index + 1
    return last


def _cut(words: Words, before: int, index: int) -> bool:
    """Whether a sentence or a quotation ends between a mention and a verb next to it."""
    gap = words.gaps[before]
    return (index == before + 1 and gap != " ") or words.begins[index]


def _is_verb(word: str) -> bool:
    """Whether a word looks like a finite verb."""
    return word in _irregular() or (word.endswith("ed") and len(word) > 4) or word.endswith("n't")


_verbs = Kept(_is_verb, most=20_000)


@lru_cache(maxsize=1)
def _irregular() -> frozenset[str]:
    """The finite verbs that do not look like it."""
    lists = load_lists()
    auxiliaries = [word for word, category in lists.function.items() if category == "auxiliary"]
    return lists.reporting.union(words_of("finite"), auxiliaries)


def _joining(word: str) -> str:
    """Whether a word before a mention opens a "clause" or is a "preposition"; else ""."""
    if word in words_of("clause"):
        return "clause"
    return "preposition" if load_lists().function.get(word) == "preposition" else ""


_joins = Kept(_joining, most=20_000)


@lru_cache(maxsize=1)
def _speech() -> tuple[frozenset[str], frozenset[str]]:
    """The reporting verbs, and what may stand between a speaker and one of them."""
    return load_lists().reporting, words_of("between")
