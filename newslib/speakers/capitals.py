"""What a run of capitalised words names: a person, an office, a state, a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newslib.speakers.lists import NAMED, TITLES, Lists, load_lists, words_of
from newslib.speakers.runs import LINKS

__all__ = ["Found", "read_run"]


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


class Run(NamedTuple):
    """The words of a run, in the same lists that `Words` has for all words of an article.

    `lower` and `gaps` end with what stands before the first word, so that it is found at -1.
    """

    written: tuple[str, ...]
    lower: tuple[str, ...]
    gaps: tuple[str, ...]

    def name(self, first: int, last: int) -> tuple[str, ...]:
        """The words from `first` up to `last` as they are written."""
        return self.written[first:last]


@lru_cache(maxsize=20_000)
def read_run(written: tuple[str, ...], gaps: tuple[str, ...], before: str) -> tuple[Found, ...]:
    """What one run names, words counted from its first: the same wherever the run stands.

    `gaps` has what stands before each word, and `before` the word before the run, where it is
    "the"; nothing else around a run bears on what it names.

    >>> [(found.kind, found.name) for found in read_run(("Ann", "Marsh"), (" ", " "), "")]
    [('person', ('Ann', 'Marsh'))]
    """
    lower = [word.lower().replace("’", "'") for word in written]
    run = Run(written, (*lower, before), (*gaps[1:], gaps[0]))
    return tuple(_read_run(run, load_lists(), 0, len(written)))


_COMPOUND = re.compile(r"-[a-z]{3,}$")
"""A capital word with a small one joined to it, "Oscar-winner", names nobody."""


def _read_run(run: Run, lists: Lists, first: int, last: int) -> Iterator[Found]:
    """What one run names, its days laid aside."""
    while first < last and "-" in run.written[first] and _COMPOUND.search(run.written[first]):
        first += 1
    pieces: list[tuple[int, int, str]] = []
    index = first
    while index < last:
        stop, kind = index + 1, "word"
        if run.lower[index] in lists.sizes:
            known, kind = lists.longest(run.lower, index, last)
            stop, kind = max(known, stop), kind or "word"
        pieces.append((index, stop, kind))
        index = stop
    return _read_pieces(run, lists, pieces)


_SPLITS = frozenset(("calendar", "other"))
"""The kinds of words that end a name."""


def _read_pieces(run: Run, lists: Lists, pieces: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Divide at days and the like; read what lies between."""
    group: list[tuple[int, int, str]] = []
    for piece in pieces:
        if piece[2] in _SPLITS:
            named = group and group[-1][2] in ("word", "honorific", "rank", "office", "modifier")
            if run.lower[piece[0]] not in lists.given or (group and not named):
                if group:
                    yield from _read_group(run, lists, group)
                group = []
                continue
        group.append(piece)
    if group:
        yield from _read_group(run, lists, group)


def _read_group(run: Run, lists: Lists, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """A person with titles, an office, a body, or known names one by one."""
    first, last = group[0][0], group[-1][1]
    title = _last_title(run, lists, group)
    if last - first > 1 and _is_linked(run, lists, first, last):
        yield Found(first, last, "organisation", run.name(first, last))
    elif title + 1 < len(group) and title >= 0:
        yield _person(run, lists, first, group[title + 1][0], last)
    elif title >= 0:
        yield from _office(run, group)
    elif len(group) == 1 and group[0][2] not in ("word", "modifier"):
        yield from _known(run, lists, group[0])
    elif group[-1][2] == "place" and last - first > 2:
        return
    elif _is_body(run, lists, first, last):
        yield Found(first, last, "organisation", run.name(first, last))
    else:
        yield from _untitled(run, lists, group)


def _is_linked(run: Run, lists: Lists, first: int, last: int) -> bool:
    """Whether a run is a body with a link in its name: "Bank of Calder", "Office of the Dean"."""
    between = range(first + 1, last)
    return any(run.lower[at] in LINKS and run.lower[at - 1] in lists.heads for at in between)


def _is_body(run: Run, lists: Lists, first: int, last: int) -> bool:
    """Whether a run ends like a body: "Education Ministry"."""
    named = last - first > 1 or run.lower[first - 1] == "the"
    return run.lower[last - 1] in lists.heads and named


def _last_title(run: Run, lists: Lists, group: list[tuple[int, int, str]]) -> int:
    """The place in the group of its last title, or -1; "Stephen King" has none."""
    for place in range(len(group) - 1, -1, -1):
        start, stop, kind = group[place]
        if kind not in TITLES:
            continue
        surname = stop - start == 1 and run.lower[start] in words_of("surname")
        named = place > 0 and run.lower[group[place - 1][0]] in lists.given
        honoured = place > 0 and group[place - 1][2] == "honorific" and kind == "office"
        spoken_to = run.lower[start] in words_of("spoken to")
        if place + 1 < len(group) or not ((surname and named) or (honoured and not spoken_to)):
            return place
    return -1


def _person(run: Run, lists: Lists, first: int, name: int, last: int) -> Found:
    """A name with titles before it: "Russian Foreign Minister Sergey Lavrov"."""
    titles = tuple(run.lower[first:name])
    if name < last and run.lower[name] in LINKS:
        if last - name <= 2:  # "Duke of York": a place nobody listed, and no name behind it
            return Found(first, last, "office", (), titles)
        name = _behind_link(run, lists, name, last)
    while name + 1 < last and (run.lower[name],) in lists.demonyms:
        name += 1
    gender = next((g for t in _phrases(titles) if (g := lists.titles.get(t, ("", ""))[1])), "")
    if run.lower[last - 1] in lists.heads and last - name > 1:
        return Found(first, last, "organisation", run.name(first, last))
    return Found(first, last, "person", _name_words(run, lists, name, last), titles, gender)


def _behind_link(run: Run, lists: Lists, name: int, last: int) -> int:
    """The first given name behind "of …", or the end of it."""
    for index in range(name + 1, last):
        if run.lower[index] in lists.given:
            return index
    return min(name + 2, last - 1)


def _phrases(titles: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The titles of one word and of two, the last first: it stands next to the name."""
    for start in range(len(titles) - 1, -1, -1):
        yield titles[start : start + 1]
        yield titles[start : start + 2]


def _office(run: Run, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """A title without a name behind it: an office, with whatever stands before it."""
    first, last = group[0][0], group[-1][1]
    category = group[-1][2]
    if category == "office" and all(kind != "word" for _, _, kind in group):
        yield Found(first, last, "office", (), tuple(run.lower[first:last]))
    elif category != "office" and len(group) > 1:
        yield Found(first, last, "person", run.name(first, last), sure=False)


def _known(run: Run, lists: Lists, piece: tuple[int, int, str]) -> Iterator[Found]:
    """A state, a capital, a people or a body by its own name."""
    first, last, kind = piece
    if kind in NAMED:
        yield Found(first, last, NAMED[kind], run.name(first, last), (kind,))
    elif kind == "place" and run.lower[first] in lists.given:
        yield Found(first, last, "person", run.name(first, last), sure=False)


def _untitled(run: Run, lists: Lists, group: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Names without titles: nationalities and parties before them, known names between."""
    if run.lower[group[0][0]] in lists.given and len(group) > 1:
        yield _plain(run, lists, group[0][0], group[-1][1])
        return
    plain: list[int] = []
    for piece in group:
        if piece[2] == "word":
            plain.extend(range(piece[0], piece[1]))
            continue
        if plain:
            yield _plain(run, lists, plain[0], plain[-1] + 1)
            plain = []
        yield from _known(run, lists, piece)
    if plain:
        yield _plain(run, lists, plain[0], plain[-1] + 1)


_NAME_WORDS = 6
"""The longest personal name without a title."""

_ACRONYM = re.compile(r"(?![IVX]+$|[RDI]-)[^\W\d_a-z]{2,6}(?:&[^\W\d_a-z]{1,3})?")
"""The short name of a body, but no Roman number and no party with a state, as in "R-Ohio"."""


def _plain(run: Run, lists: Lists, first: int, last: int) -> Found:
    """A name with nothing before it, person or not."""
    written = run.name(first, last)
    determined = run.lower[first - 1] == "the" and run.gaps[first - 1] == " "
    given = run.lower[first] in lists.given
    if len(written) == 1:
        sure = bool(_ACRONYM.fullmatch(written[0]))
        kind = "organisation" if written[0].isupper() and len(written[0]) > 1 else "person"
        return Found(first, last, kind, written, sure=sure)
    if (determined and not given) or len(written) > _NAME_WORDS:
        return Found(first, last, "organisation", written, sure=False)
    return Found(first, last, "person", _name_words(run, lists, first, last), sure=given)


def _name_words(run: Run, lists: Lists, first: int, last: int) -> tuple[str, ...]:
    """The words of a personal name; a nickname in brackets behind a given name is left out."""
    kept = []
    for index in range(first, last):
        bracket = index > first and run.gaps[index - 1].endswith("(")
        if bracket and run.lower[first] in lists.given:
            continue
        kept.append(run.written[index])
    return tuple(kept)
