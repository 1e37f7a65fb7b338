"""The columns of a table: asked for at the door, and of one type whether there are rows or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["need", "typed"]


def need(table: pd.DataFrame, *columns: str, what: str = "the table") -> None:
    """Raise ValueError, naming it, where a table lacks a column that a comparison or chart reads.

    What is no table at all, records or a story, raises TypeError. `what` says which table it is,
    where there are several.

    >>> import pandas as pd
    >>> need(pd.DataFrame({"word": []}), "word", "n")
    Traceback (most recent call last):
    ValueError: the table has no column 'n', only word; give one that has word, n
    """
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"{what} is a {type(table).__name__}; give a DataFrame, as quotes_table(articles) does"
        )
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(
            f"{what} has no column {missing[0]!r}, only {', '.join(map(str, table.columns))}; "
            f"give one that has {', '.join(columns)}"
        )


def typed(table: pd.DataFrame, *, whole: tuple[str, ...], real: tuple[str, ...]) -> pd.DataFrame:
    """The table with fixed types, an empty one too: whole numbers, real ones to 4 digits, words.

    >>> import pandas as pd
    >>> counted = pd.DataFrame({"word": ["talks"], "n": [2.0], "share": [1 / 3]})
    >>> typed(counted, whole=("n",), real=("share",)).values.tolist()
    [['talks', 2, 0.3333]]
    """
    others = table.columns.difference([*whole, *real])
    words = [name for name in others if _holds_words(table[name])]
    types = dict.fromkeys(whole, "int64") | dict.fromkeys(real, "float64")
    return table.astype(types | dict.fromkeys(words, "string")).round(dict.fromkeys(real, 4))


def _holds_words(column: pd.Series) -> bool:
    """Whether a column is text; of a table without rows, nothing says that it is not."""
    return str(column.dtype) in {"object", "str"} and all(isinstance(v, str) for v in column)
