"""Headlines of the form "Talks may resume: Marsh" and "Marsh: talks may resume"."""

from __future__ import annotations

from collections.abc import Callable

from newslib.article import Article
from newslib.quotes.drafts import Draft
from newslib.quotes.units import Segment

__all__ = ["headline_draft"]

_LONGEST_NAME = 4
_SHORTEST_CONTENT = 3


def headline_draft(
    article: Article, segment: Segment, number: int, speakers: Callable[[Article], set[str]]
) -> Draft | None:
    """The attribution that a colon makes in a headline, if one side of it names a speaker.

    `speakers` gives the mentions that may speak; it is asked only where the colon is there.
    """
    headline = article.headline
    if headline is None or segment[0].start != headline.start:
        return None
    colons = [place for place, unit in enumerate(segment) if unit.word == ":"]
    if len(colons) != 1:
        return None
    left, right = segment[: colons[0]], segment[colons[0] + 1 :]
    colon = segment[colons[0]]
    for name, content in ((right, left), (left, right)):
        if _may_name(name) and len(content) >= _SHORTEST_CONTENT:
            source = (name[0].start, name[-1].end)
            if article.text[slice(*source)] in speakers(article):
                place = (content[0].start, _end(content))
                pieces = [(place, "headline")]
                return Draft((colon.start, colon.end), source, pieces, number)
    return None


def _may_name(side: Segment) -> bool:
    """Whether a side of the colon is short and capitalised."""
    return 0 < len(side) <= _LONGEST_NAME and all(unit.shape[0] == "X" for unit in side)


def _end(content: Segment) -> int:
    """Where the content ends, a full stop left outside."""
    return content[-2].end if content[-1].word == "." else content[-1].end
