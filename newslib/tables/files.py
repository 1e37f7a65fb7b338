"""Tables as CSV files that come out the same on every machine."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newslib.inert import guarded

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["write_csv"]


def write_csv(table: pd.DataFrame, path: str | os.PathLike[str], *, guard: bool = False) -> None:
    """Write a table as UTF-8 CSV with fixed line ends, making its folder where there is none.

    `guard` puts an apostrophe before cells and column names that a spreadsheet would take for a
    formula (those that begin with =, +, - or @, also wide ones, or with a tab or line end): for
    files that go to people who open them in one. It changes the text of those cells, so it is off
    by default. Raises TypeError for what is no table.

    >>> from tempfile import TemporaryDirectory
    >>> from newslib import parse_article, sentences_table
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "a.csv"
    ...     write_csv(sentences_table(parse_article("=Talks.")), file, guard=True)
    ...     print(file.read_text(encoding="utf-8").splitlines()[1])
    article,body,0,7,'=Talks.,1,narrator,narrator,1.0
    """
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"the table is a {type(table).__name__}; "
            "give a DataFrame, as quotes_table(articles) does"
        )
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    written = table
    if guard:
        written = table.apply(lambda column: column.map(guarded)).rename(columns=guarded)
    text = written.to_csv(index=False, lineterminator="\n")
    if "\r" in text:
        # Python before 3.13 leaves a lone "\r" unquoted, and readers then end the row there.
        text = written.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    file.write_bytes(text.encode("utf-8"))
