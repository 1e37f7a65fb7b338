"""Runs of capitalised words: what opens a sentence laid aside, bodies with a common noun read."""

from __future__ import annotations

from functools import lru_cache

from newslib.kept import Kept
from newslib.speakers.capitals import Found, read_run
from newslib.speakers.lists import Lists, load_lists, words_of
from newslib.speakers.runs import runs
from newslib.speakers.words import Words

__all__ = ["find_names"]


def find_names(words: Words) -> list[Found]:
    """Everything named by capitalised words, in text order."""
    lists, (opening, closing) = load_lists(), _edges()
    lower, gaps = words.lower, words.gaps
    found: list[Found] = []
    for start, last in runs(words, lists):
        first = start
        while (
            first < last
            and (lower[first] in opening or "'" in lower[first])
            and _is_opener(words, lists, first, last)
        ):
            first += 1
        behind = gaps[last - 1] == " " and lower[last] in closing
        body = (
            _body(words, lists, first, last)
            if behind or lower[first - 1] in lists.apposed
            else None
        )
        if body is not None:
            while found and found[-1].last > body.first:
                found.pop()
            found.append(body)
        elif first < last:
            found.extend(_named(words, first, last))
    return found


@lru_cache(maxsize=1)
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The words that may open a run without being part of it, and those that may close a body."""
    lists = load_lists()
    opening = lists.openers.union(lists.function, lists.reporting)
    return opening, lists.bodies | words_of("body modifier")


def _named(words: Words, first: int, last: int) -> list[Found]:
    """What a run names, counted from the words of the article."""
    if last == first + 1 and words.lower[first - 1] != "the":
        return [Found(first, last, *one[2:]) for one in _alone[words.written[first]]]
    before = "the" if words.lower[first - 1] == "the" else ""
    gap = words.gaps[first - 1] if before else ""
    named = read_run(words.name(first, last), (gap, *words.gaps[first : last - 1]), before)
    return [Found(one[0] + first, one[1] + first, *one[2:]) for one in named]


_alone = Kept(lambda word: read_run((word,), ("",), ""), most=20_000)
"""What a capitalised word names where nothing else is written with it."""


def _body(words: Words, lists: Lists, first: int, last: int) -> Found | None:
    """A body named by a name and a common noun: "the Obama administration"."""
    end = last
    while (
        end < last + 3
        and words.gaps[end - 1] == " "
        and words.lower[end] in words_of("body modifier")
    ):
        end += 1
    if first == last or words.gaps[end - 1] != " " or words.lower[end] not in lists.bodies:
        return _apposed(words, lists, first, last)
    if (words.lower[end + 1] in lists.nouns and words.gaps[end] == " ") or (
        (words.lower[end + 1],) in lists.titles and words.gaps[end] == " "
    ):
        return None
    return Found(first, end + 1, "organisation", words.name(first, end + 1))


def _apposed(words: Words, lists: Lists, first: int, last: int) -> Found | None:
    """A body behind the noun for its sort: "the newspaper Novaya Gazeta"."""
    if first == 0 or words.lower[first - 1] not in lists.apposed or words.gaps[first - 1] != " ":
        return None
    if words.lower[first] in lists.given or words.upper[first - 1]:
        return None
    start = first - 1
    while (
        start > 0
        and words.gaps[start - 1] == " "
        and (
            (words.upper[start - 1] and not words.begins[start - 1])
            or (words.lower[start - 1],) in lists.demonyms
        )
    ):
        start -= 1
    return Found(start, last, "organisation", words.name(first, last))


def _is_opener(words: Words, lists: Lists, index: int, last: int) -> bool:
    """Whether a capital is only there because a sentence, or a quotation, begins."""
    word = words.lower[index]
    if word in ("us", "it") and words.written[index].isupper():
        return False
    if word not in lists.openers and word not in lists.function:
        if words.begins[index] and index + 1 < last and word in lists.reporting:
            return word not in lists.given
        return "'" in word and word.partition("'")[0] in lists.function
    opens = words.begins[index] or words.text[words.starts[index] - 1] in "\"“‘'(—:"
    given = word in lists.given and index + 1 < last
    return (opens and not given) or word in lists.function or index + 1 == last
