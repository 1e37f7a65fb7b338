"""What a mention does in its sentence: speaks, acts, is acted on, or only owns something."""

from __future__ import annotations

from newslib.speakers.lists import Lists, load_lists, words_of
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
    lists = load_lists()
    after, before = words.gaps[last - 1], words.lower[first - 1]
    joined = first > 0 and words.gaps[first - 1] == " "
    if after.startswith(("'s", "’s", "' ", "’ ")):
        return "possessor"
    if speaks(words, first, last):
        return "speaker"
    acts = _is_verb(words, lists, _behind(words, last))
    acts = acts or (words.lower[last].endswith("ly") and _is_verb(words, lists, last + 1))
    opens = words.begins[first] or (joined and before in words_of("clause"))
    if joined and lists.function.get(before) == "preposition" and not opens:
        return "oblique"
    if opens or (acts and not joined):
        return "subject"
    if acts:
        return "inner"
    return "object"


def speaks(words: Words, first: int, last: int) -> bool:
    """Whether a reporting verb belongs to a mention: "Marsh, the envoy, said", "said Marsh"."""
    lists = load_lists()
    closes = first > 0 and words.gaps[first - 1] == ", " == words.gaps[last - 1]
    index = last if closes and words.lower[last] in lists.reporting else _behind(words, last)
    while index < last + _APPOSITION and (
        words.lower[index] in words_of("between") or words.lower[index].endswith("ly")
    ):
        index += 1
    if closes and index == last:
        return True
    if words.lower[index] in lists.reporting and not _cut(words, last - 1, index):
        return words.lower[first - 1] not in ("by", "of") or index > last
    before, gap = words.lower[first - 1], words.gaps[first - 1]
    if first == 0 or gap != " ":
        return False
    if before in lists.reporting:
        ahead = words.gaps[first - 2] if first > 1 else '"'
        return any(mark in ahead for mark in "\"”’',")
    return before == "to" and words.lower[first - 2] == "according"


def _behind(words: Words, last: int) -> int:
    """The first word behind a mention and whatever is set off by commas, dashes or brackets."""
    gap = words.gaps[last - 1] if last else " "
    ends = _CLOSING.get(gap.strip()) if gap != " " else None
    if ends is None:
        return last
    for index in range(last, min(last + _APPOSITION, len(words.starts) - 1)):
        if words.begins[index]:
            break
        if ends in words.gaps[index]:
            return index + 1
    return last


def _cut(words: Words, before: int, index: int) -> bool:
    """Whether a sentence or a quotation ends between a mention and a verb next to it."""
    gap = words.gaps[before]
    return (index == before + 1 and gap != " ") or words.begins[index]


def _is_verb(words: Words, lists: Lists, index: int) -> bool:
    """Whether a word looks like a finite verb."""
    word = words.lower[index]
    finite = (
        word in words_of("finite")
        or word in lists.reporting
        or lists.function.get(word) == "auxiliary"
    )
    return finite or (word.endswith("ed") and len(word) > 4) or word.endswith("n't")
