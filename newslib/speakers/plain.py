"""Names where capitals tell nothing: text without them, headlines that have them everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newslib.speakers.capitals import Found
from newslib.speakers.lists import NAMED, TITLES, Lists, load_lists, words_of
from newslib.speakers.words import Words

__all__ = ["find_plain_names"]

_TITLE_WORDS = 12
"""How many words of titles may stand before a name."""


def find_plain_names(words: Words, found: list[Found]) -> list[Found]:
    """Names the rest of the story vouches for, or that a given name or a title gives away."""
    if all(words.telling):
        return []
    lists = load_lists()
    known = {w.lower().replace("’", "'") for f in found if f.kind == "person" for w in f.name}
    first_pass = list(_sweep(words, lists, known))
    learned = {w.lower() for f in first_pass if f.kind == "person" for w in f.name} - known
    if not learned:
        return first_pass
    known |= learned
    return list(_sweep(words, lists, known))


def _sweep(words: Words, lists: Lists, known: set[str]) -> Iterator[Found]:
    """The names in the paragraphs whose capitals tell nothing; `known` are words of names."""
    last = 0
    mute = [number for number, tells in enumerate(words.telling) if not tells]
    for index in chain.from_iterable(map(words.inside, mute)):
        word = words.lower[index]
        possible = word in lists.sizes or word in known or word in lists.given
        if index >= last and possible:
            item = _name_at(words, lists, known, index) or _known_at(words, lists, index)
            if item is not None:
                yield item
                last = item.last


def _name_at(words: Words, lists: Lists, known: set[str], index: int) -> Found | None:
    """A person whose titles or name begin at a word."""
    first, gender, titled = index, "", ""
    while index < min(first + _TITLE_WORDS, len(words.starts)):
        stop, kind = lists.longest(words.lower, index, len(words.starts))
        demonym = (words.lower[index],) in lists.demonyms
        if (kind not in TITLES and not (kind == "modifier" or demonym)) or words.lower[stop] == "":
            break
        if words.gaps[stop - 1] not in (" ", ". "):
            return None
        titled = kind if kind in TITLES else titled
        gender = lists.titles.get(tuple(words.lower[index:stop]), ("", ""))[1] or gender
        index = max(stop, index + 1)
    last = _name_end(words, lists, known, index, titled)
    if last == index or (first < index and not titled):
        return None
    return Found(
        first, last, "person", words.name(index, last), tuple(words.lower[first:index]), gender
    )


def _name_end(words: Words, lists: Lists, known: set[str], index: int, titled: str) -> int:
    """Where a name ends that begins at a word; the word itself where none does."""
    last = index
    while last < len(words.starts) and last < index + 4:
        word = words.lower[last]
        given = word in lists.given and word not in lists.function and word not in lists.openers
        after_given = last == index + 1 and words.lower[index] in lists.given
        fits = word in known or (given and last == index and (titled or _pairs(words, lists, last)))
        honoured = titled == "honorific" and last == index
        if not (fits or ((after_given or honoured) and _may_name(words, lists, last))):
            break
        last += 1
        if words.gaps[last - 1] != " ":
            break
    return last


def _pairs(words: Words, lists: Lists, index: int) -> bool:
    """Whether a given name has what may be a surname behind it."""
    return words.gaps[index] == " " and _may_name(words, lists, index + 1)


def _may_name(words: Words, lists: Lists, index: int) -> bool:
    """Whether a word may be a surname: none that the lists know as something else."""
    word = words.lower[index]
    other = word in lists.function or word in lists.reporting or word in lists.nouns
    listed = (word,) in lists.kinds or word in lists.openers
    return bool(word) and not (other or listed or word.endswith(("ed", "ing", "ly")))


def _known_at(words: Words, lists: Lists, index: int) -> Found | None:
    """A state or a body whose name leaves no doubt without its capital."""
    stop, kind = lists.longest(words.lower, index, len(words.starts))
    if kind not in NAMED or any(words.gaps[i] != " " for i in range(index, stop - 1)):
        return None
    word = words.lower[index]
    shouts = words.written[index][0].isupper()
    doubtful = kind == "organisation" and stop - index == 1 and not shouts
    if (
        doubtful
        or word in lists.function
        or len(word) < 3
        or (word in words_of("common") and not shouts)
    ):
        return None
    return Found(index, stop, NAMED[kind], words.name(index, stop), (kind,))
