"""What each rule lets stand, by the sentences of `cases/hedging_rules.tsv`."""

from __future__ import annotations

import pytest
from support import ROOT

from newslib import find_hedges, parse_article
from newslib.hedging.rules import RULES
from newslib.lexicons import read_rows

FILE = ROOT / "tests" / "cases" / "hedging_rules.tsv"
CASES = list(read_rows(FILE.read_text("utf-8"), name=FILE.name, required=("rule", "text")))


def test_the_cases_are_about_rules_there_are() -> None:
    assert {case["rule"] for case in CASES} <= set(RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['text']}")
def test_a_rule_lets_stand_what_it_should(case: dict[str, str]) -> None:
    hits = find_hedges(parse_article(case["text"]))
    found = [(hit.span.text, hit.category) for hit in hits if hit.rule == case["rule"]]
    assert found == ([(case["words"], case["category"])] if case["words"] else [])
