"""Attributions inside attributions: what the inner one takes of the words around it."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"The minister says we may," Paul Marsh said.', ["we may | The minister"]),
        ("Paul Marsh said Xi said the army would go home.", ["the army would go home | Xi"]),
        ('Paul Marsh claimed that Ada Hahn said it was "dead".', ['it was "dead" | Ada Hahn']),
        (
            'Paul Marsh said: "Ada Hahn said they would go to X\n\nHe left.',
            ["they would go to X | Ada Hahn"],
        ),
        ("“Ada Hahn said we would stay,” Paul Marsh said.", ["we would stay | Ada Hahn"]),
    ],
)
def test_what_an_attribution_inside_another_holds(text: str, inner: list[str]) -> None:
    found = [quote for quote in find_quotes(parse_article(text)) if quote.level]
    assert [f"{q.span.text} | {q.speaker_span and q.speaker_span.text}" for q in found] == inner
