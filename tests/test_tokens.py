from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strange import TEXTS, strained
from support import cases, gold, study_text

import newslib
from newslib import Article, parse_article, sentences, tokens
from newslib.tokens import dividing
from newslib.tokens.boundaries import _punkt_spans, _sentence_tokenizer
from newslib.tokens.dividing import _cut_up, _pieces, divided


def assert_sound(article: Article) -> None:
    """Spans slice back, sentences stay in order inside their paragraph, no character is lost."""
    end = 0
    parts = [span for _, span in article.prose]
    for sentence in sentences(article):
        span = sentence.span
        assert article.text[span.start : span.end] == span.text
        assert span.start >= end
        assert any(part.start <= span.start and span.end <= part.end for part in parts)
        end = span.end
        inside = span.start
        for token in sentence.tokens:
            assert article.text[token.span.start : token.span.end] == token.span.text
            assert inside <= token.span.start
            inside = token.span.end
        assert inside <= span.end
    written = "".join("".join(part.text.split()) for part in parts)
    assert "".join(token.span.text for token in tokens(article)) == written


@pytest.mark.parametrize("case", cases("tokens"))
def test_sentences_and_words(case: dict[str, Any]) -> None:
    found = sentences(parse_article(case["text"]))
    assert [sentence.span.text for sentence in found] == case["sentences"]
    if case.get("tokens"):
        words = [token.span.text for sentence in found for token in sentence.tokens]
        assert words == case["tokens"]


def test_the_study_text_as_it_was_annotated() -> None:
    story = study_text()
    expected = [(int(row["start"]), int(row["end"]), row["text"]) for row in gold("sentences")]
    assert [(s.span.start, s.span.end, s.span.text) for s in sentences(story)] == expected
    assert_sound(story)


@pytest.mark.parametrize("case", cases("tokens"))
def test_words_are_divided_as_nltk_divides_them(case: dict[str, Any]) -> None:
    """NLTK does not know curly apostrophes or … and mistakes `."` after a space: keep those out."""
    from nltk.tokenize import NLTKWordTokenizer

    for sentence in sentences(parse_article(case["text"])):
        if not set(sentence.span.text) & set('"’…'):
            words = [token.span.text for token in sentence.tokens]
            assert words == NLTKWordTokenizer().tokenize(sentence.span.text)


WORDS = "Mr. U.S. J. No. no he said Why what 5. 3.14 2019 Oct. co-op a.m. don't x"
RUNS = st.sampled_from([*WORDS.split(), "...", "--", *".?!,:;\"'()[]*@$"])
SPACED = st.lists(st.tuples(RUNS, st.sampled_from(["", " ", "  ", "\n"])), max_size=15)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [*'.,:"”’)]%', "...", "--", "cannot", "U.S.", "Marsh’s", "5.30", "said"]
            ),
            st.sampled_from(["", " ", " ", "\n", "\xa0", "  "]),
        ),
        max_size=12,
    )
)
def test_what_stands_between_spaces_is_divided_as_within_its_sentence(
    written: list[tuple[str, str]],
) -> None:
    sentence = "He " + "".join(chunk + space for chunk, space in written)
    divided, whole = _pieces(sentence), _cut_up(sentence)
    assert (divided[1::3], [*map(len, divided[3:])]) == (whole[1::3], [*map(len, whole[3:])])


@given(SPACED)
def test_sentences_end_where_punkt_itself_ends_them(runs: list[tuple[str, str]]) -> None:
    """Curly marks are left out: NLTK knows them as closing marks since 3.10 alone."""
    text = "".join(run + space for run, space in runs).strip()
    assert list(_punkt_spans(text)) == list(_sentence_tokenizer().span_tokenize(text))


MARKS = st.text(st.sampled_from("ab A.?!,:;'\"“”‘’«»`()[]-–—…$%5\n\u00a0\u200f"), max_size=200)


@given(st.one_of(MARKS, st.text(max_size=200)))
def test_any_text_is_divided_soundly(text: str) -> None:
    assert_sound(parse_article(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One",
        "\ufffd\0" * 100,
        "word " * 1_000_000,
        '"' * 100_000,
        ". " * 50_000,
        "x" * 5_000_000,
    ],
    ids=lambda text: f"{text[:5]!r} {len(text)}",
)
def test_strange_texts_give_a_result(text: str) -> None:
    article = parse_article(text)
    assert sum(len(token.span.text) for token in tokens(article)) == len("".join(text.split()))


def test_sentences_do_not_depend_on_where_a_long_paragraph_is_cut() -> None:
    sentence = "Mr. Marsh said the U.S. would decide by Oct. 26 at the latest. "
    found = sentences(parse_article(sentence * 2_000))
    assert {each.span.text for each in found} == {sentence.strip()}


@strained(200)
@given(TEXTS)
def test_words_do_not_depend_on_how_many_sentences_are_divided_at_once(text: str) -> None:
    found = divided(parse_article(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dividing, "_AT_ONCE", 1)
        again = divided(parse_article(text))
    assert dataclasses.astuple(again) == dataclasses.astuple(found)


def test_no_sentence_begins_or_ends_with_space() -> None:
    for text in ("said " * 20_000, "Mr. Roe said no. " * 3_000, " a\u00a0. b "):
        found = sentences(parse_article(text))
        assert all(sentence.span.text == sentence.span.text.strip() for sentence in found)


def test_the_name_tokens_is_the_function_whatever_was_imported() -> None:
    assert newslib.tokens(parse_article("Talks."))[0].span.text == "Talks"
    assert [token.kind for token in tokens(parse_article("3rd 5 U.S. ,"))] == [
        "word",
        "number",
        "word",
        "punctuation",
    ]
