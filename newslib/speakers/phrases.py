"""Noun phrases without a name: offices ("the minister") and unnamed sources ("two diplomats")."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter

from newslib.kept import Kept
from newslib.speakers.capitals import Found
from newslib.speakers.lists import Lists, load_lists, words_of
from newslib.speakers.words import Words

__all__ = ["extend_left", "find_common", "places_of"]

_PREDICATE = "="
"""What stands for the determiner of a noun that says what somebody is: "Marsh was minister"."""


def extend_left(words: Words, found: list[Found]) -> list[Found]:
    """Names with the lower-case titles before them: "palace spokeswoman Dana Lund"."""
    lists = load_lists()
    extended: list[Found] = []
    free = 0
    for item in found:
        if item.kind == "person":
            if words.gaps[item.first - 1] == " ":
                item = _with_titles(words, lists, item, free)  # noqa: PLW2901
            while extended and extended[-1].first >= item.first:
                extended.pop()
        extended.append(item)
        free = item.last if item.kind == "person" else free
    return extended


def _with_titles(words: Words, lists: Lists, item: Found, free: int) -> Found:
    """One name with the titles before it, which begin at word `free` or behind it."""
    first = item.first
    while first > free and words.gaps[first - 1] == " " and _is_role(words, lists, first - 1):
        first -= 1
    if first == item.first:
        return item
    roles = words.lower[first : item.first]
    if not any((w,) in lists.titles or w in lists.nouns for w in roles):
        return item
    genders = [
        g for w in reversed(roles)
        if (g := lists.titles.get((w,), lists.nouns.get(w, ("", "")))[1])
    ]  # fmt: skip
    gender = item.gender or (genders[0] if genders else "")
    return item._replace(first=first, titles=(*roles, *item.titles), gender=gender, sure=True)


def _is_role(words: Words, lists: Lists, index: int) -> bool:
    """Whether a word may stand in the titles before a name."""
    word = words.lower[index]
    if words.upper[index]:
        return words.written[index] == "US" or not (word in lists.function or word in lists.openers)
    noun = lists.nouns.get(word, ("", ""))[0]
    title = (word,) in lists.titles
    return title or noun in ("kin", "person") or (word in ("of", "state") and (
        words.lower[index - 1] in ("secretary", "chief", "head")
    ))  # fmt: skip


def find_common(words: Words, found: list[Found]) -> list[Found]:
    """Offices and unnamed sources in the words no name has taken, in text order."""
    lists = load_lists()
    taken = places_of([item for item in found if item.sure or len(item.name) > 1])
    common: list[Found] = []
    stop = 0
    for index in words.where(lists.common):
        if index >= stop and index not in taken:
            stop, item = _common_at(words, lists, index, taken)
            if item is not None:
                common.append(item)
    return common


def places_of(found: list[Found]) -> set[int]:
    """The numbers of all words in some phrases."""
    firsts, lasts = map(itemgetter(0), found), map(itemgetter(1), found)
    return set(chain.from_iterable(map(range, firsts, lasts)))


def _common_at(words: Words, lists: Lists, index: int, taken: set[int]) -> tuple[int, Found | None]:
    """What a common noun at this word names, and where to go on."""
    word = words.lower[index]
    if word == "those":
        return _those_who(words, index)
    stop, kind = lists.longest(words.lower, index, len(words.starts))
    if kind not in ("office", "rank"):
        stop, kind = index + 1, lists.nouns.get(word, ("", ""))[0]
        if not kind:
            return index + 1, None
    if kind in ("office", "rank") and words.gaps[index : stop - 1].count(" ") < stop - 1 - index:
        return index + 1, None
    first, determiner = _left(words, lists, index, taken)
    last = words.lower[stop - 1]
    if determiner == _PREDICATE:
        return stop, None
    if words.gaps[stop - 1] == " " and _is_noun(words, lists, stop, kind):
        return index + 1, None
    return stop, _classify(words, lists, Found(first, stop, kind, ()), determiner, last)


def _is_noun(words: Words, lists: Lists, index: int, kind: str) -> bool:
    """Whether a word makes the one before it a modifier: "the president elect", "a major row"."""
    word = words.lower[index]
    if word in lists.nouns:
        return True
    if kind not in ("office", "rank") or not word:
        return False
    verb = word in lists.reporting or word in words_of("finite")
    return not (verb or word in lists.function or word.endswith(("ed", "s", "ly", "ing")))


def _those_who(words: Words, index: int) -> tuple[int, Found | None]:
    """The group "those who …", to the end of its clause."""
    if words.lower[index + 1] != "who":
        return index + 1, None
    last = index + 2
    while last < len(words.starts) and last < index + 12 and words.gaps[last - 1] == " ":
        last += 1
    return last, Found(index, last, "unnamed", ())


def _left(words: Words, lists: Lists, index: int, taken: set[int]) -> tuple[int, str]:
    """Where the phrase around a noun begins, and its determiner ("" where it has none)."""
    first = index
    for before in range(index - 1, max(index - 5, -1), -1):
        if words.gaps[before] != " ":
            break
        sort = _before_noun[words.lower[before]]
        if sort == "determiner":
            return before, words.lower[before]
        if sort == "copula":
            return first, _PREDICATE
        if sort == "end" or before in taken:
            break
        first = before
    return _trimmed(words, lists, first, index), ""


def _sort_before_noun(word: str) -> str:
    """What a word before a noun is: "determiner", "copula", "end" of the phrase, or ""."""
    lists = load_lists()
    if word in words_of("number") or word.isdigit() or lists.function.get(word) == "determiner":
        return "determiner"
    if word in words_of("definite") or word in ("other", "many", "several", "some"):
        return "determiner"
    if word in words_of("copula"):
        return "copula"
    ends = word in lists.function or (word in lists.reporting and not word.endswith("ed"))
    return "end" if ends else ""


_before_noun = Kept(_sort_before_noun, most=20_000)


def _trimmed(words: Words, lists: Lists, first: int, index: int) -> int:
    """A phrase without a determiner keeps only modifiers known as such."""
    start = index
    for before in range(index - 1, first - 1, -1):
        word = words.lower[before]
        known = (word,) in lists.demonyms or lists.titles.get((word,), ("",))[0] == "modifier"
        if not (known or words.upper[before]):
            break
        start = before
    return start


def _classify(words: Words, lists: Lists, item: Found, determiner: str, head: str) -> Found | None:
    """An office where one person is meant, else an unnamed source; None where nobody is."""
    titles = tuple(words.lower[item.first : item.last])
    gender = lists.titles.get((head,), lists.nouns.get(head, ("", "")))[1]
    opens = words.begins[item.first]
    if item.kind in ("office", "rank"):
        if determiner in words_of("definite"):
            return item._replace(kind="office", titles=titles, gender=gender)
        if not determiner and (opens or (titles[0],) in lists.demonyms):
            return item._replace(kind="office", titles=titles, gender=gender)
        return item._replace(kind="unnamed", titles=titles, gender=gender) if determiner else None
    if head in words_of("states"):
        name = words.name(item.first, item.last)
        return item._replace(kind="state", name=name) if (titles[0],) in lists.demonyms else None
    if item.kind == "plural" and determiner == "that":
        item = item._replace(first=item.first + 1)
    if item.kind == "plural" or determiner:
        return item._replace(kind="unnamed", titles=titles, gender=gender)
    return None
