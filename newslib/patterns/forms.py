"""The inflected forms of an English word, regular and irregular, for patterns in capitals."""

from __future__ import annotations

from functools import lru_cache

from newslib.lexicons import category_words, packaged, read_rows

__all__ = ["forms", "word_class"]

_VOWELS = "aeiou"


@lru_cache(maxsize=4096)
def forms(lemma: str) -> frozenset[str]:
    """All forms of a word, as verb and as noun: the cue lists say which words, not which forms.

    A form English does not have ("treatied") does no harm, since no text has it either. Irregular
    verbs and nouns come from `lexicons/irregular_forms.tsv`.

    >>> sorted(forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(forms("ban"))
    ['ban', 'banned', 'banning', 'bans']
    """
    if lemma in _irregular():
        return _irregular()[lemma]
    if lemma.endswith("man") and len(lemma) > 4:
        return frozenset((lemma, lemma[:-2] + "en"))
    stem = lemma + lemma[-1] if _doubles(lemma) else lemma
    if lemma.endswith("e"):
        return frozenset((lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"))
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return frozenset((lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"))
    plural = "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return frozenset((lemma, lemma + plural, stem + "ed", stem + "ing"))


def _doubles(lemma: str) -> bool:
    """Whether the last letter is doubled before an ending, as in "ban" and "permit"."""
    short = len(lemma) > 2 and lemma[-1] not in "aeiouwxyh" and lemma[-2] in _VOWELS
    one_syllable = sum(letter in _VOWELS for letter in lemma) == 1
    return (
        short
        and lemma[-3] not in _VOWELS
        and (one_syllable or lemma in category_words("irregular_forms", "doubles"))
    )


@lru_cache(maxsize=1)
def _irregular() -> dict[str, frozenset[str]]:
    """Lemma to forms, of the words whose forms no rule gives."""
    rows = read_rows(packaged("irregular_forms"), name="irregular_forms.tsv")
    return {
        row["entry"]: frozenset((row["entry"], *row["forms"].split()))
        for row in rows
        if row["category"] == "irregular"
    }


@lru_cache(maxsize=64)
def word_class(category: str) -> frozenset[str]:
    """The words of one category of `pattern_words.tsv`.

    >>> "whoever" in word_class("relative")
    True
    """
    return category_words("pattern_words", category)
