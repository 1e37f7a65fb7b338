"""Bytes become text, whatever wrote them, and every guess is said."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslib import Unreadable, problems_table, read_article, read_articles
from newslib.reading.encodings import decode, decode_page, encoding_of

ENGLISH = "“We are open,” the minister’s aide said – at last. It cost £5 in Málaga."
RUSSIAN = "Министр иностранных дел сказал в понедельник, что переговоры могут возобновиться."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_utf8_leaves_nothing_to_guess(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH.encode(codec))
    text = read_article(tmp_path / "a.txt").text
    assert text == (ENGLISH if codec == "utf-8" else "\ufeff" + ENGLISH)
    assert problems_table(read_articles(tmp_path)).empty


@pytest.mark.parametrize(("text", "codec"), [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251")])
def test_a_guess_is_right_and_said(tmp_path: Path, text: str, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    (tmp_path / "b.csv").write_bytes(f'text\n"{text}"\nNo.\n'.encode(codec))
    articles = read_articles(tmp_path)
    assert [a.text for a in articles] == [text, text, "No."]
    table = problems_table(articles)
    assert table[["article", "problem", "lost"]].values.tolist() == [
        ["a", "guessed encoding", False],
        ["b#1", "guessed encoding", False],
    ]
    assert table["reason"].str.contains(f"is not UTF-8; read as {codec}").all()


def test_damage_in_utf8_is_no_other_encoding() -> None:
    data = ENGLISH.encode() * 3 + b"\xe2\x80 end"
    text, problems = decode(data)
    assert (text, problems) == (ENGLISH * 3 + "\ufffd end", ())


def test_a_sample_is_taken_where_it_matters() -> None:
    far = b"x" * 3_000_000 + "the minister’s aide".encode("cp1252")
    assert decode(far)[0].endswith("minister’s aide")
    assert encoding_of(io.BytesIO(far))[0] == "cp1252"
    utf8 = "é".encode() * 700_001  # the pieces it is read in cut characters in two
    assert encoding_of(io.BytesIO(b"x" + utf8)) == ("utf-8", ())
    assert encoding_of(io.BytesIO(utf8[:-1])) == ("utf-8", ())


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("iso-8859-1", "“£5”"),
        ("windows-1251", "Министр"),
        ("nonsense", "the aide’s £5"),
        ("hex", "the aide’s £5"),
    ],
)
def test_a_page_declares_its_encoding(declared: str, text: str) -> None:
    codec = "cp1251" if declared == "windows-1251" else "cp1252"
    data = f'<meta charset="{declared}"><p>A word or two of it: {text}</p>'.encode(codec)
    found, problems = decode_page(data)
    assert text in found
    assert bool(problems) == (declared in {"nonsense", "hex"})


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    with suppress(Unreadable):
        codec, _ = encoding_of(io.BytesIO(data))
        data.decode(codec, "replace")
    for function in (decode, decode_page):
        with suppress(Unreadable):
            function(data)[0].encode("utf-8")
