"""A sample to code by hand: drawn, written, read back, checked, set beside a table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from support import ROOT, STORY, gold, study_text

import newslib
from newslib import (
    agreement,
    check_codings,
    code_units,
    hedges_table,
    parse_article,
    read_codings,
    sample_for_coding,
    score_against,
    sentences_table,
    sentiment_table,
    write_csv,
)

FIRST = ["article", "part", "start", "end", "text"]


def test_a_sheet_holds_places_and_no_answers() -> None:
    hedges = hedges_table(study_text())
    sheet = sample_for_coding(hedges, n=5)
    assert list(sheet.columns) == [*FIRST, "label", "note"]
    assert (sheet[["label", "note"]] == "").all(axis=None)
    assert len(sheet.merge(hedges, on=FIRST)) == 5


def test_a_sheet_hangs_on_the_seed_and_not_on_the_order_of_rows() -> None:
    table = sentences_table(study_text())
    sheet = sample_for_coding(table, n=10, seed=1)
    pd.testing.assert_frame_equal(sheet, sample_for_coding(table[::-1], n=10, seed=1))
    assert not sheet.equals(sample_for_coding(table, n=10, seed=2))
    pd.testing.assert_frame_equal(sheet.head(4), sample_for_coding(table, n=4, seed=1))
    assert not sheet["start"].is_monotonic_increasing


def test_each_place_comes_once_and_no_more_than_there_are() -> None:
    table = sentiment_table(study_text())
    assert len(sample_for_coding(table, n=1000)) == 25
    assert sample_for_coding(table.head(0)).empty
    with pytest.raises(ValueError, match="n is 0; give the number of rows to code"):
        sample_for_coding(table, n=0)
    with pytest.raises(ValueError, match="has no column 'frame'"):
        sample_for_coding(table, by="frame")


def test_groups_give_the_same_number_as_far_as_they_have_it() -> None:
    hedges = hedges_table(study_text())
    sheet = sample_for_coding(hedges, n=9, by="category")
    drawn = sheet.merge(hedges, on=FIRST)["category"].value_counts()
    there = hedges["category"].value_counts()
    assert set(drawn.index) == set(there.index)
    short = drawn[drawn < drawn.max() - 1]
    assert (short == there[short.index]).all()


SHEET = sample_for_coding(
    sentences_table(
        [
            parse_article("=Talks may resume. He left.", id="001"),
            parse_article("«Ça va», she might say. -No.", id="-x"),
        ]
    )
)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_sheet_comes_back_as_it_went_out(tmp_path: Path, mark: str, encoding: str) -> None:
    write_csv(SHEET, tmp_path / "to_code.csv", guard=True)
    sheet = pd.read_csv(tmp_path / "to_code.csv", dtype=str)
    assert sheet["text"].str.startswith("'=").any()
    sheet.assign(label="yes").to_csv(
        tmp_path / "coded.csv", sep=mark, encoding=encoding, index=False, lineterminator="\r\n"
    )
    read = read_codings(tmp_path / "coded.csv")
    pd.testing.assert_frame_equal(read[FIRST], SHEET[FIRST])
    assert read["label"].tolist() == ["yes"] * len(SHEET)


def test_blank_rows_were_not_coded_and_several_labels_are_several_rows(tmp_path: Path) -> None:
    cells = ["epistemic; negation;epistemic", " NO ", "", "no; booster"]
    SHEET.assign(label=cells).to_csv(tmp_path / "coded.csv", index=False)
    read = read_codings(tmp_path / "coded.csv")
    assert read["label"].tolist() == ["epistemic", "negation", "no", "booster"]
    assert read.dtypes.astype(str)[["article", "start", "end", "label"]].tolist() == [
        *("string", "int64", "int64", "string")
    ]
    SHEET.to_csv(tmp_path / "blank.csv", index=False)
    empty = read_codings(tmp_path / "blank.csv")
    assert empty.empty
    assert empty.dtypes.equals(read.dtypes)


def test_a_sheet_without_its_columns_or_places_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "coded.csv"
    SHEET.assign(label="yes").drop(columns="end").to_csv(file, index=False)
    with pytest.raises(ValueError, match=r"coded\.csv has no column 'end'"):
        read_codings(file)
    SHEET.assign(label="yes", start="here").to_csv(file, index=False)
    with pytest.raises(ValueError, match=r"coded\.csv has 4 rows that are no place"):
        read_codings(file)
    with pytest.raises(ValueError, match=r"coded\.csv has no column 'tone'"):
        read_codings(file, label="tone")


def test_a_sheet_may_ask_two_questions(tmp_path: Path) -> None:
    SHEET.assign(label="yes", tone=["good", "no", "", "bad"]).to_csv(tmp_path / "a.csv")
    read = read_codings(tmp_path / "a.csv", label="tone")
    assert read["label"].tolist() == ["good", "no", "bad"]
    assert "tone" not in read.columns


STORIES = [parse_article("Talks may resume; they may.", id="a"), parse_article("No.", id="b")]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("a", 6, 9, "may"), None),
        (("a", 6, 9, None), None),
        (("a.txt", 6, 9, "may"), "no article has this id"),
        (("b", 0, 9, "may"), "ends behind the text, which has 3 characters"),
        (("a", 7, 10, "may"), "the text there is 'ay '; 'may' stands at 6"),
        (("a", 22, 25, "may"), "the text there is ' ma'; 'may' stands at 23"),
        (("a", 0, 5, "Peace"), "the text there is 'Talks'; 'Peace' stands nowhere"),
    ],
)
def test_a_place_that_is_wrong_is_said(
    row: tuple[str, int, int, str | None], problem: str | None
) -> None:
    codings = pd.DataFrame([row], columns=["article", "start", "end", "text"])
    table = check_codings(codings, articles=STORIES)
    assert table["problem"].tolist() == ([problem] if problem else [])
    assert table.dtypes.astype(str).tolist() == ["string", "int64", "int64", "string", "string"]


@pytest.mark.parametrize("articles", ["a text", None, ["a text"]])
def test_places_are_checked_in_articles(articles: object) -> None:
    codings = pd.DataFrame({"article": ["a"], "start": [0], "end": [1]})
    with pytest.raises(TypeError, match=r"^articles (is|holds) a .*; give "):
        check_codings(codings, articles=articles)  # type: ignore[arg-type]


def test_our_own_annotation_stands_where_it_says() -> None:
    for name in ("hedges", "frames", "quotes", "mentions", "sentences"):
        codings = pd.DataFrame(gold(name)).assign(article=STORY)
        assert check_codings(codings, articles=study_text()).empty


def test_spans_become_answers_about_units() -> None:
    story = parse_article("It may fail, not win, and may end. He left. It could be.", id="a")
    hedges, sentences = hedges_table(story), sentences_table(story)
    coded = code_units(hedges, units=sentences, label="category")
    assert coded[["start", "label"]].values.tolist() == [
        [0, "epistemic"],
        [0, "negation"],
        [35, "no"],
        [44, "epistemic"],
    ]
    assert code_units(hedges, units=sentences)["label"].tolist() == ["yes", "no", "yes"]
    assert code_units(hedges, units=coded)["label"].tolist() == ["yes", "no", "yes"]
    empty = code_units(hedges.head(0), units=sentences.head(0), label="category")
    assert empty.dtypes.equals(coded.dtypes)
    with pytest.raises(ValueError, match="units has no column 'start'"):
        code_units(hedges, units=sentences.drop(columns="start"))


def test_a_long_row_is_in_every_unit_it_touches() -> None:
    units = pd.DataFrame({"article": "a", "start": [0, 10, 20], "end": [9, 19, 29]})
    quote = pd.DataFrame({"article": ["a"], "start": [5], "end": [20]})
    assert code_units(quote, units=units)["label"].tolist() == ["yes", "yes", "no"]


def test_from_sheet_to_score() -> None:
    hedges, sentences = hedges_table(study_text()), sentences_table(study_text())
    sheet = sample_for_coding(sentences, n=20)
    marked = pd.DataFrame(gold("hedges")).assign(article=STORY)
    codings = code_units(marked, units=sheet, label="category")
    found = code_units(hedges, units=codings, label="category")
    assert score_against(found, gold=codings)["f1"].tolist()[-1] == 1
    coders = pd.concat([found.assign(coder="newslib"), codings.assign(coder="human")])
    one = coders.drop_duplicates(["coder", "start"])
    assert agreement(one, unit=["article", "start"])["alpha"].tolist() == [1]


def test_the_three_cells_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    section = (ROOT / "README.md").read_text("utf-8").partition("## Validate it")[2]
    cells = re.findall(r"```python\n(.*?)```", section.partition("\n## ")[0], re.DOTALL)
    assert len(cells) == 3
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my" / "folder").mkdir(parents=True)
    for name in ("one", "two"):
        file = tmp_path / "my" / "folder" / f"{name}.txt"
        file.write_text("Talks may resume. He left. They might lose, not win.", "utf-8")
    names: dict[str, Any] = {"newslib": newslib}
    exec(cells[0], names)
    sheet = pd.read_csv("to_code.csv", dtype=str)
    answers = {"Talks may resume.": "epistemic", "He left.": "no"}
    sheet.assign(label=sheet["text"].map(answers).fillna("epistemic; negation")).to_csv("coded.csv")
    for cell in cells[1:]:
        exec(cell, names)
    assert check_codings(names["codings"], articles=names["articles"]).empty
    assert names["mistaken"].values.tolist() == [
        ["epistemic", 4, 0, 0],
        ["negation", 0, 2, 0],
        ["no", 0, 0, 2],
    ]
