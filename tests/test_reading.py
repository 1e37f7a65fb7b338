from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, STORY, cases, gold, study_text

from newslib import Article, parse_article, read_article, read_articles

FIELDS = (
    "headline",
    "standfirst",
    "byline",
    "caption",
    "credit",
    "dateline",
    "date_span",
    "source",
)


def parts(article: Article) -> dict[str, Any]:
    named = {name: getattr(article, name) for name in FIELDS}
    return {name: span and span.text for name, span in named.items()} | {
        "date": article.date and article.date.isoformat(),
        "paragraphs": [span.text for span in article.paragraphs],
        "unplaced": [span.text for span in article.unplaced],
    }


def assert_nothing_is_lost(article: Article) -> None:
    spans = [getattr(article, name) for name in FIELDS] + [*article.paragraphs, *article.unplaced]
    covered = [0] * len(article.text)
    for span in filter(None, spans):
        assert article.text[span.start : span.end] == span.text
        for i in range(span.start, span.end):
            covered[i] += 1
    for character, times in zip(article.text, covered, strict=True):
        assert times == 1 or (times == 0 and character.isspace()), repr(character)


@pytest.mark.parametrize("case", cases("articles"))
def test_layouts(case: dict[str, Any]) -> None:
    article = parse_article(case["text"])
    found = parts(article)
    assert {name: found[name] for name in case["parts"]} == case["parts"]
    assert_nothing_is_lost(article)


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("Ann Marsh (Labour) said", None),
        ("Rep. Ann Marsh (D-Calif.) said", None),
        ("Geneva (AP) - The talks", "Geneva (AP) -"),
        ("MOSCOW, October 26. /TASS/. The talks", "MOSCOW, October 26. /TASS/."),
        ("Oct 26 (Reuters) - The talks", "Oct 26 (Reuters) -"),
    ],
)
def test_a_name_with_a_bracket_is_no_dateline(start: str, dateline: str | None) -> None:
    found = parse_article(f"{start} failed.").dateline
    assert (found and found.text) == dateline


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    lines = (
        "Talks may resume: Marsh",
        "They go on.",
        "By Monday evening, nobody spoke",
        "He left.",
    )
    article = parse_article("\n\n".join(lines))
    assert (article.byline, article.standfirst, len(article.paragraphs)) == (None, None, 3)


@pytest.mark.parametrize(
    "line",
    [
        "Updated 10:30 a.m. ET, October 26, 2025",
        "Sun 26 Oct 2025 06.00 CET",
        "Sun, 26 Oct 2025 10:30:00 +0300",
        "October 26, 2025 10:30 PM Moscow time",
        "2025/10/26",
        "26-10-2025",
    ],
)
def test_date_lines_as_newsrooms_write_them(line: str) -> None:
    article = parse_article(f"Border talks may resume\n{line}\n\nThe talks go on.\n\nHe left.")
    assert article.date == datetime.date(2025, 10, 26)
    assert len(article.paragraphs) == 2


def test_the_study_text_as_it_was_annotated() -> None:
    story = study_text()
    found = [(part, span) for part in FIELDS if (span := getattr(story, part))]
    found += [("body", span) for span in story.paragraphs]
    found += [("unplaced", span) for span in story.unplaced]
    expected = {(r["part"], int(r["start"]), int(r["end"]), r["text"]) for r in gold("parts")}
    assert {(part, s.start, s.end, s.text) for part, s in found} == expected
    assert story.date == datetime.date(2025, 10, 26)
    assert_nothing_is_lost(story)


def test_what_the_issue_says_of_the_study_text() -> None:
    found = parts(study_text())
    assert found["headline"] == "Prospects for Russia-US summit depend on Washington: Lavrov"
    assert found["standfirst"].startswith("Russian foreign minister says")
    assert found["standfirst"].endswith("lies with Washington.")
    assert found["caption"].startswith("(FILE) Lavrov says")
    assert (found["credit"], found["source"], len(found["paragraphs"])) == ("Reuters", "AA", 11)
    assert found["unplaced"] == ["/", "SOURCE:"]


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_an_article_and_loses_nothing(text: str) -> None:
    assert_nothing_is_lost(parse_article(text))


LINE = st.sampled_from(
    [
        "Talks may resume: Marsh",
        "By Jane Doe",
        "October 26, 2025",
        "(FILE) A door. / Agency",
        "",
        " ",
        "MOSCOW, Oct 26 (Agency) — Talks failed.",
        "He left.",
        "SOURCE:XY",
        "Photo: J. Doe/AFP",
        "\ufeff",
    ]
)


@given(st.lists(LINE, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
def test_header_lines_in_any_order_lose_nothing(lines: list[str], ending: str) -> None:
    assert_nothing_is_lost(parse_article(ending.join(lines)))


@pytest.mark.parametrize(
    "text",
    ["", " \n", "One", "\ufffd\0\x1b" * 500, "word " * 1_000_000, '"' * 100_000, "a\n" * 50_000],
)
def test_strange_texts_give_a_result(text: str) -> None:
    assert_nothing_is_lost(parse_article(text))


def test_misuse_is_refused_at_the_door() -> None:
    with pytest.raises(TypeError, match="got bytes; give it the story as a str"):
        parse_article(b"Talks")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="got int; give it a str"):
        parse_article("Talks", id=3)  # type: ignore[arg-type]


def test_a_file_is_read_untouched(tmp_path: Path) -> None:
    file = tmp_path / "talks.txt"
    file.write_bytes(b"\xef\xbb\xbfTalks may resume.\r\n\r\n\xff\r\n")
    article = read_article(file)
    assert (article.id, article.text) == ("talks", "\ufeffTalks may resume.\r\n\r\n\ufffd\r\n")
    assert article.text.startswith(article.unplaced[0].text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.txt"):
        read_article(tmp_path / "nowhere.txt")
    with pytest.raises(FileNotFoundError, match=r"found no \.txt, \.html, \.jsonl"):
        read_articles(tmp_path)


def test_a_folder_is_read_lazily_in_the_order_of_ids(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a.txt", "b/one.txt", "c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    articles = read_articles(tmp_path)
    assert [article.id for article in articles] == ["a", "b/one", "b/two"]
    (tmp_path / "a.txt").write_text("changed", "utf-8")
    assert next(iter(articles)).text == "changed"
    assert len(articles) == 3
    assert [a.id for a in read_articles(tmp_path / "b" / "*.txt")] == ["one", "two"]
    assert [a.id for a in read_articles(tmp_path / "a.txt")] == ["a"]


def test_two_files_with_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "a.TXT.txt", "a.b.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [a.id for a in read_articles(tmp_path)] == ["a", "a.TXT", "a.b"]


def test_the_study_text_is_kept_as_it_came() -> None:
    import hashlib
    import json

    folder = ROOT / "data" / "articles"
    provenance = json.loads((folder / f"{STORY}.provenance.json").read_text("utf-8"))
    data = (folder / f"{STORY}.txt").read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (
        provenance["bytes"],
        provenance["sha256"],
    )
    assert provenance["headline"] == parts(study_text())["headline"]
