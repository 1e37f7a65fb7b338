"""A table over what is already in Dask: a bag of articles or a dataframe with a column of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from newslib.article import Article
from newslib.reading import parse_article
from newslib.scale.writing import need_library
from newslib.tables import quotes_table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["table_over_dask"]

Table = Callable[[Iterable[Article]], "pd.DataFrame"]


def table_over_dask(
    source: Any,  # noqa: ANN401  # a dask.bag.Bag or dask.dataframe.DataFrame: Dask has no types
    *,
    table: Table = quotes_table,
    text: str = "text",
    id: str | None = None,  # noqa: A002
) -> Any:  # noqa: ANN401
    """A table of the stories in a Dask bag or dataframe, as a Dask dataframe still to be computed.

    `source` is a Dask bag of articles or of texts, or a Dask dataframe with a column `text`;
    `id` names the column with the articles' ids, without which the row's label is the id. Texts
    in a bag are named by partition and place: "0-0", "0-1", …. `table` is any table function of
    newslib, or a function like it (`functools.partial(sentiment_table, methods=["vader"])`).

    Partitions stay what they are, and columns and types are the table's own, so that
    `.compute()` gives what the table function gives on one core, its row numbers apart, and
    `.to_parquet(folder)` writes it without ever holding more than a partition for each worker.
    Missing texts are empty articles. Raises TypeError where `source` is neither,
    ValueError for a column it has not, ImportError without Dask. To be able to stop and go on,
    and to keep a poisoned article from stopping the rest, use `write_tables`.

    >>> import dask.bag
    >>> texts = dask.bag.from_sequence(['"No," Ann Marsh said.', "Talks failed."], npartitions=2)
    >>> table_over_dask(texts).compute(scheduler="sync")[["article", "speaker"]].values.tolist()
    [['0-0', 'Ann Marsh']]
    """
    need_library("dask.dataframe", "dask")
    import dask.bag
    import dask.dataframe

    if isinstance(source, dask.bag.Bag):
        return _of_bag(source, table)
    if not isinstance(source, dask.dataframe.DataFrame):
        raise TypeError(f"source is a {type(source).__name__}; give a dask.bag or a dask.dataframe")
    for name in (text, id):
        if name is not None and name not in source.columns:
            raise ValueError(f"source has no column {name!r}; it has {list(source.columns)}")
    return source.map_partitions(_of_frame, table, text, id, meta=table([]))


def _of_bag(bag: Any, table: Table) -> Any:  # noqa: ANN401
    import dask
    import dask.dataframe

    lazily = dask.delayed(_of_items, pure=True)
    pieces = [lazily(piece, number, table) for number, piece in enumerate(bag.to_delayed())]
    return dask.dataframe.from_delayed(pieces, meta=table([]), verify_meta=False)


def _of_items(items: Iterable[Article | str], partition: int, table: Table) -> pd.DataFrame:
    """The table of one partition of a bag."""
    return table(
        [
            item if isinstance(item, Article) else parse_article(item, id=f"{partition}-{place}")
            for place, item in enumerate(items)
        ]
    )


def _of_frame(frame: pd.DataFrame, table: Table, text: str, id: str | None) -> pd.DataFrame:  # noqa: A002
    """The table of one partition of a dataframe."""
    texts = frame[text].fillna("")
    labels = frame.index if id is None else frame[id]
    return table(
        [parse_article(each, id=str(label)) for label, each in zip(labels, texts, strict=True)]
    )
