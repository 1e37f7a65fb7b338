"""Headlines of the form "Talks may resume: Marsh" and "Marsh: talks may resume"."""

from __future__ import annotations

from newslib.article import Article
from newslib.quotes.drafts import Draft, Place
from newslib.quotes.segments import Segment, Stretch
from newslib.speakers import find_mentions

__all__ = ["headline_draft"]

_LONGEST_NAME, _SHORTEST_CONTENT = 4, 3
"""How many words the speaker's side of a colon may have, and how many the other side must."""


def headline_draft(article: Article, stretch: Stretch, number: int) -> Draft | None:
    """The attribution that a colon makes in a headline, if one side of it names a speaker."""
    headline = article.headline
    if headline is None or stretch.start != headline.start:
        return None
    segment = stretch.segment()
    if segment.words.count(":") != 1:
        return None
    colon = segment.words.index(":")
    left, right = (0, colon), (colon + 1, len(segment))
    for name, content in ((right, left), (left, right)):
        if _may_name(segment, *name) and content[1] - content[0] >= _SHORTEST_CONTENT:
            source = segment.place(*name)
            if article.text[slice(*source)] in _speakers(article):
                place = _content(segment, *content)
                return Draft(segment.place(colon, colon + 1), source, [(place, "headline")], number)
    return None


def _may_name(segment: Segment, first: int, last: int) -> bool:
    """Whether a side of the colon is short and capitalised."""
    capitalised = all(shape[0] == "X" for shape in segment.shapes[first:last])
    return 0 < last - first <= _LONGEST_NAME and capitalised


def _speakers(article: Article) -> set[str]:
    """The words of every mention of somebody who may speak in a headline."""
    kinds = ("person", "organisation")
    return {mention.span.text for mention in find_mentions(article) if mention.kind in kinds}


def _content(segment: Segment, first: int, last: int) -> Place:
    """Where the content stands, a full stop left outside."""
    return segment.place(first, last - (segment.words[last - 1] == "."))
