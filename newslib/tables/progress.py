"""A bar that says how far a long walk over articles has come, where somebody watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sized

from newslib.article import Article
from newslib.tables.build import each_article

__all__ = ["watched"]

_PATIENCE = 1.5
"""How many seconds a walk may take before anybody wants to see how far it is."""


def watched(
    articles: Article | Iterable[Article], *, progress: bool | None = None
) -> Iterator[Article]:
    """The articles one by one, with a bar on the standard error stream.

    By default a bar is drawn after a second and a half, and only in a terminal: a notebook, a
    file, a pipe and a CI service (which sets CI) stay clean. `progress` True draws it in any
    case and at once, False never. TypeError where it is none of these.

    >>> from newslib import parse_article
    >>> [article.id for article in watched([parse_article("Talks.", id="a")], progress=False)]
    ['a']
    """
    if progress is not None and not isinstance(progress, bool):
        raise TypeError(f"progress is {progress!r}; give True, False or None")
    given = each_article(articles)
    if progress is False or (progress is None and not _somebody_watches()):
        return given
    from tqdm import tqdm

    number = len(articles) if isinstance(articles, Sized) else None
    delay = 0 if progress else _PATIENCE
    bar: Iterator[Article] = iter(
        tqdm(given, total=number, unit=" articles", delay=delay, leave=False, dynamic_ncols=True)
    )
    return bar


def _somebody_watches() -> bool:
    """Whether the standard error stream is a terminal, and no CI service reads it."""
    return not os.environ.get("CI") and sys.stderr is not None and sys.stderr.isatty()
