"""Files of every kind: what they give, under which id, and what is said of those that fail."""

from __future__ import annotations

import csv
import gzip
import json
import pickle
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT
from test_reading import assert_nothing_is_lost

from newslib import (
    Article,
    Unreadable,
    parse_article,
    problems_table,
    read_article,
    read_articles,
)
from newslib.reading.columns import FIELDS
from newslib.reading.compose import Parts, compose, join_names

STORY = "Talks may resume.\n\nThe door is open, she said."
NAME_IT = 'name it: columns={"text": …}'
ROW = {
    "id": "n1",
    "Title": "Talks may resume",
    "Description": "The door is open.",
    "authors": "Jane Doe",
    "Published": "2031-03-04T23:30:00-05:00",
    "publisher": "The Herald",
    "url": "https://herald.example/1",
    "lang": "en",
    "body": "KLOW, March 4 (Agency) — Talks may resume.\n\nShe left.",
}


def words(article: Article) -> list[str]:
    return [span.text for span in article.paragraphs]


def write_csv(file: Path, rows: list[dict[str, Any]], **dialect: str) -> Path:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), **dialect)  # type: ignore[arg-type]
        writer.writeheader()
        writer.writerows(rows)
    return file


def write_jsonl(file: Path, rows: list[dict[str, Any]]) -> Path:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def write_parquet(file: Path, rows: list[dict[str, Any]]) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows), file)
    return file


WRITERS: dict[str, Callable[[Path, list[dict[str, Any]]], Path]] = {
    "a.csv": write_csv,
    "a.jsonl": write_jsonl,
    "a.ndjson": write_jsonl,
    "a.parquet": write_parquet,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_becomes_the_study_texts_layout(tmp_path: Path, name: str) -> None:
    article = read_article(WRITERS[name](tmp_path / name, [ROW]))
    assert article.text == ("Talks may resume\nThe door is open.\nBy Jane Doe\n\n" + ROW["body"])
    assert_nothing_is_lost(article)
    assert article.id == "n1"
    found = (article.headline, article.standfirst, article.byline, article.dateline)
    assert [span and span.text for span in found] == [
        "Talks may resume",
        "The door is open.",
        "By Jane Doe",
        "KLOW, March 4 (Agency) —",
    ]
    assert words(article) == ["Talks may resume.", "She left."]
    assert (str(article.date), article.date_span) == ("2031-03-04", None)
    assert (article.outlet, article.language) == ("The Herald", "en")
    assert article.url == "https://herald.example/1"


@pytest.mark.parametrize("name", WRITERS)
def test_a_row_of_text_alone_is_read_as_text_is(tmp_path: Path, name: str) -> None:
    articles = read_articles(WRITERS[name](tmp_path / name, [{"text": STORY}, {"text": "No."}]))
    assert list(articles) == [parse_article(STORY, id="a#1"), parse_article("No.", id="a#2")]
    assert [a.id for a in articles] == ["a#1", "a#2"]
    with pytest.raises(TypeError, match=r"read all rows of a\.\w+; count them with sum"):
        len(articles)
    assert articles


def test_columns_may_be_named(tmp_path: Path) -> None:
    rows = [{"id": 7, "story": STORY, "title": "T", "text": "teaser"}]
    file = write_csv(tmp_path / "a.csv", rows)
    named = read_article(file, columns={"text": "story", "id": "title", "headline": None})
    assert (named.id, named.text, named.headline) == ("T", STORY, parse_article(STORY).headline)
    with pytest.raises(ValueError, match=r"a\.csv has no column 'stoyr' for the text among 'id'"):
        read_articles(file, columns={"text": "stoyr"})
    with pytest.raises(ValueError, match=r"has no column text, body, content or article among 'x'"):
        read_articles(write_csv(tmp_path / "b.csv", [{"x": 1}]))
    with pytest.raises(TypeError, match="columns is a str; give a dict"):
        read_articles(file, columns="story")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="columns names 'body', which is no part"):
        read_articles(file, columns={"body": "story"})
    with pytest.raises(TypeError, match="is a int; give the column's name, or None"):
        read_articles(file, columns={"text": 3})  # type: ignore[dict-item]


def test_the_readme_lists_the_guessed_columns() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for field, names in FIELDS.items():
        listed = ", ".join(f"`{name}`" for name in names.split())
        assert f"| {field} | {listed} |" in readme


def test_a_csv_file_as_spreadsheets_write_it(tmp_path: Path) -> None:
    long = "word " * 60_000
    rows = [{"text": 'He said "no".\r\n\r\nShe; left.'}, {"text": long}]
    limit = csv.field_size_limit()
    for delimiter in ",;\t":
        file = write_csv(tmp_path / "a.csv", rows, delimiter=delimiter)
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
        assert [a.text for a in read_articles(file)] == [row["text"] for row in rows]
    assert csv.field_size_limit() == limit


def test_a_bad_row_costs_that_row_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "One."}\n{"text": \n\n[1]\n{"headline": "Two"}\n{"text": {"a": 1}}\n'
        '{"text": "Three.", "n": ' + "9" * 5000 + '}\n{"text": "\\ud83d half"}\n',
        "utf-8",
    )
    (tmp_path / "b.csv").write_text("id,text\n1,One.\n2\n3,a,b\n4,Four.,,\n", "utf-8")
    articles = read_articles(tmp_path)
    assert [(a.id, a.text) for a in articles] == [
        ("a#1", "One."),
        ("a#8", "\ufffd half"),
        ("1", "One."),
        ("4", "Four."),
    ]
    table = problems_table(articles)
    lost = table[table["lost"]]
    assert lost[["article", "file"]].values.tolist() == [
        *([f"a#{n}", "a.jsonl"] for n in (2, 4, 5, 6, 7)),
        *([f"b#{n}", "b.csv"] for n in (2, 3)),
    ]
    assert list(lost["reason"]) == [
        "line 2 is no JSON: Expecting value",
        "line 4 is a JSON list, not an object",
        f"has no column text, body, content or article among 'headline'; {NAME_IT}",
        "its text is a dict, no text",
        lost["reason"].iloc[4],
        "row 2 has 1 fields where the header has 2",
        "row 3 has 3 fields where the header has 2",
    ]
    assert lost["reason"].iloc[4].startswith("line 7 is no JSON: Exceeds the limit")
    assert list(table[~table["lost"]]["problem"]) == ["replaced characters"]


def test_a_repeated_id_of_a_row_goes_under_its_number_and_is_said(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", [{"id": "x", "text": "One."}, {"id": "x", "text": "Two."}])
    write_jsonl(tmp_path / "b.jsonl", [{"id": "x", "text": "Three."}, {"id": "t", "text": "4."}])
    write_csv(tmp_path / "c.csv", [{"id": "", "text": "Five."}])
    (tmp_path / "t.txt").write_text("Six.", "utf-8")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["x", "a#2", "b#1", "b#2", "c#1", "t"]
    table = problems_table(articles)
    assert set(table["problem"]) == {"repeated id"}
    assert list(table["reason"]) == [
        "a.csv row 1 and a.csv row 2 are both 'x'; the second goes as 'a#2'",
        "a.csv row 1 and b.jsonl row 1 are both 'x'; the second goes as 'b#1'",
        "t.txt and b.jsonl row 2 are both 't'; the second goes as 'b#2'",
    ]
    assert not table["lost"].any()


def test_two_files_of_one_id_are_refused_by_name(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html"):
        (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(ValueError, match=r"a\.html and a\.txt would both be 'a'; rename one"):
        read_articles(tmp_path)


def test_packed_files_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(b"text\nOne.\n"))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "Two."}'))
    cut = gzip.compress(b"text\n" + b"".join(b"%d said so.\n" % n for n in range(90_000)))
    (tmp_path / "d.csv.gz").write_bytes(cut[: len(cut) // 2])
    (tmp_path / "e.txt.gz").write_bytes(b"no gzip")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["a", "b#1", "c#1"]
    assert list(problems_table(articles)["article"]) == ["d", "e"]


BROKEN: dict[str, tuple[bytes, str]] = {
    "a.txt": (b"%PDF-1.7 \xe2", "is a PDF, no text; save its text as UTF-8"),
    "b.txt": (b"PK\x03\x04", "is a zip archive (as .docx and .xlsx are), no text"),
    "c.txt": (b"text\0", "holds NUL bytes: it is binary, or UTF-16 without its mark"),
    "d.html": (b"", "holds no article text: the page is empty"),
    "e.html": (b"\x89PNG\r\n", "is a picture, no text"),
    "f.csv": (b"", "holds no rows"),
    "g.csv": (b"text\n", "holds no rows"),
    "h.jsonl": (b"\n\n", "holds no rows"),
    "i.parquet": (b"PAR1 no", "cannot be read: "),
    "j.csv": (b"a,b\n1,2\n", "has no column text, body, content or article among 'a', 'b'"),
    "k.jsonl": (b"\xff\xd8\xff\xe0", "is a picture, no text"),
}


def test_what_cannot_be_read_stands_with_its_reason_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name, (data, _) in BROKEN.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "m.txt").symlink_to(tmp_path / "vanished")
    (tmp_path / "z.txt").write_text("Talks may resume.", "utf-8")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["z"]
    table = problems_table(articles)
    assert list(table["file"]) == [*BROKEN, "m.txt"]
    assert table["lost"].all()
    assert set(table["problem"]) == {"unreadable", "no article", "unknown columns"}
    for reason, (_, expected) in zip(table["reason"], BROKEN.values(), strict=False):
        assert reason.startswith(expected)
        assert str(tmp_path) not in reason
    assert table["reason"].iloc[-1] == "cannot be opened: No such file or directory"


TABLES = {
    "cues.tsv": ("entry\tcategory\nmay\tepistemic\n", "has no column text, body, content or"),
    "marks.tsv": ("start\tend\ttext\tkind\n0\t5\tTalks\tdirect\n", "has the columns 'start' and"),
}


def test_lexicons_and_annotations_beside_the_stories_are_no_stories(tmp_path: Path) -> None:
    for name, (text, _) in TABLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "news.tsv").write_text("title\ttext\nTalks\tThey failed.\n", "utf-8")
    articles = read_articles(tmp_path)
    assert [a.id for a in articles] == ["news#1"]
    table = problems_table(articles)
    assert list(table["file"]) == [*TABLES]
    for reason, (_, expected) in zip(table["reason"], TABLES.values(), strict=True):
        assert reason.startswith(expected)
    with pytest.raises(ValueError, match=r"^marks.tsv has the columns 'start' and 'end'"):
        read_articles(tmp_path / "marks.tsv")
    named = read_articles(tmp_path / "marks.tsv", columns={"text": "text"})
    assert [a.text for a in named] == ["Talks"]


def test_one_file_in_a_hundred_broken_leaves_ninety_nine(tmp_path: Path) -> None:
    for n in range(300):
        broken = n % 100 == 50
        (tmp_path / f"{n:03}.txt").write_bytes(b"\0\1" if broken else b"Talks may resume.")
    articles = read_articles(tmp_path)
    assert (len(articles), len(list(articles))) == (300, 297)
    assert list(problems_table(articles)["article"]) == ["050", "150", "250"]


def test_a_folder_with_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "in.txt").write_text("Talks.", "utf-8")
    assert [a.id for a in read_articles(tmp_path)] == ["x.txt/in"]
    table = problems_table(read_articles(tmp_path / "*.txt"))
    assert table[["article", "reason"]].values.tolist() == [
        ["x", "cannot be opened: Is a directory"]
    ]


def test_the_unread_can_be_sent_away_and_read_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    write_csv(tmp_path / "b.csv", [{"id": "x", "text": STORY}, {"id": "y", "text": STORY}])
    (tmp_path / "c.txt").write_bytes(b"\0")
    articles = pickle.loads(pickle.dumps(read_articles(tmp_path)))
    sent = [pickle.loads(pickle.dumps(unread)) for unread in articles.unread()]
    assert [unread.id for unread in sent] == ["a", "x", "y", "c"]
    assert [unread.read() for unread in sent[:3]] == list(articles)
    with pytest.raises(Unreadable, match="holds NUL bytes") as caught:
        sent[3].read()
    error = pickle.loads(pickle.dumps(caught.value))
    assert (str(error), error.problem) == (str(caught.value), "unreadable")
    article, problems = sent[3].look()
    assert (article, [p.problem for p in problems]) == (None, ["unreadable"])
    whole = problems_table(articles)
    assert problems_table(sent).equals(whole)


def test_rows_are_read_anew_and_lazily(tmp_path: Path) -> None:
    file = write_jsonl(tmp_path / "a.jsonl", [{"text": f"{n} said so."} for n in range(5000)])
    articles = read_articles(file)
    walk = iter(articles)
    assert [next(walk).id, next(walk).id] == ["a#1", "a#2"]
    write_jsonl(file, [{"text": "Changed."}])
    assert [a.text for a in articles] == ["Changed."]


def test_numbers_as_ids_are_written_as_they_were(tmp_path: Path) -> None:
    rows = [{"id": n, "text": "Talks."} for n in (1.0, float("nan"), 2.5)]
    articles = read_articles(write_parquet(tmp_path / "a.parquet", rows))
    assert [a.id for a in articles] == ["1", "a#2", "2.5"]


def test_a_path_is_a_path() -> None:
    for wrong in (3, None, b"x"):
        for read in (read_article, read_articles):
            with pytest.raises(TypeError, match=r"path is a .*; give the path of a file"):
                read(wrong)  # type: ignore[arg-type]


def test_one_article_of_several_rows_is_refused(tmp_path: Path) -> None:
    file = write_csv(tmp_path / "a.csv", [{"text": "One."}, {"text": "Two."}])
    with pytest.raises(ValueError, match="found several stories; read_articles gives them"):
        read_article(file)


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("x.html", "trafilatura", "html"), ("x.parquet", "pyarrow", "parquet")],
)
def test_a_missing_library_is_said_at_the_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.txt").write_text("Talks.", "utf-8")
    monkeypatch.setitem(sys.modules, library, None)
    for read in (lambda: read_articles(tmp_path), lambda: read_article(tmp_path / name)):
        with pytest.raises(ImportError) as caught:
            read()
        assert str(caught.value) == (
            f'reading {name} needs {library}; install it with: pip install "newslib[{extra}]"'
        )
    assert read_article(tmp_path / "a.txt").text == "Talks."


TEXT = st.text(
    st.sampled_from("Ab. \n\r\u2028/\ufeff—(:)&<>\ud800Œ") | st.characters(), max_size=40
)


@given(
    st.builds(
        Parts,
        headline=TEXT,
        standfirst=TEXT,
        byline=st.lists(TEXT, max_size=3).map(join_names),
        captions=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
        body=TEXT,
        paragraphs=st.none() | st.lists(TEXT, max_size=4).map(tuple),
        outlet=TEXT,
    )
)
def test_any_parts_compose_into_an_article_and_lose_nothing(parts: Parts) -> None:
    article = compose(parts, id="a")
    assert_nothing_is_lost(article)
    article.text.encode("utf-8")
    for name in ("headline", "standfirst", "byline"):
        given_words = " ".join(getattr(parts, name).split())
        span = getattr(article, name)
        if parts.headline.strip() and given_words:
            assert span.text == re.sub("[\ud800-\udfff]", "\ufffd", given_words)


def test_a_body_that_repeats_the_head_is_said_once() -> None:
    parts = Parts(headline="Talks may resume", standfirst="The door is open.", body=(
        "Talks may resume\nThe door is open.\n\nThe minister said so on Monday."
    ))  # fmt: skip
    article = compose(parts, id="a")
    assert words(article) == ["The minister said so on Monday."]
    assert article.text.count("Talks may resume") == 1
