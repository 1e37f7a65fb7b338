"""Headlines of the form "Talks may resume: Marsh" and "Marsh: talks may resume"."""

from __future__ import annotations

from newslib.article import Article
from newslib.quotes.drafts import Draft
from newslib.quotes.units import Segment
from newslib.speakers import find_mentions

__all__ = ["headline_draft"]

_LONGEST_NAME, _SHORTEST_CONTENT = 4, 3
"""How many words the speaker's side of a colon may have, and how many the other side must."""


def headline_draft(article: Article, segment: Segment, number: int) -> Draft | None:
    """The attribution that a colon makes in a headline, if one side of it names a speaker."""
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
            if article.text[slice(*source)] in _speakers(article):
                place = (content[0].start, _end(content))
                return Draft(colon.place, source, [(place, "headline")], number)
    return None


def _may_name(side: Segment) -> bool:
    """Whether a side of the colon is short and capitalised."""
    return 0 < len(side) <= _LONGEST_NAME and all(unit.shape[0] == "X" for unit in side)


def _speakers(article: Article) -> set[str]:
    """The words of every mention of somebody who may speak in a headline."""
    kinds = ("person", "organisation")
    return {mention.span.text for mention in find_mentions(article) if mention.kind in kinds}


def _end(content: Segment) -> int:
    """Where the content ends, a full stop left outside."""
    return content[-2].end if content[-1].word == "." else content[-1].end
