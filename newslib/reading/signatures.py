"""Bylines without "By" and place lines with a colon, told by lists and by the rest of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from newslib.lexicons import category_words
from newslib.reading.lines import Line, read_date_line

__all__ = ["find_place", "signed"]

_HEAD = 8
"""How many lines from the top a byline without "By" may stand."""

_PERSON = r"[A-Z][a-z’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+"
_SIGNATURE = re.compile(
    rf"(?P<names>{_PERSON}(?: (?:and|&) {_PERSON})?)"
    r"(?P<desk>(?:,| \||\s[–—-]| for| in) [A-Z][\w’'&-]+(?: (?:of|the|and|[\w’'&-]+)){0,5})?"
)


def signed(lines: list[Line]) -> list[Line]:
    """The lines of a text, the one in its head marked that is a byline without "By".

    "Jane Doe, The Harbour Post" is one, and "Jane Doe" next to a date. To be sure of it, each
    name must begin with a known given name, no name may come up again in the text (as that of
    somebody the story is about does), and no second line of the head may look like it.

    >>> from newslib.reading.lines import split_lines
    >>> story = split_lines("Talks stall\\nJane Doe, The Post\\n\\nThe envoys met.\\nThey left.")
    >>> [line.text for line in signed(story) if line.signed]
    ['Jane Doe, The Post']
    """
    found = [
        (number, match)
        for number, line in enumerate(lines[1:_HEAD], 1)
        if len(line.text) <= 80 and (match := _SIGNATURE.fullmatch(line.text))
    ]
    if len(found) != 1 or not _is_signature(lines, *found[0]):
        return lines
    number = found[0][0]
    return [*lines[:number], replace(lines[number], signed=True), *lines[number + 1 :]]


def _is_signature(lines: list[Line], number: int, match: re.Match[str]) -> bool:
    """Whether a line that looks like a byline is one, by its names and by the text around it."""
    names = [name.split() for name in re.split(r" (?:and|&) ", match["names"])]
    if not match["desk"] and not any(map(read_date_line, lines[number - 1 : number + 2])):
        return False
    if not all(name[0] in _given() for name in names):
        return False
    others = [line.text for at, line in enumerate(lines) if at != number]
    return not any(name[-1] in text for name in names for text in others)


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    sexes = ("male", "female", "either")
    return frozenset().union(*(category_words("given_names", sex) for sex in sexes))


_LABEL = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:\s+(?=[\"'“‘]?[A-Z0-9])")


def find_place(lines: list[Line], first: Line) -> re.Match[str] | None:
    """The place before a colon that begins the first line of the body: "LONDON: The talks …".

    It must be a capital or another place of `lexicons/states.tsv`. Where a second line begins
    with a word in capitals and a colon the text is a transcript, and such words are its speakers.

    >>> from newslib.reading.lines import split_lines
    >>> find_place(lines := split_lines("LONDON: The talks failed.\\nThey left."), lines[0])[0]
    'LONDON: '
    """
    match = _LABEL.match(first.text)
    if match is None or match[0].rstrip(": ").title() not in _places():
        return None
    labels = [line for line in lines if _LABEL.match(line.text)]
    return match if labels == [first] else None


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return category_words("states", "capital") | category_words("states", "place")
