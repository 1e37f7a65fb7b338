from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import pytest
from support import study_text

from newslib import (
    agreement,
    bootstrap_interval,
    collocations,
    content_words,
    count_words,
    frame_lift,
    frames_table,
    hedges_table,
    load_lexicon,
    log_odds,
    mean_tones,
    mentions_table,
    method_agreement,
    parse_article,
    rates,
    sentences_table,
    sentiment_table,
    shares,
    tokens_table,
    type_token_ratio,
)

TWO = [
    parse_article("Talks may fail. Talks may go on. War is war.", id="a"),
    parse_article("War is near. War may end.", id="b"),
]


def test_words_are_counted_without_function_words_and_ties_are_alphabetical() -> None:
    table = count_words(tokens_table(TWO), without=load_lexicon("function_words"))
    assert table.values.tolist()[:3] == [["war", 4], ["talks", 2], ["end", 1]]
    assert count_words(tokens_table([])).empty


def test_pairs_do_not_cross_marks_or_sentences() -> None:
    story = parse_article("State media led. State media, media state. State media.")
    found = collocations(tokens_table(story))
    assert found[["first", "second", "n"]].values.tolist() == [["state", "media", 3]]
    assert list(collocations(tokens_table([])).columns) == ["first", "second", "n", "score"]


def test_the_ratio_is_of_the_first_words() -> None:
    table = tokens_table(parse_article("Talks talks talks go."))
    assert type_token_ratio(table) == 0.5
    assert type_token_ratio(table, words=2) == 0.5
    assert math.isnan(type_token_ratio(tokens_table([])))
    with pytest.raises(ValueError, match="give 1 or more"):
        type_token_ratio(table, words=0)


def test_rates_are_per_thousand_words_of_the_group() -> None:
    hits = hedges_table(TWO, categories=["epistemic"])
    table = rates(hits, tokens=tokens_table(TWO), by="article", min_words=6)
    assert table[["article", "n", "words"]].values.tolist() == [["a", 2, 10], ["b", 1, 6]]
    assert table["rate"].tolist() == [200.0, 166.6667]
    assert (table["low"] <= table["rate"]).all()
    assert (table["rate"] <= table["high"]).all()


def test_too_few_words_have_no_rate() -> None:
    hits = hedges_table(TWO, categories=["epistemic"])
    table = rates(hits, tokens=tokens_table(TWO), by="article", min_words=7)
    assert table["rate"].isna().tolist() == [False, True]
    with pytest.raises(ValueError, match="give a number from 1 on"):
        rates(hits, tokens=tokens_table(TWO), min_words=0)


def test_the_same_seed_gives_the_same_interval_on_the_study_text() -> None:
    hits, words = hedges_table(study_text()), tokens_table(study_text())
    pd.testing.assert_frame_equal(rates(hits, tokens=words), rates(hits, tokens=words))
    assert not rates(hits, tokens=words, seed=1).equals(rates(hits, tokens=words))
    assert rates(hits, tokens=words)["n"].sum() == len(hits)


@pytest.mark.parametrize("function", [rates, shares])
def test_an_empty_table_gives_an_empty_one_with_types(function: object) -> None:
    hits, words = hedges_table([]), tokens_table([])
    found = rates(hits, tokens=words) if function is rates else shares(hits, by="voice")
    assert found.empty
    assert str(found.dtypes["low"]) == "float64"


def test_shares_of_a_group_add_up_to_one() -> None:
    table = shares(frames_table(study_text()), by="voice", of="frame")
    totals = table.groupby("voice")["share"].sum()
    assert totals.sub(1).abs().max() < 0.001
    assert (table["low"] <= table["high"]).all()


def test_log_odds_favour_the_words_of_the_first_group() -> None:
    table = log_odds(tokens_table(TWO), by="article", groups=("a", "b"), prior=10)
    z = table.set_index("word")["z"]
    assert z["talks"] > 0 > z["near"]
    other = log_odds(tokens_table(TWO), by="article", groups=("b", "a"), prior=10)
    assert other.set_index("word")["z"]["talks"] == -z["talks"]


def test_log_odds_equal_the_formula_of_the_paper() -> None:
    table = pd.DataFrame({"text": ["x"] * 3 + ["y"] * 1 + ["x"] * 1 + ["y"] * 3, "voice": "a"})
    table.loc[4:, "voice"] = "b"
    found = log_odds(table, by="voice", prior=2).set_index("word")
    prior = 2 * 4 / 8
    first = math.log((3 + prior) / (4 + 2 - 3 - prior))
    second = math.log((1 + prior) / (4 + 2 - 1 - prior))
    z = (first - second) / math.sqrt(1 / (3 + prior) + 1 / (1 + prior))
    assert found.loc["x", "log_odds"] == round(first - second, 4)
    assert found.loc["x", "z"] == round(z, 4)


@pytest.mark.parametrize("groups", [None, ("a", "a"), ("a", "c")])
def test_two_groups_are_needed(groups: tuple[str, str] | None) -> None:
    table = tokens_table([*TWO, parse_article("More.", id="d")])
    with pytest.raises(ValueError, match="groups"):
        log_odds(table, by="article", groups=groups)


def test_lift_is_one_where_chance_has_it() -> None:
    story = study_text()
    frames, names = frames_table(story), mentions_table(story)
    table = frame_lift(frames, mentions=names, sentences=sentences_table(story))
    assert set(table["frame"]) <= set(frames["frame"])
    assert table["n"].is_monotonic_decreasing
    assert frame_lift(
        frames_table([]), mentions=mentions_table([]), sentences=sentences_table([])
    ).empty


def test_an_interval_holds_the_mean() -> None:
    low, high = bootstrap_interval([1.0, 2.0, 3.0, 4.0])
    assert low <= 2.5 <= high
    assert bootstrap_interval([5.0, 5.0]) == (5.0, 5.0)
    with pytest.raises(ValueError, match="at least one number"):
        bootstrap_interval([])
    with pytest.raises(ValueError, match="between 0 and 1"):
        bootstrap_interval([1.0], level=95)


def judged(*labels: tuple[str, str]) -> pd.DataFrame:
    rows = [(coder, i, pair[k]) for i, pair in enumerate(labels) for k, coder in enumerate("ab")]
    return pd.DataFrame(rows, columns=["coder", "unit", "label"])


@pytest.mark.parametrize(
    ("labels", "alpha"),
    [
        ([("x", "x"), ("y", "y")], 1.0),
        ([("x", "y"), ("y", "x")], -0.5),
        ([("x", "x"), ("x", "x")], 1.0),
    ],
)
def test_alpha_is_krippendorffs(labels: list[tuple[str, str]], alpha: float) -> None:
    assert agreement(judged(*labels), unit="unit")["alpha"].tolist() == [alpha]


def test_nothing_judged_twice_has_no_alpha() -> None:
    assert agreement(judged(), unit="unit")[["alpha", "low", "high"]].isna().all(axis=None)
    with pytest.raises(ValueError, match="has no column 'tone'"):
        agreement(judged(), unit="unit", coder="coder", label="tone")


def test_methods_are_compared_in_pairs_over_the_same_sentences() -> None:
    table = method_agreement(sentiment_table(study_text()))
    assert len(table) == 3
    assert set(table["n"]) == {25}
    assert table["same"].between(0, 1).all()
    assert method_agreement(sentiment_table([])).empty


NO_COLUMN: dict[str, Callable[[pd.DataFrame], object]] = {
    "content_words": lambda table: content_words(table, without=load_lexicon("function_words")),
    "count_words": count_words,
    "collocations": collocations,
    "type_token_ratio": type_token_ratio,
    "frame_lift": lambda table: frame_lift(table, mentions=table, sentences=table),
    "method_agreement": method_agreement,
    "mean_tones": mean_tones,
    "rates": lambda table: rates(table, tokens=table),
    "shares": lambda table: shares(table, by="voice"),
    "log_odds": lambda table: log_odds(table, by="voice"),
}


@pytest.mark.parametrize("name", NO_COLUMN)
def test_a_table_of_another_kind_is_refused_by_name(name: str) -> None:
    with pytest.raises(ValueError, match="the table has no column"):
        NO_COLUMN[name](pd.DataFrame({"x": [1]}))


def test_left_out_words_come_from_a_lexicon() -> None:
    for count in (count_words, content_words, collocations):
        with pytest.raises(TypeError, match="without is a str; give a Lexicon"):
            count(tokens_table(TWO), without="function_words")  # type: ignore[arg-type]


@pytest.mark.parametrize("samples", [0, -1])
def test_a_bootstrap_draws_something(samples: int) -> None:
    hits = hedges_table(TWO)
    for interval in (
        lambda: bootstrap_interval([1.0], samples=samples),
        lambda: rates(hits, tokens=tokens_table(TWO), samples=samples),
        lambda: shares(hits, by="voice", samples=samples),
    ):
        with pytest.raises(ValueError, match="samples is"):
            interval()


def test_columns_have_the_same_types_without_rows() -> None:
    empty = collocations(tokens_table([])).dtypes
    assert (str(empty["n"]), str(empty["score"])) == ("int64", "float64")


def test_every_comparison_of_words_has_the_types_of_all_tables() -> None:
    tokens, mentions, sentences = tokens_table(TWO), mentions_table(TWO), sentences_table(TWO)
    for table in (
        count_words(tokens),
        count_words(tokens_table([])),
        log_odds(tokens, by="article"),
        frame_lift(frames_table(TWO), mentions=mentions, sentences=sentences),
    ):
        types = table.dtypes.astype(str).to_dict()
        assert set(types.values()) <= {"string", "int64", "float64"}
        assert all(types[name] == "string" for name in ("word", "name", "frame") if name in types)
