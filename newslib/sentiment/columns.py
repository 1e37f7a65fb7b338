"""The words of sentences as columns of numbers: whose weights they take, and where they recur."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newslib.sentiment.readings import NAME, Reading
from newslib.sentiment.weights import Weights

__all__ = ["Columns", "Integers", "columns_of"]

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Columns:
    """One number a word in each: flags, where its weights begin, and where it stood before.

    `word` is the form with its denial, `voiced` that with its quotation, `pair` two forms on end.
    `last_` is the place of the same one before it, -1 for none, `first_` that of the first one.
    """

    quoted: Integers
    denied: Integers
    name: Integers
    shown: Integers
    word: Integers
    form: Integers
    pair: Integers
    meaning: Integers
    last_form: Integers
    last_word: Integers
    first_word: Integers
    last_voiced: Integers
    first_voiced: Integers
    last_pair: Integers
    first_pair: Integers


def columns_of(readings: Iterable[Reading], weights: Weights) -> Integers:
    """The words of some sentences, sentence after sentence: a row for each field of `Columns`.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.weights import load_weights
    >>> found = columns_of(readings(parse_article("The talks and the vote.")), load_weights())
    >>> Columns(*found).last_word
    array([-1, -1, -1,  0, -1, -1])
    """
    return np.concatenate([np.array(_numbers(one, weights)) for one in readings], axis=1)


def _numbers(reading: Reading, weights: Weights) -> list[Sequence[int]]:
    forms, quoted = reading.forms, reading.quoted
    words: Sequence[str] = forms
    if True in reading.negated:
        denials = zip(reading.negated, forms, strict=True)
        words = [f"!{form}" if denied else form for denied, form in denials]
    pairs = [f"{one}_{two}" for one, two in zip(forms, (*forms[1:], "</s>"), strict=True)]
    by_form = _recurrences(forms)
    by_word = by_form if words is forms else _recurrences(words)
    mixed = True in quoted and False in quoted
    by_voice = _recurrences([*zip(words, quoted, strict=True)]) if mixed else by_word
    return [
        quoted,
        reading.negated,
        [form == NAME for form in forms],
        [form[0].isalpha() and form != NAME for form in forms],
        [weights.words.start.get(word, 0) for word in words],
        [weights.forms.start.get(form, 0) for form in forms],
        [weights.pairs.start.get(pair, 0) for pair in pairs],
        [weights.meanings.start.get(form, 0) for form in forms],
        by_form[0],
        *by_word,
        *by_voice,
        *_recurrences(pairs),
    ]


def _recurrences(keys: Sequence[Hashable]) -> tuple[Sequence[int], Sequence[int]]:
    """Where the same key stood last, and where it stood first."""
    n = len(keys)
    if len(set(keys)) == n:
        return (-1,) * n, range(n)
    last: dict[Hashable, int] = {}
    first: dict[Hashable, int] = {}
    before = []
    for i, key in enumerate(keys):
        before.append(last.get(key, -1))
        last[key] = i
    return before, [first.setdefault(key, i) for i, key in enumerate(keys)]
