"""Words as TextBlob divides them, and what each may do to a score."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from newslib.kept import Kept

__all__ = [
    "HEARD",
    "SHORT",
    "SPEAKS",
    "WHOLE",
    "Divided",
    "divide",
    "divided",
    "kind_of",
    "lexicon",
]

_PLAIN, SHORT, HEARD, SPEAKS, WHOLE = "psHS!"
"""What a word may do: only end what bears on the next known word, nothing, bear on it, score; or,
as "!" does to what scored last, something to words however far from it."""


class Divided(NamedTuple):
    """A text as TextBlob divides it: words, in lower case, what they may do, where they stand."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    kinds: str
    places: tuple[tuple[int, int], ...]


def divide(text: str) -> Divided:
    """A text in words, with what each may do and where it stands."""
    if text.isalpha():
        word = text.lower()
        return Divided((text,), (word,), _kind(word), ((0, len(text)),))
    words = _words(text)
    lower = tuple([word.lower() for word in words])
    places = _inside(text, words)
    kinds = WHOLE * len(words) if places is None else "".join(map(_kind, lower))
    return Divided(words, lower, kinds, places or ())


def _words(text: str) -> tuple[str, ...]:
    """A word with common marks around it is divided here, all else by TextBlob, in the same way.

    It sets marks apart, but for those inside a word and the full stop of an abbreviation.
    """
    usual = _USUAL.fullmatch(text)
    abbreviated = usual and "." in usual[2] and _is_abbreviation(usual[1] + ".")
    if usual is None or abbreviated or _DROPPED in text:
        return tuple(" ".join(lexicon().tokenizer(text)).split())
    return tuple(_APART.findall(text))


_DROPPED = "END-OF-SENTENCE"
"""What TextBlob itself writes where a paragraph ends, and drops again, whoever wrote it."""

_QUOTES, _WORD = '[“”‘’"]', r"[^\W_]+(?:[-.,/&][^\W_]+)*"
_USUAL = re.compile(
    rf"{_QUOTES}*(?:[($[]{_QUOTES}*)?(?:{_WORD}{_QUOTES}+)*?({_WORD})"
    rf"((?:(?<!8)[)\]])?[.,:;]?|[.,][)\]]){_QUOTES}*"
)
"""A word and the marks behind it, none of which make a face together, as "8)" does."""

_APART = re.compile(rf"{_WORD}|\S")


def _is_abbreviation(word: str) -> bool:
    from textblob import _text

    patterns = (_text.RE_ABBR1, _text.RE_ABBR2, _text.RE_ABBR3)
    return word in _text.ABBREVIATIONS or any(pattern.match(word) for pattern in patterns)


divided = Kept(divide, most=100_000)
"""The same for what stands between spaces, which comes again and again."""


def _strongest(text: str) -> str:
    """What the words in it may do at most; where some end what others bear on, see the whole."""
    kinds = divided[text].kinds
    found = next((kind for kind in (WHOLE, SPEAKS, HEARD, _PLAIN) if kind in kinds), SHORT)
    return WHOLE if found in (SPEAKS, HEARD) and _PLAIN in kinds else found


kind_of = Kept(_strongest, most=100_000)
"""The same, which is all that is asked of most."""


def _kind(word: str) -> str:
    """What a word in lower case may do."""
    known = _kinds().get(word)
    if known is not None:
        return known
    return _PLAIN if len(word) > 2 and len(word.strip("'")) > 1 else SHORT


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """What the words that TextBlob knows may do."""
    from textblob._text import EMOTICONS

    faces = [face.lower() for face in chain.from_iterable(EMOTICONS.values())]
    spoken = dict.fromkeys((*lexicon(), "(!)", *faces), SPEAKS)
    return {"!": WHOLE, **dict.fromkeys(lexicon().negations, HEARD), **spoken}


def _inside(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...] | None:
    """Where words stand that are, in their order, what a text ends with; else None."""
    places, end = [], 0
    for word in words:
        start = text.find(word, end)
        if start < 0:
            return None
        end = start + len(word)
        places.append((start, end))
    return tuple(places) if end == len(text) else None


class _Lexicon(dict[str, object]):
    """Pattern's lexicon, as it lives inside TextBlob, but one that need not ask if it is read."""

    negations: tuple[str, ...]
    tokenizer: Callable[[str], list[str]]


@lru_cache(maxsize=1)
def lexicon() -> _Lexicon:
    """TextBlob's lexicon of sentiment, read: it leaves that file open, and Python complains."""
    from textblob.en import sentiment

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        sentiment("good")
    known = _Lexicon(sentiment.items())
    vars(known).update(vars(sentiment))
    return known
