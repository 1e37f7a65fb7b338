"""What could not be read, or only with an assumption, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newslib.article import Article, each_article
from newslib.reading import Articles, Unread
from newslib.reading.lines import sound
from newslib.reading.problems import Problem
from newslib.tables.build import PLACE
from newslib.tables.columns import as_columns, as_frame
from newslib.tables.places import Group

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Row", "Stories", "each_story", "looked_at", "problems_frame", "problems_table"]

Row = tuple[Any, ...]
Stories = Articles | Article | Iterable[Article | Unread]

_COLUMNS = PLACE | {"file": "string", "problem": "string", "reason": "string", "lost": "bool"}

_BAD = (
    ("\ufffd", "replaced characters", "U+FFFD, which stands for what could not be decoded"),
    ("\0", "binary zeros", "binary zeros"),
)


def problems_table(articles: Stories) -> pd.DataFrame:
    """What to look at before trusting the rest: one row a problem, with its reason.

    Of `read_articles(…)`, or of what its `unread()` gives, every file and row is read: those that
    gave no article stand here with `lost` True, and those that gave one by an assumption (a
    guessed encoding, a repeated id) with `lost` False. Of any articles: one without prose, and
    characters that could not be decoded, the first of them as the row's span. `problem` is one of
    unreadable, no article, unknown columns, repeated id, guessed encoding, cut short, no prose,
    replaced characters, binary zeros. A corpus without problems gives an empty table. Raises
    TypeError where `articles` are none.

    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> from newslib import read_articles
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "fine.txt").write_text("Talks may resume.", encoding="utf-8")
    ...     _ = (Path(folder) / "photo.txt").write_bytes(b"GIF89a")
    ...     table = problems_table(read_articles(folder))
    >>> table[["article", "file", "problem", "reason", "lost"]].values.tolist()
    [['photo', 'photo.txt', 'unreadable', 'is a picture, no text; save its text as UTF-8', True]]
    """
    return problems_frame(row for _, rows in looked_at(articles) for row in rows)


def problems_frame(rows: Iterable[Row]) -> pd.DataFrame:
    """The rows that `looked_at` gives, as `problems_table` has them."""
    return as_frame(_COLUMNS, as_columns(list(rows), len(_COLUMNS)))


def looked_at(articles: Stories) -> Iterator[tuple[Article | None, list[Row]]]:
    """Each article as it is read, None where it cannot be, with the rows of its problems."""
    for item in each_story(articles):
        if isinstance(item, Article):
            yield item, list(_article_rows(item, None))
            continue
        article, problems = item.look()
        rows = [_file_row(item.id, item.file, problem) for problem in problems]
        if article is not None:
            rows += _article_rows(article, sound(item.file))
        yield article, rows


def each_story(articles: Stories) -> Iterator[Article | Unread]:
    """The articles one by one, unread where they can be had so; TypeError for anything else."""
    if isinstance(articles, Articles):
        yield from articles.unread()
    elif isinstance(articles, Article | str) or not isinstance(articles, Iterable):
        yield from each_article(articles)
    else:
        for item in articles:
            yield from [item] if isinstance(item, Unread) else each_article([item])


def _file_row(id: str, file: str, problem: Problem) -> Row:  # noqa: A002
    said = (sound(file), problem.problem, sound(problem.reason), problem.lost)
    return sound(id), "article", 0, 0, "", *said


def _article_rows(article: Article, file: str | None) -> Iterator[Row]:
    if not article.prose:
        reason = "holds no headline, standfirst, caption or body"
        yield article.id, "article", 0, 0, "", file, "no prose", reason, False
    for bad, problem, what in _BAD:
        first, count = article.text.find(bad), article.text.count(bad)
        if count:
            reason = f"holds {what} ({count} of them)"
            group, span = Group((article,)), article.span(first, first + 1)
            (part,) = group.parts_of(group.lay([[span]])).tolist()
            yield article.id, part, first, first + 1, bad, file, problem, reason, False
