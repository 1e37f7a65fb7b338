from __future__ import annotations

import dataclasses
import gc
import pickle
from collections.abc import Iterator

import pytest
from support import study_text

import newslib
from newslib import Article, Span, Token, parse_article
from newslib.article import check_span, records, undisturbed


def test_a_span_takes_its_words_from_the_text() -> None:
    article = parse_article("Talks may resume.")
    assert article.span(6, 9) == Span(6, 9, "may")
    assert article.span(17, 17).text == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 18), (18, 18)])
def test_a_place_outside_the_text_is_refused_in_one_sentence(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"span\({start}, {end}\) lies outside"):
        parse_article("Talks may resume.").span(start, end)


def test_records_are_frozen_and_sort_by_place() -> None:
    article = parse_article("Talks may resume.")
    with pytest.raises(dataclasses.FrozenInstanceError):
        article.text = "other"  # type: ignore[misc]
    assert sorted([article.span(6, 9), article.span(0, 5)])[0].text == "Talks"


def test_records_made_together_are_those_made_one_by_one() -> None:
    made = records(Span, [0, 6], [5, 9], ["Talks", "may"])
    assert made == [Span(0, 5, "Talks"), Span(6, 9, "may")]
    assert {*made} == {Span(0, 5, "Talks"), Span(6, 9, "may")}
    assert pickle.loads(pickle.dumps(made)) == made
    assert records(Token, made, ["word", "word"])[1] == Token(made[1], "word")
    assert records(Span, [], [], []) == []
    assert type(made[0]) is Span
    with pytest.raises(dataclasses.FrozenInstanceError):
        made[0].text = "other"  # type: ignore[misc]


def test_what_was_found_is_kept_but_is_no_part_of_the_article() -> None:
    article, other = parse_article("Talks."), parse_article("Talks.")
    calls: list[Article] = []

    def find(found: Article) -> int:
        calls.append(found)
        return len(found.text)

    assert (article.remember("length", find), article.remember("length", find)) == (6, 6)
    assert len(calls) == 1
    assert (article, hash(article)) == (other, hash(other))
    again = pickle.loads(pickle.dumps(article))
    assert again == article
    assert again.remember("length", find) == 6
    assert len(calls) == 2


def test_an_article_shows_itself_in_one_line() -> None:
    assert repr(parse_article("Talks may resume.", id="talks")) == (
        "Article(id='talks', headline=None, paragraphs=1)"
    )


def test_an_article_with_a_headline_shows_it() -> None:
    story = parse_article("Talks may resume\n\nThe door is open, she said.", id="talks")
    assert repr(story) == "Article(id='talks', headline='Talks may resume', paragraphs=1)"


def test_what_was_found_is_not_sent_along() -> None:
    story = parse_article("Talks may resume.")
    bare = pickle.dumps(story)
    newslib.tokens(story)
    assert pickle.dumps(story) == bare


def test_columns_of_records_are_as_many_as_their_fields() -> None:
    with pytest.raises(TypeError, match="missing 1 required"):
        records(Span, [0], [5])


def test_an_empty_place_is_a_place_of_the_article() -> None:
    story = parse_article("Talks may resume.")
    for at in (0, 6, len(story.text)):
        assert check_span(story, story.span(at, at), name="target") is None  # type: ignore[func-returns-value]


def test_prose_comes_in_text_order() -> None:
    article = parse_article("Talks may resume: Marsh\n\nThe door is open, she said.\n\nShe left.")
    assert [(part, span.start) for part, span in article.prose] == [
        ("headline", 0),
        ("body", 25),
        ("body", 54),
    ]


FINDERS = [name for name in dir(newslib) if name.startswith("find_")]


@pytest.mark.parametrize(
    "name", [*FINDERS, "sentences", "tokens", "voices", "score_certainty", "score_sentences"]
)
@pytest.mark.parametrize("wrong", ["Talks may resume.", None, ["Talks"]])
def test_a_finder_says_in_one_sentence_that_it_takes_an_article(name: str, wrong: object) -> None:
    with pytest.raises(TypeError, match="give an Article: parse_article"):
        getattr(newslib, name)(wrong)


def test_a_place_of_another_article_is_refused() -> None:
    article, foreign = parse_article("Talks may resume."), parse_article("War is near.").span(0, 3)
    for refused in (
        lambda: newslib.tone_towards(article, target=foreign),
        lambda: newslib.act_between(article, actor=foreign, target=article.span(0, 5)),
        lambda: newslib.name_of(article, foreign),
    ):
        with pytest.raises(ValueError, match="no place of this article"):
            refused()


@pytest.mark.parametrize("name", [*FINDERS, "sentences", "voices", "score_certainty"])
def test_what_was_found_once_is_not_found_again(name: str) -> None:
    article = parse_article('"Talks may resume," Ann Marsh said. She left.')
    assert getattr(newslib, name)(article) is getattr(newslib, name)(article)


def collects(_: object) -> bool:
    return gc.isenabled()


def fails(_: object) -> None:
    raise ValueError("no")


def test_the_garbage_collector_rests_and_works_again() -> None:
    assert not undisturbed(collects, None)
    assert gc.isenabled()


def test_the_garbage_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"):
        undisturbed(fails, None)
    assert gc.isenabled()


@pytest.fixture
def collector_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("collector_off")
def test_who_had_switched_the_garbage_collector_off_finds_it_off() -> None:
    assert not undisturbed(collects, None)
    assert not gc.isenabled()


def test_what_an_article_remembers_is_found_in_peace() -> None:
    def nested(article: Article) -> bool:
        return article.remember("inner", collects) or gc.isenabled()

    assert not parse_article("Talks may resume.").remember("outer", nested)
    assert gc.isenabled()


@pytest.mark.usefixtures("collector_off")
def test_nothing_that_is_found_waits_for_the_garbage_collector() -> None:
    """While it rests, a cycle would keep all it can reach: an article, for one."""
    text = study_text().text
    for _ in ("what is loaded once may leave cycles behind", "what is found may not"):
        gc.collect()
        for name in (*FINDERS, "voices", "score_certainty", "score_sentences"):
            getattr(newslib, name)(parse_article(text))
    assert gc.collect() == 0
