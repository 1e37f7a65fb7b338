"""Mentions and names: the hand-annotated study text, invented cases, and what always holds."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strange import TEXTS, strained
from support import gold, parameter, study_text

from newslib import parse_article
from newslib.article import Article, Span
from newslib.speakers import Mention, find_mentions, name_of, words
from newslib.speakers.words import read_words

HERE = Path(__file__).parent
CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (HERE / "cases" / "speakers.json").read_text(encoding="utf-8")
)
KINDS = {"person", "office", "state", "organisation", "pronoun", "unnamed"}


def labelled(cases: list[dict[str, Any]]) -> list[Any]:
    """The cases as parameters; one with a `fails` reason must fail until it is mended."""
    fails = {case["label"]: case["fails"] for case in cases if "fails" in case}
    return [parameter(case, label=case["label"], fails=fails) for case in cases]


def test_study_text_mentions_are_those_of_the_gold() -> None:
    wanted = [(int(r["start"]), int(r["end"]), r["kind"], r["name"]) for r in gold("mentions")]
    found = [(m.span.start, m.span.end, m.kind, m.name or "") for m in find_mentions(study_text())]
    assert found == wanted


def test_no_name_runs_on_into_a_part_that_touches_its_own() -> None:
    parts = ("The talks have failed, says Ann Marsh", " Reed Bell left the talks in Lund.")
    head, text = len(parts[0]), "".join(parts)
    headline, body = Span(0, head, parts[0]), Span(head, len(text), parts[1])
    article = Article(id="joined", text=text, headline=headline, paragraphs=(body,))
    found = find_mentions(article)
    assert [mention.span.text for mention in found] == ["Ann Marsh", "Reed Bell"]
    assert all(text[m.span.start : m.span.end] == m.span.text for m in found)


@strained(200)
@given(TEXTS)
def test_words_do_not_depend_on_how_much_is_cut_up_at_once(text: str) -> None:
    found = read_words(parse_article(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_AT_ONCE", 1)
        again = read_words(parse_article(text))
    assert dataclasses.astuple(again) == dataclasses.astuple(found)


def test_study_text_speakers_have_their_names() -> None:
    study = study_text()
    for row in gold("quotes"):
        span = study.span(int(row["speaker_start"]), int(row["speaker_end"]))
        assert (name_of(study, span) or "") == row["speaker"], row["mention"]


@pytest.mark.parametrize("case", labelled(CASES["mentions"]))
def test_cases_of_mentions(case: dict[str, Any]) -> None:
    article = parse_article(case["text"])
    found = find_mentions(article)
    for expected in case["mentions"]:
        mention = at(article, found, expected["mention"], expected.get("nth", 0))
        assert mention.name == expected["name"]
        assert mention.kind == expected.get("kind", mention.kind)
    for text in case.get("absent", []):
        assert not any(text in mention.span.text for mention in found)


def at(article: Article, found: tuple[Mention, ...], text: str, nth: int) -> Mention:
    """The mention that covers just the `nth` occurrence of a phrase."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(text, start + 1)
    fitting = [m for m in found if (m.span.start, m.span.end) == (start, start + len(text))]
    assert fitting, f"{text!r} is not among {[m.span.text for m in found]}"
    return fitting[0]


@pytest.mark.parametrize("case", labelled(CASES["names"]))
def test_cases_of_speakers(case: dict[str, Any]) -> None:
    article = parse_article(case["text"])
    start = article.text.index(case["phrase"])
    assert name_of(article, article.span(start, start + len(case["phrase"]))) == case["name"]


SNIPPETS = st.sampled_from(
    [
        "Mr. ",
        "Paul Marsh",
        " said ",
        '"',
        "“",
        "(",
        ") ",
        "he ",
        "She ",
        "'s ",
        "\n\n",
        ". ",
        "the ",
        "Minister ",
        "I ",
        "of ",
        "US ",
        "’",
        "two officials ",
        "those who ",
        ", ",
        "WHO ",
        "é",
        "İ",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(SNIPPETS, max_size=40).map("".join)))
def test_any_text_gives_mentions_in_order_that_slice_back(text: str) -> None:
    article = parse_article(text)
    found = find_mentions(article)
    for mention in found:
        assert article.text[mention.span.start : mention.span.end] == mention.span.text != ""
        assert mention.kind in KINDS
        assert mention.name is None or mention.name.strip()
        name_of(article, mention.span)
    assert list(found) == sorted(found, key=lambda mention: mention.span)
    assert find_mentions(parse_article(text)) == found


@given(st.text(max_size=80), st.data())
def test_any_span_has_a_name_or_none(text: str, data: st.DataObject) -> None:
    article = parse_article(text)
    start = data.draw(st.integers(0, len(article.text)))
    end = data.draw(st.integers(start, len(article.text)))
    name = name_of(article, article.span(start, end))
    assert name is None or name
