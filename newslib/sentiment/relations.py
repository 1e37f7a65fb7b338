"""What hangs on a target's place: its neighbours, what describes it, its kind.

The names of features are those of `tone_features.tsv`. Neighbours: `l1` to `l3` before the target,
`r1` to `r3` behind it, `lr` and `llr` around it; `mJ` and `mN` describe the target. They are not
spelt but found by number, for all targets at once.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import numpy as np

from newslib.sentiment.keys import DESCRIBED
from newslib.sentiment.places import Places
from newslib.sentiment.scenes import DESCRIBING, NOUN, PRONOUNS, Scenes, closed_words
from newslib.sentiment.weights import Booleans, Floats, Integers, load_weights

__all__ = [
    "Feature",
    "Sum",
    "always",
    "described",
    "first_alike",
    "itself",
    "named_rows",
    "neighbours",
]

Feature = tuple[Integers, Integers, Integers]
"""Of which targets, the row of weights, and the word of the sentence it comes from, -1 for none."""

Sum = tuple[Integers, Integers, Integers, Floats]
"""The same, and the value by which it counts."""


@lru_cache(maxsize=32)
def named_rows(names: tuple[str, ...]) -> Integers:
    """The rows of weights of features, 0 for those without.

    >>> named_rows(("no feature",))
    array([0])
    """
    return np.array([load_weights().features.get(name, 0) for name in names])


def neighbours(places: Places, scenes: Scenes) -> Feature:
    """The one, two and three words on either side."""
    weights = load_weights()
    at, end = places.begin + places.first, places.begin + places.size
    before = at + np.array([[-3], [-2], [-1]])
    behind = places.begin + places.last + np.array([[0], [1], [2]])
    lefts = scenes.entry.take(before, mode="clip")
    rights = scenes.entry.take(behind, mode="clip")
    third, second, left = np.where(before < places.begin, weights.forms["<s>"], lefts)
    right, then, last = np.where(behind >= end, weights.forms["</s>"], rights)
    none = np.zeros_like(left)
    one = [left, right, second, right, third, right, left, second]
    two = [none, none, left, then, second, then, right, left]
    three = [none, none, none, none, left, last, none, right]
    row = weights.row_of(np.arange(8)[:, None], np.array(one), np.array(two), np.array(three))
    word_before = np.maximum(places.first - 1, 0)
    word_behind = np.minimum(places.last, places.size - 1)
    word = np.array([word_before, word_behind] * 3 + [word_before] * 2)
    return np.tile(np.arange(len(at)), 8), row.ravel(), word.ravel()


def described(places: Places, scenes: Scenes) -> Feature:
    """The words that describe the target: nouns and adjectives up to three words before it."""
    word = places.first[:, None] + np.arange(-3, 0)
    at = places.begin[:, None] + word
    tag, entry = scenes.tag.take(at, mode="clip"), scenes.entry.take(at, mode="clip")
    name = load_weights().entries[0].take(entry)
    noun = (tag & NOUN) // NOUN
    chosen = (word >= 0) & ((tag & DESCRIBING) > 0) & (name == 0)
    chosen = first_alike(2 * scenes.code.take(at, mode="clip") + noun, chosen)
    target, _ = np.nonzero(chosen)
    return target, load_weights().row_of(DESCRIBED + noun[chosen], entry[chosen]), word[chosen]


def first_alike(what: Integers, chosen: Booleans) -> Booleans:
    """Those chosen that are, in their row, the first chosen of their like.

    >>> first_alike(np.array([[7, 7, 7]]), np.array([[False, True, True]]))
    array([[False,  True, False]])
    """
    alike = (what[:, :, None] == what[:, None, :]) & chosen[:, None, :]
    before = np.tri(what.shape[1], k=-1, dtype=np.bool_)
    return np.asarray(chosen & ~(alike & before).any(axis=2))


def itself(places: Places, scenes: Scenes) -> Feature:
    """The target's kind and place; never its name: no one is bad or good by name."""
    at = places.begin + places.first
    pronoun = scenes.closed.take(at) >> PRONOUNS
    name = load_weights().entries[0].take(scenes.entry.take(at))
    alone = (places.last - places.first == 1) & (pronoun > 0)
    names = tuple(f"kind|{kind}" for kind in ("noun", "name", *closed_words("pronoun")))
    kind = named_rows(names).take(np.where(alone, pronoun + 1, name))
    late = 2 + (places.first / places.size >= 0.5)
    part = np.where(places.first == 0, 0, np.where(places.first < 4, 1, late))
    length = np.minimum(places.size // 10, 5)
    parts = named_rows(tuple(f"place|{part}" for part in range(4))).take(part)
    lengths = named_rows(tuple(f"length|{tens}" for tens in range(6))).take(length)
    row = np.concatenate([kind, parts, lengths])
    return np.tile(np.arange(len(at)), 3), row, np.full(len(row), -1)


def always(places: Places, scenes: Scenes) -> Sum:
    """What every target has: its weight as such, quotation, and whether somebody says it."""
    around = np.array([places.first - 1, *(places.last + np.array([[0], [1], [2]]))])
    at = (places.begin + around).clip(0, len(scenes.entry) - 1)
    inside = (around >= 0) & (around < places.size)
    says = (inside & (load_weights().entries[8].take(scenes.entry.take(at)) > 0)).any(axis=0)
    marks = np.maximum.reduceat(scenes.quoted, scenes.start) > 0
    sentence = scenes.sentence.take(places.begin)
    row = _always().take(4 * places.quoted + 2 * marks.take(sentence) + says, axis=0)
    count = len(sentence)
    target = np.arange(count).repeat(row.shape[1])
    return target, row.ravel(), np.full(row.size, -1), np.ones(row.size)


@lru_cache(maxsize=1)
def _always() -> Integers:
    """The rows of what every target has.

    By whether it is quoted, in a sentence with quotation marks, and beside a word of saying.
    """
    rows = [
        named_rows(("bias", f"quoted{quoted}", f"marks{marks}", "says" if says else ""))
        for quoted, marks, says in product((False, True), repeat=3)
    ]
    return np.array(rows)
