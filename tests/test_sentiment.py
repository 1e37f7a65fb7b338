"""Tone: the libraries' own numbers, the words behind every score, and what holds for any text."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslib import parse_article, sentences
from newslib.sentiment import Score, score_sentences

LIBRARY = ("textblob", "vader")

TEXT = """Talks in Torrin were not very good, but the harvest was really, really great!

"It was a TERRIBLE mistake," Marsh said; his critics called it no good at all (!).

The islanders cheered 😀 in the rain; then fell silent :( and hardly smiled. Nothing happened on Monday.
"""


def whole_text_scores(text: str, method: str) -> tuple[Score, ...]:
    return score_sentences(parse_article(text), method=method)


@pytest.mark.parametrize("score", whole_text_scores(TEXT, "textblob"), ids=lambda s: s.span.text)
def test_textblob_is_textblobs_own(score: Score) -> None:
    import textblob

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        own = textblob.Sentence(score.span.text).sentiment
    assert score.score == pytest.approx(own.polarity, abs=1e-9)
    assert score.subjectivity == pytest.approx(own.subjectivity, abs=1e-9)


@pytest.mark.parametrize("score", whole_text_scores(TEXT, "vader"), ids=lambda s: s.span.text)
def test_vader_is_vaders_own(score: Score) -> None:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    own = SentimentIntensityAnalyzer().polarity_scores(score.span.text)
    ours = (score.score, score.positive, score.negative)
    assert ours == pytest.approx((own["compound"], own["pos"], own["neg"]), abs=1e-9)
    assert score.subjectivity is None


def test_evidence_names_the_words() -> None:
    first, *_ = whole_text_scores(TEXT, "textblob")
    assert [evidence.span.text for evidence in first.evidence] == [
        "not very good",
        "really, really great",
    ]
    cheered = whole_text_scores(TEXT, "vader")[2]
    assert [evidence.span.text for evidence in cheered.evidence] == [
        "cheered",
        "😀",
        ":(",
        "smiled",
    ]


def test_unknown_method_names_the_methods() -> None:
    with pytest.raises(ValueError, match="textblob, vader"):
        score_sentences(parse_article("Talks failed."), method="afinn")


@pytest.mark.parametrize("method", LIBRARY)
def test_a_text_without_words(method: str) -> None:
    assert whole_text_scores("", method) == ()
    assert all(score.score == 0 for score in whole_text_scores("… 12 –", method))


@pytest.mark.parametrize("method", LIBRARY)
def test_absurdly_long_sentences_are_read(method: str) -> None:
    scores = whole_text_scores("good talks and bad news " * 2_001, method)
    assert sum(len(score.evidence) for score in scores) >= 4_000


MARKS = ["!", "(!)", ":)", "😀", "“", "”", "'", '"', ".", "...", "\n"]
WORDS = [
    "good",
    "bad",
    "not",
    "never",
    "very",
    "no",
    "n't",
    "really",
    "but",
    "Marsh’s",
    "GREAT",
    "İ",
]
words = st.sampled_from(WORDS + MARKS)
texts = st.one_of(st.text(max_size=200), st.lists(words, max_size=40).map(" ".join))


@pytest.mark.parametrize("method", LIBRARY)
@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_whatever_the_text(method: str, text: str) -> None:
    article = parse_article(text)
    scores = score_sentences(article, method=method)
    assert [score.span for score in scores] == [found.span for found in sentences(article)]
    for score in scores:
        assert -1 <= score.score <= 1
        assert score.positive >= 0
        assert score.negative >= 0
        for evidence in score.evidence:
            span = evidence.span
            assert article.text[span.start : span.end] == span.text
            assert score.span.start <= span.start < span.end <= score.span.end


@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_the_mean_of_textblobs_words_is_its_polarity(text: str) -> None:
    for score in whole_text_scores(text, "textblob"):
        values = [evidence.value for evidence in score.evidence]
        assert score.score == pytest.approx(sum(values) / max(len(values), 1), abs=1e-9)
        assert score.score == pytest.approx(score.positive - score.negative, abs=1e-9)
