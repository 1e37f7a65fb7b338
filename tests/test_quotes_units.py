"""The units of a sentence: how words look, what a quotation counts as, where a sentence is cut."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.quotes.coded import candidates, code_segments
from newslib.quotes.units import inner_segments, segments
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
    [segment] = segments(parse_article(text))
    found = [f"{unit.word}:{unit.shape}" for unit in segment]
    assert found[: len(looks.split())] == looks.split()


def test_a_unit_knows_its_place_its_sentence_and_its_paragraph() -> None:
    article = parse_article('He left. "We go. We stay." It rained.\n\nHe said so. "No," she said.')
    found = [
        (article.text[unit.start : unit.end], unit.sentence, unit.paragraph)
        for segment in segments(article)
        for unit in segment[:1]
    ]
    assert found == [
        ("He", 0, 0),
        ('"We go. We stay."', 1, 0),
        ("It", 3, 0),
        ("He", 4, 1),
        ('"No,"', 5, 1),
    ]


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
    *cut, last = segments(article)
    assert [len(segment) for segment in cut] == sizes
    assert [unit.word for unit in last] == ["it", "fell", "."]
    assert [unit.start for segment in cut for unit in segment] == list(range(0, 5 * words, 5))


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
    [segment] = inner_segments(article, start, start + len(piece))
    assert [unit.word for unit in segment] == words.split()


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Marsh's claim", "POS"), ("Marsh’s claim", "POS"), ("IT'S LATE", "VBZ"), ("It runs", "")],
)
def test_the_apostrophe_may_be_curly(text: str, tag: str) -> None:
    [segment] = segments(parse_article(text))
    assert [unit.tag for unit in segment if unit.word == "'s"] == ([tag] if tag else [])


def test_a_quotation_is_one_of_the_units_at_which_a_sentence_is_cut() -> None:
    article = parse_article(" ".join(["rain"] * 199) + ' "fell again" and again')
    assert [len(segment) for segment in segments(article)] == [200, 2]


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
    coded = code_segments(segments(parse_article(text))[:1], load_model())
    assert [coded.written[place] for place in candidates(coded)] == words.split()
