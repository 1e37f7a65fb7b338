"""The tables of some articles, where one that goes wrong costs its own rows and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newslib.article import Article
from newslib.reading import Unread
from newslib.tables import all_tables
from newslib.tables.every import PROBLEMS
from newslib.tables.problems import Row, looked_at, problems_frame

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Item", "Portion", "Tables", "analyse", "portions", "tables_of"]

Item = Article | Unread
Tables = dict[str, "pd.DataFrame"]

_CHARACTERS = 200_000
"""So much text is analysed at a time, which bounds the memory whatever a batch holds."""

_STOPPED = "it stopped the worker twice: too little memory, or a fault in a library"


@dataclass(slots=True)
class Portion:
    """Articles to be analysed together, and the rows of what is wrong with them and others."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Row] = field(default_factory=list)


def portions(items: Iterable[Item], left_out: frozenset[int] = frozenset()) -> Iterator[Portion]:
    """The articles, read a portion at a time; those `left_out`, by number, are not touched.

    >>> from newslib import parse_article
    >>> [len(portion.articles) for portion in portions([parse_article("Talks.")] * 2)]
    [2]
    """
    portion, characters = Portion(), 0
    for number, item in enumerate(items):
        article, rows = _read(item) if number not in left_out else (None, [_lost(item, _STOPPED)])
        portion.problems += rows
        if article is not None:
            portion.articles.append(article)
            characters += len(article.text)
        if characters >= _CHARACTERS:
            yield portion
            portion, characters = Portion(), 0
    yield portion


def _read(item: Item) -> tuple[Article | None, list[Row]]:
    """The article, None where it cannot be read, and the rows of what is wrong with it."""
    try:
        return next(looked_at([item]))
    except Exception as error:  # whatever a file holds costs that file alone
        return None, [_lost(item, _in_a_line(error))]


def analyse(portion: Portion, tables: tuple[str, ...]) -> Tables:
    """All tables of the articles, and that of problems.

    >>> found = analyse(Portion(), ("quotes_table",))
    >>> list(found), len(found["problems_table"])
    (['quotes_table', 'problems_table'], 0)
    """
    try:
        found = tables_of(portion.articles, tables)
    except Exception:  # whose it was is found by trying each
        errors = [(article, _fails(article, tables)) for article in portion.articles]
        found = tables_of([article for article, error in errors if error is None], tables)
        portion.problems += [_lost(article, error) for article, error in errors if error]
    found[PROBLEMS] = problems_frame(portion.problems)
    return found


def tables_of(articles: Iterable[Article], tables: tuple[str, ...]) -> Tables:
    """The tables by their names, without a bar."""
    return all_tables(articles, tables=tables, progress=False)


def _fails(article: Article, tables: tuple[str, ...]) -> str | None:
    """Why no tables can be made of an article, None where they can."""
    try:
        tables_of([article], tables)
    except Exception as error:
        return _in_a_line(error)
    return None


def _in_a_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:300]


def _lost(item: Item, reason: str) -> Row:
    file = item.file if isinstance(item, Unread) else None
    return item.id, "article", 0, 0, "", file, "not analysed", reason, True
