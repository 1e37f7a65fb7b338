"""What a sentence's score is made of, by weights small enough to add up by hand."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.hedging import score_certainty
from newslib.hedging.certainty import (
    GENRES,
    Feature,
    Weights,
    features,
    read_weights,
    score_with_weights,
    sentences_with_hits,
)

HITS = """category epistemic | cue perhaps | rule listed epistemic | cue may
    | rule modal epistemic | category negation | cue not | rule denial negation
    | count epistemic 2 | both epistemic negation"""
WORDS = "word perhaps | word 00 | word men | word may | word not | word go | word ."
PAIRS = """pair <s> perhaps | pair perhaps 00 | pair 00 men | pair men may | pair may not
    | pair not go | pair go . | pair . </s>"""
TAGGED = """tagged perhaps CD | tagged 00 NNS | tagged men MD | tagged may RB | tagged not VB
    | tagged go . | tagged . </s>"""
OPENING = "opening 1 perhaps | opening 2 00 | opening 3 men"


def written(*parts: str) -> list[Feature]:
    """Features as they are written above: the kind, a space, the words."""
    lines = (line.strip() for part in parts for line in part.split("|"))
    return [(kind, words) for kind, _, words in (line.partition(" ") for line in lines)]


@pytest.mark.parametrize(
    ("kinds", "parts"),
    [
        ([], [HITS]),
        (["cue", "both"], [HITS]),
        (["word"], [HITS, WORDS, OPENING]),
        (["pair"], [HITS, WORDS, PAIRS, OPENING]),
        (["tagged"], [HITS, WORDS, TAGGED, OPENING]),
        (["word", "pair", "tagged", "opening"], [HITS, WORDS, PAIRS, TAGGED, OPENING]),
    ],
)
def test_the_features_of_a_sentence(kinds: list[str], parts: list[str]) -> None:
    [(view, hits)] = sentences_with_hits(parse_article("Perhaps 45 men may not go."))
    assert features(view, hits, frozenset(kinds)) == written(*parts)


def test_every_kind_of_word_is_looked_at_where_none_is_named() -> None:
    [(view, hits)] = sentences_with_hits(parse_article("Perhaps 45 men may not go."))
    assert features(view, hits) == written(HITS, WORDS, PAIRS, TAGGED, OPENING)


def test_hits_are_counted_up_to_four_and_categories_paired() -> None:
    text = "I may go, you may stay, one may hide, we may wait, all may talk unless it must not."
    [(view, hits)] = sentences_with_hits(parse_article(text))
    found = features(view, hits, frozenset())
    assert [words for kind, words in found if kind == "count"] == [
        "epistemic 2",
        "epistemic 3",
        "epistemic 4",
    ]
    assert [words for kind, words in found if kind == "both"] == [
        "conditional deontic",
        "conditional epistemic",
        "conditional negation",
        "deontic epistemic",
        "deontic negation",
        "epistemic negation",
    ]


def test_a_denied_hit_is_a_feature_of_its_own() -> None:
    [(view, hits)] = sentences_with_hits(parse_article("Peace is not  likely."))
    found = features(view, hits, frozenset())
    assert {("category", "epistemic!"), ("cue", "likely!")} <= {*found}
    assert {("category", "epistemic"), ("cue", "likely")}.isdisjoint(found)


@pytest.mark.parametrize(
    ("hedged", "certainty", "expected"),
    [
        ({}, {}, (1.0, False, [])),
        ({}, {("bias", ""): 1.5}, (1.5, False, [])),
        ({}, {("bias", ""): 4.0, ("cue", "may"): -0.5}, (3.5, False, ["may"])),
        ({}, {("cue", "may"): 5.5}, (5.5, False, ["may"])),
        ({}, {("bias", ""): 5.5, ("cue", "may"): 1.0}, (6.0, False, ["may"])),
        ({}, {("bias", ""): 0.5}, (1.0, False, [])),
        ({("bias", ""): -1.0, ("cue", "may"): 1.0}, {}, (1.0, False, ["may"])),
        ({("bias", ""): -1.0, ("cue", "may"): 1.25}, {}, (1.0, True, ["may"])),
        ({("rule", "modal epistemic"): 0.5}, {}, (1.0, True, ["may"])),
        ({("cue", "might"): 0.5}, {}, (1.0, False, [])),
        ({}, {("word", "talks"): 3.0}, (3.0, False, [])),
        ({}, {("pair", "talks may"): 3.0}, (3.0, False, [])),
    ],
)
def test_a_score_is_a_sum_of_weights_within_the_scale(
    hedged: dict[Feature, float],
    certainty: dict[Feature, float],
    expected: tuple[float, bool, list[str]],
) -> None:
    [score] = score_with_weights(parse_article("Talks may resume."), Weights(hedged, certainty))
    evidence = [hit.span.text for hit in score.evidence]
    assert (score.certainty, score.hedged, evidence) == expected


def test_each_genre_has_scores_of_its_own_for_one_and_the_same_article() -> None:
    article = parse_article("These results suggest that the truce may not hold.")
    found = {genre: score_certainty(article, genre=genre) for genre in GENRES}
    for genre, scores in found.items():
        alone = parse_article(article.text)
        assert score_certainty(alone, genre=genre) == scores
    assert found["science"][0].certainty != found["news"][0].certainty
    assert found["encyclopedic"][0].certainty == found["news"][0].certainty


def test_weights_are_those_of_one_genre_and_target() -> None:
    rows = (
        "genre\ttarget\tkind\tentry\tweight",
        "news\thedged\tcue\tmay\t1.5",
        "news\tcertainty\tcue\tmay\t-0.5",
        "science\thedged\tcue\tmay\t2",
    )
    read = read_weights("\n".join(rows) + "\n", name="mine.tsv", genre="news")
    assert read == Weights({("cue", "may"): 1.5}, {("cue", "may"): -0.5})
    assert read.kinds == {"cue"}
    with pytest.raises(ValueError, match=r"mine\.tsv.*weight"):
        read_weights("genre\ttarget\tkind\tentry\n", name="mine.tsv", genre="news")
