"""The words of sentences as columns of numbers: whose weights they take, and where they recur."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from newslib.sentiment.scenes import Scenes
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


def columns_of(scenes: Scenes) -> Integers:
    """The fields of `Columns`, one a row, of the words of some sentences, sentence after sentence.

    >>> from newslib import parse_article
    >>> from newslib.sentiment.readings import readings
    >>> from newslib.sentiment.scenes import scenes_of
    >>> scenes = scenes_of(readings(parse_article("The talks and the vote.")))
    >>> Columns(*columns_of(scenes)).last_word
    array([-1, -1, -1,  0, -1, -1])
    """
    weights, forms, denied, quoted = load_weights(), scenes.forms, scenes.negated, scenes.quoted
    stops = scenes.start + scenes.size
    known = weights.entries[:6].take(scenes.entry, axis=1)
    name, shown, plain_word, denied_word, form, meaning = known
    # A form, or a pair, of one sentence is another than the same of the next: hence the products.
    own = scenes.code * len(stops) + scenes.sentence
    following = np.full_like(own, len(forms))
    following[:-1] = scenes.code[1:]
    following[stops - 1] = len(forms)
    own_word = 4 * own + denied
    keys = [4 * own, own_word, own_word + 2 * quoted, own * (len(forms) + 1) + following]
    last, first = _recurring(np.array(keys), scenes.place)
    word = np.where(denied, denied_word, plain_word)
    found = map(weights.pairs.get, _pairs(forms, stops), repeat(0))
    pair = np.fromiter(found, dtype=np.int64, count=len(forms))
    ways = (last[0], last[1], first[1], last[2], first[2], last[3], first[3])
    return np.array([name, shown, word, form, meaning, pair, denied, quoted, *ways])


def _pairs(forms: list[str], stops: Integers) -> Iterator[tuple[str, str]]:
    """Each form with the next one of its sentence."""
    following = [*forms[1:], ""]
    for stop in stops.tolist():
        following[stop - 1] = "</s>"
    return zip(forms, following, strict=True)


def _recurring(keys: Integers, places: Integers) -> tuple[Integers, Integers]:
    """Where in its sentence the same key of a row stood last, -1 for nowhere, and where first.

    All rows are sorted at once, each key with its own place behind it, so that the order is sure.
    """
    kinds, count = keys.shape
    bits = (kinds * count).bit_length()
    keys = keys + (np.arange(kinds) * (int(keys.max()) + 1))[:, None]
    packed = np.sort((keys.ravel() << bits) + np.arange(kinds * count))
    order = packed & ((1 << bits) - 1)
    key, place = packed >> bits, np.tile(places, kinds).take(order)
    new = np.ones(len(key), dtype=np.bool_)
    new[1:] = key[1:] != key[:-1]
    before = np.empty_like(place)
    before[1:] = place[:-1]
    before[new] = -1
    last, first = np.empty_like(keys), np.empty_like(keys)
    last.ravel()[order] = before
    first.ravel()[order] = place[new].take(new.cumsum() - 1)
    return last, first
