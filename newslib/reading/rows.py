"""Rows of JSON lines, CSV and Parquet files, one at a time, whatever the size of the file."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from newslib.reading.columns import choose_columns
from newslib.reading.encodings import encoding_of
from newslib.reading.problems import Problem, Unreadable

__all__ = ["DAMAGE", "Row", "open_bytes", "read_rows"]

DAMAGE = (OSError, EOFError, zlib.error, UnicodeError)
"""What opening and unpacking a file may raise."""

_LONGEST = 1 << 26
"""How many characters a line or a cell may have; only a file that is no table has longer ones."""

_BATCH = 256
"""How many rows of a Parquet file are in memory at a time."""

Named = Sequence[tuple[str, str | None]]
Values = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number from 1, its values by the part they hold, and what is wrong with it.

    A number of 0 stands for the file itself, where it could not be read, or not to its end.
    """

    number: int
    values: Values = ()
    problems: tuple[Problem, ...] = ()


def read_rows(file: Path, kind: str, columns: Named = ()) -> Iterator[Row]:
    """The rows of a file of this kind ("jsonl", "csv" or "parquet"), in its order.

    What is wrong with a row, or with the file, comes as a row that says so; nothing is raised.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "a.jsonl"
    ...     _ = file.write_text('{"text": "Talks failed."}\\n{"text":')
    ...     first, second = read_rows(file, "jsonl")
    >>> first.values, second.problems[0].reason
    ((('text', 'Talks failed.'),), 'line 2 is no JSON: Expecting value')
    """
    number = 0
    try:
        for row in _READERS[kind](file, columns):
            yield row
            number += 1
        if number == 0:
            raise Unreadable("holds no rows", "no article")
    except Unreadable as error:
        yield Row(0, problems=(_lost(str(error), error.problem),))
    except (*DAMAGE, ValueError) as error:  # pyarrow's own errors are ValueError or OSError
        after = f" after row {number}" if number else ""
        yield Row(0, problems=(_lost(f"cannot be read{after}: {_first_line(error)}"),))


def open_bytes(file: Path) -> BinaryIO:
    """A file's bytes, unpacked where its name ends in .gz."""
    if file.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(file, "rb"))
    return file.open("rb")


def _lost(reason: str, problem: str = "unreadable") -> Problem:
    return Problem(problem, reason, lost=True)


def _first_line(error: Exception) -> str:
    """What an error says, without the path, which differs from machine to machine."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (said.strip() or type(error).__name__).splitlines()[0][:200]


def _json_rows(file: Path, columns: Named) -> Iterator[Row]:
    # Only "\n" ends a line: a JSON string may hold other line ends as they are.
    with _open_lines(file, newline="\n") as (lines, assumed):
        problems = assumed
        for number, line in enumerate(lines, 1):
            if line.strip("\ufeff \t\r\n"):
                yield _json_row(number, line.lstrip("\ufeff"), columns, problems)
                problems = ()


@contextmanager
def _open_lines(file: Path, *, newline: str) -> Iterator[tuple[Iterator[str], tuple[Problem, ...]]]:
    """The lines of a file, and what had to be assumed to decode them."""
    with open_bytes(file) as stream:
        codec, problems = encoding_of(stream)
    with (
        open_bytes(file) as stream,
        io.TextIOWrapper(stream, codec, "replace", newline=newline) as text,
    ):
        yield _lines(text), problems


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    """The lines; of one that never ends, its beginning alone."""
    while line := stream.readline(_LONGEST):
        whole = line
        while len(line) == _LONGEST and not line.endswith("\n"):
            line = stream.readline(_LONGEST)
        yield whole


def _json_row(number: int, line: str, columns: Named, problems: tuple[Problem, ...]) -> Row:
    """The row on a line of JSON, or one that says why there is none."""
    try:
        found = json.loads(line)
        if not isinstance(found, dict):
            raise Unreadable(f"line {number} is a JSON {type(found).__name__}, not an object")
        return Row(number, _values(found, choose_columns(list(found), columns)), problems)
    except Unreadable as error:
        return Row(number, problems=(*problems, _lost(str(error), error.problem)))
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        return Row(number, problems=(*problems, _lost(f"line {number} is no JSON: {said}")))


def _values(found: dict[str, Any], chosen: dict[str, str]) -> Values:
    return tuple((field, found[column]) for field, column in chosen.items())


def _csv_rows(file: Path, columns: Named) -> Iterator[Row]:
    with _open_lines(file, newline="") as (lines, assumed):
        first = next(lines, "").lstrip("\ufeff")
        delimiter = max(",;\t|", key=first.count)
        rows = _cells(csv.reader(chain([first], lines), delimiter=delimiter))
        header = next(rows, "holds no rows")
        if isinstance(header, str):
            raise Unreadable(header, "no article")
        chosen = choose_columns(header, columns)
        places = tuple((field, header.index(name)) for field, name in chosen.items())
        problems = assumed
        for number, cells in enumerate(rows, 1):
            yield _csv_row(number, cells, len(header), places, problems)
            problems = ()


def _cells(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The cells of each row, or why it has none; empty lines are no rows.

    The module's own limit on cells, 131,072 characters, is less than a long story; it is raised
    only for the time of each call, because it holds for everybody in the process.
    """
    while True:
        limit = csv.field_size_limit(_LONGEST)
        try:
            found: list[str] | str | None = next(reader, None)
        except csv.Error as error:
            found = str(error)
        finally:
            csv.field_size_limit(limit)
        if found is None:
            return
        if found:
            yield found


def _csv_row(
    number: int,
    cells: list[str] | str,
    width: int,
    places: tuple[tuple[str, int], ...],
    problems: tuple[Problem, ...],
) -> Row:
    """The row of some cells, or one that says why there is none; spare empty cells are dropped."""
    if isinstance(cells, str):
        return Row(number, problems=(*problems, _lost(f"row {number}: {cells}")))
    while len(cells) > width and not cells[-1]:
        cells.pop()
    if len(cells) != width:
        reason = f"row {number} has {len(cells)} fields where the header has {width}"
        return Row(number, problems=(*problems, _lost(reason)))
    return Row(number, tuple((field, cells[place]) for field, place in places), problems)


def _parquet_rows(file: Path, columns: Named) -> Iterator[Row]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        # Read-ahead would hold whole row groups: three times the memory for the same speed.
        with ParquetFile(file, pre_buffer=False) as table:
            chosen = choose_columns(table.schema_arrow.names, columns)
            wanted = list(dict.fromkeys(chosen.values()))
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=wanted):
                for found in batch.to_pylist():
                    number += 1
                    yield Row(number, _values(found, chosen))
    except ArrowException as error:  # some of them are no ValueError
        raise ValueError(str(error)) from error


_READERS: dict[str, Callable[[Path, Named], Iterator[Row]]] = {
    "csv": _csv_rows,
    "jsonl": _json_rows,
    "parquet": _parquet_rows,
}
