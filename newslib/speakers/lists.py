"""What the word lists of this package say of words and phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count

from newslib.kept import Kept
from newslib.lexicons import packaged, read_rows

__all__ = [
    "FIRST",
    "NAMED",
    "PRONOUNS",
    "TITLES",
    "Lists",
    "full_office",
    "load_lists",
    "word_pieces",
    "words_of",
]

Phrase = tuple[str, ...]

NAMED = {"state": "state", "capital": "state", "people": "state", "organisation": "organisation"}
"""The kinds of phrases that name somebody by themselves, and the kind of mention each makes."""

TITLES = frozenset(("honorific", "rank", "office"))
"""The kinds of phrases that make the name behind them a person's."""

PRONOUNS = {
    "he": "male", "him": "male", "himself": "male", "his": "male",
    "she": "female", "her": "female", "herself": "female", "hers": "female",
}  # fmt: skip
"""Third-person pronouns in the singular, and whom they fit."""

FIRST = frozenset(("i", "me", "myself"))
"""Pronouns of the first person that mean the speaker of the quotation they stand in."""

_BEFORE_NAMES = TITLES | {"modifier"}
"""What of `titles.tsv` may stand before a name."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the word lists know: phrases in lower case, by what they name.

    `titles` and `nouns` give kind and gender of what may stand before a name and of other nouns for
    people; `heads`, `bodies` and `apposed` are words of bodies' names ("ministry"), behind a name
    ("administration") and before one ("newspaper"); `openers` have a capital only where they open
    a sentence, `function` has the closed classes, `reporting` every form of the reporting verbs.
    `known` has the phrases of `kinds` and `titles` with their kinds, `sizes` the first word of each
    and how many words its phrases have, longest first; `common` the words a phrase without a name
    may begin with, and `unnamed` these and the pronouns.
    """

    kinds: dict[Phrase, str]
    titles: dict[Phrase, tuple[str, str]]
    nouns: dict[str, tuple[str, str]]
    heads: frozenset[str]
    bodies: frozenset[str]
    apposed: frozenset[str]
    demonyms: dict[Phrase, str]
    given: dict[str, str]
    openers: frozenset[str]
    function: dict[str, str]
    reporting: frozenset[str]
    known: dict[Phrase, str]
    sizes: dict[str, tuple[int, ...]]
    common: frozenset[str]
    unnamed: frozenset[str]

    def longest(self, lower: Sequence[str], start: int, end: int) -> tuple[int, str]:
        """Where the longest known phrase from `start` ends, and its kind; (start, "") if none."""
        for size in self.sizes.get(lower[start], ()):
            kind = self.known.get(tuple(lower[start : start + size]))
            if kind is not None and start + size <= end:
                return start + size, kind
        return start, ""


@lru_cache(maxsize=1)
def load_lists() -> Lists:
    """The word lists of this package, read once."""
    states = _rows("states")
    kinds = {_phrase(row["entry"]): "place" for row in states if row["category"] == "place"}
    for name, row in [(n, r) for n in ("capital_words", "organisations") for r in _rows(n)]:
        category = row["category"]
        if category == "named" or (name == "capital_words" and category != "opener"):
            kinds[_phrase(row["entry"])] = "organisation" if category == "named" else category
    kinds |= {_phrase(r["entry"]): r["category"] for r in states if r["category"] != "place"}
    titled = [row for row in _rows("titles") if row["category"] in _BEFORE_NAMES]
    titles = {_phrase(row["entry"]): (row["category"], row["gender"]) for row in titled}
    nouns = {
        row["entry"].lower(): (row["category"], row["gender"])
        for row in _rows("titles")
        if row["category"] not in _BEFORE_NAMES
    }
    sizes: dict[str, set[int]] = {}
    for phrase in [*kinds, *titles]:
        sizes.setdefault(phrase[0], set()).add(len(phrase))
    known = kinds | {phrase: category for phrase, (category, _) in titles.items()}
    offices = {phrase[0] for phrase, kind in known.items() if kind in ("office", "rank")}
    common = frozenset((*offices, *nouns, "those"))
    return Lists(
        kinds=kinds,
        titles=titles,
        nouns=nouns,
        heads=_entries("organisations", "head"),
        bodies=_entries("organisations", "body"),
        apposed=_entries("organisations", "apposed"),
        demonyms={_phrase(r["entry"]): r["state"] for r in states if r["category"] != "place"},
        given={row["entry"].lower(): row["category"] for row in _rows("given_names")},
        openers=_entries("capital_words", "opener"),
        function={row["entry"].lower(): row["category"] for row in _rows("function_words")},
        reporting=frozenset(_verbs()),
        known=known,
        sizes={word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()},
        common=common,
        unnamed=common.union(PRONOUNS, FIRST, words_of("plural pronoun")),
    )


@lru_cache(maxsize=32)
def words_of(category: str) -> frozenset[str]:
    """The small closed classes the rules ask for, by their category in `speaker_words.tsv`."""
    return _entries("speaker_words", category)


@lru_cache(maxsize=1)
def full_office() -> dict[str, str]:
    """Short and feminine forms of offices, and the form that stands for them."""
    rows = _rows("speaker_words")
    return {row["entry"]: row["meaning"] for row in rows if row["category"] == "short office"}


def _rows(name: str) -> list[dict[str, str]]:
    return list(read_rows(packaged(name), name=f"{name}.tsv"))


def _entries(name: str, category: str) -> frozenset[str]:
    return frozenset(r["entry"].lower() for r in _rows(name) if r["category"] == category)


def _phrase(entry: str) -> Phrase:
    return tuple(word_pieces(entry.replace("’", "'").lower())[1::2])


def _verbs() -> Iterable[str]:
    """Every finite form and participle of the reporting verbs."""
    for row in _rows("reporting"):
        if "verb" in row["note"]:
            yield row["entry"].lower()
            yield from row["forms"].lower().split("|")


# Every part tells its first character before it looks about, which lets the search skip ahead.
_WORD = re.compile(
    r"""
  ( [^\W_]++ (?: (?<!\w['’]s) | (?=_) )
    (?:
        (?: ['’ʼ](?!s\b) | [-&] | [.,](?<=\d.)(?=\d) | \.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b) )
        [^\W_]++
    )*+ )
    """,
    re.VERBOSE,
)


def word_pieces(text: str) -> list[str]:
    """A text cut up: what stands before each word, the word, at last what is left.

    "Mr.", "U.S." and initials keep their points.

    >>> word_pieces("Mr. J. Marsh's visit")
    ['', 'Mr.', ' ', 'J.', ' ', 'Marsh', "'s ", 'visit', '']
    """
    pieces = _WORD.split(text)
    gaps = pieces[2::2]
    dotted = {gap for gap in set(gaps) if gap[:1] == "."}
    for i in compress(count(1, 2), map(dotted.__contains__, gaps)):
        word, behind = pieces[i : i + 2]
        if _pointed[word] if len(word) > 1 else word.isupper() and behind[1:2] == " ":
            pieces[i : i + 2] = f"{word}.", behind[1:]
    return pieces


def _keeps_point(word: str) -> bool:
    """Whether the point behind a word of several letters is part of it."""
    known = _abbreviations().get(word.lower())
    return word[1] == "." or known == "title" or (known is not None and word[0].isupper())


_pointed = Kept(_keeps_point, most=20_000)


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    """The abbreviations without their points, and their category."""
    return {row["entry"].lower().rstrip("."): row["category"] for row in _rows("abbreviations")}
