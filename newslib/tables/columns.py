"""Columns on their way to a table: as they are found, laid end to end, and as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from newslib.article import Span

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from pandas.api.extensions import ExtensionArray

    Numbers = np.ndarray[Any, np.dtype[np.int64]]
    Rows = np.ndarray[Any, np.dtype[np.int32]]
    Column: TypeAlias = "Sequence[Any] | Numbers | Repeated"

__all__ = ["Repeated", "as_columns", "as_frame", "joined", "span_columns"]

_PLAIN = ("int64", "float64", "bool")


@dataclass(frozen=True, slots=True, eq=False)
class Repeated:
    """A column that says few things in many rows: what it says, and which of it each row says.

    A table takes such a column in a fifth of the time.
    """

    said: Sequence[str]
    rows: Rows

    def tolist(self) -> list[str]:
        """What each row says.

        >>> import numpy as np
        >>> Repeated(["body", "headline"], np.array([1, 0, 0])).tolist()
        ['headline', 'body', 'body']
        """
        return [self.said[row] for row in self.rows.tolist()]


def joined(pieces: Sequence[Column]) -> Column:
    """The pieces of one column, all of one kind, end to end.

    >>> joined([[1, 2], (3,)])
    [1, 2, 3]
    """
    import numpy as np

    if len(pieces) == 1:
        return pieces[0]
    kind = type(pieces[0]) if pieces else list
    if kind is np.ndarray:
        return np.concatenate(cast("Sequence[Numbers]", pieces))
    if kind is not Repeated:
        return list(chain.from_iterable(cast("Any", pieces)))
    repeated = cast("Sequence[Repeated]", pieces)
    before = accumulate((len(piece.said) for piece in repeated), initial=0)
    rows = [piece.rows + np.int32(start) for piece, start in zip(repeated, before, strict=False)]
    return Repeated([*chain.from_iterable(p.said for p in repeated)], np.concatenate(rows))


def as_columns(rows: Sequence[tuple[Any, ...]], width: int) -> list[Sequence[Any]]:
    """Rows of so many cells, as columns.

    >>> as_columns([(1, "a"), (2, "b")], 2)
    [(1, 2), ('a', 'b')]
    """
    return list(zip(*rows, strict=True)) if rows else [()] * width


def as_frame(columns: Mapping[str, str], cells: Iterable[Column]) -> pd.DataFrame:
    """The cells of each column as a DataFrame, of these names and types even where it is empty.

    Floats are rounded to 4 digits: records are exact, tables are for reading and comparing.

    >>> as_frame({"n": "int64"}, [()]).dtypes.to_dict()
    {'n': dtype('int64')}
    """
    import pandas as pd

    arrays = {
        name: _array(column, dtype)
        for (name, dtype), column in zip(columns.items(), cells, strict=True)
    }
    return pd.DataFrame(arrays, copy=False)


def _array(column: Column, dtype: str) -> Numbers | ExtensionArray:
    """One column; pandas itself takes three times as long to make numbers of a list."""
    import numpy as np
    import pandas as pd

    if isinstance(column, Repeated):
        return _array(column.said, dtype).take(column.rows)
    if dtype in _PLAIN:
        numbers = np.asarray(column, dtype)
        return numbers.round(4) if dtype == "float64" else numbers
    cells: Any = _texts(cast("Sequence[Any]", column)) if dtype == "string" else column
    made: ExtensionArray = pd.array(cells, dtype=cast("Any", dtype))
    return made


def _texts(column: Sequence[Any]) -> Sequence[Any]:
    """A column of texts as pandas will hold them, in half the time it takes to make them so."""
    import pandas as pd

    if pd.StringDtype().storage != "pyarrow":
        return column
    import pyarrow as pa

    try:
        found: Sequence[Any] = pa.array(column, pa.large_string())
    except pa.ArrowTypeError:
        return column
    return found


def span_columns(spans: Sequence[Span | None]) -> tuple[Sequence[Any], ...]:
    """Texts, starts and ends of spans that may be missing."""
    return (
        [span.text if span else None for span in spans],
        [span.start if span else None for span in spans],
        [span.end if span else None for span in spans],
    )
