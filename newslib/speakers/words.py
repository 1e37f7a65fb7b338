"""The words of an article in plain lists, and what the word lists say of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from newslib.article import Article
from newslib.lexicons import packaged, read_rows
from newslib.marks import find_marks

__all__ = ["Lists", "Words", "load_lists", "read_words"]

Phrase = tuple[str, ...]

_PHRASE_WORDS = 5
"""The longest phrase looked for in the word lists."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the word lists know: phrases in lower case, by what they name."""

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
    first: frozenset[str]

    def longest(self, lower: list[str], start: int, end: int) -> tuple[int, str]:
        """Where the longest known phrase from `start` ends, and its kind; (start, "") if none."""
        if lower[start] not in self.first:
            return start, ""
        for stop in range(min(end, start + _PHRASE_WORDS), start, -1):
            phrase = tuple(lower[start:stop])
            if phrase in self.titles:
                return stop, self.titles[phrase][0]
            if phrase in self.kinds:
                return stop, self.kinds[phrase]
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
    return Lists(
        kinds,
        titles,
        nouns,
        *(_entries("organisations", category) for category in ("head", "body", "apposed")),
        {_phrase(r["entry"]): r["state"] for r in states if r["category"] != "place"},
        {row["entry"].lower(): row["category"] for row in _rows("given_names")},
        _entries("capital_words", "opener"),
        {row["entry"].lower(): row["category"] for row in _rows("function_words")},
        frozenset(_verbs()),
        frozenset(phrase[0] for phrase in [*kinds, *titles]),
    )


_BEFORE_NAMES = frozenset(("honorific", "rank", "office", "modifier"))


def _rows(name: str) -> list[dict[str, str]]:
    return list(read_rows(packaged(name), name=f"{name}.tsv"))


def _entries(name: str, category: str) -> frozenset[str]:
    return frozenset(r["entry"].lower() for r in _rows(name) if r["category"] == category)


def _verbs() -> Iterable[str]:
    """Every finite form and participle of the reporting verbs."""
    for row in _rows("reporting"):
        if "verb" in row["note"]:
            yield row["entry"].lower()
            yield from row["forms"].lower().split("|")


_WORD = re.compile(
    r"""(?: [^\W\d_]\. ){2,}
    | (?i: Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Fr|Mme|Mlle|Msgr|Messrs|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt
        | Col|Maj|Brig|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Amb|Atty|St|Jr|Sr )\.
    | (?: Sec|Corp|Inc|Co|Ltd|No|Sept|Oct|Nov|Dec|Jan|Feb|Aug|Apr|Mar )\.
    | [A-Z]\. (?=\s[^\W\d_])
    | [^\W_]++ (?: ['’ʼ](?!s\b)[^\W\d_]++ | -[^\W_]++ | &[^\W_]++ )*+
    """,
    re.VERBOSE,
)

_ENDS = re.compile(r"[.!?…\n\r]")


def _phrase(entry: str) -> Phrase:
    return tuple(match[0].lower() for match in _WORD.finditer(entry.replace("’", "'")))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's prose: places, lower-case forms, sentence numbers, quotations.

    `paragraph[i]` and `sentence[i]` count from 0; `begins[i]` says whether a word opens a
    sentence; `upper[i]` whether it has a capital; `quotation[i]` is the number of the outermost
    quotation around it, or -1; `clock` counts sentences too, but a quotation only once. `telling[p]` says whether capitals tell names in paragraph `p`:
    not in a text without capitals, nor in a headline that has them everywhere. The lists are
    built once and only read.
    """

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    upper: list[bool]
    paragraph: list[int]
    telling: list[bool]
    sentence: list[int]
    clock: list[int]
    begins: list[bool]
    quotation: list[int]
    groups: tuple[int, ...]

    def gap(self, index: int) -> str:
        """What stands between a word and the next."""
        stop = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.text[self.ends[index] : stop]

    def word(self, index: int) -> str:
        """The word as it is written; the empty string outside the text."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def low(self, index: int) -> str:
        """The word in lower case; the empty string outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def at(self, place: int) -> int:
        """The number of the first word that ends behind a place in the text."""
        return bisect_right(self.ends, place)


def read_words(article: Article) -> Words:
    """The words of all prose of an article, found once."""
    return article.remember(read_words, _read_words)


def _read_words(article: Article) -> Words:
    text = article.text
    starts: list[int] = []
    ends: list[int] = []
    paragraph: list[int] = []
    telling: list[bool] = []
    for number, (_, part) in enumerate(article.prose):
        places = [match.span() for match in _WORD.finditer(text, part.start, part.end)]
        starts.extend(start for start, _ in places)
        ends.extend(end for _, end in places)
        paragraph.extend([number] * len(places))
        telling.append(_telling([text[start:end] for start, end in places]))
    written = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lower = [word.lower().replace("’", "'") for word in written]
    upper = [w[0].isupper() and telling[p] for w, p in zip(written, paragraph, strict=True)]
    gaps = [(0, 0), *zip(ends, starts[1:], strict=False)][: len(starts)]
    begins = [start == 0 or _ENDS.search(text, end, start) is not None for end, start in gaps]
    sentence = list(accumulate(begins, initial=-1))[1:]
    quotations = find_marks(article)
    outer = tuple((q.span.start, q.span.end) for q in quotations if q.level == 0)
    groups = tuple(q.group for q in quotations if q.level == 0)
    inside = _quotations(starts, outer)
    goes_on = [a >= 0 and a == b for a, b in zip(inside, [-1, *inside], strict=False)]
    ticks = [opens and not on for opens, on in zip(begins, goes_on, strict=True)]
    clock = list(accumulate(ticks, initial=-1))[1:]
    return Words(
        text, starts, ends, lower, upper, paragraph, telling, sentence, clock, begins, inside, groups
    )


def _telling(words: list[str]) -> bool:
    """Whether capitals set names apart here: not where all words of content have one, or none."""
    function = load_lists().function
    content = [word for word in words if word[0].isalpha() and word.lower() not in function]
    capitals = sum(word[0].isupper() for word in content)
    if len(content) < 4:
        return capitals > 0
    shouted = sum(word.isupper() for word in content)
    return 0 < capitals <= 0.9 * len(content) and shouted * 2 < len(content)


def _quotations(starts: list[int], outer: tuple[tuple[int, int], ...]) -> list[int]:
    """The number of the quotation around each word, or -1."""
    opening = [start for start, _ in outer]
    found = []
    for start in starts:
        number = bisect_right(opening, start) - 1
        found.append(number if number >= 0 and start < outer[number][1] else -1)
    return found
