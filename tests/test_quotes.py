"""Quotations, speakers and voices: the study text, the frozen cases, and any text at all."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases, gold, study_text
from textblob.en import parser

from newslib import parse_article
from newslib.article import Article
from newslib.quotes import Quote, find_quotes, read_together, voices
from newslib.quotes.records import kind_of
from newslib.tagging import tags
from newslib.tokens import sentences

PARTS = (
    *("said", "Marsh", "he", "that", "according to", "We go", "not", "saying", "as", "to"),
    *"\"“”',.:()[—«»‘’",
    *("\n\n", "WALLACE:"),
)
ANY_TEXT = st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=40).map(" ".join)

Row = tuple[Any, ...]


def test_a_tag_hangs_on_nothing_but_the_word_and_whether_it_opens_a_sentence() -> None:
    """Tags are remembered by word, which holds as long as TextBlob looks at nothing else."""
    article = study_text()
    whole = [[t.span.text for t in sentence.tokens] for sentence in sentences(article)]
    assert list(tags(article)) == [tag for words in whole for _, tag in parser.find_tags(words)]


def rows(article: Article, level: int | None = None) -> list[Row]:
    """Every quotation as a row that compares."""
    return [
        (
            quote.span.start,
            quote.span.text,
            quote.kind,
            quote.cue and quote.cue.text,
            quote.speaker_span and quote.speaker_span.text,
            quote.speaker,
            quote.level,
        )
        for quote in find_quotes(article)
        if level in (None, quote.level)
    ]


def study_gold(level: int) -> list[Row]:
    columns = ("text", "kind", "cue", "mention", "speaker")
    return [
        (int(line["start"]), *(line[column] or None for column in columns), level)
        for line in gold("quotes")
        if line["level"] == str(level)
    ]


@pytest.mark.parametrize("level", [0, 1])
def test_the_study_text_is_read_as_annotated(level: int) -> None:
    assert rows(study_text(), level) == study_gold(level)


def test_pieces_of_one_attribution_in_the_study_text_are_told_apart() -> None:
    found = [quote.attribution for quote in find_quotes(study_text())]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("case", cases("quotes_diplomacy"))
def test_diplomacy(case: dict[str, Any]) -> None:
    keys = ("content", "kind", "cue", "speaker", "name", "level")
    expected = sorted(tuple(str(quote[key]) for key in keys) for quote in case["quotes"])
    article = parse_article(case["text"])
    assert sorted(tuple(map(str, row[1:])) for row in rows(article)) == expected
    shared = [quote.get("attribution") for quote in case["quotes"]]
    found = [quote.attribution for quote in find_quotes(article)]
    for first, one in enumerate(shared):
        for second, two in enumerate(shared):
            if one is not None and two is not None:
                assert (one == two) == (found[first] == found[second])


@given(ANY_TEXT)
@settings(deadline=None)
def test_quotations_slice_back_and_voices_tile(text: str) -> None:
    article = parse_article(text)
    for quote in find_quotes(article):
        spans = [span for span in (quote.span, quote.cue, quote.speaker_span) if span]
        assert all(article.text[span.start : span.end] == span.text for span in spans)
        assert quote.span.text.strip()
        assert quote.kind == kind_of(article, quote.span.start, quote.span.end, quote.level)
        assert 0 <= quote.confidence <= 1
    outermost = [quote.span for quote in find_quotes(article) if quote.level == 0]
    assert all(a.end <= b.start for a, b in pairwise(outermost))
    assert "".join(voice.span.text for voice in voices(article)) == article.text
    assert all(voice.span.text for voice in voices(article))


def test_a_floating_quotation_keeps_the_speaker() -> None:
    article = parse_article(
        'Envoy Paul Marsh spoke at noon. "We came to listen," Marsh said.\n\n'
        '"There is nothing to sign and nothing to celebrate tonight."'
    )
    last = find_quotes(article)[-1]
    assert (last.rule, last.cue, last.speaker_span, last.speaker) == (
        "floating",
        None,
        None,
        "Paul Marsh",
    )


def test_an_unclosed_quotation_is_flagged() -> None:
    quotes = find_quotes(parse_article('Paul Marsh said: "We shall never sign.\n\nHe left.'))
    assert [quote.closed for quote in quotes] == [False]


def test_a_transcript_names_its_speakers_inside_the_quotation() -> None:
    article = parse_article('They met on air.\n\n"MARSH: We go now.\n\n"HAHN: We stay here."')
    assert [
        (q.span.text, q.speaker_span and q.speaker_span.text) for q in find_quotes(article)
    ] == [
        ("We go now.", "MARSH"),
        ("We stay here.", "HAHN"),
    ]


def test_a_signature_behind_a_dash_is_the_speaker() -> None:
    article = parse_article(
        'Readers wrote.\n\n"The road should be open to everybody." ― Ada Renner'
    )
    quote = find_quotes(article)[0]
    assert quote.speaker_span is not None
    assert (quote.rule, quote.speaker_span.text) == ("signature", "Ada Renner")


def test_brackets_in_a_quotation_are_the_newsrooms() -> None:
    article = parse_article('"The (August [summit]) went well (so far)," Helen Marsh said.')
    assert [(v.span.text, v.voice) for v in voices(article)] == [
        ('"The ', "Helen Marsh"),
        ("(August [summit])", "narrator"),
        (" went well ", "Helen Marsh"),
        ("(so far)", "narrator"),
        (',"', "Helen Marsh"),
        (" Helen Marsh said.", "narrator"),
    ]


def test_the_inner_voice_has_its_words() -> None:
    article = parse_article(
        "\"The president told me, 'Bring them home,' and I left,\" Paul Marsh said."
    )
    found = [(voice.voice, voice.voice_kind, voice.level) for voice in voices(article)]
    assert found == [
        ("Paul Marsh", "direct", 0),
        ("unnamed", "direct", 1),
        ("Paul Marsh", "direct", 0),
        ("narrator", "narrator", 0),
    ]


def test_corrected_quotations_take_the_place_of_ours() -> None:
    article = parse_article("Talks failed. It is over, he says.")
    span = article.span(14, 24)
    mended = Quote(span, "indirect", None, None, "Ada Renner", 0, 0, True, "by hand", 1.0)
    assert [(v.span.text, v.voice) for v in voices(article, quotes=[mended])] == [
        ("Talks failed. ", "narrator"),
        ("It is over", "Ada Renner"),
        (", he says.", "narrator"),
    ]


def test_quotations_of_another_article_are_refused() -> None:
    quotes = find_quotes(parse_article('"We go," said Helen Marsh.'))
    with pytest.raises(ValueError, match="quotes has a quotation at 0-8"):
        voices(parse_article("Nothing of the kind was said."), quotes=quotes)


def test_no_text_has_no_quotations_and_no_voices() -> None:
    article = parse_article("")
    assert (find_quotes(article), voices(article)) == ((), ())


@pytest.mark.parametrize("unit", ['"a" ', '"', "(", "he said ", '"a," he said. ', "(a) ", "'"])
def test_voices_tile_repetitions(unit: str) -> None:
    text = unit * 5_000
    article = Article("long", text, paragraphs=(Article("x", text).span(0, len(text)),))
    found = voices(article)
    assert "".join(voice.span.text for voice in found) == text


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ('"It is over," said Senator Mark Dahl (R-Torrin).', "Senator Mark Dahl (R-Torrin)"),
        ('"We must act now," Ada Renner (Torrin) said.', "Ada Renner (Torrin)"),
        ('("We must act now," Ada Renner said.)', "Ada Renner"),
    ],
)
def test_a_bracket_that_opens_in_a_mention_closes_in_it(text: str, mention: str) -> None:
    (quote,) = find_quotes(parse_article(text))
    assert quote.speaker_span is not None
    assert quote.speaker_span.text == mention


@settings(max_examples=40)
@given(st.lists(ANY_TEXT, max_size=6))
def test_articles_read_together_give_what_each_gives_alone(texts: list[str]) -> None:
    alone = [parse_article(text) for text in (*texts, study_text().text)]
    together = [parse_article(article.text) for article in alone]
    read_together(together)
    assert all(find_quotes in article._found for article in together)
    assert [*map(find_quotes, together)] == [*map(find_quotes, alone)]


def test_what_was_found_in_an_article_stays_when_it_is_read_with_others() -> None:
    known, other = (parse_article(f'"We must go now," {name} said.') for name in ("Marsh", "Reed"))
    found = find_quotes(known)
    read_together([known, other])
    assert find_quotes(known) is found
    assert find_quotes(other)[0].speaker == "Reed"


def test_no_articles_are_read_together_without_complaint() -> None:
    read_together([])
