"""Tables of many stories, to Parquet."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from importlib import import_module
from operator import length_hint
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslib.scale.batches import batches, newslib_fingerprint
from newslib.scale.cluster import cores, spread
from newslib.scale.parts import finish
from newslib.scale.work import Job, one_by_one
from newslib.tables.every import RECIPES, wanted
from newslib.tables.problems import Stories
from newslib.tables.progress import is_shown

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["need_library", "write_tables"]


def write_tables(
    articles: Stories,
    folder: str | os.PathLike[str],
    *,
    tables: Iterable[str] | None = None,
    workers: int | None = None,
    scheduler: Any = None,  # noqa: ANN401  # an address or a distributed.Client
    articles_each: int = 200,
    progress: bool | None = None,
) -> pd.DataFrame:
    """Make the tables of any number of stories, on all cores, and write them as Parquet.

    `articles` is what `read_articles` gives (its files are then read by the workers) or any
    iterable of articles, which is walked once. `folder` gets one folder for each table, such as
    `folder/quotes_table`, with a file for every `articles_each` articles;
    `pd.read_parquet(folder / "quotes_table")` gives what `quotes_table(articles)` would, rows,
    columns and types. `tables` names those wanted; all of them without it. `problems_table` is
    always written, and lists the articles that could not be read or analysed, with the
    reason: they cost their own rows, not the job, even where one kills its worker.

    The files are the same, byte for byte, however many work on them. `workers` is the number of
    processes on this machine, by default one for each core; with 1 all is done in this process,
    without Dask. `scheduler` is the address of a Dask scheduler ("tcp://…") or a
    `distributed.Client`; its workers must see `folder` under the same path and have the same
    newslib. Memory holds a few batches, whatever the corpus.

    A job that was stopped goes on when it is called again: the parts that are whole are kept, if
    their articles (of files: name, size and time) and newslib, code and word lists, are what they
    were, and they have the tables wanted. All others are made anew, and what a longer corpus left
    is removed: when the call returns, the folder holds the tables of these articles and of no
    others. No time limit is set: the finders' time grows with the text alone, but an article that
    hung would hold up its worker.

    `progress` shows or hides a bar; by default it is shown in a terminal alone, and not where `CI`
    is set. A script calls this from under `if __name__ == "__main__":`, as each worker loads the
    script first; a notebook need not. Gives one row a table: its name (`table`), how many `rows`
    it has and in how many files (`parts`).

    Raises ValueError for a table there is not and for numbers below 1; TypeError where `articles`
    are none or `progress` is no bool; ImportError, with the command to install it, without
    pyarrow, or Dask where it is needed; RuntimeError where workers do not start.

    >>> from tempfile import TemporaryDirectory
    >>> from newslib import parse_article
    >>> story = parse_article('"No," Ann Marsh said.')
    >>> with TemporaryDirectory() as folder:
    ...     write_tables([story], folder, tables=["quotes_table"], workers=1)
                table  rows  parts
    0    quotes_table     1      1
    1  problems_table     0      1
    """
    place = Path(folder).absolute()
    _check(workers=workers, articles_each=articles_each, scheduler=scheduler)
    names = set(wanted(tables))
    job = Job(place, tuple(name for name in RECIPES if name in names), newslib_fingerprint())
    processes = workers or cores()
    alone = scheduler is None and processes == 1
    need_library("pyarrow", "parquet" if alone else "dask")
    need_library("pyarrow" if alone else "distributed", "dask")
    given = batches(articles, articles_each=articles_each)
    done = (
        one_by_one(given, job)
        if alone
        else spread(given, job, scheduler=scheduler, workers=processes)
    )
    rows: Counter[str] = Counter()
    parts = 0
    with closing(done), _bar(articles, progress) as bar:
        for batch, more in done:
            parts += 1
            rows.update({name: more[name] for name in job.written})
            bar.update(len(batch.items))
    finish(place, parts)
    return _summary(job.written, rows, parts)


def _check(*, workers: int | None, articles_each: int, scheduler: object) -> None:
    """ValueError where a number or the choice of a cluster makes no sense."""
    for name, number in (("workers", workers), ("articles_each", articles_each)):
        if number is not None and number < 1:
            raise ValueError(f"{name} is {number}; give 1 or more")
    if workers is not None and scheduler is not None:
        raise ValueError(
            f"workers is {workers} and scheduler is {scheduler!r}, which has workers of its own; "
            "give one of the two"
        )


def need_library(module: str, extra: str) -> None:
    """ImportError in one sentence, with the command, where a library is not installed.

    >>> need_library("pandas", "parquet")
    """
    try:
        import_module(module)
    except ImportError as error:
        raise ImportError(
            f'{module} is not installed; run: pip install "newslib[{extra}]"'
        ) from error


def _bar(articles: object, progress: bool | None) -> Any:  # noqa: ANN401  # a tqdm
    """A bar that counts articles; hidden where nobody watches, unless `progress` says so."""
    from tqdm import tqdm

    total = length_hint(articles) or None
    return tqdm(total=total, unit=" articles", disable=not is_shown(progress))


def _summary(tables: Iterable[str], rows: Mapping[str, int], parts: int) -> pd.DataFrame:
    import pandas as pd

    names = list(tables)
    counts = [rows.get(name, 0) for name in names]
    columns = {"table": "string", "rows": "int64", "parts": "int64"}
    values = zip(names, counts, [parts] * len(names), strict=True)
    return pd.DataFrame(list(values), columns=list(columns)).astype(columns)
