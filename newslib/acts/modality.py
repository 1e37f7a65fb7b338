"""Whether an act is asserted, denied, still to come, or only imagined."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslib.patterns.forms import word_class

__all__ = ["auxiliaries", "modality"]


def modality(words: Sequence[str], first: int) -> str:
    """The modality of the verb at word `first`, read from its auxiliaries and from "if".

    >>> modality("calder will not bomb the port .".split(), 3)
    'negated'
    """
    chain = _chain(words, first)
    if any(word in word_class("negator") or word == "no" for word in chain):
        return "negated"
    if any(word in word_class("conditional") for word in chain) or _in_if(words, first):
        return "hypothetical"
    if any(word in word_class("future") for word in chain):
        return "future"
    return "asserted"


def _chain(words: Sequence[str], first: int) -> list[str]:
    """The auxiliaries and adverbs before a verb, the verb itself with them."""
    chain = [word for word in words[first : first + 1] if word in word_class("auxiliary")]
    i = first - 1
    while i >= 0 and first - i <= 6 and _is_auxiliary(words[i]):
        chain.append(words[i])
        i -= 1
    return chain


@lru_cache(maxsize=1)
def auxiliaries() -> frozenset[str]:
    """The words that may stand between a subject and its verb, adverbs apart."""
    return word_class("auxiliary") | word_class("future") | word_class("conditional")


def _is_auxiliary(word: str) -> bool:
    """Whether a word is one of them, or an adverb by its ending."""
    return word in auxiliaries() or word == "to" or (word.endswith("ly") and len(word) > 4)


def _in_if(words: Sequence[str], first: int) -> bool:
    """Whether "if" or "unless" opens the clause of a verb."""
    for i in range(first - 1, max(-1, first - 10), -1):
        if words[i] in (",", ";", ":", "."):
            return False
        if words[i] in ("if", "unless"):
            return True
    return False
