"""Krippendorff's alpha: his own example, NLTK's figures, its interval, and what is refused."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslib import agreement
from newslib.compare.agreement import _alpha, _alphas, _judgements, _sums, _values

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section D: a unit a column
FOUR_CODERS = {
    "A": "1 2 3 3 2 1 4 1 2 * * *",
    "B": "1 2 3 3 2 2 4 1 2 5 * 3",
    "C": "* 3 3 3 2 3 4 2 2 5 1 *",
    "D": "1 2 3 3 2 4 4 1 2 5 1 *",
}
JUDGED = pd.DataFrame(
    [
        (coder, unit, int(label))
        for coder, labels in FOUR_CODERS.items()
        for unit, label in enumerate(labels.split())
        if label != "*"
    ],
    columns=["coder", "unit", "label"],
)


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_alpha_is_the_one_of_the_textbook(level: str, alpha: float) -> None:
    found = agreement(JUDGED, unit="unit", level=level)
    assert found["alpha"].round(3).tolist() == [alpha]
    assert found[["n_coders", "n_units", "n"]].values.tolist() == [[4, 11, 40]]
    assert found["low"].item() < alpha < found["high"].item() <= 1


def test_the_share_of_pairs_that_are_the_same_is_counted_by_hand() -> None:
    rows = [
        ("a", 1, "x"),
        ("b", 1, "x"),
        ("c", 1, "y"),
        ("a", 2, "y"),
        ("b", 2, "y"),
        ("a", 3, "x"),
    ]
    judged = pd.DataFrame(rows, columns=["coder", "unit", "label"])
    found = agreement(judged, unit="unit")
    assert found[["n_coders", "n_units", "n"]].values.tolist() == [[3, 2, 5]]
    assert found["same"].item() == 0.5


judgements = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 5), st.integers(1, 4)),
    unique_by=lambda row: row[:2],
    max_size=18,
).map(lambda rows: pd.DataFrame(rows, columns=["coder", "unit", "label"]))


@settings(max_examples=80, deadline=None)
@given(judgements, st.sampled_from(["nominal", "ordinal", "interval"]))
def test_the_interval_is_of_the_same_alpha_as_nltks(judged: pd.DataFrame, level: str) -> None:
    twice = _judgements(judged, ["unit"], "coder", "label", None)
    if twice.empty:
        return
    values = _values(twice["label"], level)
    axis, sums = _sums(twice, values, level)
    whole = np.stack([sums[axis == number].sum(0) for number in range(axis.max() + 1)])
    assert _alphas(whole[None])[0] == pytest.approx(_alpha(twice, values, level))


@settings(max_examples=40, deadline=None)
@given(judgements, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(judged: pd.DataFrame, random: Random) -> None:
    mixed = judged.iloc[random.sample(range(len(judged)), len(judged))]
    pd.testing.assert_frame_equal(
        agreement(mixed, unit="unit", samples=20), agreement(judged, unit="unit", samples=20)
    )


def test_clusters_are_drawn_whole() -> None:
    copies = [JUDGED.assign(article=f"a{i}", start=JUDGED["unit"]) for i in range(6)]
    judged = pd.concat(copies, ignore_index=True)
    units = agreement(judged, unit=["article", "start"])
    articles = agreement(judged, unit=["article", "start"], cluster="article")
    assert units["alpha"].item() == articles["alpha"].item()
    assert units["low"].item() < articles["low"].item()
    alone = agreement(copies[0], unit="start", cluster="article")
    assert alone[["low", "high"]].isna().all(axis=None)


def test_a_missing_judgement_is_none() -> None:
    more = pd.concat([JUDGED, JUDGED[:3].assign(coder="E", label=None)])
    assert agreement(more, unit="unit").equals(agreement(JUDGED, unit="unit"))
    assert agreement(JUDGED.head(0), unit="unit")["n"].tolist() == [0]


@pytest.mark.parametrize(
    ("judged", "named", "message"),
    [
        (JUDGED, {"level": "ratio"}, "level is 'ratio'; choose one of nominal, ordinal, interval"),
        (JUDGED, {"samples": 0}, "samples is 0"),
        (JUDGED, {"cluster": "article"}, "has no column 'article'"),
        (JUDGED, {"unit": ["article", "start"]}, "has no column 'article'"),
        (JUDGED.assign(label="x"), {"level": "ordinal"}, "a label is 'x'; give labels that are"),
        (pd.concat([JUDGED, JUDGED[:2]]), {}, "coder 'A' judged 2 units more than once"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    judged: pd.DataFrame, named: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        agreement(judged, **({"unit": "unit"} | named))
