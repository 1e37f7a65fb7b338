"""What one worker does with one batch."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newslib.reading import parse_article
from newslib.scale.analysis import Tables, analyse, portions, tables_of
from newslib.scale.batches import Batch, newslib_fingerprint
from newslib.scale.parts import UNFINISHED, Part, Rows, clear_desks, written_before
from newslib.tables.every import PROBLEMS
from newslib.tables.problems import problems_frame

__all__ = ["Job", "article_at", "one_by_one", "work_in_worker"]


@dataclass(frozen=True, slots=True)
class Job:
    """What all batches have in common; `fingerprint` is that of the newslib that asks."""

    folder: Path
    tables: tuple[str, ...]
    fingerprint: str

    @property
    def written(self) -> tuple[str, ...]:
        """The tables that every part has."""
        return *self.tables, PROBLEMS

    def note(self, batch: Batch) -> Path:
        """Where a worker notes which article it is at, for whoever finds it dead."""
        return self.folder / UNFINISHED / f"{batch.name}.at"


def _work(
    batch: Batch, job: Job, *, left_out: frozenset[int] = frozenset(), careful: bool = False
) -> Rows:
    """Write the part of one batch; give the number of rows of each table.

    `careful` goes through the articles one by one first, noting each before it begins, so that
    the one that kills its worker is known; those known are `left_out`.
    """
    if job.fingerprint != newslib_fingerprint():
        raise RuntimeError(
            "a worker has another newslib than the one that asked; install the same on both"
        )
    if careful:
        _try_each(batch, job, left_out)
    with Part(job.folder, batch, _empty(job.tables)) as part:
        for portion in portions(batch.items, left_out):
            part.write(analyse(portion, job.tables))
    return part.rows


def work_in_worker(
    batch: Batch, job: Job, *, left_out: frozenset[int] = frozenset(), careful: bool = False
) -> Rows:
    """Write the part of one batch in a process that does nothing else; see `_work`."""
    _settle(job.tables)
    return _work(batch, job, left_out=left_out, careful=careful)


def one_by_one(batches: Iterable[Batch], job: Job) -> Generator[tuple[Batch, Rows], None, None]:
    """Each batch with its rows, done in this process where it was not done before."""
    clear_desks(job.folder)
    for batch in batches:
        yield batch, written_before(job.folder, batch, job.written) or _work(batch, job)


def article_at(job: Job, batch: Batch) -> int | None:
    """The article a dead worker was at, None where it was at none."""
    note = job.note(batch)
    text = note.read_text(encoding="ascii") if note.exists() else ""
    return int(text) if text else None


def _try_each(batch: Batch, job: Job, left_out: frozenset[int]) -> None:
    """Read and analyse one article after the other, and note which, for nothing but the note."""
    note = job.note(batch)
    note.parent.mkdir(parents=True, exist_ok=True)
    for number, item in enumerate(batch.items):
        if number not in left_out:
            note.write_text(str(number), encoding="ascii")
            for portion in portions([item]):
                analyse(portion, job.tables)
    note.unlink(missing_ok=True)


@cache
def _settle(tables: tuple[str, ...]) -> None:
    """Load what the tables need, and keep the collector from walking it again and again."""
    tables_of([parse_article('Talks may resume: Marsh\n\n"No," Ann Marsh said.')], tables)
    gc.freeze()


@cache
def _empty(tables: tuple[str, ...]) -> Tables:
    """The tables about nothing: the columns and types of every part."""
    return {**tables_of([], tables), PROBLEMS: problems_frame([])}
