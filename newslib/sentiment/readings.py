"""A sentence made ready for rules and weights: stems, names, quotation, clauses, negation."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, count

from newslib.article import Article, records
from newslib.lexicon import load_lexicon
from newslib.sentiment.words import NUMBER, stem, tone_words, word_columns
from newslib.tagging import tags
from newslib.tokens import Divided, divided

__all__ = ["DENIED", "NAME", "Reading", "Roles", "is_location", "readings", "roles"]

NAME = "NAME"
"""What stands for every proper noun: no name may bear a tone of its own."""

DENIED = -0.7
"""What a negation makes of a word's value: "not good" is less than the opposite of "good"."""

_MARKS = frozenset('“”"')

_SILENT = (NAME, NUMBER, "stand")
"""The forms that say nothing, whatever a lexicon says of the word."""

_LONGEST = 200
"""How many words are read together: each target weighs them all, so an endless sentence is cut."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, word by word: `forms` are stems, with names and numbers masked.

    `lower` are the words in lower case with straight apostrophes; `quoted` and `negated` are 1
    for the words that are, `clauses` the number of the clause each word stands in, all three as
    bytes, which are laid end to end at once; `polarity` the lexicon's value of each word, turned by
    negation. The first word is number `begins` of all in the `text`.
    """

    text: Divided
    begins: int
    tags: tuple[str, ...]
    lower: list[str]
    forms: list[str]
    quoted: bytes
    clauses: bytes
    negated: bytes
    polarity: list[float]


@dataclass(frozen=True, slots=True)
class Roles:
    """What a verb says of who does it and of whom it is done to, each from -1 to 1."""

    doer: float
    done_to: float


def readings(article: Article) -> tuple[Reading, ...]:
    """Every sentence of the article, read once.

    >>> from newslib import parse_article
    >>> readings(parse_article("Marsh never praised Estmark."))[0].forms
    ['NAME', 'never', 'prais', 'NAME', '.']
    """
    return article.remember(readings, _read)


def _read(article: Article) -> tuple[Reading, ...]:
    """Sentence by sentence, an endless one in pieces; what needs no sentence for all words."""
    text = divided(article)
    if not text.written:
        return ()
    at = _pieces(text)
    lower, stems, capitals, denies, opens, plain, _ = word_columns(article)
    tagged, starts, stops = tags(article), [own.start for own in at], [own.stop for own in at]
    forms = _stand(_forms(tagged, stems, _inside(capitals, starts)), lower, starts)
    negated = _negated(denies, stops)
    values = _values(plain, forms, negated)
    return tuple(
        records(
            Reading,
            [text] * len(at),
            starts,
            [tagged[piece] for piece in at],
            [lower[piece] for piece in at],
            [forms[piece] for piece in at],
            [_quoted(lower[piece]) for piece in at],
            [_clauses(opens[piece]) for piece in at],
            [negated[piece] for piece in at],
            [values[piece] for piece in at],
        )
    )


def _pieces(text: Divided) -> list[slice]:
    """Where the words of each sentence stand, those of an endless one in pieces."""
    return [
        slice(first, min(first + _LONGEST, own.stop))
        for own in text.places()
        for first in range(own.start, own.stop, _LONGEST)
    ]


def _inside(capitals: list[bool], starts: list[int]) -> list[bool]:
    """Capitals but those of first words, which need not be names."""
    found = capitals.copy()
    for start in starts:
        found[start] = False
    return found


def _forms(tagged: tuple[str, ...], stems: list[str], capitals: list[bool]) -> list[str]:
    """The stem of each word; names, told by capital or tag, are masked."""
    names = {tag for tag in set(tagged) if tag.startswith("NNP")}
    return [
        NAME if capital or tag in names else stem
        for capital, tag, stem in zip(capitals, tagged, stems, strict=True)
    ]


def _stand(forms: list[str], lower: list[str], starts: list[int]) -> list[str]:
    """The forms, but "stand" for "lie" where a word behind it in its sentence says where."""
    if "lie" in forms:
        last = {start - 1 for start in starts}
        for i, form in enumerate(forms):
            if form == "lie" and i not in last and is_location(lower[i + 1 : i + 2]):
                forms[i] = "stand"
    return forms


def _clauses(opens: list[bool]) -> bytes:
    """The number of the clause each word stands in; the first word opens none."""
    return bytes(accumulate((False, *opens[1:])))


def _values(plain: list[float], forms: list[str], negated: bytes) -> list[float]:
    """The values of words, none for those that say nothing, those denied turned."""
    values = plain.copy()
    for i in compress(count(), plain):
        if forms[i] in _SILENT:
            values[i] = 0.0
        elif negated[i]:
            values[i] *= DENIED
    return values


def is_location(following: list[str]) -> bool:
    """Whether a word that follows "lies" says where: the initiative lies with Washington."""
    return not tone_words("location").isdisjoint(following)


def _negated(denies: list[bool], stops: list[int]) -> bytes:
    """Whether one of the three words before in its sentence denies each word.

    `find_hedges` would know better.
    """
    found = bytearray(len(denies))
    for i in compress(count(), denies):
        reach = min(i + 4, stops[bisect_right(stops, i)])
        found[i + 1 : reach] = b"\1" * (reach - i - 1)
    return bytes(found)


def _quoted(lower: list[str]) -> bytes:
    """Whether each word stands inside quotation marks; a mark opened before the sentence counts."""
    if _MARKS.isdisjoint(lower):
        return bytes(len(lower))
    marks = [*compress(count(), map(_MARKS.__contains__, lower))]
    curly = [lower[i] for i in marks if lower[i] != '"']
    inside, found = curly[:1] == ["”"], bytearray()
    for i in marks:
        found += bytes((inside,)) * (i - len(found))
        found.append(0)
        inside = lower[i] == "“" or (lower[i] == '"' and not inside)
    return bytes(found) + bytes((inside,)) * (len(lower) - len(found))


@lru_cache(maxsize=1)
def roles() -> dict[str, Roles]:
    """The verbs of the diplomatic lexicon, by stem."""
    return {
        stem(entry.entry): Roles(float(entry["doer"]), float(entry["done_to"]))
        for entry in load_lexicon("diplomacy").entries
        if float(entry["doer"]) or float(entry["done_to"])
    }
