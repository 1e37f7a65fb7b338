"""How sure a cue is, what may follow what, and that nothing hangs on what is read beside it."""

from __future__ import annotations

import math
from itertools import repeat

import pytest
from support import study_text

from newslib import Article, Quote, find_quotes, parse_article
from newslib.quotes.coded import candidates, code_columns, code_segments
from newslib.quotes.columns import columns_of
from newslib.quotes.features import cue_scores
from newslib.quotes.labels import follows
from newslib.quotes.model import load_model, parse_segments
from newslib.quotes.segments import stretches
from newslib.quotes.units import reports

OUTSIDE = ("", "O", "UC", "US")
CONTENT, SOURCE = ("BC", "IC", "EC"), ("BS", "IS", "ES")
ENDS = (*OUTSIDE, "EC", "ES")
BEGINS = (*OUTSIDE, "BC", "BS")
ALLOWED = {
    *((left, right) for left in ENDS for right in BEGINS),
    *((left, right) for kind in (CONTENT, SOURCE) for left in kind[:2] for right in kind[1:]),
}


@pytest.mark.parametrize("left", [*OUTSIDE, *CONTENT, *SOURCE])
@pytest.mark.parametrize("right", [*OUTSIDE, *CONTENT, *SOURCE])
def test_a_label_follows_where_pieces_stay_whole(left: str, right: str) -> None:
    assert follows(left, right) == ((left, right) in ALLOWED)


def test_labels_of_a_parse_follow_each_other() -> None:
    columns = code_columns([columns_of(study_text())], load_model())
    for parses in parse_segments([stretches(study_text())], columns, repeat(0.05)):
        for parse in parses:
            path = ("", *parse.labels, "")
            assert all(map(follows, path, path[1:]))


def test_a_cue_is_as_sure_as_its_scores_say() -> None:
    parts = stretches(study_text())
    columns = code_columns([columns_of(study_text())], load_model())
    coded = code_segments(parts, columns.begins * len(parts), columns)
    at = candidates(coded)
    homes = coded.homes(at).tolist()
    places: list[list[int]] = [[] for _ in parts]
    for home, place in zip(homes, at.tolist(), strict=True):
        places[home].append(place - coded.starts[home])
    scores = iter(cue_scores(coded, at).tolist())
    parsed = list(parse_segments([parts], columns, repeat(0.05)))
    seen = 0
    for part, inside, parses in zip(parts, places, parsed, strict=True):
        found = {parse.cue: parse for parse in parses}
        for place in inside:
            none, speech, other = (math.exp(score / 100) for score in next(scores))
            sure = 1 - none / (none + speech + other)
            known = part.segment().words[place] in reports()
            expected = sure >= 0.05 and (speech >= other or known)
            assert (place in found) == expected
            if expected:
                seen += 1
                assert found[place].probability == pytest.approx(sure)
                assert found[place].speech == (speech >= other)
    assert seen > 20


STATES = (
    *("late", "early", "dark", "cold", "warm", "dry", "wet"),
    *("hot", "good", "bad", "new", "old", "long", "short"),
)
NAMES = (
    *("Hahn", "Roe", "Dahl", "Renner", "Keller", "Brandt", "Wallace"),
    *("Moss", "Lund", "Berg", "Holm", "Falk", "Vance", "Marsh"),
)


def sentence(count: int) -> Article:
    pairs = zip(NAMES[:count], STATES, strict=False)
    return parse_article("; ".join(f"Ada {name} said that it was {state}" for name, state in pairs))


@pytest.mark.parametrize("count", [1, 2, 11, 12])
def test_a_sentence_may_have_a_dozen_cues(count: int) -> None:
    found = [quote.speaker for quote in find_quotes(sentence(count))]
    assert found == [f"Ada {name}" for name in NAMES[:count]]


def test_of_more_cues_in_a_sentence_the_surest_dozen_are_read_in_their_order() -> None:
    found = [quote.speaker for quote in find_quotes(sentence(14))]
    less_sure = {"Wallace", "Marsh"}
    assert found == [f"Ada {name}" for name in NAMES if name not in less_sure]


def row(quote: Quote) -> tuple[str, str, str, float]:
    cue, mention = (span.text if span else "" for span in (quote.cue, quote.speaker_span))
    return quote.span.text, cue, mention, quote.confidence


LATER = "before the long vote of the council of the old town by the river in the far north of it"


def test_a_sentence_is_read_alike_among_hundreds_of_others_and_alone() -> None:
    """Hundreds, and long ones: what is looked up at once is read in several parts."""
    lines = [
        f"{'The ' * (number % 3)}Ada {name} said that it was {state} {LATER} {LATER}."
        for number, (name, state) in enumerate(zip(NAMES * 12, STATES * 12, strict=True))
    ]
    alone = [row(quote) for line in lines for quote in find_quotes(parse_article(line))]
    together = [row(quote) for quote in find_quotes(parse_article("\n\n".join(lines)))]
    assert len(together) > 160
    assert together == alone


def test_every_value_that_weights_are_about_has_a_code_of_its_own() -> None:
    codes = load_model().codes
    assert sorted(codes.values()) == list(range(1, len(codes) + 1))
