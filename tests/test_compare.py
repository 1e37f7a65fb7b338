"""Comparison: the log-odds of Monroe, Colaresi & Quinn, rates and shares with intervals."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslib.compare import bootstrap_interval, lift, log_odds, rates, shares


def table(**groups: str) -> pd.DataFrame:
    rows = [
        {"article": f"a{i % 3}", "text": word, "voice": voice}
        for voice, words in groups.items()
        for i, word in enumerate(words.split())
    ]
    return pd.DataFrame(rows, columns=["article", "text", "voice"])


def test_log_odds_by_hand() -> None:
    found = log_odds(table(a="war war peace", b="peace peace war"), by="voice", prior=6)
    prior, first, second, total = 3.0, 2.0, 1.0, 3.0
    odds = [math.log((n + prior) / (total + 6 - n - prior)) for n in (first, second)]
    error = math.sqrt(1 / (first + prior) + 1 / (second + prior))
    war = found[found["word"] == "war"].iloc[0]
    assert war["log_odds"] == pytest.approx(odds[0] - odds[1], abs=1e-4)
    assert war["z_score"] == pytest.approx((odds[0] - odds[1]) / error, abs=1e-4)
    assert found["word"].tolist() == ["war", "peace"]


WORDS = st.lists(st.sampled_from(["war", "peace", "talks", "the"]), min_size=1, max_size=30)


@given(WORDS, WORDS)
def test_log_odds_turn_round_with_the_groups(first: list[str], second: list[str]) -> None:
    words = table(a=" ".join(first), b=" ".join(second))
    one = log_odds(words, by="voice", groups=("a", "b")).set_index("word")["z_score"]
    other = log_odds(words, by="voice", groups=("b", "a")).set_index("word")["z_score"]
    assert one.sub(-other).abs().max() < 1e-3
    assert one.notna().all()


def test_rates_are_per_thousand_words_and_repeat() -> None:
    words = table(a="war " * 30 + "peace " * 270, b="war peace")
    found = rates(words, by="voice", words=["WAR"], seed=4)
    assert [found[column][0] for column in ("n_words", "n_found", "rate")] == [300, 30, 100.0]
    assert found["low"][0] <= 100 <= found["high"][0]
    assert all(math.isnan(found[column][1]) for column in ("rate", "low", "high"))
    pd.testing.assert_frame_equal(found, rates(words, by="voice", words=["war"], seed=4))


def test_shares_and_lift() -> None:
    hits = pd.DataFrame(
        {"article": "a", "voice": list("xxxy"), "category": ["war", "war", "onus", "onus"]}
    )
    found = shares(hits, by="voice")
    assert found[["voice", "category", "n", "n_hits"]].to_numpy().tolist() == [
        ["x", "onus", 1, 3],
        ["x", "war", 2, 3],
        ["y", "onus", 1, 1],
    ]
    lifted = lift(hits, by="voice")
    assert lifted["lift"].tolist() == [0.6667, 1.3333, 2.0, 0.0]


def test_tables_about_nothing() -> None:
    empty = table()
    assert rates(empty, by="voice", words=["war"]).empty
    assert shares(empty.assign(category=""), by="voice")["share"].dtype == "float64"
    assert lift(empty.assign(category=""), by="voice").columns.tolist() == [
        "voice",
        "category",
        "n",
        "expected",
        "lift",
    ]


def test_bootstrap_interval_of_a_constant() -> None:
    assert bootstrap_interval([2.0, 2.0], statistic=lambda sample: float(sample.max())) == (2, 2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda t: log_odds(t, by="outlet"), "no column 'outlet'"),
        (lambda t: log_odds(t, by="voice"), "there are 3"),
        (lambda t: log_odds(t, by="voice", groups=("a", "z")), "names 'z'"),
        (lambda t: log_odds(t, by="voice", groups=("a", "b"), prior=0), "prior is 0"),
        (lambda t: rates(t, by="voice", words=[]), "words is empty"),
        (lambda t: rates(t, by="voice", words=["a"], min_words=0), "min_words is 0"),
        (lambda t: shares(t, by="voice"), "no column 'category'"),
        (lambda _: bootstrap_interval([]), "values is empty"),
        (lambda _: bootstrap_interval([1], level=1), "level is 1"),
    ],
)
def test_misuse_is_named(call: Callable[[pd.DataFrame], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call(table(a="x", b="y", c="z"))
