"""The units of a sentence: how words look, what a quotation counts as, where a sentence is cut."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.quotes.coded import candidates, code_columns, code_segments
from newslib.quotes.columns import columns_of
from newslib.quotes.segments import inner_stretches, stretches
from newslib.quotes.weights import load_model


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("The UN sent 40 men.", "the:X un:XX sent:x 40:9 men:x .:."),
        ("A man met A. Marsh, NATO and UNESCO.", "a:X man:x met:x a.:XX marsh:X ,:. nato:XX and:x"),
        ("Marsh’s claim isn’t Hahn's.", "marsh:X 's:x claim:x is:x n't:x hahn:X 's:x .:."),
        ('He said "we go, " now.', "he:X said:x Q2,:x now:x .:."),
        ("He said “Plan X” now.", "he:X said:x Q2-:X now:x .:."),
        ('He said "the plan, X" now.', "he:X said:x Q3-:x now:x .:."),
        ('He said "40 of us?" now.', "he:X said:x Q3?:9 now:x .:."),
        ('He said "UN men!" now.', "he:X said:x Q2!:XX now:x .:."),
        ("He said 'we go.' now.", "he:X said:x Q2.:x now:x .:."),
        ("He said “!” now.", "he:X said:x Q1!:. now:x .:."),
        ("He said ``we go.'' now.", "he:X said:x Q2.:x now:x .:."),
        ("He said «we go.» now.", "he:X said:x Q2.:x now:x .:."),
        ("\"He said 'go.'\" now", "Q3.:X now:x"),
        ("He said «we go. » now.", "he:X said:x Q2.:x now:x .:."),
        ('He said "we do go." now.', "he:X said:x Q3.:x now:x .:."),
        ('He said "a b c d" now.', "he:X said:x Q4-:x now:x .:."),
        ('He said "a b c d e" now.', "he:X said:x Q4-:x now:x .:."),
        ('He said "a b c d e f" now.', "he:X said:x Q8-:x now:x .:."),
        ('He said "a b c d e f g h i j k" now.', "he:X said:x Q8-:x now:x .:."),
        ('He said "a b c d e f g h i j k l" now.', "he:X said:x Q12-:x now:x .:."),
        ('He said "a b c d e f g h i j k l m" now.', "he:X said:x Q12-:x now:x .:."),
    ],
)
def test_a_unit_is_a_word_or_a_quotation_with_its_looks(text: str, looks: str) -> None:
    [segment] = [one.segment() for one in stretches(parse_article(text))]
    found = list(map("{}:{}".format, segment.words, segment.shapes))
    assert found[: len(looks.split())] == looks.split()


def test_a_segment_knows_its_paragraph_and_the_places_of_its_units() -> None:
    article = parse_article('He left. "We go. We stay." It rained.\n\nHe said so. "No," she said.')
    parts = stretches(article)
    places = [part.segment().place(0, 1) for part in parts]
    words = [article.text[start:end] for start, end in places]
    assert words == ["He", '"We go. We stay."', "It", "He", '"No,"']
    assert [part.paragraph for part in parts] == [0, 0, 0, 1, 1]
    assert [part.start for part in parts] == [start for start, _ in places]
    assert article.text[slice(*parts[-1].segment().place(1, 4))] == "she said."


def test_a_segment_has_no_place_behind_its_last_unit() -> None:
    [part] = stretches(parse_article("It rained."))
    with pytest.raises(IndexError):
        part.segment().place(0, 4)


@pytest.mark.parametrize(
    ("text", "colon", "reports"),
    [("Marsh said:", True, True), ('Marsh: "we said"', False, False), ("It is so", False, False)],
)
def test_a_segment_knows_what_may_be_said_in_it(text: str, colon: bool, reports: bool) -> None:
    [part] = stretches(parse_article(text))
    assert (part.ends_with_colon, part.reports) == (colon, reports)


def test_the_last_words_of_a_segment_are_those_of_its_units() -> None:
    [part] = stretches(parse_article('He said "we go" — now'))
    assert part.last_words(3) == ["Q2-", "—", "now"]
    assert part.last_words(9) == ["he", "said", "Q2-", "—", "now"]


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        (1, [1]),
        (199, [199]),
        (200, [200]),
        (201, [200, 1]),
        (399, [200, 199]),
        (400, [200, 200]),
        (401, [200, 200, 1]),
        (402, [200, 200, 2]),
    ],
)
def test_a_sentence_without_end_is_cut(words: int, sizes: list[int]) -> None:
    article = parse_article(" ".join(["rain"] * words) + "\n\nIt fell.")
    *cut, last = [one.segment() for one in stretches(article)]
    assert [len(segment) for segment in cut] == sizes
    assert last.words == ["it", "fell", "."]
    starts = [segment.place(at, at + 1)[0] for segment in cut for at in range(len(segment))]
    assert starts == list(range(0, 5 * words, 5))


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("'Go home,' he says", "Q2, he says"),
        ("'Go home,' he says, 'or stay there,'", "Q2, he says , Q3,"),
        ("'Go home,' he says, 'or stay", "Q2, he says , ' or stay"),
        ("home,' he says, 'or stay there,'", "home , ' he says , Q3,"),
        ("he says", "he says"),
    ],
)
def test_inside_a_piece_only_quotations_that_lie_in_it_are_units(piece: str, words: str) -> None:
    article = parse_article("\"'Go home,' he says, 'or stay there,'\" Marsh said.")
    start = article.text.index(piece)
    [part] = inner_stretches(article, start, start + len(piece))
    assert part.segment().words == words.split()


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Marsh's claim", "POS"), ("Marsh’s claim", "POS"), ("IT'S LATE", "VBZ"), ("It runs", "")],
)
def test_the_apostrophe_may_be_curly(text: str, tag: str) -> None:
    [segment] = [one.segment() for one in stretches(parse_article(text))]
    found = [known for word, known in zip(segment.words, segment.tags, strict=True) if word == "'s"]
    assert found == ([tag] if tag else [])


def test_a_quotation_is_one_of_the_units_at_which_a_sentence_is_cut() -> None:
    article = parse_article(" ".join(["rain"] * 199) + ' "fell again" and again')
    assert [len(part) for part in stretches(article)] == [200, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marsh has walked out: he was not there, according to Roe.", "walked : according"),
        ("We must go and be done, they have left, per Roe.", "go done left per"),
        ("The claim — it was made by Marsh — is that he did run.", "claim — made — run"),
        ("It would not have been so. It is late.", ""),
    ],
)
def test_a_cue_is_a_verb_but_no_auxiliary_a_reporting_word_or_a_mark(text: str, words: str) -> None:
    article = parse_article(text)
    columns = code_columns([columns_of(article)], load_model())
    coded = code_segments(stretches(article)[:1], columns.begins, columns)
    assert coded.written(candidates(coded)) == words.split()
