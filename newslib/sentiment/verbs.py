"""The verbs around targets: what each does, and what governs it.

Features: `sv` a verb that the target may be the subject of, `svp` its voice (A, P), `svo` with what
follows it; `ov`, `ovw` and `ovp` the verb before the target, alone and with its preposition; "=" is
one in the target's clause, "~" one beyond it, "!" one denied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from newslib.sentiment.keys import GOVERNED, GOVERNOR, OBJECT, SUBJECT
from newslib.sentiment.places import Places
from newslib.sentiment.relations import Feature, Sum, first_alike, named_rows
from newslib.sentiment.scenes import (
    BE,
    HELPER,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    VERB,
    Scenes,
    closed_words,
)
from newslib.sentiment.scenes import OPEN as OPEN_CLASS
from newslib.sentiment.weights import Integers, load_weights

__all__ = ["Governors", "Subjects", "governors_of", "subjects_of"]

_VOICES = ("svp|=A", "svp|=P", "svp|~A", "svp|~P")

_BEHIND = 6
"""How many words behind a verb may be what it does something to."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The targets that a verb follows, the verb (as a word of all), and whether as passive."""

    target: Integers
    verb: Integers
    passive: Integers

    def features(self, places: Places, scenes: Scenes) -> Iterator[Feature]:
        """The verb, its voice, and what follows it."""
        begin, closes = places.begin.take(self.target), places.closes.take(self.target)
        word = self.verb - begin
        voice = 2 * (word >= closes) + self.passive
        entry, denied = scenes.entry.take(self.verb), scenes.negated.take(self.verb)
        yield self.target, load_weights().row_of(SUBJECT + 2 * voice + denied, entry), word
        yield self.target, named_rows(_VOICES).take(voice), np.full_like(word, -1)
        at = self.verb[:, None] + np.arange(1, _BEHIND + 1)
        entries = scenes.entry.take(at, mode="clip")
        name = load_weights().entries[0].take(entries)
        opens = (scenes.tag.take(at, mode="clip") & OPEN_CLASS) > 0
        follows = self._inside(at, places) & opens & (name == 0)
        follows &= follows.cumsum(axis=1) <= 3
        chosen, k = np.nonzero(first_alike(scenes.code.take(at, mode="clip"), follows))
        row = load_weights().row_of(OBJECT, entry.take(chosen), entries[chosen, k])
        yield self.target.take(chosen), row, at[chosen, k] - begin.take(chosen)

    def sums(self, places: Places, scenes: Scenes) -> Iterator[Sum]:
        """The value of the verb, and of what follows it."""
        begin = places.begin.take(self.target)
        value = scenes.polarity.take(self.verb)
        polar = np.flatnonzero(value)
        row = named_rows(("subject_A", "subject_P")).take(self.passive.take(polar))
        word = (self.verb - begin).take(polar)
        yield self.target.take(polar), row, word, value.take(polar)
        at = self.verb[:, None] + np.arange(1, _BEHIND + 1)
        values = scenes.polarity.take(at, mode="clip")
        polar, k = np.nonzero(self._inside(at, places) & (values != 0))
        row = named_rows(("object",)).repeat(len(polar))
        yield self.target.take(polar), row, at[polar, k] - begin.take(polar), values[polar, k]

    def _inside(self, at: Integers, places: Places) -> Integers:
        """Whether words stand in the sentence of the target."""
        return np.asarray(at < (places.begin + places.size).take(self.target)[:, None])


def subjects_of(places: Places, scenes: Scenes) -> Subjects:
    """The first verb behind each target, or the one it helps."""
    verbs = np.append(np.flatnonzero(scenes.tag & VERB), len(scenes.tag))
    number = verbs.searchsorted(places.begin + places.last)
    target = np.flatnonzero(verbs.take(number) < places.begin + places.size)
    number = number.take(target)
    if not len(target):
        return Subjects(target, target, target)
    real = verbs[:-1]
    end = (scenes.start + scenes.size).take(scenes.sentence.take(real))
    near = (verbs[1:] - real < 5) & (verbs[1:] < end)
    last = np.flatnonzero(~(near & ((scenes.closed.take(real) & HELPER) > 0)))
    helped = last.take(last.searchsorted(number))
    verb = real.take(helped)
    be = (scenes.closed.take(real.take(helped - 1, mode="clip")) & BE) > 0
    passive = (helped > number) & ((scenes.tag.take(verb) & PASSIVE) > 0) & be
    return Subjects(target, verb, passive.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Governors:
    """The targets that a verb precedes, and the verb (as a word of all).

    `preposition` is the number of the one between the two, 0 for none.
    """

    target: Integers
    verb: Integers
    preposition: Integers

    def features(self, places: Places, scenes: Scenes) -> Iterator[Feature]:
        """The verb with its preposition, and each alone."""
        weights = load_weights()
        word = self.verb - places.begin.take(self.target)
        beyond = word < places.opens.take(self.target)
        entry, denied = scenes.entry.take(self.verb), scenes.negated.take(self.verb)
        names = ("-", *closed_words("preposition"))
        numbers = np.array([weights.forms.get(name, 0) for name in names])
        between = numbers.take(self.preposition)
        yield self.target, weights.row_of(GOVERNOR + 2 * beyond + denied, entry, between), word
        yield self.target, weights.row_of(GOVERNED + denied, entry), word
        row = named_rows(tuple(f"ovp|{name}" for name in names)).take(self.preposition)
        yield self.target, row, np.full_like(word, -1)

    def sums(self, places: Places, scenes: Scenes) -> Sum:
        """The value of the verb, by its preposition."""
        value = scenes.polarity.take(self.verb)
        polar = np.flatnonzero(value)
        names = tuple(f"governor_{name}" for name in ("-", *closed_words("preposition")))
        row = named_rows(names).take(self.preposition.take(polar))
        word = self.verb - places.begin.take(self.target)
        return self.target.take(polar), row, word.take(polar), value.take(polar)


def governors_of(places: Places, scenes: Scenes) -> Governors:
    """The verb before each target, and the last preposition behind it."""
    first = places.begin + places.first
    verbs = np.append(-1, np.flatnonzero(scenes.tag & VERB))
    verb = verbs.take(verbs.searchsorted(first) - 1)
    target = np.flatnonzero(verb >= places.begin)
    verb = verb.take(target)
    numbers = (scenes.closed & ((1 << PRONOUNS) - 1)) >> PREPOSITIONS
    prepositions = np.append(-1, np.flatnonzero(numbers))
    between = prepositions.take(prepositions.searchsorted(first.take(target)) - 1)
    number = np.where(between > verb, numbers.take(between, mode="clip"), 0)
    return Governors(target, verb, number)
