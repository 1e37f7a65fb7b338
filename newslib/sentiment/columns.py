"""The words of sentences as columns of numbers: whose weights they take, and where they recur."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newslib.sentiment.readings import NAME, Reading
from newslib.sentiment.weights import load_weights

__all__ = ["Columns", "Integers", "columns_of"]

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """One number a word in each: flags, where its weights begin, and where it stood before.

    `word` is the form with its denial, `voiced` that with its quotation, `pair` two forms on end.
    `last_` is the place of the same one before it, -1 for none, `first_` that of the first one.
    """

    denied: Integers
    name: Integers
    shown: Integers
    word: Integers
    form: Integers
    meaning: Integers
    pair: Integers
    quoted: Integers
    last_form: Integers
    last_word: Integers
    first_word: Integers
    last_voiced: Integers
    first_voiced: Integers
    last_pair: Integers
    first_pair: Integers


def columns_of(readings: Iterable[Reading]) -> Integers:
    """The words of some sentences, sentence after sentence: a row for each field of `Columns`.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> found = columns_of(readings(parse_article("The talks and the vote.")))
    >>> Columns(*found).last_word
    array([-1, -1, -1,  0, -1, -1])
    """
    known = load_weights().pairs.start
    columns: list[list[int]] = [[] for _ in fields(Columns)]
    for reading in readings:
        for column, numbers in zip(columns, _numbers(reading, known), strict=True):
            column.extend(numbers)
    return np.array(columns)


def _numbers(reading: Reading, known: dict[str, int]) -> Iterator[Iterable[int]]:
    forms, denied, quoted = reading.forms, reading.negated, reading.quoted
    yield from zip(*map(_entry, forms, denied), strict=True)
    pairs = [f"{one}_{two}" for one, two in pairwise((*forms, "</s>"))]
    yield [known.get(pair, 0) for pair in pairs]
    yield quoted
    by_form = _recurrences(forms)
    yield by_form[0]
    words = [*map(_denied, forms, denied)] if True in denied else forms
    by_word = by_form if words is forms else _recurrences(words)
    yield from by_word
    mixed = True in quoted and False in quoted
    yield from _recurrences([*zip(words, quoted, strict=True)]) if mixed else by_word
    yield from _recurrences(pairs)


@lru_cache(maxsize=50_000)
def _entry(form: str, denied: bool) -> tuple[int, ...]:  # noqa: FBT001
    """The first six columns, which are the same wherever a word stands."""
    weights, name = load_weights(), form == NAME
    return (
        denied,
        name,
        not name and form[0].isalpha(),
        weights.words.start.get(_denied(form, denied), 0),
        weights.forms.start.get(form, 0),
        weights.meanings.start.get(form, 0),
    )


def _denied(form: str, denied: bool) -> str:  # noqa: FBT001
    return f"!{form}" if denied else form


def _recurrences(keys: Sequence[Hashable]) -> tuple[Iterable[int], Iterable[int]]:
    """Where the same key stood last, and where it stood first."""
    n = len(keys)
    first = dict(zip(reversed(keys), range(n - 1, -1, -1), strict=True))
    last = [-1] * n
    if len(first) == n:
        return last, range(n)
    firsts, latest = [first[key] for key in keys], first.copy()
    for i, key in enumerate(keys):
        if firsts[i] != i:
            last[i] = latest[key]
            latest[key] = i
    return last, firsts
