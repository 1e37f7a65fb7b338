"""How a pattern is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newslib.lexicon import folded
from newslib.patterns.forms import forms

__all__ = ["Element", "Pattern", "parse_pattern"]

_GAPS = {"+": 3, "…": 8, "...": 8}
"""How many words may stand where a gap is written."""

_TAGS = {"noun": "NN", "verb": "VB", "adjective": "JJ", "name": "NNP"}
"""How the tags begin of what a word may be asked to be."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words that may stand there, or a slot for a noun phrase."""

    words: frozenset[str]
    tag: str = ""
    gap: int = 0
    context: bool = False
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern as it was written, and its places.

    `name` says it is written as a proper name, `plain` that it is nothing but words in a row.
    """

    source: str
    elements: tuple[Element, ...]
    name: bool = False
    plain: bool = False


def parse_pattern(source: str) -> Pattern:
    """Read one pattern; ValueError says what is wrong with it.

    >>> [element.gap for element in parse_pattern("ball BE + in … court").elements]
    [0, 0, 3, 8]
    """
    elements: list[Element] = []
    gap, context = 0, False
    for part in source.replace("[", " [ ").replace("]", " ] ").split():
        if part in ("[", "]"):
            context = part == "["
        elif part in _GAPS:
            gap = _GAPS[part]
        else:
            elements.append(replace(_element(part, source), gap=gap, context=context))
            gap = 0
    if not any(element.words and not element.context for element in elements):
        raise ValueError(f"pattern {source!r} has no word of its own; give it one")
    first = elements[1] if elements[0].slot else elements[0]
    if not first.words:
        raise ValueError(f"pattern {source!r} begins with two slots; put a word between them")
    name = any(part[:1].isupper() and not part.isupper() for part in source.split())
    plain = all(e.words and not e.context and not e.gap for e in elements)
    return Pattern(source, tuple(elements), name, plain)


def _element(part: str, source: str) -> Element:
    """One part of a pattern, with the words or the slot it stands for."""
    if part in ("<party>", "<anyone>"):
        return Element(frozenset(), slot=part[1:-1])
    written, _, tag = part.partition("/")
    if tag and tag not in _TAGS:
        raise ValueError(f"pattern {source!r} asks for {tag!r}; choose one of {', '.join(_TAGS)}")
    words: set[str] = set()
    for word in written.split("|"):
        if not word or word.startswith("<"):
            raise ValueError(f"pattern {source!r} has {part!r}, which is no word and no slot")
        lemma = word.isupper() and len(word) > 1
        words.update(forms(word.lower()) if lemma else (folded(word),))
    return Element(frozenset(words), tag=_TAGS.get(tag, ""))
