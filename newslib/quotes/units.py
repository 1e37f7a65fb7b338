"""What rules and models know of words and tags."""

from __future__ import annotations

from functools import lru_cache

from newslib.lexicons import category_words, packaged, read_rows

__all__ = [
    "BARE",
    "BREAKS",
    "COARSE",
    "MARKS",
    "VERBS",
    "makes_statement",
    "reporting",
    "reports",
    "small_words",
]


@lru_cache(maxsize=1)
def reporting() -> dict[str, tuple[str, str]]:
    """Every form of every reporting word: its category (speech, other) and its first form."""
    found: dict[str, tuple[str, str]] = {}
    for row in read_rows(packaged("reporting"), name="reporting.tsv"):
        for form in (row["entry"], *filter(None, row["forms"].split("|"))):
            if form not in found or found[form][0] == "other":
                found[form] = (row["category"], row["entry"])
    return found


def small_words(category: str) -> frozenset[str]:
    """The small words of a category of `cue_words.tsv`."""
    return category_words("cue_words", category)


@lru_cache(maxsize=1)
def reports() -> dict[str, str]:
    """What each form of a reporting word reports."""
    return {form: category for form, (category, _) in reporting().items()}


COARSE = {
    "NN": "n", "NNS": "n", "NNP": "N", "NNPS": "N", "PRP": "p", "PRP$": "d", "DT": "d",
    "IN": "i", "TO": "t", "VB": "v", "VBD": "v", "VBP": "v", "VBZ": "v", "VBN": "v", "VBG": "g",
    "MD": "v", "JJ": "a", "JJR": "a", "JJS": "a", "CD": "a", "RB": "r", "WP": "w", "WDT": "w",
    "WRB": "w", "CC": "c", "POS": "s", "Q": "Q", ",": ",", ".": ".", ":": ":",
}  # fmt: skip
"""Tags in a letter each, for what lies between a word and a cue."""

BREAKS = frozenset((",", ";", "—", "–", "("))
"""The marks that are counted between a word and a cue."""

MARKS = frozenset((":", "—", "–", "―"))
"""The marks that may be a cue, with nothing about them that belongs to it."""

BARE = MARKS | {"according", "per"}
"""What may be a cue without being a verb or a form of a reporting word."""

VERBS = frozenset(
    ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "VBD|RB", "VBG|NN", "VBN|JJ", "VBP|IN", "VBP|PP")
)
"""The tags of verbs; the tagger's word list leaves some open between a verb and something else."""


def makes_statement(tag: str) -> bool:
    """Whether a tag is of a verb or a quotation: words without either only name a topic."""
    return tag[:2] in ("VB", "MD", "Q")
