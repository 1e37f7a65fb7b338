"""The trainer and the finder see the same features of a target, though one alone spells them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import study_text
from tone_features import features, scaled_zones

from newslib import Article, parse_article
from newslib.sentiment.model import Verdict, judge, probabilities
from newslib.sentiment.places import Target
from newslib.sentiment.readings import NAME, Reading, readings
from newslib.sentiment.weights import load_weights

WORDS = (
    *("the", "Marsh", "Estmark", "praised", "attacked", "not", "n't", "said", "that", "by", "was"),
    *("president", "good", "bad", "ruin", "“", "”", '"', ",", "lies", "in", "12", "a_b", "|", "!"),
)
articles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(
    lambda words: parse_article(" ".join(words))
)


def spelt(reading: Reading, first: int, last: int) -> tuple[tuple[float, ...], list[float]]:
    """The shares and what each word says, from features by name."""
    weights = load_weights()
    pair, spoken = [0.0, 0.0], [0.0] * (len(reading.forms) + 1)
    said = [
        (tuple(weights.columns[:2, weights.features.get(name, 0)]), value, place)
        for name, value, place in features(reading, first, last)
    ]
    for place, zone, value in scaled_zones(reading, first, last):
        number = weights.forms.get(reading.forms[place])
        start = weights.entries[5][number] if number is not None else 0
        minus, plus, _ = weights.columns[:, start + zone] if start else (0.0, 0.0, 0.0)
        said.append(((minus, plus), value, place))
    for (minus, plus), value, place in said:
        pair[0] += minus * value
        pair[1] += plus * value
        spoken[place] += (plus - minus) * value
    return probabilities((pair[0], pair[1])), spoken


def compare(article: Article, width: int) -> None:
    """All targets are judged together, and each is spelt alone."""
    targets = [
        (reading, first, min(first + width, len(reading.forms)))
        for reading in readings(article)
        for first in range(len(reading.forms))
    ]
    for target, verdict in zip(targets, judge(targets), strict=True):
        compare_one(target, verdict)


def compare_one(target: Target, verdict: Verdict) -> None:
    reading, first, last = target
    shares, spoken = spelt(reading, first, last)
    assert verdict.shares == pytest.approx(shares, abs=1e-9)
    for word, value in verdict.loudest:
        assert value == pytest.approx(spoken[word], abs=1e-9)
    shown = [
        abs(value)
        for i, (form, value) in enumerate(zip(reading.forms, spoken, strict=False))
        if form != NAME and form[0].isalpha() and not first <= i < last and value
    ]
    loudest = sorted((abs(value) for _, value in verdict.loudest), reverse=True)
    assert loudest == pytest.approx(sorted(shown, reverse=True)[:6], abs=1e-9)


def test_the_study_is_judged_by_the_features_the_trainer_writes() -> None:
    compare(study_text(), 1)


@given(article=articles, width=st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_any_words_are_judged_by_the_features_the_trainer_writes(
    article: Article, width: int
) -> None:
    compare(article, width)
