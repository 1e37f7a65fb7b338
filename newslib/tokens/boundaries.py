"""Where sentences end: Punkt's algorithm with newslib's abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from newslib.article import Span
from newslib.lexicons import packaged, read_rows

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

__all__ = ["boundaries"]


def boundaries(part: Span) -> list[tuple[int, int]]:
    """Where the sentences of one paragraph start and end, in the article's text."""
    text = part.text
    joined: list[tuple[int, int]] = []
    found = list(_punkt_spans(text))
    cased = len(found) > 1 and text != text.lower()
    for start, end in found:
        if joined and _continues(text, joined[-1], start, cased=cased):
            joined[-1] = (joined[-1][0], end)
        elif text[start:end].strip():
            joined.append((start, end))
    return [(part.start + start, part.start + end) for start, end in joined]


_STOP = re.compile(r"""[.?!](?=(?P<after>[)";}\]*:@'({\[‘’“”«»?!]|\s+(?P<next>\S+)))""")
_CLOSING = re.compile(r"""["')\]}‘’“”«»]+?(?:\s+|(?=--)|$)""", re.MULTILINE)
"""Where Punkt sees that a sentence may end, and the marks it leaves to the sentence they close."""


def _punkt_spans(text: str) -> Iterator[tuple[int, int]]:
    """Punkt's sentences, as NLTK's `span_tokenize` gives them; asked only where it may hesitate."""
    ends: list[int] = []
    starts = [len(text) - len(text.lstrip())]
    for stop, first in _stops(text):
        if _is_end(text[first : stop.start()], stop):
            ends.append(stop.end())
            starts.append(stop.start("next") if stop["next"] else stop.end())
    ends.append(len(text.rstrip()))
    if len(ends) == 1:
        yield from [(starts[0], ends[0])] if starts[0] < ends[0] else []
        return
    taken = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        following = starts[number + 1] if number + 1 < len(starts) else end
        closing = _CLOSING.match(text, following, ends[min(number + 1, len(ends) - 1)])
        if closing:
            yield start + taken, following + len(closing[0].rstrip())
        elif start + taken < end:
            yield start + taken, end
        taken = closing.end() - following if closing else 0


def _stops(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """The last place in each run of characters where a sentence may end, and where the run begins.

    Only ASCII spaces part the runs: so NLTK has it.
    """
    spaced = text if text.isprintable() else _ASCII_SPACE.sub(" ", text)
    before, first, place = None, 0, 0
    for stop in _STOP.finditer(text):
        space = spaced.rfind(" ", place, stop.start())
        begins = space + 1 if space > place else first
        if before is not None and place <= begins:
            yield before, first
        before, first, place = stop, begins, stop.start()
    if before is not None:
        yield before, first


_ASCII_SPACE = re.compile(r"[\t\n\r\v\f]")
_PLAIN_WORD = re.compile(r"""["(\[“‘«]*([^\W\d_]{2,})""")
_NEAR = 200
"""How many characters of a run Punkt is given: NLTK gives up on what takes it five seconds."""


def _is_end(run: str, stop: re.Match[str]) -> bool:
    """Punkt's decision. It never hesitates behind a plain word that is no abbreviation."""
    plain = _PLAIN_WORD.fullmatch(run)
    if plain and plain[1].lower() not in _punkt_abbreviations():
        return True
    return _decided(run[-_NEAR:] + stop[0] + stop["after"][:_NEAR])


@lru_cache(maxsize=20_000)
def _decided(context: str) -> bool:
    """Whether Punkt ends a sentence between the words of a context."""
    return bool(_sentence_tokenizer().text_contains_sentbreak(context))


_FIRST_LETTER = re.compile(r"[\W_]{0,8}([^\W_])")


_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")


def _continues(text: str, before: tuple[int, int], start: int, *, cased: bool) -> bool:
    """Whether what Punkt takes for a new sentence goes on with the one before it."""
    first = _FIRST_LETTER.match(text, start)
    if first is None:
        return True
    last = (
        text[max(before[0], before[1] - 12) : before[1]].rpartition(" ")[2].lstrip("(\"“‘'").lower()
    )
    if first[1].isdigit() and last in _abbreviations("number"):
        return True
    if _INITIALS.fullmatch(last) and last not in _abbreviations():
        return first[1].isupper()
    return last in _abbreviations("title") or (cased and first[1].islower())


@lru_cache(maxsize=8)
def _abbreviations(*categories: str) -> frozenset[str]:
    """The abbreviations of some categories, or of all, in lower case."""
    rows = read_rows(packaged("abbreviations"), name="abbreviations.tsv")
    return frozenset(
        r["entry"].lower() for r in rows if not categories or r["category"] in categories
    )


@lru_cache(maxsize=1)
def _punkt_abbreviations() -> frozenset[str]:
    """What may end in a stop inside a sentence, as Punkt wants it: without the stop."""
    known = _abbreviations() - _abbreviations("number")
    return frozenset(entry.rstrip(".") for entry in known)


class _Contexts(dict[str, int]):
    """What Punkt knows of words; unlike its own dict, this one keeps none it is asked for."""

    def __missing__(self, key: str) -> int:
        return 0


@lru_cache(maxsize=1)
def _sentence_tokenizer() -> PunktSentenceTokenizer:
    """Punkt with newslib's abbreviations, and words that start sentences but are no names."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    often_lower_case = 1 << 4
    parameters = PunktParameters()
    parameters.abbrev_types = set(_punkt_abbreviations())
    rows = read_rows(packaged("function_words"), name="function_words.tsv")
    starters = [row["entry"] for row in rows if row["category"] != "auxiliary"]
    parameters.ortho_context = _Contexts(dict.fromkeys(starters, often_lower_case))
    return PunktSentenceTokenizer(parameters)
