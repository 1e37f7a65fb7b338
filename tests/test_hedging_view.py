"""What the rules ask of a sentence, by sentences whose tags are given by hand."""

from __future__ import annotations

import pytest

from newslib import parse_article, sentences
from newslib.hedging.view import View, whole_of


def view(text: str) -> View:
    """A view of "word/TAG word/TAG"; the first words are in capitals in the text itself."""
    pairs = [word.rpartition("/")[::2] for word in text.split()]
    article = parse_article(" ".join(word for word, _ in pairs))
    words = tuple(word.lower() for word, _ in pairs)
    return View(
        whole_of(article), sentences(article)[0].span, 0, words, tuple(tag for _, tag in pairs)
    )


def test_outside_the_sentence_nothing_stands() -> None:
    seen = view("Talks/NNS fail/VB")
    assert [(seen.word(n), seen.tag(n), seen.written(n)) for n in range(-1, 3)] == [
        ("", "", ""),
        ("talks", "NNS", "Talks"),
        ("fail", "VB", "fail"),
        ("", "", ""),
    ]
    assert [seen.before(n) for n in range(3)] == [(), ("talks",), ("talks", "fail")]
    assert seen.before(2, 1) == ("fail",)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("soon/RB", True), ("sooner/RBR", True), ("not/NN", True), ("soon/JJ", False)],
)
def test_an_adverb_or_a_negation(word: str, expected: bool) -> None:
    assert view(word).is_adverb(0) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ten/CD", True),
        ("7th/JJ", True),
        ("$/SYM", True),
        ("£/SYM", True),
        ("€/SYM", True),
        ("ten/NN", False),
        ("x7/NN", False),
    ],
)
def test_a_number(word: str, expected: bool) -> None:
    assert view(word).is_number(0) is expected


def test_places_are_counted_past_adverbs_either_way() -> None:
    seen = view("talks/NNS soon/RB never/RB fail/VB")
    assert [seen.after_adverbs(1), seen.after_adverbs(2), seen.after_adverbs(2, -1)] == [3, 3, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it/PRP is/VBZ", True),
        ("they/PRP are/VBP", True),
        ("it/PRP was/VBD", True),
        ("it/PRP may/MD", True),
        ("talks/NNS fail/VB", True),
        ("Alps/NNPS fail/VB", True),
        ("they/PRP fail/VB", True),
        ("to/TO fail/VB", False),
        ("talks/NNS failing/VBG", False),
    ],
)
def test_a_verb_that_carries_a_clause(text: str, expected: bool) -> None:
    assert view(text).is_finite(1) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("think/VB that/IN", True),
        ("think/VB so/IN", True),
        ("think/VB not/IN", True),
        ("think/VB", True),
        ("think/VB it/PRP is/VBZ", True),
        ("think/VB is/VBZ", False),
        ("is/VBZ the/DT man/NN", False),
        ("think/VB of/IN it/PRP is/VBZ", False),
        ("think/VB to/TO it/PRP is/VBZ", False),
        ("think/VB and/CC it/PRP is/VBZ", False),
        ("think/VB if/IN it/PRP is/VBZ", True),
        ("think/VB a/DT b/NN c/NN d/NN e/NN f/NN g/NN h/NN is/VBZ", True),
        ("think/VB a/DT b/NN c/NN d/NN e/NN f/NN g/NN h/NN i/NN is/VBZ", False),
        *((f"think/VB it/PRP {stop}/WDT is/VBZ", False) for stop in ("who", "which", "that")),
        *((f"think/VB it/PRP {stop}/: is/VBZ", False) for stop in ";:.?!"),
        ("think/VB it/PRP ,/, is/VBZ", True),
    ],
)
def test_a_clause_begins_where_a_verb_comes_before_any_stop(text: str, expected: bool) -> None:
    assert view(text).starts_clause(1) is expected
