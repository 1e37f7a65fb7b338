"""What the rules for constructions make of a reading: `cases/quotes_constructions.tsv`."""

from __future__ import annotations

import pytest
from readings import mended
from support import ROOT

from newslib.lexicons import read_rows

FILE = ROOT / "tests" / "cases" / "quotes_constructions.tsv"
CASES = list(
    read_rows(FILE.read_text("utf-8"), name=FILE.name, required=("construction", "text", "reading"))
)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['construction']}: {c['text']}")
def test_a_reading_is_mended(case: dict[str, str]) -> None:
    after = [_cells(row) for row in mended(case["text"], case["reading"])]
    assert after == ([_cells(case["after"])] if case["after"] else [])


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]
