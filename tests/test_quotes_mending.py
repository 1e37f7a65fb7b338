"""What is mended between readings of one sentence: readings made by hand, words in lower case."""

from __future__ import annotations

import pytest
from readings import mended

SAID = "said | it … held | marsh"
SHORT = "said | it rained | marsh"


@pytest.mark.parametrize(
    ("text", "second", "first_after", "second_after"),
    [
        (
            "Marsh said it rained, stressing that peace held.",
            "stressing | that … held | peace",
            SHORT,
            "stressing | that peace held | marsh",
        ),
        (
            "Marsh said it rained and stressing that peace held.",
            "stressing | that … held | peace",
            SHORT,
            "stressing | that peace held | marsh",
        ),
        (
            "Marsh said it rained, but Hahn told them peace held.",
            "told | peace … held | hahn",
            SHORT,
            "told | peace held | hahn",
        ),
        (
            "Marsh said it rained, while Hahn told them peace held.",
            "told | peace … held | hahn",
            SHORT,
            "told | peace held | hahn",
        ),
        (
            "Marsh said it rained, whereas told them peace held.",
            "told | peace … held |",
            SHORT,
            "told | peace held | ",
        ),
        (
            "Marsh said it rained but Hahn told them peace held.",
            "told | peace … held | hahn",
            "said | it rained but hahn told them peace held | marsh",
            "told | peace held | hahn",
        ),
        (
            "Marsh said it rained, Hahn told them peace held.",
            "told | peace … held | hahn",
            "said | it rained , hahn told them peace held | marsh",
            "told | peace held | hahn",
        ),
        (
            "Marsh said it rained, but Ada Hahn told them peace held.",
            "told | peace … held | ada … hahn",
            SHORT,
            "told | peace held | ada hahn",
        ),
        (
            "Marsh said it rained, so Hahn told them peace held.",
            "told | peace … held | hahn",
            "said | it rained , so hahn told them peace held | marsh",
            "told | peace held | hahn",
        ),
        (
            "Marsh said it rained, stressing that peace held.",
            "stressing | |",
            "said | it rained , stressing that peace held | marsh",
            "stressing |  | ",
        ),
        (
            "Marsh said it rained, stressing that peace held.",
            "?stressing | that … held |",
            "said | it rained , stressing that peace held | marsh",
            "stressing | that peace held | ",
        ),
    ],
)
def test_a_second_cue_behind_a_comma_ends_the_first_ones_content(
    text: str, second: str, first_after: str, second_after: str
) -> None:
    assert mended(text, SAID, second) == [first_after, second_after]


def test_of_a_divided_content_the_piece_with_the_second_cue_ends_before_it() -> None:
    text = "Rain, Marsh said, fell, but Hahn told them peace held."
    assert mended(text, "said | rain + fell … held | marsh", "told | peace … held | hahn") == [
        "said | rain + fell | marsh",
        "told | peace held | hahn",
    ]


def test_a_content_that_ends_in_the_second_cue_ends_before_it() -> None:
    text = "Marsh said it rained, stressing that peace held."
    assert mended(text, "said | it … stressing | marsh", "stressing | that … held |") == [
        SHORT,
        "stressing | that peace held | marsh",
    ]


@pytest.mark.parametrize("first", [",", "stressing"])
def test_a_content_that_begins_with_the_second_clause_stays_whole(first: str) -> None:
    text = "Marsh said, stressing that peace held."
    found = mended(text, f"said | {first} … held | marsh", "stressing | that … held | peace")
    assert found[0].startswith(f"said | {first} ")
    assert found[0].endswith("that peace held | marsh")
    assert (found[1] == "stressing | that peace held | peace") == (first == "stressing")


def test_a_content_that_is_nothing_but_the_second_clause_stays_whole() -> None:
    text = "Marsh said, but Hahn told them peace held."
    assert mended(text, "said | but … held | marsh", "told | peace … held | hahn") == [
        "said | but hahn told them peace held | marsh",
        "told | peace held | hahn",
    ]
    assert mended("But Hahn told them peace held.", "told | peace … held | hahn") == [
        "told | peace held | hahn"
    ]


@pytest.mark.parametrize(
    ("between", "source"),
    [
        ("and", "marsh"),
        (", and", "marsh"),
        ("but", "marsh"),
        ("or", "marsh"),
        ("and also", "marsh"),
        ("and has also", "marsh"),
        ("and have also", "marsh"),
        ("and had also", "marsh"),
        (",", ""),
        ("when he", ""),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(between: str, source: str) -> None:
    text = f"Marsh said it rained {between} warned that peace held."
    found = mended(text, "said | it … rained | marsh", "warned | that … held |")
    assert found == [SHORT, f"warned | that peace held | {source}"]


def test_a_second_verb_has_the_nearest_subject_before() -> None:
    text = "Hahn knew and Marsh said it rained and warned that peace held, Roe told them."
    rows = ("knew | rained | hahn", "said | it … rained | marsh", "warned | that … held |")
    assert mended(text, *rows, "told | them | roe")[2] == "warned | that peace held | marsh"
    assert mended(text, rows[2], "told | them | roe")[0] == "warned | that peace held | "


def test_a_participle_has_the_nearest_subject_on_either_side() -> None:
    text = "Warning/VBG that peace held, Marsh said it rained, Hahn told them."
    rows = ("warning | that … held |", "said | it … rained | marsh", "told | them | hahn")
    assert mended(text, *rows)[0] == "warning | that peace held | marsh"
    assert mended(text, rows[2], rows[0])[1] == "warning | that peace held | hahn"


def test_a_participle_inside_a_content_has_no_subject_from_without() -> None:
    text = "Marsh said Hahn came warning/VBG that peace held."
    rows = ("said | hahn … held | marsh", "warning | that … held |")
    assert mended(text, *rows)[1] == "warning | that peace held | "


@pytest.mark.parametrize("content", ["warning … held", "hahn … warning"])
def test_a_participle_at_the_edge_of_a_content_is_inside(content: str) -> None:
    text = "Marsh said Hahn came warning/VBG that peace held."
    rows = (f"said | {content} | marsh", "warning | that … held |")
    assert mended(text, *rows)[1] == "warning | that peace held | "


@pytest.mark.parametrize(
    ("text", "row", "kept"),
    [
        ("Marsh hoped for peace held.", "?hoped | for … peace | marsh", False),
        ("Marsh hoped that peace held.", "?hoped | that … held | marsh", True),
        ("Marsh hoped peace would.", "?hoped | peace … would | marsh", True),
        ('Marsh hoped "peace held for us".', "?hoped | Q4- | marsh", True),
        ("Marsh hoped for peace.", "?hoped | for … peace | marsh", False),
        ("Marsh hoped for peace and left.", "?hoped | for … left | marsh", False),
        ("Marsh hoped for peace, they held.", "?hoped | for … held | marsh", False),
        ("Marsh walked as peace held.", "?walked | as … held | marsh", False),
    ],
)
def test_a_thought_needs_a_reporting_word_and_a_clause(text: str, row: str, kept: bool) -> None:
    assert len(mended(text, row)) == kept


@pytest.mark.parametrize(
    ("text", "content", "kept"),
    [
        ("Marsh spoke of peace.", "of … peace", False),
        ("Marsh spoke of peace.", "peace", False),
        ("Marsh spoke about the peace.", "the … peace", False),
        ("Marsh spoke with friends.", "with … friends", False),
        ("Marsh spoke for peace.", "for … peace", False),
        ("Marsh spoke of the peace.", "peace", True),
        ("Marsh spoke at noon.", "at … noon", True),
        ("Marsh spoke softly of peace.", "of … peace", True),
        ("Marsh spoke about how peace held.", "about … held", True),
    ],
)
def test_what_was_only_spoken_of_is_no_content(text: str, content: str, kept: bool) -> None:
    [row] = mended(text, f"spoke | {content} | marsh")
    assert bool(row.split(" | ")[1]) == kept


@pytest.mark.parametrize(
    ("text", "row", "kept"),
    [
        ("Marsh would not say/VB that peace held.", "say | that … held | marsh", False),
        ("Marsh would never say/VB that peace held.", "say | that … held | marsh", False),
        ("Marsh wouldn't say/VB that peace held.", "say | that … held | marsh", False),
        ("Marsh has not said/VBN that peace held.", "said | that … held | marsh", False),
        ("Marsh would not now ever say/VB that peace held.", "say | that … held | marsh", False),
        ("Marsh would not now ever once say/VB that it held.", "say | that … held | marsh", True),
        ("Not say/VB that peace held.", "say | that … held |", False),
        ("Marsh not said/VBD that peace held.", "said | that … held | marsh", True),
        ("Marsh would say/VB that peace held.", "say | that … held | marsh", True),
        ("Marsh would say/VB not that peace held.", "say | that … held | marsh", True),
        ('Marsh would not say/VB "peace held for us".', "say | Q4- | marsh", True),
        ('Marsh would not say/VB that "peace held for us".', "say | that | marsh", False),
    ],
)
def test_what_was_not_said_is_no_attribution(text: str, row: str, kept: bool) -> None:
    assert len(mended(text, row)) == kept
