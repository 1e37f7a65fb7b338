"""Runs of capitalised words: where something that may be a name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from newslib.speakers.lists import Lists, words_of
from newslib.speakers.words import Words

__all__ = ["LINKS", "runs"]

_SPACE = re.compile(r"[ \t\xa0\u2009\u202f]+|\s")
"""What may stand between two words of a name: any blanks, or one line end."""

_INSERT = re.compile(r"[ \xa0]\(")
"""What stands before a first name that the newsroom puts in brackets."""

LINKS = frozenset(("of", "for", "on"))
"""What joins an office or a body to the name of what it is for."""


def runs(words: Words, lists: Lists) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with nothing but spaces, particles and links between."""
    last, count = 0, len(words.starts)
    upper, begins, gaps, lower = words.upper, words.begins, words.gaps, words.lower
    joining = _joining()
    for index in compress(range(count), upper):
        if index < last:
            continue
        last = index + 1
        while last < count and not begins[last]:
            if not upper[last] and lower[last] not in joining:
                break
            plain = upper[last] and gaps[last - 1] == " "
            step = 1 if plain else _step(words, lists, last)
            if not step:
                break
            last += step
        yield index, last


def _step(words: Words, lists: Lists, last: int) -> int:
    """How many words a run takes on from `last`: none, one, or a link with its capital."""
    gap = words.gaps[last - 1]
    if gap != " " and not (_SPACE.fullmatch(gap) or _inserted(words, last, gap)):
        return 0
    if words.upper[last]:
        return 1
    ahead = last
    while (
        ahead < last + 3 and words.lower[ahead] in words_of("particle") and words.gaps[ahead] == " "
    ):
        ahead += 1
    if ahead == last:
        ahead = _link(words, lists, last)
    if ahead == last or ahead >= len(words.starts) or not words.upper[ahead]:
        return 0
    return ahead - last + 1


@lru_cache(maxsize=1)
def _joining() -> frozenset[str]:
    """The small words that a run may go on over."""
    return words_of("particle") | LINKS


def _link(words: Words, lists: Lists, last: int) -> int:
    """The word behind "of", "for", "of the" that goes on with an office or a body, else `last`."""
    if words.lower[last] not in LINKS or words.gaps[last] != " ":
        return last
    link, before = words.lower[last], words.lower[last - 1]
    body = before in lists.heads
    if not body and (before,) not in lists.titles:
        return last
    if before in words_of("unlinked") or (link != "of" and before != "minister"):
        return last + 1 if body and link != "on" else last
    ahead = last + 1
    if words.lower[ahead] == "the" and words.gaps[ahead] == " ":
        ahead += 1
    return ahead


def _inserted(words: Words, last: int, gap: str) -> bool:
    """Whether a bracket here inserts a first name: "President (Donald) Trump"."""
    if _INSERT.fullmatch(gap) and words.upper[last] and not words.written[last].isupper():
        end = last
        while end < last + 3 and words.gaps[end] == " ":
            end += 1
        return words.gaps[end] == ") " and end + 1 < len(words.upper) and words.upper[end + 1]
    return gap == ") " and words.text[words.starts[last - 1] - 1] == "("
