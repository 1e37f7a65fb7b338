"""One sentence as the rules of hedging see it: words, tags, and what stands around a cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newslib.article import Article, Span, records
from newslib.lexicon import Entry
from newslib.lexicons import category_words, packaged, read_rows
from newslib.marks import find_marks
from newslib.patterns.phrases import folded_words
from newslib.tagging import tags
from newslib.tokens import Divided, divided

__all__ = [
    "BE",
    "NOT",
    "QUOTES",
    "WINDOW",
    "Cue",
    "Rule",
    "View",
    "column",
    "contexts",
    "reporting_forms",
    "views",
    "whole_of",
]

BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"))
NOT = frozenset(("not", "n't", "never", "no", "nor", "neither", "hardly", "scarcely", "without"))
WINDOW = 150
"""How many words around a cue the rules look at, so that time stays linear in any text."""

QUOTES = frozenset(('"', "“", "”", "``", "''"))


class Whole(NamedTuple):
    """What rules may see of an article around a sentence: its text, its tokens, long quotations.

    Those have more than three words; where they start and where they end stand in order. The
    article itself is not among it: it remembers its views, so that the two would keep each other.
    """

    text: str
    tokens: Divided
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with its words in lower case and their tags; places count tokens from 0.

    `begins` is the number of its first token in the `whole`.
    """

    whole: Whole
    sentence: Span
    begins: int
    words: tuple[str, ...]
    tags: tuple[str, ...]

    def word(self, place: int) -> str:
        """The word at a place, "" outside the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def tag(self, place: int) -> str:
        """The tag at a place, "" outside the sentence."""
        return self.tags[place] if 0 <= place < len(self.tags) else ""

    def before(self, place: int, words: int = WINDOW) -> tuple[str, ...]:
        """The words before a place, as many as a window holds."""
        return self.words[max(place - words, 0) : place]

    def written(self, place: int) -> str:
        """The word at a place as it is written, "" outside the sentence."""
        inside = 0 <= place < len(self.words)
        return self.whole.tokens.written[self.begins + place] if inside else ""

    def span(self, first: int, end: int) -> Span:
        """The span from word `first` up to word `end`."""
        text, found, begins = self.whole.text, self.whole.tokens, self.begins
        return found.span(text, begins + first, begins + end)

    def is_adverb(self, place: int) -> bool:
        """Whether an adverb or a negation stands at a place."""
        return self.tag(place).startswith("RB") or self.word(place) in NOT

    def is_number(self, place: int) -> bool:
        """Whether a number in figures or in words stands at a place."""
        word = self.word(place)
        return self.tag(place) == "CD" or word[:1].isdigit() or word in {"$", "£", "€"}

    def after_adverbs(self, place: int, step: int = 1) -> int:
        """The first place from `place` on, in steps, where no adverb stands."""
        while self.is_adverb(place):
            place += step
        return place

    def is_finite(self, place: int) -> bool:
        """Whether a verb that can carry a clause stands at a place."""
        plural = self.tag(place - 1) in {"NNS", "NNPS", "PRP"}
        return self.tag(place) in {"VBZ", "VBP", "VBD", "MD"} or (
            self.tag(place) == "VB" and plural
        )

    def starts_clause(self, place: int) -> bool:
        """Whether "that" or a clause without it begins at a place."""
        if self.word(place) in {"that", "so", "not"} or not self.word(place):
            return True
        if self.tag(place) in {"IN", "TO", "CC"} and self.word(place) != "if":
            return False
        for ahead in range(place, min(place + 9, len(self.words))):
            if ahead > place and self.is_finite(ahead):
                return True
            if self.word(ahead) in {"who", "which", "that", ";", ":", ".", "?", "!"}:
                return False
        return False


class Cue(NamedTuple):
    """An entry found in a sentence: its first and last token, and what it counts as."""

    first: int
    last: int
    entry: Entry
    category: str

    def widened(self, first: int, last: int | None = None) -> Cue:
        """The same cue from `first` on, up to `last` where that is given."""
        return self._replace(first=first, last=self.last if last is None else last)


def column(entry: Entry, name: str) -> str:
    """The cell of a column beyond newslib's own, "" where there is none; of two, the last."""
    for known, cell in reversed(entry.more):
        if known == name:
            return cell
    return ""


Rule = Callable[[View, Cue], Cue | None]
"""What a rule does: hand the cue back, widened perhaps, or None where it is no cue here."""


def views(article: Article) -> tuple[View, ...]:
    """Every sentence of an article as a `View`."""
    return article.remember(views, _find_views)


def _find_views(article: Article) -> tuple[View, ...]:
    found, words, article_tags = divided(article), folded_words(article), tags(article)
    at = found.places()
    begins, own = [place.start for place in at], [article_tags[place] for place in at]
    return tuple(records(View, [whole_of(article)] * len(at), found.sentences, begins, words, own))


def whole_of(article: Article) -> Whole:
    """What rules may see of an article around a sentence."""
    outer = [mark.span for mark in find_marks(article) if mark.level == 0]
    longer = [span for span in outer if len(span.text.split()) > 3]
    starts, ends = [span.start for span in longer], [span.end for span in longer]
    return Whole(article.text, divided(article), starts, ends)


@lru_cache(maxsize=32)
def contexts(category: str) -> frozenset[str]:
    """The words of one category of `hedge_contexts.tsv`, which the rules look for beside a cue."""
    return category_words("hedge_contexts", category)


@lru_cache(maxsize=4)
def reporting_forms(word_class: str = "verb") -> frozenset[str]:
    """Every one-word form of the reporting verbs, or nouns, in `stance.tsv`."""
    rows = read_rows(packaged("stance"), name="stance.tsv")
    words = [row for row in rows if row["word_class"] == word_class]
    forms = [form for row in words for form in (row["entry"], *row["forms"].split("|"))]
    return frozenset(form for form in forms if form and " " not in form)
