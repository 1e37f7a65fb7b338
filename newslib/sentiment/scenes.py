"""The words of several sentences, laid end to end as columns of numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count, repeat

import numpy as np

from newslib.kept import Kept
from newslib.sentiment.readings import Reading
from newslib.sentiment.weights import Floats, Integers, load_weights
from newslib.sentiment.words import tone_words

__all__ = [
    "BE",
    "BY",
    "DESCRIBING",
    "HELPER",
    "NOUN",
    "OPEN",
    "PASSIVE",
    "PREPOSITIONS",
    "PRONOUNS",
    "VERB",
    "Scenes",
    "closed_words",
    "scenes_of",
]

_VERBAL = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))

VERB, OPEN, DESCRIBING, NOUN, PASSIVE = 1, 2, 4, 8, 16
"""What a tag says of a word: a verb, a word of an open class, one that describes, a noun or name,
one that makes a passive."""

BE, HELPER, BY = 1, 2, 4
"""What a word says by itself: a form of "be", a verb that helps another, "by"."""

PREPOSITIONS, PRONOUNS = 3, 8
"""How many bits stand before the number of a preposition, and of a pronoun."""


@dataclass(frozen=True, slots=True)
class Scenes:
    """`start` and `size` are of sentences, all else of words.

    `sentence` is the number of a word's sentence, `place` its own in it. `code` is one number for
    each form, `entry` its number among the weights; `tag` and `closed` are made of the bits above.
    """

    start: Integers
    size: Integers
    sentence: Integers
    place: Integers
    code: Integers
    entry: Integers
    quoted: Integers
    clause: Integers
    negated: Integers
    polarity: Floats
    tag: Integers
    closed: Integers


def scenes_of(readings: Sequence[Reading]) -> Scenes:
    """The words of some sentences, sentence after sentence.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> scenes_of(readings(parse_article("Talks failed. Marsh left."))).place
    array([0, 1, 2, 0, 1, 2])
    """
    forms = [*chain.from_iterable([reading.forms for reading in readings])]
    words = len(forms)
    size = np.array([len(reading.forms) for reading in readings])
    start = size.cumsum() - size
    sentence = np.arange(len(size)).repeat(size)
    number = defaultdict[str, int](count().__next__)
    code = _numbers(map(number.__getitem__, forms), words)
    entry = _numbers(map(_entries.__getitem__, number), len(number))
    polarity = chain.from_iterable([reading.polarity for reading in readings])
    tags = chain.from_iterable([reading.tags for reading in readings])
    lower = chain.from_iterable([reading.lower for reading in readings])
    return Scenes(
        start=start,
        size=size,
        sentence=sentence,
        place=np.arange(words) - start.take(sentence),
        code=code,
        entry=entry.take(code),
        quoted=_bytes(b"".join([reading.quoted for reading in readings])),
        clause=_bytes(b"".join([reading.clauses for reading in readings])),
        negated=_bytes(b"".join([reading.negated for reading in readings])),
        polarity=np.fromiter(polarity, dtype=np.float64, count=words),
        tag=_bytes(bytes(map(_tags.__getitem__, tags))),
        closed=_numbers(map(_closed().get, lower, repeat(0)), words),
    )


def _bytes(numbers: bytes) -> Integers:
    return np.frombuffer(numbers, dtype=np.uint8).astype(np.int64)


def _numbers(numbers: Iterable[int], count: int) -> Integers:
    return np.fromiter(numbers, dtype=np.int64, count=count)


def _entry(form: str) -> int:
    """The column of a form in `Weights.entries`; an unknown one is a word (1) or a mark (0)."""
    return load_weights().forms.get(form, int(form[:1].isalpha()))


_entries = Kept(_entry, most=50_000)


def _tag(tag: str) -> int:
    """The bits of a tag."""
    return (
        VERB * (tag in _VERBAL)
        | OPEN * tag.startswith(("NN", "JJ", "VB", "RB"))
        | DESCRIBING * tag.startswith(("JJ", "NN"))
        | NOUN * tag.startswith("NN")
        | PASSIVE * (tag in ("VBN", "VBD"))
    )


_tags = Kept(_tag, most=1_000)


@lru_cache(maxsize=1)
def _closed() -> dict[str, int]:
    """The bits of the words of closed classes, in lower case."""
    found: dict[str, int] = {}
    flags = ((BE, "be"), (HELPER, "be"), (HELPER, "helper"))
    for bit, category in flags:
        found |= {word: found.get(word, 0) | bit for word in tone_words(category)}
    found["by"] = found.get("by", 0) | BY
    for shift, category in ((PREPOSITIONS, "preposition"), (PRONOUNS, "pronoun")):
        for k, word in enumerate(closed_words(category), 1):
            found[word] = found.get(word, 0) | k << shift
    return found


@lru_cache(maxsize=8)
def closed_words(category: str) -> tuple[str, ...]:
    """The words of a category of `tone_words.tsv`, in the order of their numbers, from 1.

    >>> closed_words("preposition")[0]
    'about'
    """
    return tuple(sorted(tone_words(category)))
