"""The table of figures: the benchmarks write it, README and notebook 04 say what it says."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import figures
import pytest
from figures import Figure, Measured
from support import ROOT

FILE = ROOT / "data" / "benchmarks" / "figures.tsv"
README = (ROOT / "README.md").read_text("utf-8")
ONE = re.compile(r"(?P<system>.+?) (?P<figure>[\d.]+)(?: \((?P<split>[^)]+)\))?")


def table() -> list[list[str]]:
    """The cells of the README's table, the question carried down where its cell is empty."""
    section = README.partition("## What it gets right")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    for above, row in pairwise(rows):
        row[0] = row[0] or above[0]
    return rows


def beside(row: list[str]) -> list[Figure]:
    """The lines of the file that answer the row's question."""
    task, where, measure = row[:3]
    data = where.rpartition(", ")[0]
    return [line for line in figures.read(FILE) if line.question == (task, measure, data)]


def same(shown: str, value: str) -> bool:
    """Whether a number in the README is the file's, rounded to what the README shows."""
    return shown == f"{float(value):.{len(shown.partition('.')[2])}f}"


@pytest.mark.parametrize("row", table(), ids=lambda row: " ".join(row[:3]))
def test_the_readme_gives_newslibs_own_figures(row: list[str]) -> None:
    split = row[1].rpartition(", ")[2]
    (own,) = (line for line in beside(row) if (line.system, line.split) == ("newslib", split))
    numbers = re.findall(r"[\d.]+", row[3])
    for shown, value in zip(numbers, (own.figure, own.low, own.high), strict=False):
        assert same(shown, value), row
    assert len(numbers) == (3 if own.low else 1), row


@pytest.mark.parametrize("row", table(), ids=lambda row: " ".join(row[:3]))
def test_the_readme_gives_the_figures_of_others(row: list[str]) -> None:
    for cell in row[4].split("; ") if row[4] != "–" else []:
        found = ONE.fullmatch(cell)
        assert found, cell
        who = (found["system"], found["split"] or "test")
        (other,) = (line for line in beside(row) if (line.system, line.split) == who)
        assert same(found["figure"], other.figure), cell


def test_every_question_newslib_was_put_stands_in_the_readme() -> None:
    asked = {line.question for line in figures.read(FILE) if line.system == "newslib"}
    told = {(row[0], row[2], row[1].rpartition(", ")[0]) for row in table()}
    assert told == asked


def test_each_figure_says_where_it_comes_from() -> None:
    lines = figures.read(FILE)
    assert [line.bench for line in lines] == sorted(
        (line.bench for line in lines), key=figures.BENCHES.index
    )
    assert {line.bench for line in lines} == set(figures.BENCHES)
    for line in lines:
        assert line.source, line
        measured = line.source == "measured here"
        assert measured == bool(line.date and line.version and line.command), line
        assert re.fullmatch(r"(python tests/benchmarks/bench_\w+\.py .*GOLD/.*)?", line.command)
        assert " /" not in line.command, line
        assert float(line.low or line.figure) <= float(line.figure) <= float(line.high or 100), line
    who = [(line.question, line.system, line.split) for line in lines]
    assert len(set(who)) == len(who)


def test_what_is_quoted_is_what_was_given() -> None:
    copied = [line for line in figures.read(FILE) if line.source != "measured here"]
    given = [line for bench in figures.BENCHES for line in figures.quoted(bench)]
    assert sorted(copied, key=repr) == sorted(given, key=repr)


def test_a_benchmark_renews_its_own_rows_and_no_others(tmp_path: Path) -> None:
    file = tmp_path / "new" / "figures.tsv"
    one = Measured("how sure", "F1", "central-bank sentences", "5 folds", 60.04, (1.26, 99.0), 5)
    figures.renew(file, "quotes", [], "no command")
    before = figures.read(file)
    figures.renew(file, "hedging", [one], "bench GOLD")
    figures.renew(file, "hedging", [one], "bench GOLD")
    after = figures.read(file)
    assert before == figures.quoted("quotes") == [line for line in after if line in before]
    (mine,) = (line for line in after if line.command)
    assert (mine.figure, mine.low, mine.high, mine.n) == ("60.0", "1.3", "99.0", "5")
    asked = [line.system for line in after if line.question == mine.question]
    assert asked[0] == "newslib"
    assert len(asked) > 1


def test_a_correlation_has_three_digits_and_no_file_is_no_work() -> None:
    line = Measured("how sure", "correlation", "ratings", "val", 0.67849).line("hedging", "it")
    assert (line.figure, line.low) == ("0.678", "")
    figures.renew(None, "hedging", [], "it")
