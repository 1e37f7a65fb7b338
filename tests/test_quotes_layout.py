"""Quotations that no cue beside them claims, by where they stand: layout is all there is."""

from __future__ import annotations

import pytest

from newslib import parse_article
from newslib.quotes import find_quotes
from newslib.quotes.coded import code_columns
from newslib.quotes.columns import columns_of
from newslib.quotes.drafts import Draft, Place
from newslib.quotes.layout import attach_quotations, least_threshold
from newslib.quotes.reading import parses_of
from newslib.quotes.segments import stretches
from newslib.quotes.weights import load_model

ROAD = '"The road should be open to everybody."'
BEFORE = 'Paul Marsh spoke at noon. "We came to listen," Marsh said.'
FIRST = '"We came to listen," | content-source-cue | said | Marsh'
SEVEN = "Ada Maria Eva Ida Lea Mia Renner"


def read(text: str) -> list[str]:
    """Each quotation, its rule, cue and speaker's words in one line."""
    return [
        " | ".join(
            (q.span.text, q.rule, *(part.text if part else "-" for part in (q.cue, q.speaker_span)))
        )
        for q in find_quotes(parse_article(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ROAD} — Renner", [f"{ROAD} | signature | — | Renner"]),
        (f"{ROAD} – Ada Renner.", [f"{ROAD} | signature | – | Ada Renner"]),
        (f"{ROAD} -- Ada Renner", [f"{ROAD} | signature | -- | Ada Renner"]),
        (f"{ROAD} - Ada Renner", [f"{ROAD} | signature | - | Ada Renner"]),
        (f"Readers wrote.\n\n{ROAD} — Ada Renner", [f"{ROAD} | signature | — | Ada Renner"]),
        ('"We go home" — Ada Renner', ['"We go home" | signature | — | Ada Renner']),
        (
            'Readers wrote.\n\n"We go home" — Ada Renner',
            ['"We go home" | signature | — | Ada Renner'],
        ),
        (f"{ROAD} — {SEVEN}", [f"{ROAD} | signature | — | {SEVEN}"]),
        (f"{ROAD} — {SEVEN} Hahn", []),
        (f'"We go home" — {SEVEN}', [f'"We go home" | signature | — | {SEVEN}']),
        (f"{ROAD} — all of them", [f"{ROAD} | content-cue | — | -"]),
        (f"{ROAD}\n\n— Ada Renner", []),
        ("The road was open. — Ada Renner", []),
        ("The road — Ada Renner", []),
        (
            '— Ada Renner. He said "we all go home again"',
            ['"we all go home again" | source-cue-content | said | He'],
        ),
        (f"Paul Marsh said: {ROAD} — Ada Renner", [f"{ROAD} | signature | — | Ada Renner"]),
        (
            f'"The door should be closed again.\n\n{ROAD} — Ada Renner',
            [
                '"The door should be closed again. | continued | — | Ada Renner',
                f"{ROAD} | signature | — | Ada Renner",
            ],
        ),
    ],
)
def test_a_name_behind_a_dash_signs_the_quotation_before(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We came home."', ['"We came home." | floating | - | -']),
        ('"We came home?"', ['"We came home?" | floating | - | -']),
        ('"We came home"', []),
        ('"Home."', []),
        ('"Stay home."', ['"Stay home." | floating | - | -']),
        ('The "we came home." road was dark.', []),
        ('The "we came home" road was dark.', []),
        (
            'The "we all came home" road was dark.',
            ['"we all came home" | floating | - | -'],
        ),
        ('"We came home to rest"', ['"We came home to rest" | floating | - | -']),
        (
            'This is what followed:\n\n"We came home to rest."',
            ['"We came home to rest." | colon | said | Marsh'],
        ),
    ],
)
def test_a_quotation_alone_goes_with_the_last_speaker(text: str, expected: list[str]) -> None:
    assert read(f"{BEFORE}\n\n{text}") == [FIRST, *expected]


@pytest.mark.parametrize("before", ["", "The road was dark. ", "The road was dark.\n\n"])
def test_a_quotation_alone_without_a_speaker_before_is_nobodys(before: str) -> None:
    assert read(f'{before}"We came home to rest again."') == []


@pytest.mark.parametrize(
    ("between", "rule"),
    [
        ("", "following"),
        ("The road was dark.", "following"),
        ("The road was dark. The door was open.", "following"),
        ("The road was dark. The door was open. It was late.", "floating"),
        ("\n\n", "floating"),
        ("\n\nThe road was dark.", "floating"),
    ],
)
def test_a_quotation_follows_up_to_three_sentences_of_a_paragraph(between: str, rule: str) -> None:
    text = f'Paul Marsh said it rained. {between} "We came home to rest again."'
    assert [line.split(" | ")[1] for line in read(text)] == ["source-cue-content", rule]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('Ada Hahn said "we are tired of it" and Paul Marsh said it was late.', "Ada Hahn"),
        ('Ada Hahn said it was late, but Paul Marsh said "we are tired of it".', "Paul Marsh"),
        ('Ada Hahn said "we all go", but Paul Marsh said "we are tired".', "Paul Marsh"),
        ("Ada Hahn said it was late, but Paul Marsh said it was early.", "Paul Marsh"),
    ],
)
def test_of_two_speakers_the_one_quoted_then_the_later_goes_on(sentence: str, speaker: str) -> None:
    last = read(f'{sentence} "We came home to rest again."')[-1]
    assert last == f'"We came home to rest again." | following | said | {speaker}'


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" ", ['"We came home to rest again." | preceding | said | Ada Hahn']),
        ("\n\n", []),
        (" The road was dark. ", []),
    ],
)
def test_a_quotation_goes_with_the_sentence_behind(between: str, expected: list[str]) -> None:
    text = f'"We came home to rest again."{between}"We were so tired," Ada Hahn said.'
    speech = '"We were so tired," | content-source-cue | said | Ada Hahn'
    assert read(text) == [*expected, speech]


def test_a_quotation_goes_with_the_sentence_behind_in_a_later_paragraph_too() -> None:
    text = 'It was dark.\n\n"We came home to rest again." "We were so tired," Ada Hahn said.'
    assert read(text)[0] == '"We came home to rest again." | preceding | said | Ada Hahn'


def test_a_quotation_before_another_that_is_nobodys_is_nobodys() -> None:
    assert read('"We came home to rest again." "No."') == []


def test_who_had_a_following_quotation_has_the_next_paragraphs() -> None:
    text = 'Paul Marsh said it rained. "We came home to rest."\n\n"We went away again."'
    assert [line.split(" | ")[1] for line in read(text)][1:] == ["following", "floating"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker() -> None:
    assert read('Paul Marsh said: "We came home.\n\n"We went."\n\nAda Hahn said she left.') == [
        '"We came home. | source-cue-content | said: | Paul Marsh',
        '"We went." | continued | said: | Paul Marsh',
        "she left | source-cue-content | said | Ada Hahn",
    ]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ('"HAHN: We go now."', "We go now. | transcript | : | HAHN"),
        ("``HAHN: We go now.''", "We go now. | transcript | : | HAHN"),
        ("“HAHN:  We go now.”", "We go now. | transcript | : | HAHN"),
        ('"ADA O\'HAHN-ROE: We go."', "We go. | transcript | : | ADA O'HAHN-ROE"),
        ('"HAHN: We go now.\n\nHe left.', "We go now. | transcript | : | HAHN"),
    ],
)
def test_a_turn_of_a_transcript_names_its_speaker(turn: str, expected: str) -> None:
    assert read(f"They met on air.\n\n{turn}") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"HAHN: We go now."\n\nIt was late.\n\n"We came home to rest again."',
            '"We came home to rest again." | floating | - | -',
        ),
        (
            '"HAHN: We go now." "We came home to rest again."',
            '"We came home to rest again." | following | : | HAHN',
        ),
        ('"HAHN: We go now.\n\n"We stay."', '"We stay." | continued | : | HAHN'),
    ],
)
def test_who_spoke_last_in_a_transcript_goes_on(text: str, expected: str) -> None:
    turn = "We go now. | transcript | : | HAHN"
    assert read(f"They met on air.\n\n{text}") == [turn, expected]


def attached(text: str, *rows: str) -> list[list[tuple[str, str]]]:
    """The pieces of attributions, which are given as "cue | content | source", and of new ones."""
    article = parse_article(text)
    drafts = []
    for row in rows:
        cue, content, source = (_place(text, cell.strip()) for cell in row.split("|"))
        drafts.append(Draft(cue, source, [(content, "read")] if content else []))
    parts = stretches(article)
    columns = code_columns([columns_of(article)], load_model())
    [parses] = parses_of([parts], columns, map(least_threshold, parts))
    attach_quotations(parts, drafts, parses)
    return [[(text[a:b], rule) for (a, b), rule in draft.pieces] for draft in drafts]


def _place(text: str, words: str) -> Place | None:
    return (text.index(words), text.index(words) + len(words)) if words else None


def test_of_two_attributions_the_one_with_a_source_goes_on() -> None:
    text = 'Marsh said it rained and it was told it was late. "We came home to rest again."'
    assert attached(text, "said | it rained | Marsh", "told | it was late |") == [
        [("it rained", "read"), ('"We came home to rest again."', "following")],
        [("it was late", "read")],
    ]


def test_a_second_quotation_of_a_sentence_goes_with_the_first() -> None:
    text = 'Marsh wrote "we all go home" over "the road is open to all" in red.'
    assert attached(text, 'wrote | "we all go home" | Marsh') == [
        [('"we all go home"', "read"), ('"the road is open to all"', "following")]
    ]


def test_a_phrase_that_nobody_claims_is_continued_by_nobody() -> None:
    text = 'Marsh wrote "we all go home" over "no end.\n\n"We came home to rest again."'
    [pieces] = attached(text, 'wrote | "we all go home" | Marsh')
    assert pieces[1:] == [('"We came home to rest again."', "floating")]


def test_a_phrase_is_no_reason_to_read_again() -> None:
    assert attached('"No peace," Marsh said.') == []


def test_what_is_read_again_goes_on() -> None:
    text = '"We all go home now," Marsh said. "We came home to rest again."'
    assert attached(text) == [
        [
            ('"We all go home now,"', "model"),
            ('"We came home to rest again."', "following"),
        ]
    ]
