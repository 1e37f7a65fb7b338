"""The codes of what several units make together, found without writing it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat

import numpy as np

from newslib.quotes.lookup import BITS
from newslib.quotes.templates import Codes

__all__ = ["ADVERB", "SINCE", "Helpers", "Since", "make_helpers", "make_since"]

ADVERB = "r"
"""What stands for any adverb among the helpers of a verb."""

SINCE = (",", ";", "and", "but", "that", "to", "which", "while", "who")
"""What may tell something of the words between the reporting word before and a place."""

_MOST = 3
"""How many helpers of a verb are seen."""

_STEPS = np.arange(1, _MOST + 1)[:, None]
"""How far each of them is from the verb."""

_PLACES = 1 << BITS * np.arange(_MOST)
"""What the code of each is multiplied with to join them in one whole number."""


@dataclass(frozen=True, slots=True)
class Helpers:
    """The code of every row of helpers that some weight is about, by the codes of these."""

    known: Mapping[int, int]

    def codes_before(self, words: Codes, at: Codes, left: Codes) -> Codes:
        """The codes of the helpers before some places; to the `left` is the last word that is none.

        The nearest comes first, and far ones are cut.
        """
        places = at - _STEPS
        keys = _PLACES @ (words.take(places) * (places > left))
        return np.fromiter(map(self.known.get, keys.tolist(), repeat(0)), np.int64, len(at))


def make_helpers(codes: Mapping[str, int], helpers: Iterable[str]) -> Helpers:
    """The values that are rows of helpers, by the codes of these."""
    known = {0: codes[""]}
    single = {helper: codes[helper] for helper in (*helpers, ADVERB)}
    for value, code in codes.items():
        words = value.split(" ")
        if len(words) <= _MOST and single.keys() >= set(words):
            known[sum(single[word] << BITS * place for place, word in enumerate(words))] = code
    return Helpers(known)


@dataclass(frozen=True, slots=True)
class Since:
    """The code of every choice of the words of `SINCE`; each has a bit, by the code of the word."""

    bits: Codes
    codes: Codes

    def codes_between(self, words: Codes, firsts: Codes, lasts: Codes) -> Codes:
        """The codes of what stands among the words from each first place up to each last one."""
        edges = np.array([firsts, lasts]).T.ravel()
        found = np.bitwise_or.reduceat(self.bits.take(words), edges)[::2]
        return self.codes.take(found * (firsts < lasts))


def make_since(codes: Mapping[str, int]) -> Since:
    """The values that are choices of the words, and the words' bits."""
    bits = np.zeros(len(codes) + 1, np.int64)
    bits[[codes[word] for word in SINCE]] = [1 << place for place in range(len(SINCE))]
    choices = [
        " ".join([word for place, word in enumerate(SINCE) if choice >> place & 1])
        for choice in range(1 << len(SINCE))
    ]
    return Since(bits, np.array([codes.get(choice, 0) for choice in choices]))
