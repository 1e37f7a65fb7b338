"""How entries are matched and which of several wins, with word lists made for it."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.hedging import find_hedges
from newslib.lexicon import Entry, Lexicon


def found(text: str, *rows: str) -> list[tuple[str, str]]:
    """The cues and categories in a text by a list of "entry / category / needs"."""
    cells = [[cell.strip() for cell in f"{row}/".split("/")] for row in rows]
    entries = (
        Entry(e, category, 0.5, more=(("needs", needs),)) for e, category, needs, *_ in cells
    )
    hits = find_hedges(parse_article(text), lexicon=Lexicon("mine", tuple(entries)))
    return [(hit.span.text, hit.category) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was to extent a copy.", None),
        ("He was to an extent a copy.", "to an extent"),
        ("He was to a very large extent a copy.", "to a very large extent"),
        ("He was to a very very large extent a copy.", None),
        ("The extent led him to the sea.", None),
        ("He was to an", None),
    ],
)
def test_a_gap_is_one_to_three_words(text: str, expected: str | None) -> None:
    cues = [cue for cue, _ in found(text, "to … extent / partly /")]
    assert cues == ([expected] if expected else [])


def test_the_word_before_a_gap_does_not_close_it() -> None:
    assert found("It was as big as rare.", "as … as / partly /") == [("as big as", "partly")]


def test_a_cue_may_stand_right_before_a_longer_one() -> None:
    rows = ("may / chance /", "kind of / partly /")
    assert found("It may kind of work.", *rows) == [("may", "chance"), ("kind of", "partly")]


def test_one_place_in_two_categories_is_two_hits() -> None:
    rows = ("may / chance /", "may / leave /")
    assert found("It may work.", *rows) == [("may", "chance"), ("may", "leave")]


def test_a_longer_cue_wins_over_its_parts() -> None:
    rows = ("kind / x /", "kind of / partly /", "of / y /", "sort / z /")
    assert found("A kind of peace, a sort.", *rows) == [("kind of", "partly"), ("sort", "z")]


@pytest.mark.parametrize("denial", ["I", "think"])
def test_a_negation_at_the_edge_of_what_i_think_is_a_part_of_it(denial: str) -> None:
    rows = ("think / epistemic / first_person", f"{denial} / negation /")
    assert found("I do think the offer is good.", *rows) == [("I do think", "epistemic")]


def test_a_list_needs_no_columns_beyond_entry_and_category() -> None:
    lexicon = Lexicon("mine", (Entry("may", "chance", 0.5),))
    [hit] = find_hedges(parse_article("It may work."), lexicon=lexicon)
    assert (hit.span.text, hit.rule, hit.strength) == ("may", "listed", 0.5)


@pytest.mark.parametrize(
    ("text", "scope"), [('a "peace" deal', "peace"), ("a ``peace'' deal", "peace")]
)
def test_what_stands_between_marks_is_what_a_scare_quote_softens(text: str, scope: str) -> None:
    [hit] = [hit for hit in find_hedges(parse_article(f"It was {text}.")) if hit.scope]
    assert (hit.rule, hit.strength, hit.scope and hit.scope.text) == ("scare_quotes", 0.5, scope)


@pytest.mark.parametrize("text", ['The "UN Peace" plan failed.', 'Ada\'s word for "peace" was it.'])
def test_titles_and_words_named_as_words_keep_no_distance(text: str) -> None:
    assert [hit for hit in find_hedges(parse_article(text)) if hit.rule == "scare_quotes"] == []
