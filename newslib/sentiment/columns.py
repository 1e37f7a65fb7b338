"""The words of sentences as columns of numbers: whose weights they take, and where they recur."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np

from newslib.sentiment.readings import Reading
from newslib.sentiment.weights import Integers, load_weights

__all__ = ["Columns", "columns_of"]


@dataclass(frozen=True, slots=True)
class Columns:
    """One number a word in each: flags, where its weights begin, and where it stood before.

    `name`, `shown`, `denied` and `quoted` are flags; `word`, `form`, `meaning` and `pair` say in
    which row of the weights begins what is known of the word with its denial, of its form alone, of
    its meaning, and of it with the next one. `last_` is the place in the sentence of the same one
    before it, -1 for none, `first_` that of the first one; `voiced` is the word, with its denial,
    in or outside quotation marks.
    """

    name: Integers
    shown: Integers
    word: Integers
    form: Integers
    meaning: Integers
    pair: Integers
    denied: Integers
    quoted: Integers
    last_form: Integers
    last_word: Integers
    first_word: Integers
    last_voiced: Integers
    first_voiced: Integers
    last_pair: Integers
    first_pair: Integers


def columns_of(readings: Sequence[Reading]) -> Integers:
    """The words of some sentences, one a row, sentence after sentence; the fields of `Columns`.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> found = readings(parse_article("The talks and the vote."))
    >>> Columns(*columns_of(found).T).last_word
    array([-1, -1, -1,  0, -1, -1])
    """
    weights = load_weights()
    forms = [form for reading in readings for form in reading.forms]
    pairs = [two for reading in readings for two in _pairs(reading.forms)]
    size = np.array([len(reading.forms) for reading in readings])
    sentence = np.arange(len(size)).repeat(size)
    begin = (size.cumsum() - size).repeat(size)
    denied = _flat(reading.negated for reading in readings)
    quoted = _flat(reading.quoted for reading in readings)
    known = weights.entries.take([*map(_entry, forms)], axis=0)
    name, shown, plain_word, denied_word, form, meaning = known.T
    # A form, or a pair, of one sentence is another than the same of the next: hence the products.
    own_form = _codes(forms) * len(size) + sentence
    last_form, _ = _recurring(own_form, begin)
    by_word = _recurring(2 * own_form + denied, begin)
    by_voice = _recurring(4 * own_form + 2 * quoted + denied, begin) if quoted.any() else by_word
    by_pair = _recurring(_codes(pairs) * len(size) + sentence, begin)
    return np.column_stack(
        [
            *(name, shown, np.where(denied, denied_word, plain_word), form, meaning),
            [weights.pairs.get(pair, 0) for pair in pairs],
            *(denied, quoted, last_form, *by_word, *by_voice, *by_pair),
        ]
    )


def _pairs(forms: tuple[str, ...]) -> list[str]:
    """Each form with the next one."""
    return [*map("_".join, pairwise((*forms, "</s>")))]


def _flat(flags: Iterable[Sequence[bool]]) -> Integers:
    return np.array([*chain.from_iterable(flags)], dtype=np.int64)


@lru_cache(maxsize=50_000)
def _entry(form: str) -> int:
    """The row of a form in `Weights.entries`; an unknown one is a word (1) or a mark (0)."""
    return load_weights().forms.get(form, int(form[:1].isalpha()))


def _codes(words: list[str]) -> Integers:
    """A number for each word, the same for the same."""
    number = dict(zip(words, range(len(words)), strict=True))
    return np.array([*map(number.__getitem__, words)])


def _recurring(keys: Integers, begin: Integers) -> tuple[Integers, Integers]:
    """Where in its sentence the same key stood last, -1 for nowhere, and where it stood first."""
    order = keys.argsort(kind="stable")
    new = np.empty(len(keys), dtype=np.bool_)
    new[0], new[1:] = True, keys[order[1:]] != keys[order[:-1]]
    last, first = np.empty_like(keys), np.empty_like(keys)
    last[order[1:]] = order[:-1]
    last[order[new]] = -1
    first[order] = order[new][new.cumsum() - 1]
    return np.where(last < 0, -1, last - begin), first - begin
