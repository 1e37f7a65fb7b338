"""What a quotation's record says of it: kind, whether it closed, how sure, and its attribution."""

from __future__ import annotations

from typing import Any

import pytest

from newslib import find_marks, find_quotes, parse_article
from newslib.marks import Quotation
from newslib.quotes.drafts import holds, overlap
from newslib.quotes.records import kind_of


@pytest.mark.parametrize(
    ("text", "piece", "level", "kind"),
    [
        ('"abcdefghij klmnopqrs" t', '"abcdefghij klmnopqrs" t', 0, "direct"),
        ('"abcdefghij klmnopqr" t', '"abcdefghij klmnopqr" t', 0, "mixed"),
        ('"1234567890 123456789" 0', '"1234567890 123456789" 0', 0, "direct"),
        ('a "bc" d', 'a "bc" d', 0, "mixed"),
        ('a "bc" d', "a ", 0, "indirect"),
        ('a "bc" d', " d", 0, "indirect"),
        ('a "bc" d', "bc", 0, "direct"),
        ('a "bc" d', 'bc" d', 0, "mixed"),
        ('a "bc" d', 'a "b', 0, "mixed"),
        ('a "!" d', 'a "!" d', 0, "indirect"),
        ("a “!” d", "a “!” d", 0, "indirect"),
        ('a "b" "cd" ef', 'a "b" "cd" ef', 0, "mixed"),
        ('"abcde" f "ghijklmnopqrstuvwx"', '"abcde" f "ghijklmnopqrstuvwx"', 0, "direct"),
        ("\"ab 'cd' ef\"", "\"ab 'cd' ef\"", 0, "direct"),
        ("\"ab 'cd' ef\"", "\"ab 'cd' ef\"", 1, "direct"),
        ("\"ab 'cd' ef\"", "ab 'cd' ef", 1, "mixed"),
        ("\"ab 'cd' ef\"", "'cd'", 1, "direct"),
        ("\"ab 'cd' ef\"", "ab", 1, "indirect"),
        ("\"ab 'cd' ef\"", "\"ab 'cd'", 1, "mixed"),
        ("\"ab 'cd' ef\" ghij", "\"ab 'cd' ef\" ghij", 0, "mixed"),
        ("\"ab 'cdefgh' i\" klm", "\"ab 'cdefgh' i\" klm", 0, "mixed"),
        ("\"ab 'cd' ef\" gh", "'cd' ef\" gh", 0, "mixed"),
        ("\"ab 'cd' ef\" gh", "ef", 0, "direct"),
        ('"ab" cd "ef"', "cd", 0, "indirect"),
        ('"ab" "cd"', '"cd"', 0, "direct"),
    ],
)
def test_a_piece_is_as_direct_as_its_letters_in_quotation_marks(
    text: str, piece: str, level: int, kind: str
) -> None:
    start = text.index(piece)
    assert kind_of(parse_article(text), start, start + len(piece), level) == kind


def test_outermost_is_what_a_piece_is_unless_it_is_said_otherwise() -> None:
    article = parse_article('"ab" cd')
    assert kind_of(article, 1, 3) == kind_of(article, 1, 3, 0) == "direct"
    assert kind_of(article, 1, 3, 1) == "indirect"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ('Paul Marsh said: "We shall never sign.\n\nHe left.', [False]),
        ('Paul Marsh said: "We shall never sign."\n\nHe left.', [True]),
        ('Ada Hahn said no. Paul Marsh said: "We shall never sign.\n\nHe left.', [True, False]),
        ('Paul Marsh said: "We shall never sign."\n\nAda Hahn said: "Nor we.', [True, False]),
        ('Paul Marsh said: "We sign.\n\n"It is late," Ada Hahn said.', [False, True]),
        ('Paul Marsh said it was "late, he said.', [False]),
    ],
)
def test_a_piece_is_closed_where_all_marks_that_open_in_it_close(
    text: str, closed: list[bool]
) -> None:
    assert [quote.closed for quote in find_quotes(parse_article(text))] == closed


def test_pieces_share_the_number_of_their_attribution_and_those_inside_have_their_own() -> None:
    article = parse_article(
        "The treaty, Paul Marsh said, would be signed in June. "
        "Paul Marsh said Ada Hahn said the road is closed. Roe said the bridge is open."
    )
    found = [(quote.attribution, quote.level, quote.speaker) for quote in find_quotes(article)]
    assert found == [
        (0, 0, "Paul Marsh"),
        (0, 0, "Paul Marsh"),
        (1, 0, "Paul Marsh"),
        (2, 1, "Ada Hahn"),
        (3, 0, "Roe"),
    ]


def test_an_attribution_that_begins_where_another_does_comes_behind_it() -> None:
    article = parse_article("Marsh believes that the road is closed, Ada Hahn said.")
    found = [(quote.attribution, quote.level, quote.cue) for quote in find_quotes(article)]
    assert [(number, level, cue and cue.text) for number, level, cue in found] == [
        (0, 0, "said"),
        (1, 1, "believes"),
    ]


def test_confidence_has_four_places() -> None:
    article = parse_article("Paul Marsh said the road is closed. Ada Hahn warned it would fall.")
    for quote in find_quotes(article):
        assert 0.25 <= quote.confidence == round(quote.confidence, 4) < 1
        assert quote.confidence != round(quote.confidence, 3)


@pytest.mark.parametrize(
    ("one", "other", "overlapping", "held"),
    [
        ((2, 5), (2, 5), True, True),
        ((2, 5), (3, 4), True, True),
        ((2, 5), (2, 4), True, True),
        ((2, 5), (3, 5), True, True),
        ((2, 5), (4, 6), True, False),
        ((2, 5), (1, 3), True, False),
        ((2, 5), (1, 6), True, False),
        ((2, 5), (5, 6), False, False),
        ((2, 5), (1, 2), False, False),
        ((2, 5), (6, 7), False, False),
        ((2, 5), (0, 1), False, False),
    ],
)
def test_places_overlap_and_hold_each_other(
    one: tuple[int, int], other: tuple[int, int], overlapping: bool, held: bool
) -> None:
    assert overlap(one, other) == overlap(other, one) == overlapping
    assert holds(one, other) == held


class Looked(tuple[Quotation, ...]):
    """Marks that let nobody copy them, which for each of many quotations would be quadratic."""

    __slots__ = ()

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401
        assert not isinstance(place, slice)
        return super().__getitem__(place)


def test_the_kind_of_a_piece_does_not_take_all_marks_before_it() -> None:
    article = parse_article('"Yes," she said. "No," he said.')
    marks = find_marks(parse_article(article.text))
    assert article.remember(find_marks, lambda _: Looked(marks)) == marks
    assert kind_of(article, 17, 22, 0) == "direct"
