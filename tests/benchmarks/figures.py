"""The committed table of figures: what the benchmarks measured, beside what others reach.

`bench_….py … --figures FILE` replaces its own rows in FILE and leaves those of the others. Figures
that no benchmark here computes (published ones, and hits judged by reading) stand with their
source in `quoted_figures.tsv` beside this file and are copied behind the measured ones.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import newslib
from newslib.lexicons import read_rows

BENCHES = ("quotes", "hedging", "sentiment", "framing")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: a figure, how sure it is, whose it is, and where it comes from."""

    bench: str
    task: str
    measure: str
    data: str
    split: str
    system: str
    kind: str
    figure: str
    low: str = ""
    high: str = ""
    n: str = ""
    source: str = ""
    date: str = ""
    version: str = ""
    command: str = ""

    @property
    def question(self) -> tuple[str, str, str]:
        """What lines must share to stand beside one another."""
        return self.task, self.measure, self.data


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure as a benchmark gives it: percent, or a correlation from -1 to 1."""

    task: str
    measure: str
    data: str
    split: str
    figure: float
    interval: tuple[float, float] | None = None
    n: int | None = None
    system: str = "newslib"
    kind: str = "newslib"

    def line(self, bench: str, command: str) -> Figure:
        """The line of the table, dated today."""
        low, high = map(self._written, self.interval) if self.interval else ("", "")
        what = (bench, self.task, self.measure, self.data, self.split, self.system, self.kind)
        n = "" if self.n is None else str(self.n)
        today = datetime.now(UTC).date().isoformat()
        how = ("measured here", today, newslib.__version__, command)
        return Figure(*what, self._written(self.figure), low, high, n, *how)

    def _written(self, value: float) -> str:
        return f"{value:.3f}" if self.measure == "correlation" else f"{value:.1f}"


def add_option(parser: argparse.ArgumentParser) -> None:
    """Give a benchmark the option `--figures`."""
    parser.add_argument("--figures", type=Path, help="the table whose rows of this bench to renew")


def read(file: Path) -> list[Figure]:
    """The lines of a table of figures."""
    rows = read_rows(file.read_text(encoding="utf-8"), name=file.name, required=("bench",))
    names = [field.name for field in fields(Figure)]
    return [Figure(**{name: row.get(name, "") for name in names}) for row in rows]


def quoted(bench: str) -> list[Figure]:
    """The figures of a bench that it does not compute."""
    every = read(Path(__file__).with_name("quoted_figures.tsv"))
    return [figure for figure in every if figure.bench == bench]


def renew(file: Path | None, bench: str, measured: Iterable[Measured], command: str) -> None:
    """Replace the rows of a bench; without a file, do nothing."""
    if file is None:
        return
    kept = read(file) if file.is_file() else []
    own = [one.line(bench, command) for one in measured]
    lines = [line for line in kept if line.bench != bench] + beside(own, quoted(bench))
    lines.sort(key=lambda line: BENCHES.index(line.bench))
    table = [tuple(field.name for field in fields(Figure)), *map(astuple, lines)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join("\t".join(row) + "\n" for row in table), encoding="utf-8")


def beside(measured: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """All lines, those that answer one question together, in the order of the first of each."""
    every = [*measured, *others]
    questions = list(dict.fromkeys(line.question for line in every))
    return sorted(every, key=lambda line: questions.index(line.question))
