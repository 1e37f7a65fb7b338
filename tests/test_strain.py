"""Texts made to break programs: nothing raises, nothing hangs, and what is found slices back.

One line of 25 million characters is read in `test_tokens.py`; how time grows with such texts is
measured by `tests/benchmarks/bench_growth.py`.
"""

from __future__ import annotations

import pytest
from strange import slices_back

import newslib
from newslib import parse_article

NAMES = " and ".join(f"{first}ne {last}old" for first in "ABDJLMPRSTV" for last in "BDGHKMNPRTW")
STRAINS = {
    "a hundred thousand marks": '"' * 100_000,
    "marks that only open": "“" * 20_000,
    "nested brackets": "(" * 20_000 + "x" + ")" * 20_000,
    "nested brackets and marks": "([{“" * 5_000,
    "nested speech": "“‘" * 2_000 + "x" + "’”" * 2_000,
    "said said said": "said " * 10_000,
    "he said he said": "he said " * 4_000,
    "short quotations": '"No," he said. ' * 2_000,
    "cues without end": "according to " * 4_000,
    "names in one sentence": f"{NAMES} met.",
    "a hundred thousand line ends": "\n" * 100_000,
    "tags galore": "<div><p><b>may</b></p>" * 3_000,
    "one word": "x" * 200_000,
    "one line": "Ann Marsh said talks may resume. " * 3_000,
    "full stops": "A. " * 10_000,
    "commas": ", " * 20_000,
    "accents without letters": "\u0301" * 50_000,
    "directions": "\u202e\u202d\u2066" * 10_000,
    "families": "👩‍👩‍👧‍👦" * 5_000,
    "zeros": "\0" * 50_000,
    "numbers": "1,000.5 " * 5_000,
}
FINDERS = [
    *("sentences", "find_marks", "find_mentions", "find_quotes", "voices", "find_hedges"),
    *("score_certainty", "find_frames", "find_acts"),
]


@pytest.mark.parametrize("strain", STRAINS)
def test_a_text_made_to_break_programs_breaks_none(strain: str) -> None:
    article = parse_article(STRAINS[strain])
    for name in FINDERS:
        slices_back(article, getattr(newslib, name)(article))
    tiles = newslib.voices(article)
    assert "".join(tile.span.text for tile in tiles) == article.text


@pytest.mark.parametrize("strain", ["nested brackets and marks", "he said he said", "tags galore"])
def test_every_table_is_made_of_it(strain: str) -> None:
    article = parse_article(STRAINS[strain][:10_000])
    for name, table in newslib.all_tables(article).items():
        for row in table.to_dict("records"):
            assert article.text[row["start"] : row["end"]] == row["text"], name
