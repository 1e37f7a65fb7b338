"""Read a tab-separated lexicon; find its entries in a text, longest first, in linear time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newslib.article import Span, records
from newslib.lexicons import packaged, read_rows, written

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

__all__ = ["Entry", "Hit", "Lexicon", "load_lexicon", "read_lexicon"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon: the words, and what the list says of them.

    `strength` is None where the list gives none; `more` holds the columns beyond newslib's own,
    as (column, value) pairs, read with `entry["column"]`.

    >>> Entry("may", "epistemic", 0.5, "", "", (("genre", "news"),))["genre"]
    'news'
    """

    entry: str
    category: str
    strength: float | None = None
    note: str = ""
    source: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, column: str) -> str:
        """The value of a column beyond newslib's own; KeyError where the file has none."""
        return dict(self.more)[column]


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a text, for hedging and framing alike.

    `span` runs from the first to the last word of the cue; `scope` is what it bears on, where
    that is known; `negated` says whether the writer denies it; `rule` names what found it.

    >>> from newslib import find_hedges, parse_article
    >>> [hit] = find_hedges(parse_article("Talks may resume."))
    >>> hit.span.text, hit.category, hit.scope.text, hit.negated
    ('may', 'epistemic', 'resume', False)
    """

    span: Span
    category: str
    scope: Span | None
    strength: float | None
    negated: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of words and phrases, ready to be found; make one with `read_lexicon`.

    >>> lexicon = Lexicon("mine", (Entry("may", "epistemic"), Entry("may well", "epistemic")))
    >>> [(span.text, entry.entry) for span, entry in lexicon.find("It may well rain in Mayfair.")]
    [('may well', 'may well')]
    """

    name: str
    entries: tuple[Entry, ...]
    _memory: dict[str, object] = field(
        default_factory=dict, init=False, repr=False, compare=False, hash=False
    )

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    def find(
        self, text: str, start: int = 0, end: int | None = None, *, overlapping: bool = False
    ) -> Iterator[tuple[Span, Entry]]:
        """Every entry that stands in the text as whole words, longest first, none overlapping.

        Case, and whether an apostrophe is curly, make no difference; any single space character
        stands for any other, so a phrase is found across a line break. Where one entry is listed
        in several categories, each gives a hit. Time is linear in the text, whatever the size of
        the list (Aho & Corasick 1975). Spans are places in `text`, given from `start` to `end`.
        With `overlapping`, the shorter entries inside longer ones come too, for callers who
        choose among them.
        """
        end = len(text) if end is None else end
        stretch, known, free = folded(text[start:end]), self._automaton()[1], 0
        for at in range(0, len(stretch), _AT_ONCE):
            begins, ends, entries = [], [], []
            for first, less, i in sorted(self._whole_words(stretch, at)):
                if first >= free or overlapping:
                    free = -less
                    begins.append(start + first)
                    ends.append(start + free)
                    entries.append(known[i])
            texts = [text[begin:stop] for begin, stop in zip(begins, ends, strict=True)]
            for place, own in zip(records(Span, begins, ends, texts), entries, strict=True):
                for entry in own:
                    yield place, entry

    def _whole_words(self, text: str, at: int) -> list[tuple[int, int, int]]:
        """The next matches that begin and end where words do, overlapping ones too.

        Each is its start, its end below zero, so that the longest sorts first, and its number.
        Not all are given at once: of a long text they would take more memory than the text.
        """
        matcher, _, longest = self._automaton()
        window = text[at : at + _AT_ONCE + longest]
        inside = _INSIDE.match
        return [
            (at + first, -at - last, i)
            for i, first, last in matcher.find_matches_as_indexes(window, overlapping=True)
            if first < _AT_ONCE and not inside(text, at + first) and not inside(text, at + last)
        ]

    def _automaton(self) -> tuple[AhoCorasick, list[list[Entry]], int]:
        """The matcher for all words at once, and the entries of each, built at first use.

        Beside them, how long the longest is.
        """
        if "automaton" not in self._memory:
            from ahocorasick_rs import AhoCorasick

            words: dict[str, list[Entry]] = {}
            for entry in self.entries:
                words.setdefault(folded(entry.entry), []).append(entry)
            longest = max(map(len, words), default=0)
            self._memory["automaton"] = AhoCorasick(list(words)), list(words.values()), longest
        return cast("tuple[AhoCorasick, list[list[Entry]], int]", self._memory["automaton"])

    def __hash__(self) -> int:
        """Cheap, since what is made from a lexicon is kept under it."""
        return hash((self.name, len(self.entries)))

    def __getstate__(self) -> tuple[str, tuple[Entry, ...]]:
        """Name and entries: the matcher is built anew where it is needed."""
        return self.name, self.entries

    def __setstate__(self, state: tuple[str, tuple[Entry, ...]]) -> None:
        """The same lexicon, its matcher not yet built."""
        for name, value in zip(("name", "entries", "_memory"), (*state, {}), strict=True):
            object.__setattr__(self, name, value)


def read_lexicon(path: str | os.PathLike[str]) -> Lexicon:
    """Read a lexicon from a tab-separated UTF-8 file of your own.

    The first line is a header; `entry` and `category` are needed, `strength`, `note` and `source`
    are understood, further columns are kept. Empty lines and lines that begin with "#" are
    passed over. Raises ValueError, naming the file, where a column is missing, a row has too many
    fields or no entry, or a strength is no number; FileNotFoundError where there is no such file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "mine.tsv"
    ...     _ = file.write_text("entry\\tcategory\\nso-called\\tevidential\\n", encoding="utf-8")
    ...     read_lexicon(file).entries[0].category
    'evidential'
    """
    file = Path(path)
    return _lexicon(file.stem, written(file), file.name)


@lru_cache(maxsize=64)
def load_lexicon(name: str) -> Lexicon:
    """A lexicon that ships with newslib, by its name, such as "function_words".

    Read once and kept, since lexicons never change. ValueError names those there are.

    >>> load_lexicon("function_words").entries[0].entry
    'a'
    """
    return _lexicon(name, packaged(name), f"{name}.tsv")


_AT_ONCE = 50_000
"""How many characters are searched at once."""

_OWN = ("entry", "category", "strength", "note", "source")
_PLAIN = dict.fromkeys("’ʼ", "'") | dict.fromkeys("\n\r\t\v\f\x85\xa0\u2009\u202f", " ")
_SURROGATE = re.compile("[\ud800-\udfff]")

_INSIDE = re.compile(r"(?<=\w)(?=\w)")
"""A place inside a word."""


def folded(text: str) -> str:
    """The text in lower case with straight apostrophes and plain spaces, of the same length.

    Half of a surrogate pair, which no file can hold but a string can, becomes U+FFFD.

    >>> folded("It’s İstanbul\\nNOW")
    "it's İstanbul now"
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # a dozen looks for one character each take a third of the time of one look for a dozen
    for special, plain in _PLAIN.items():
        lowered = lowered.replace(special, plain)
    return _SURROGATE.sub("\ufffd", lowered)


def _lexicon(name: str, text: str, file: str) -> Lexicon:
    rows = read_rows(text, name=file, required=("entry", "category"))
    return Lexicon(name, tuple(_entry(row, file) for row in rows))


def _entry(row: dict[str, str], file: str) -> Entry:
    if not row["entry"]:
        raise ValueError(
            f"{file} has a row of {row['category']!r} without an entry; name its words"
        )
    strength = row.get("strength", "")
    try:
        value = float(strength) if strength else None
    except ValueError:
        raise ValueError(
            f"{file} gives {row['entry']!r} the strength {strength!r}; give a number or nothing"
        ) from None
    more = tuple((column, cell) for column, cell in row.items() if column not in _OWN)
    note, source = row.get("note", ""), row.get("source", "")
    return Entry(row["entry"], row["category"], value, note, source, more)
