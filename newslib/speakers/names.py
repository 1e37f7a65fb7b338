"""Runs of capitalised words, and what each names: a person, an office, a state, a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslib.speakers.lists import NAMED, TITLES, Lists, load_lists, words_of
from newslib.speakers.runs import LINKS, runs
from newslib.speakers.words import Words

__all__ = ["Found", "find_names"]


class Found(NamedTuple):
    """A noun phrase found in the words: from word `first` up to `last`, and what it names.

    `name` holds the words of the name alone, `titles` those before it in lower case; `gender` is
    what the titles say. `sure` is False for a capitalised word nothing else vouches for.
    """

    first: int
    last: int
    kind: str
    name: tuple[str, ...]
    titles: tuple[str, ...] = ()
    gender: str = ""
    sure: bool = True


def find_names(words: Words) -> list[Found]:
    """Everything named by capitalised words, in text order."""
    lists = load_lists()
    found: list[Found] = []
    for start, last in runs(words, lists):
        first = start
        while first < last and _is_opener(words, lists, first, last):
            first += 1
        body = _body(words, lists, first, last)
        if body is not None:
            while found and found[-1].last > body.first:
                found.pop()
            found.append(body)
        elif first < last:
            found.extend(_read_run(words, lists, first, last))
    return found


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


_COMPOUND = re.compile(r"-[a-z]{3,}$")
"""A capital word with a small one joined to it, "Oscar-winner", names nobody."""


def _read_run(words: Words, lists: Lists, first: int, last: int) -> Iterator[Found]:
    """What one run names, its days laid aside."""
    while first < last and "-" in words.written[first] and _COMPOUND.search(words.written[first]):
        first += 1
    pieces: list[tuple[int, int, str]] = []
    index = first
    while index < last:
        stop, kind = index + 1, "word"
        if words.lower[index] in lists.sizes:
            known, kind = lists.longest(words.lower, index, last)
            stop, kind = max(known, stop), kind or "word"
        pieces.append((index, stop, kind))
        index = stop
    return _read_pieces(words, lists, pieces)


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


_SPLITS = frozenset(("calendar", "other"))
"""The kinds of words that end a name."""


def _read_pieces(words: Words, lists: Lists, pieces: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Divide at days and the like; read what lies between."""
    group: list[tuple[int, int, str]] = []
    for piece in pieces:
        if piece[2] in _SPLITS:
            named = group and group[-1][2] in ("word", "honorific", "rank", "office", "modifier")
            if words.lower[piece[0]] not in lists.given or (group and not named):
                if group:
                    yield from _read_group(words, lists, group)
                group = []
                continue
        group.append(piece)
    if group:
        yield from _read_group(words, lists, group)


def _read_group(words: Words, lists: Lists, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """A person with titles, an office, a body, or known names one by one."""
    first, last = group[0][0], group[-1][1]
    title = _last_title(words, lists, group)
    if last - first > 1 and _is_linked(words, lists, first, last):
        yield Found(first, last, "organisation", words.name(first, last))
    elif title + 1 < len(group) and title >= 0:
        yield _person(words, lists, first, group[title + 1][0], last)
    elif title >= 0:
        yield from _office(words, group)
    elif len(group) == 1 and group[0][2] not in ("word", "modifier"):
        yield from _known(words, lists, group[0])
    elif group[-1][2] == "place" and last - first > 2:
        return
    elif _is_body(words, lists, first, last):
        yield Found(first, last, "organisation", words.name(first, last))
    else:
        yield from _untitled(words, lists, group)


def _is_linked(words: Words, lists: Lists, first: int, last: int) -> bool:
    """Whether a run is a body with a link in its name: "Bank of Calder", "Office of the Dean"."""
    between = range(first + 1, last)
    return any(words.lower[at] in LINKS and words.lower[at - 1] in lists.heads for at in between)


def _is_body(words: Words, lists: Lists, first: int, last: int) -> bool:
    """Whether a run ends like a body: "Education Ministry"."""
    named = last - first > 1 or words.lower[first - 1] == "the"
    return words.lower[last - 1] in lists.heads and named


def _last_title(words: Words, lists: Lists, group: list[tuple[int, int, str]]) -> int:
    """The place in the group of its last title, or -1; "Stephen King" has none."""
    for place in range(len(group) - 1, -1, -1):
        start, stop, kind = group[place]
        if kind not in TITLES:
            continue
        surname = stop - start == 1 and words.lower[start] in words_of("surname")
        named = place > 0 and words.lower[group[place - 1][0]] in lists.given
        honoured = place > 0 and group[place - 1][2] == "honorific" and kind == "office"
        spoken_to = words.lower[start] in words_of("spoken to")
        if place + 1 < len(group) or not ((surname and named) or (honoured and not spoken_to)):
            return place
    return -1


def _person(words: Words, lists: Lists, first: int, name: int, last: int) -> Found:
    """A name with titles before it: "Russian Foreign Minister Sergey Lavrov"."""
    titles = tuple(words.lower[first:name])
    if name < last and words.lower[name] in LINKS:
        if last - name <= 2:  # "Duke of York": a place nobody listed, and no name behind it
            return Found(first, last, "office", (), titles)
        name = _behind_link(words, lists, name, last)
    while name + 1 < last and (words.lower[name],) in lists.demonyms:
        name += 1
    gender = next((g for t in _phrases(titles) if (g := lists.titles.get(t, ("", ""))[1])), "")
    if words.lower[last - 1] in lists.heads and last - name > 1:
        return Found(first, last, "organisation", words.name(first, last))
    return Found(first, last, "person", _name_words(words, lists, name, last), titles, gender)


def _behind_link(words: Words, lists: Lists, name: int, last: int) -> int:
    """The first given name behind "of …", or the end of it."""
    for index in range(name + 1, last):
        if words.lower[index] in lists.given:
            return index
    return min(name + 2, last - 1)


def _phrases(titles: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The titles of one word and of two, the last first: it stands next to the name."""
    for start in range(len(titles) - 1, -1, -1):
        yield titles[start : start + 1]
        yield titles[start : start + 2]


def _office(words: Words, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """A title without a name behind it: an office, with whatever stands before it."""
    first, last = group[0][0], group[-1][1]
    category = group[-1][2]
    if category == "office" and all(kind != "word" for _, _, kind in group):
        yield Found(first, last, "office", (), tuple(words.lower[first:last]))
    elif category != "office" and len(group) > 1:
        yield Found(first, last, "person", words.name(first, last), sure=False)


def _known(words: Words, lists: Lists, piece: tuple[int, int, str]) -> Iterator[Found]:
    """A state, a capital, a people or a body by its own name."""
    first, last, kind = piece
    if kind in NAMED:
        yield Found(first, last, NAMED[kind], words.name(first, last), (kind,))
    elif kind == "place" and words.lower[first] in lists.given:
        yield Found(first, last, "person", words.name(first, last), sure=False)


def _untitled(words: Words, lists: Lists, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Names without titles: nationalities and parties before them, known names between."""
    if words.lower[group[0][0]] in lists.given and len(group) > 1:
        yield _plain(words, lists, group[0][0], group[-1][1])
        return
    plain: list[int] = []
    for piece in group:
        if piece[2] == "word":
            plain.extend(range(piece[0], piece[1]))
            continue
        if plain:
            yield _plain(words, lists, plain[0], plain[-1] + 1)
            plain = []
        yield from _known(words, lists, piece)
    if plain:
        yield _plain(words, lists, plain[0], plain[-1] + 1)


_NAME_WORDS = 6
"""The longest personal name without a title."""

_ACRONYM = re.compile(r"(?![IVX]+$|[RDI]-)[^\W\d_a-z]{2,6}(?:&[^\W\d_a-z]{1,3})?")
"""The short name of a body, but no Roman number and no party with a state, as in "R-Ohio"."""


def _plain(words: Words, lists: Lists, first: int, last: int) -> Found:
    """A name with nothing before it, person or not."""
    written = words.name(first, last)
    determined = words.lower[first - 1] == "the" and words.gaps[first - 1] == " "
    given = words.lower[first] in lists.given
    if len(written) == 1:
        sure = bool(_ACRONYM.fullmatch(written[0]))
        kind = "organisation" if written[0].isupper() and len(written[0]) > 1 else "person"
        return Found(first, last, kind, written, sure=sure)
    if (determined and not given) or len(written) > _NAME_WORDS:
        return Found(first, last, "organisation", written, sure=False)
    return Found(first, last, "person", _name_words(words, lists, first, last), sure=given)


def _name_words(words: Words, lists: Lists, first: int, last: int) -> tuple[str, ...]:
    """The words of a personal name; a nickname in brackets behind a given name is left out."""
    kept = []
    for index in range(first, last):
        bracket = words.text[words.starts[index] - 1 : words.starts[index]] == "("
        if bracket and index > first and words.lower[first] in lists.given:
            continue
        kept.append(words.written[index])
    return tuple(kept)
