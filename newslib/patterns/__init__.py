"""Patterns over words that a reader of the word list can read, and extend.

A pattern is a line of words. It is matched inside one sentence, whatever the case:

==================  ===================================================================
``peace treaty``    these words, one right after the other
``ball|onus``       one of these words
``LIE``             any form of a word: lie, lies, lay, lain, lying
``talks/noun``      the word as a noun (or ``/verb``, ``/adjective``, ``/name``)
``is + with``       up to three words may stand between
``with … court``    up to eight words may stand between (``...`` does as well)
``[it BE] up to``   words in square brackets must stand there and are no part of the cue
``<party>``         somebody who can act: a name, a pronoun, "the council", "those who …"
``<anyone>``        any noun phrase
==================  ===================================================================

A party is no part of the cue either; it becomes the scope of the hit.

>>> parse_pattern("ball|onus BE + on <party>").elements[0].words == {"ball", "onus"}
True
"""

from newslib.patterns.matching import Match, Patterns
from newslib.patterns.phrases import Line, lines
from newslib.patterns.syntax import Pattern, parse_pattern

__all__ = ["Line", "Match", "Pattern", "Patterns", "lines", "parse_pattern"]
