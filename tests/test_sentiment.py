"""Tone: the libraries' own numbers, the words behind every score, and what holds for any text."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import parameter

from newslib import Span, parse_article, sentences, targets_table
from newslib.sentiment import Score, Tone, score_sentences, tone_towards
from newslib.sentiment.by_textblob import TOGETHER, score_textblob
from newslib.sentiment.by_vader import score_vader
from newslib.sentiment.pieces import cut_up

METHODS = ("textblob", "vader", "news")

TEXT = """Talks in Torrin were not very good, but the harvest was really, really great!

"It was a TERRIBLE mistake," Marsh said; his critics called it no good at all (!).

The islanders cheered 😀 in the rain; then fell silent :( and hardly smiled. They left on Monday.
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
    with pytest.raises(ValueError, match="textblob, vader, news"):
        score_sentences(parse_article("Talks failed."), method="afinn")


@pytest.mark.parametrize("method", METHODS)
def test_a_text_without_words(method: str) -> None:
    assert whole_text_scores("", method) == ()
    assert all(score.score == 0 for score in whole_text_scores("… 12 –", method))


@pytest.mark.parametrize("method", METHODS)
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


FACES = (":)", ": (", "8 )", "X D", "o. O", "(!)", "( !)", "<3", ";-)", "END-OF-SENTENCE", "(2008)")
RULES = ("least", "at", "kind", "of", "this", "doubt", "without", "bus", "stop", "nor", "Co.", "'s")
odd_texts = st.lists(st.sampled_from(WORDS + MARKS + [*FACES, *RULES]), max_size=30).flatmap(
    lambda items: st.sampled_from(["", " ", "  "]).map(lambda space: space.join(items))
)


@given(text=st.one_of(odd_texts, texts))
@example(text="not END-OF-SENTENCE good")
@settings(max_examples=300, deadline=None)
def test_no_words_spared_change_what_the_libraries_say(text: str) -> None:
    from textblob.en import sentiment
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        assessed = sentiment(text)
    span = Span(0, len(text), text)
    [ours] = score_textblob(cut_up([span])).records()
    values = [evidence.value for evidence in ours.evidence]
    assert values == [polarity for _, polarity, _, _ in assessed.assessments]
    assert (ours.score, ours.subjectivity) == pytest.approx(tuple(assessed), abs=1e-12)
    own, found = (
        SentimentIntensityAnalyzer().polarity_scores(text),
        score_vader(cut_up([span])).records()[0],
    )
    assert (found.score, found.positive, found.negative) == (
        own["compound"],
        own["pos"],
        own["neg"],
    )


def test_every_face_is_left_to_textblob() -> None:
    from textblob._text import EMOTICONS

    for face in (face for faces in EMOTICONS.values() for face in faces):
        assert TOGETHER.search(f"So {face}")
        assert TOGETHER.search(f"So {' '.join(face)} it is")


@pytest.mark.parametrize("method", METHODS)
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


CASES = json.loads((Path(__file__).parent / "cases" / "sentiment_targets.json").read_text("utf-8"))
FAILURES = json.loads(
    (Path(__file__).parent / "cases" / "sentiment_known_failures.json").read_text("utf-8")
)


def tone_of(text: str, words: str) -> Tone:
    article = parse_article(text)
    start = text.index(words)
    return tone_towards(article, target=article.span(start, start + len(words)))


def each_target() -> Iterator[ParameterSet]:
    for case in CASES:
        for target in case["targets"]:
            label = f"{case['label']}: {target['target']}"
            values = case["text"], target["target"], target["label"]
            yield parameter(*values, label=label, fails=FAILURES)


@pytest.mark.parametrize(("text", "words", "label"), list(each_target()))
def test_the_tone_towards_each_target(text: str, words: str, label: str) -> None:
    assert tone_of(text, words).label == label


@pytest.mark.parametrize(
    "text", [case["text"] for case in CASES if case.get("score_zero")], ids=str
)
def test_names_and_institutions_never_score(text: str) -> None:
    assert [score.score for score in whole_text_scores(text, "news")] == [0]


def test_every_known_failure_is_a_case() -> None:
    labels = {f"{case['label']}: {t['target']}" for case in CASES for t in case["targets"]}
    assert set(FAILURES) <= labels


@pytest.mark.parametrize(
    ("plain", "turned"),
    [
        ("The plan was good.", "The plan was not good."),
        ("He brought ruin.", "He never brought ruin."),
    ],
)
def test_negation_turns_the_tone(plain: str, turned: str) -> None:
    before, after = (whole_text_scores(text, "news")[0].score for text in (plain, turned))
    assert before * after < 0


def test_modality_weakens_the_tone() -> None:
    said, possible = (
        whole_text_scores(text, "news")[0].score
        for text in ("They praised him.", "They may praise him.")
    )
    assert 0 < possible < said


@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_the_words_of_news_sum_to_its_score(text: str) -> None:
    for score in whole_text_scores(text, "news"):
        values = [evidence.value for evidence in score.evidence]
        assert score.score == pytest.approx(sum(values), abs=1e-9)
        assert score.score == pytest.approx(score.positive - score.negative, abs=1e-9)


@given(text=texts, places=st.tuples(st.integers(0, 200), st.integers(0, 200)))
@example(text="A0{", places=(0, 0))  # no word here has a weight
@settings(max_examples=100, deadline=None)
def test_there_is_always_exactly_one_tone(text: str, places: tuple[int, int]) -> None:
    article = parse_article(text)
    start, end = sorted(min(place, len(text)) for place in places)
    tone = tone_towards(article, target=article.span(start, end))
    assert tone.label in ("negative", "neutral", "positive")
    assert -1 <= tone.score <= 1
    assert list(tone.evidence) == sorted(tone.evidence, key=lambda evidence: evidence.span)
    assert all(article.text[e.span.start : e.span.end] == e.span.text for e in tone.evidence)


def test_a_name_alone_makes_no_tone() -> None:
    tones = [tone_of(f"Nobody praised {name}.", name) for name in ("Marsh", "Savage", "Victor")]
    assert len({tone.score for tone in tones}) == 1


def test_a_target_outside_the_sentences_is_neutral() -> None:
    article = parse_article("Talks failed. ")
    assert tone_towards(article, target=article.span(13, 14)) == Tone("neutral", 0.0, ())


def test_a_target_must_be_a_span_of_the_article() -> None:
    article = parse_article("Talks failed.")
    with pytest.raises(TypeError, match="target"):
        tone_towards(article, target="Talks")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="target"):
        tone_towards(article, target=Span(0, 5, "Peace"))


def test_an_endless_sentence_of_names_is_read_to_its_end() -> None:
    article = parse_article("Ann Marsh praised Estmark and " * 3_000)
    labels = targets_table(article)["label"]
    assert len(labels) >= 3_000
