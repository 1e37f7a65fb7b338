"""What cues bear on and whether they are denied, by the sentences of `cases/hedging_scopes.tsv`."""

from __future__ import annotations

import json

import pytest
from support import ROOT, parameter

from newslib import find_hedges, parse_article
from newslib.lexicons import read_rows

FILE = ROOT / "tests" / "cases" / "hedging_scopes.tsv"
FAILS = json.loads(FILE.with_name("hedging_scopes_known_failures.json").read_text("utf-8"))
CASES = [
    parameter(row, label=f"{row['text']} ({row['cue']})", fails=FAILS)
    for row in read_rows(FILE.read_text("utf-8"), name=FILE.name, required=("text", "cue"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_cue_bears_on_what_it_should(case: dict[str, str]) -> None:
    hits = find_hedges(parse_article(case["text"]))
    [hit] = [hit for hit in hits if hit.span.text == case["cue"]]
    assert (hit.scope.text if hit.scope else "") == case["scope"]
    assert hit.negated == (case["negated"] == "yes")


def test_known_failures_are_cases() -> None:
    assert set(FAILS) <= {str(case.id) for case in CASES}
