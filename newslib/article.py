"""What an article is: a string that never changes, and the spans that name its parts."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from functools import cache
from typing import Any, TypeVar

__all__ = [
    "Article",
    "Span",
    "check_article",
    "check_span",
    "each_article",
    "records",
    "undisturbed",
]

T = TypeVar("T")
Given = TypeVar("Given")

_PROSE = ("headline", "standfirst", "caption", "body")
"""The parts that hold prose, under the names that the tables' `part` column uses."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in an article's text, and the words that stand there.

    `start` and `end` count characters from 0, half-open, so that
    `article.text[span.start:span.end] == span.text` for every span newslib gives. Spans sort by
    place. Make one with `article.span(start, end)`, which takes the words from the text itself.

    >>> from newslib import parse_article
    >>> parse_article("Talks may resume.").span(6, 9)
    Span(start=6, end=9, text='may')
    """

    start: int
    end: int
    text: str

    def __init__(self, start: int, end: int, text: str) -> None:
        """What a dataclass has, in two thirds of the time: nothing else is made so often."""
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)


_set_start, _set_end, _set_text = (getattr(Span, name).__set__ for name in Span.__slots__)


@dataclass(frozen=True, slots=True, repr=False)
class Article:
    """One news article: the decoded file untouched, and where its parts stand in it.

    Every part is a `Span` or None where the story has none; `paragraphs` are the body alone;
    `unplaced` holds what belongs to no part (separators, labels such as "SOURCE:"). Together they
    cover every non-space character of `text` once. `date` is a `datetime.date` only where the
    text gives day, month and year. `outlet`, `url` and `language` come from metadata.
    Get one from `parse_article` or `read_article`.

    >>> from newslib import parse_article
    >>> article = parse_article("Talks may resume: Marsh\\n\\nThe minister left the door open.")
    >>> article.headline.text, len(article.paragraphs), article.standfirst
    ('Talks may resume: Marsh', 1, None)
    """

    id: str
    text: str
    headline: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    caption: Span | None = None
    credit: Span | None = None
    dateline: Span | None = None
    date_span: Span | None = None
    source: Span | None = None
    date: datetime.date | None = None
    paragraphs: tuple[Span, ...] = ()
    unplaced: tuple[Span, ...] = ()
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    _found: dict[object, Any] = field(
        default_factory=dict, init=False, compare=False, repr=False, hash=False
    )

    def span(self, start: int, end: int) -> Span:
        """The span from `start` up to `end` of this article's text; ValueError outside it.

        >>> from newslib import parse_article
        >>> parse_article("Talks may resume.").span(0, 5).text
        'Talks'
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(
                f"span({start}, {end}) lies outside the article's {len(self.text)} characters; "
                "give 0 <= start <= end <= len(article.text)"
            )
        return Span(start, end, self.text[start:end])

    @property
    def prose(self) -> tuple[tuple[str, Span], ...]:
        """The parts finders read, in text order: (part, span), each body paragraph on its own.

        >>> from newslib import parse_article
        >>> [part for part, _ in parse_article("Talks may resume.").prose]
        ['body']
        """
        return self.remember(_find_prose, _find_prose)

    def remember(self, key: object, find: Callable[[Article], T]) -> T:
        """What `find(self)` gives, found once: how finders share their work.

        >>> from newslib import parse_article
        >>> parse_article("Talks may resume.").remember("length", lambda a: len(a.text))
        17
        """
        if key not in self._found:
            self._found[key] = undisturbed(find, self)
        found: T = self._found[key]
        return found

    def remembers(self, key: object) -> bool:
        """Whether what stands under `key` was found before.

        >>> from newslib import parse_article
        >>> parse_article("Talks may resume.").remembers("length")
        False
        """
        return key in self._found

    def forget(self) -> None:
        """Let go of all that was found, which can be found again: what a walk over many does.

        >>> from newslib import parse_article
        >>> article = parse_article("Talks may resume.")
        >>> _ = article.remember("length", lambda a: len(a.text))
        >>> article.forget()
        >>> article.remember("length", lambda a: "found again")
        'found again'
        """
        self._found.clear()

    def __repr__(self) -> str:
        """The id and the headline: the text itself would fill the screen."""
        headline = self.headline.text if self.headline else None
        return f"Article(id={self.id!r}, headline={headline!r}, paragraphs={len(self.paragraphs)})"

    def __getstate__(self) -> dict[str, Any]:
        """Everything but what has been found, which can be found again."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name != "_found"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """The same article with an empty memory."""
        for name, value in {**state, "_found": {}}.items():
            object.__setattr__(self, name, value)


def _find_prose(article: Article) -> tuple[tuple[str, Span], ...]:
    head = [(part, getattr(article, part)) for part in _PROSE[:-1]]
    body = [("body", paragraph) for paragraph in article.paragraphs]
    present = [(part, span) for part, span in [*head, *body] if span is not None]
    return tuple(sorted(present, key=lambda item: item[1].start))


def records(kind: type[T], *columns: Sequence[Any]) -> list[T]:
    """Many records of one frozen, slotted kind at once, from the columns of their fields.

    The same as calling `kind` with each row, in a third of the time: a frozen record that is made
    alone has to get round its own guard for every field, while these are frozen when they are
    filled. All columns have one length.

    >>> records(Span, [0, 6], [5, 9], ["Talks", "may"])
    [Span(start=0, end=5, text='Talks'), Span(start=6, end=9, text='may')]
    """
    made: list[Any] = list(map(_unguarded(kind), *columns))  # type: ignore[arg-type]
    for one in made:
        one.__class__ = kind
    return made


@cache
def _unguarded(kind: type[Any]) -> type[Any]:
    """A kind of record with the same slots, which anyone may fill."""
    return make_dataclass(kind.__name__, kind.__slots__, slots=True, eq=False, repr=False)


def undisturbed(find: Callable[[Given], T], given: Given) -> T:
    """What `find(given)` gives, found while the garbage collector rests.

    Python counts new objects, and every so often walks over all there are to look for cycles. The
    records of an article never form one, so that on a long text a quarter of the time would go
    into looking in vain, and more than ten times as much on ten times the text. Nothing else is
    different: what is no longer needed is freed at once, as always, and the collector works
    again afterwards if it did before, whatever was raised.

    >>> import gc
    >>> undisturbed(lambda number: (gc.isenabled(), number + 1), 1), gc.isenabled()
    ((False, 2), True)
    """
    if not gc.isenabled():
        return find(given)
    gc.disable()
    try:
        return find(given)
    finally:
        gc.enable()


def check_article(article: object) -> None:
    """Raise TypeError, saying how to get one, where a finder is given no `Article`.

    >>> check_article("Talks may resume.")
    Traceback (most recent call last):
    TypeError: article is a str; give an Article: parse_article(text) or read_article(path)
    """
    if not isinstance(article, Article):
        raise TypeError(
            f"article is a {type(article).__name__}; "
            "give an Article: parse_article(text) or read_article(path)"
        )


def each_article(articles: Article | Iterable[Article]) -> Iterator[Article]:
    """The articles one by one, a single one too; TypeError for anything else.

    >>> from newslib import parse_article
    >>> [article.id for article in each_article(parse_article("Talks may resume.", id="talks"))]
    ['talks']
    """
    given: object = [articles] if isinstance(articles, Article) else articles
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(
            f"articles is a {type(articles).__name__}; give an Article or several: "
            "parse_article(text), read_article(path) or read_articles(folder)"
        )
    for article in given:
        if not isinstance(article, Article):
            raise TypeError(
                f"articles holds a {type(article).__name__}; give Article records: "
                "parse_article(text) makes one"
            )
        yield article


def check_span(article: Article, span: object, *, name: str) -> None:
    """Raise TypeError where `span` is no `Span`, ValueError where it is none of this article.

    >>> from newslib import parse_article
    >>> check_span(parse_article("Talks."), Span(0, 5, "Peace"), name="target")
    Traceback (most recent call last):
    ValueError: target is Span(start=0, end=5, text='Peace'), no place of this article; ...
    """
    if not isinstance(span, Span):
        raise TypeError(f"{name} is {span!r}; give a Span, such as article.span(start, end)")
    inside = 0 <= span.start <= span.end <= len(article.text)
    if not inside or article.text[span.start : span.end] != span.text:
        raise ValueError(
            f"{name} is {span!r}, no place of this article; take it from article.span(start, end)"
        )
