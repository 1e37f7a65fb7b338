"""Quotation marks as distance: scare quotes and single words left to their speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslib.article import Article, Span
from newslib.hedging.view import View, contexts, views
from newslib.lexicon import Hit
from newslib.marks import Quotation, find_marks

__all__ = ["scare_quotes"]

_SPOKEN = frozenset(
    (",", ":", "", "-", "–", "—", "--", "said", "says", "asked", "replied", "answered")
)
"""What stands before marks around an answer quoted whole, which keep no distance."""


def scare_quotes(article: Article) -> tuple[Hit, ...]:
    """One or two words in quotation marks: the writer leaves them to somebody else.

    Titles and names (all words in capitals), words named as words ("the word 'cancel' means …")
    and answers that are quoted whole ("Yes," she said) keep no distance. The marks are part of
    the span; the scope is what stands between them.
    """
    return article.remember(scare_quotes, _find_scare_quotes)


def _find_scare_quotes(article: Article) -> tuple[Hit, ...]:
    every = views(article)
    starts = [view.sentence.start for view in every]
    found: list[Hit] = []
    for mark in find_marks(article):
        wide = 2 if mark.span.text.startswith(("``", "''")) else 1
        first, last = mark.span.start + wide, mark.span.end - wide
        if not _is_short(mark, article.text[first:last]):
            continue
        place = bisect_right(starts, mark.span.start) - 1
        if place >= 0 and _keeps_distance(every[place], mark.span):
            inside = article.span(first, last)
            found.append(Hit(mark.span, "evidential", inside, 0.5, False, "scare_quotes"))
    return tuple(found)


def _is_short(mark: Quotation, inner: str) -> bool:
    """Whether one or two words stand between closed marks, and neither a title nor a reply."""
    words = inner.split(maxsplit=2)
    if not (mark.closed and 1 <= len(words) <= 2) or inner[:1] == " ":
        return False
    title = all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return not title and inner[-1:] not in "!?-" and any(c.isalpha() for c in inner)


def _keeps_distance(view: View, span: Span) -> bool:
    """Whether the words around the marks do not name them as words or give them as speech."""
    ends, begins = view.whole.tokens.ends, view.begins
    within = begins, begins + len(view.words)
    first = bisect_right(ends, span.start, *within) - begins
    last = bisect_left(ends, span.end, *within) - begins
    before, after = view.word(first - 1), view.word(last + 1)
    named = contexts("naming").intersection((before, view.word(first - 2), after))
    return before not in _SPOKEN and not named
