"""Who says what in the texts of `cases/quotes_found.tsv`, where each line is one quotation."""

from __future__ import annotations

import json
from itertools import groupby

import pytest
from _pytest.mark.structures import ParameterSet
from support import ROOT, parameter

from newslib import Quote, find_quotes, parse_article
from newslib.lexicons import read_rows

FILE = ROOT / "tests" / "cases" / "quotes_found.tsv"
FAILS = json.loads(FILE.with_name("quotes_found_known_failures.json").read_text("utf-8"))
COLUMNS = ("content", "kind", "cue", "mention", "speaker", "level", "rule")


def texts() -> list[ParameterSet]:
    """Each text with its quotations; one line without content says that it has none."""
    found = []
    rows = read_rows(FILE.read_text("utf-8"), name=FILE.name, required=("about", "text"))
    for (about, text), lines in groupby(rows, lambda row: (row["about"], row["text"])):
        group = list(lines)
        expected = [[row[name] for name in COLUMNS] for row in group if row["content"]]
        label = f"{about}: {text}"
        found.append(parameter(text, expected, label=label, fails=FAILS))
    assert set(FAILS) <= {case.id for case in found}
    return found


def written(quote: Quote) -> list[str]:
    """A quotation as the cells of its line."""
    spans = [span.text if span else "" for span in (quote.cue, quote.speaker_span)]
    who = [*spans, quote.speaker or "", str(quote.level)]
    return [quote.span.text, quote.kind, *who, quote.rule]


@pytest.mark.parametrize(("text", "expected"), texts())
def test_a_text_has_these_quotations(text: str, expected: list[list[str]]) -> None:
    article = parse_article(text.replace(" ¶ ", "\n\n"))
    assert [written(quote) for quote in find_quotes(article)] == expected
