"""What belongs to a cue besides its verb, by the sentences of `cases/quotes_cues.tsv`."""

from __future__ import annotations

import pytest
from readings import TAG, run, segment_of
from support import ROOT

from newslib.lexicons import read_rows
from newslib.quotes.cues import cue_places

FILE = ROOT / "tests" / "cases" / "quotes_cues.tsv"
CASES = list(read_rows(FILE.read_text("utf-8"), name=FILE.name, required=("text", "word", "cue")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} {case['taken']}")
def test_a_cue_has_its_whole_verb_group(case: dict[str, str]) -> None:
    segment = segment_of(case["text"])
    runs = [run(segment, words) for words in case["taken"].split(" + ") if words]
    taken = frozenset(place for first, last in runs for place in range(first, last + 1))
    head, _ = run(segment, case["word"])
    first, last = cue_places(segment, head, taken)
    text = TAG.sub("", case["text"])
    assert text[slice(*segment.place(first, last + 1))].lower() == case["cue"]
