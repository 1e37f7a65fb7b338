"""Texts that nobody would send and somebody will, and what must hold for them all the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from newslib import Article, Span, Unreadable

T = TypeVar("T")

PIECES = (
    *("“", "”", "‘", "’", '"', "'", "«", "»", "„", "(", ")", "[", "]", "—", "–", "...", "…", "/"),
    *(" ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x85", "\0", "\x1b[31m", "\ufeff"),
    *(
        "\u202e",
        "\u200f",
        "\u200d",
        "\u0301",
        "👩‍👩‍👧",
        "🇫🇮",
        "\ud83d",
        "\udc00",
        "İ",
        "ß",
        "ﬁ",
        "١٢",
    ),
    *("Foreign Minister Ann Marsh", "Marsh", "she", "Borduria", "MARSH", "Finland's", "U.S."),
    *(" said ", " said that ", ", according to ", " told reporters ", "may", "not", "reportedly"),
    *("SOURCE:", "By ", "(FILE)", "October 26, 2025", "GENEVA, Oct. 26 (XY) — ", ", ", ". ", "?"),
    *("threatened", "the ball is in their court", "war", "$x$", r"\(y\)", "<b>", "&amp;", "=1+1"),
)
"""What the rules look for, and what breaks programs, to be put together in any order."""

TEXTS = st.one_of(
    st.text(st.characters(), max_size=80),
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
)


def strained(examples: int) -> settings:
    """So many examples, the same on every run and machine, however slow it is."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def spans_in(found: object) -> Iterator[Span]:
    """Every span in what a finder gives, however deep."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple | list):
        for each in found:
            yield from spans_in(each)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        for part in dataclasses.fields(found):
            if not part.name.startswith("_"):
                yield from spans_in(getattr(found, part.name))


def slices_back(article: Article, found: object) -> None:
    """Assert that every span found opens back into its words."""
    for span in spans_in(found):
        assert 0 <= span.start <= span.end <= len(article.text)
        assert article.text[span.start : span.end] == span.text


def documented(call: Callable[[], T]) -> T | None:
    """What a call gives; None where it refuses, as it may, in one sentence of its own."""
    try:
        return call()
    except (ValueError, TypeError) as error:
        refused: Exception = error
    own = type(refused) in {ValueError, TypeError, Unreadable}
    if not own or not str(refused).strip() or "\n" in str(refused):
        raise refused
    return None
