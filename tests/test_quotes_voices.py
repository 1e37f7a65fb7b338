"""Whose words each stretch is, where quotations lie in one another or in no order."""

from __future__ import annotations

from newslib import parse_article
from newslib.article import Article
from newslib.quotes import Quote, voices


def quoted(article: Article, text: str, speaker: str, level: int = 0) -> Quote:
    """A quotation as a researcher might give it."""
    start = article.text.index(text)
    span = article.span(start, start + len(text))
    return Quote(span, "direct", None, None, speaker, 0, level, True, "by hand", 1.0)


def spoken(article: Article, *quotes: Quote) -> list[tuple[str, str]]:
    return [(voice.span.text, voice.voice) for voice in voices(article, quotes=quotes)]


def test_the_narrators_words_are_one_stretch_brackets_or_not() -> None:
    article = parse_article('The "peace (so far) holds" is a phrase.')
    assert spoken(article) == [(article.text, "narrator")]


def test_quotations_may_be_given_in_any_order() -> None:
    article = parse_article("We go, said one. We stay, said two.")
    first, second = quoted(article, "We go", "One"), quoted(article, "We stay", "Two")
    assert spoken(article, second, first) == spoken(article, first, second)
    assert spoken(article, second, first)[::2] == [("We go", "One"), ("We stay", "Two")]


def test_of_two_on_one_level_the_one_that_begins_later_has_its_words() -> None:
    article = parse_article("We told them to go home at once")
    outer, inner = quoted(article, article.text, "One"), quoted(article, "to go home", "Two")
    assert spoken(article, outer, inner) == [
        ("We told them ", "One"),
        ("to go home", "Two"),
        (" at once", "One"),
    ]


def test_a_quotation_of_no_words_divides_nothing() -> None:
    article = parse_article("We told them to go home")
    empty = Quote(article.span(7, 7), "direct", None, None, "Two", 0, 1, True, "by hand", 1.0)
    assert spoken(article, quoted(article, article.text, "One"), empty) == [(article.text, "One")]


def test_a_bracket_outside_the_marks_opens_nothing_inside() -> None:
    article = parse_article('(Nobody knew. Marsh said: "The X-ray came :) now." He left.')
    speech = quoted(article, '"The X-ray came :) now."', "Marsh")
    assert spoken(article, speech)[1] == ('"The X-ray came :) now."', "Marsh")


def test_a_bracket_never_closed_is_the_speakers() -> None:
    article = parse_article('Marsh said: "We (all of us go (an X) now." He left.')
    speech = quoted(article, '"We (all of us go (an X) now."', "Marsh")
    assert spoken(article, speech)[1:4] == [
        ('"We (all of us go ', "Marsh"),
        ("(an X)", "narrator"),
        (' now."', "Marsh"),
    ]
