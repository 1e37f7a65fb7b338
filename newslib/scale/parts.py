"""The files of a part: complete or not there at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from newslib.scale.batches import Batch

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["UNFINISHED", "Part", "Rows", "clear_desks", "finish", "written_before"]

Rows = dict[str, int]
"""How many rows of each table a part has."""

_DONE, UNFINISHED = "done", "unfinished"


@dataclass(slots=True)
class Part:
    """One part being written: into a folder of its own, moved into place when all is there.

    So it is whole or not there at all: its mark in `done`, written last, says what went in.
    """

    folder: Path
    batch: Batch
    empty: dict[str, pd.DataFrame]
    rows: Rows = field(default_factory=dict)
    _open: ExitStack = field(default_factory=ExitStack)
    _writers: dict[str, Any] = field(default_factory=dict)

    @property
    def desk(self) -> Path:
        """Where it is written: a folder that no other process writes to."""
        return self.folder / UNFINISHED / f"{self.batch.name}-{os.getpid()}"

    def __enter__(self) -> Self:
        """Open a file for each table."""
        from pyarrow import parquet

        self.desk.mkdir(parents=True, exist_ok=True)
        for name, table in self.empty.items():
            file = self.desk / f"{name}.parquet"
            writer = parquet.ParquetWriter(file, _schema(table), compression="zstd")
            self._writers[name] = self._open.enter_context(writer)
            self.rows[name] = 0
        return self

    def write(self, tables: dict[str, pd.DataFrame]) -> None:
        """Add rows to the tables."""
        import pyarrow

        for name, table in tables.items():
            writer = self._writers[name]
            writer.write_table(
                pyarrow.Table.from_pandas(
                    table, schema=writer.schema, preserve_index=False, nthreads=1
                )
            )
            self.rows[name] += len(table)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Move the files into place and mark the part done; throw them away after an error."""
        self._open.__exit__(kind, error, trace)
        if kind is None:
            self._move()
        shutil.rmtree(self.desk, ignore_errors=True)

    def _move(self) -> None:
        """Take the mark off the part that was there, replace its files, and mark it done again."""
        done = self.folder / _DONE / f"{self.batch.name}.json"
        done.parent.mkdir(parents=True, exist_ok=True)
        done.unlink(missing_ok=True)
        for stale in self.folder.glob(f"*_table/{self.batch.name}.parquet"):
            if stale.parent.name not in self.rows:
                stale.unlink()
        for name in self.rows:
            place = self.folder / name / f"{self.batch.name}.parquet"
            place.parent.mkdir(exist_ok=True)
            (self.desk / f"{name}.parquet").replace(place)
        mark = {"fingerprint": self.batch.fingerprint, "rows": self.rows}
        (self.desk / "done").write_text(json.dumps(mark, indent=1) + "\n", encoding="utf-8")
        (self.desk / "done").replace(done)


def _schema(empty: pd.DataFrame) -> Any:  # noqa: ANN401  # a pyarrow.Schema
    import pyarrow

    return pyarrow.Schema.from_pandas(empty, preserve_index=False)


def clear_desks(folder: Path) -> None:
    """Clear away what a killed run left half-written."""
    shutil.rmtree(folder / UNFINISHED, ignore_errors=True)


def written_before(folder: Path, batch: Batch, tables: Iterable[str]) -> Rows | None:
    """The rows of a part that is whole, made from the same articles by the same newslib."""
    mark = _read_mark(folder / _DONE / f"{batch.name}.json")
    if mark is None or mark["fingerprint"] != batch.fingerprint:
        return None
    rows: Rows = mark["rows"]
    whole = all((folder / name / f"{batch.name}.parquet").is_file() for name in tables)
    return rows if whole and set(tables) <= set(rows) else None


def _read_mark(file: Path) -> dict[str, Any] | None:
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None


def finish(folder: Path, parts: int) -> None:
    """Remove the parts that a longer run before left behind: they are of no article given now."""
    clear_desks(folder)
    for pattern in (f"{_DONE}/part-??????.json", "*_table/part-??????.parquet"):
        for file in folder.glob(pattern):
            if int(file.stem.removeprefix("part-")) >= parts:
                file.unlink()
