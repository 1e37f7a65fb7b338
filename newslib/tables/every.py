"""Every table in one walk over the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from newslib.article import Article, undisturbed
from newslib.tables.build import Growing, Recipe, groups, listed, walked
from newslib.tables.frames import ACTS, FRAMES
from newslib.tables.measures import CERTAINTY, HEDGES, SENTIMENT, TARGETS
from newslib.tables.places import Group
from newslib.tables.problems import Row, Stories, looked_at, problems_frame
from newslib.tables.progress import watched
from newslib.tables.speech import MENTIONS, QUOTES, VOICES
from newslib.tables.text import ARTICLES, PARTS, SENTENCES, TOKENS

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PROBLEMS", "RECIPES", "all_tables", "wanted"]

PROBLEMS = "problems_table"
"""What could not be read leaves no article: this table is filled while the others are read."""

RECIPES: dict[str, Recipe] = {
    "articles_table": ARTICLES,
    "parts_table": PARTS,
    "sentences_table": SENTENCES,
    "tokens_table": TOKENS,
    "mentions_table": MENTIONS,
    "quotes_table": QUOTES,
    "voices_table": VOICES,
    "hedges_table": HEDGES,
    "certainty_table": CERTAINTY,
    "sentiment_table": SENTIMENT,
    "targets_table": TARGETS,
    "frames_table": FRAMES,
    "acts_table": ACTS,
}
"""The tables that need nothing but articles, by the names of their functions."""


def all_tables(
    articles: Stories,
    *,
    tables: Iterable[str] | None = None,
    progress: bool | None = None,
) -> dict[str, pd.DataFrame]:
    """Every table, or those named, in one walk: each article is read and analysed once.

    The way to make several tables of a folder. One after the other, `quotes_table(articles)` and
    `frames_table(articles)` read and analyse a folder twice; here all tables grow by a
    few articles at a time, and what was found in them is forgotten when the next come, so that the
    tables themselves are all that takes memory.

    `tables` are names of table functions ("quotes_table"); without it come all that need nothing
    but articles, which is every one but `kwic`. `progress` says whether a bar shows how far the
    walk has come: by default in a terminal alone, when it takes more than a second and a half;
    True shows it anywhere, a notebook too, False nowhere.

    Gives a dict from the name of each table to what its function gives, with columns, types and
    rows the same; in the order of `tables`, or of the README. No articles give empty tables,
    with columns and types. Raises ValueError for a table there is not, TypeError where `tables`
    is one string, or `articles` are none.

    >>> from newslib import parse_article
    >>> story = parse_article('"The door is open," Ann Marsh said.')
    >>> found = all_tables(story, tables=["quotes_table", "sentences_table"])
    >>> {name: len(table) for name, table in found.items()}
    {'quotes_table': 1, 'sentences_table': 1}
    """
    return walked(partial(_walk, wanted(tables), progress), articles)


def _walk(
    names: tuple[str, ...], progress: bool | None, articles: Stories
) -> dict[str, pd.DataFrame]:
    """The tables of these names; what a table was made of is let go of before the next."""
    growing = {name: Growing(RECIPES[name]) for name in names if name != PROBLEMS}
    problems: list[Row] = []
    seen = watched(looked_at(articles), of=articles, progress=progress)
    for group in groups(_noting(problems, seen)):
        undisturbed(partial(_lengthen, tuple(growing.values())), group)
    return {
        name: problems_frame(problems) if name == PROBLEMS else growing.pop(name).table()
        for name in dict.fromkeys(names)
    }


def _lengthen(tables: tuple[Growing, ...], group: Group) -> None:
    """Lengthen each table by what the articles bring, and let go of what was found in them."""
    for table in tables:
        table.add(group)
    for article in group.articles:
        article.forget()


def _noting(
    problems: list[Row], seen: Iterable[tuple[Article | None, list[Row]]]
) -> Iterator[Article]:
    """The articles that could be read, while what is wrong with any is noted among `problems`."""
    for article, rows in seen:
        problems += rows
        if article is not None:
            yield article


def wanted(tables: Iterable[str] | None) -> tuple[str, ...]:
    """The names of the tables asked for, of all without any; ValueError for one there is not.

    >>> wanted(["quotes_table"])
    ('quotes_table',)
    """
    known = (*RECIPES, PROBLEMS)
    names = known if tables is None else listed(tables, name="tables")
    for name in names:
        if name not in known:
            raise ValueError(f"tables holds {name!r}; choose from {', '.join(known)}")
    return names
