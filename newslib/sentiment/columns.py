"""The words of sentences as columns of numbers: whose weights they take, and where they recur."""

from __future__ import annotations

from dataclasses import dataclass

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
    weights, denied, quoted = load_weights(), scenes.negated, scenes.quoted
    stops = scenes.start + scenes.size
    known = weights.entries[:6].take(scenes.entry, axis=1)
    name, shown, plain_word, denied_word, form, meaning = known
    # A form, or a pair, of one sentence is another than the same of the next: hence the products.
    own = scenes.code * len(stops) + scenes.sentence
    following = np.full_like(own, len(own))
    following[:-1] = scenes.code[1:]
    following[stops - 1] = len(own)
    own_word = 4 * own + denied
    keys = [4 * own, own_word, own_word + 2 * quoted, own * (len(own) + 1) + following]
    last, first = _recurring(keys, scenes)
    word = np.where(denied, denied_word, plain_word)
    then = np.full_like(scenes.entry, weights.forms["</s>"])
    then[:-1] = scenes.entry[1:]
    then[stops - 1] = weights.forms["</s>"]
    pair = weights.pair_of(scenes.entry, then)
    ways = (last[0], last[1], first[1], last[2], first[2], last[3], first[3])
    return np.array([name, shown, word, form, meaning, pair, denied, quoted, *ways])


def _recurring(keys: list[Integers], scenes: Scenes) -> tuple[Integers, Integers]:
    """Where in its sentence the same key of a row stood last, -1 for nowhere, and where first.

    Those of the first row recur wherever those of another do, and most of them never do.
    """
    place, count = scenes.place, len(scenes.place)
    last, first = np.full((len(keys), count), -1), np.tile(place, (len(keys), 1))
    last[:1], first[:1] = _alike(keys[0][None], place)
    begun = scenes.start.take(scenes.sentence) + first[0]
    again = np.flatnonzero(np.bincount(begun, minlength=count).take(begun) > 1)
    if len(again):
        others = np.array([key.take(again) for key in keys[1:]])
        last[1:, again], first[1:, again] = _alike(others, place.take(again))
    return last, first


def _alike(keys: Integers, places: Integers) -> tuple[Integers, Integers]:
    """The same for keys that are all looked at.

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
