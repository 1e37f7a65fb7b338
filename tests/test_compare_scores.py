"""Agreement with gold: hand-counted cases, what always holds, and what is refused."""

from __future__ import annotations

import math
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import STORY, gold, study_text

from newslib import (
    acts_table,
    confusion,
    disagreements,
    frames_table,
    hedges_table,
    parse_article,
    quotes_table,
    score_against,
    sentences_table,
)
from newslib.compare.matching import overlapping

COLUMNS = ["article", "start", "end", "label"]
FIGURES = ["precision", "recall", "f1"]
Row = tuple[str, int, int, str]


def rows(*places: Row) -> pd.DataFrame:
    table = pd.DataFrame(list(places), columns=COLUMNS)
    return table.astype({"start": "int64", "end": "int64"})


def score(found: pd.DataFrame, right: pd.DataFrame, **named: object) -> dict[str, Any]:
    """The last row: all labels together."""
    table = score_against(found, gold=right, **named)  # type: ignore[arg-type]
    return {str(name): value for name, value in table.to_dict("records")[-1].items()}


FOUND = rows(("a", 0, 5, "x"), ("a", 10, 15, "x"), ("a", 20, 25, "y"), ("b", 0, 5, "y"))
RIGHT = rows(("a", 0, 5, "x"), ("a", 12, 18, "x"), ("a", 20, 25, "x"), ("b", 3, 9, "y"))


@pytest.mark.parametrize(
    ("named", "counts", "figures"),
    [
        ({}, [4, 4, 3], [0.75, 0.75, 0.75]),
        ({"match": "exact"}, [4, 4, 1], [0.25, 0.25, 0.25]),
        ({"label": None}, [4, 4, 4], [1, 1, 1]),
        ({"label": None, "match": "exact"}, [4, 4, 2], [0.5, 0.5, 0.5]),
    ],
)
def test_scores_counted_by_hand(
    named: dict[str, Any], counts: list[int], figures: list[float]
) -> None:
    whole = score(FOUND, RIGHT, **named)
    assert [whole[n] for n in ("n_found", "n_gold", "n_matched")] == counts
    assert [whole[n] for n in FIGURES] == figures


def test_each_label_has_a_row_and_all_of_them_one() -> None:
    table = score_against(FOUND, gold=RIGHT)
    assert table["label"].tolist() == ["x", "y", "all"]
    assert table["precision"].tolist() == [1, 0.5, 0.75]
    assert table["recall"].tolist() == [0.6667, 1, 0.75]
    assert table["f1"].tolist() == [0.8, 0.6667, 0.75]
    # x stands in one of two articles: nothing shows how it would fare in others
    assert table["recall_low"].isna().tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("found", "right", "matched"),
    [
        ([(0, 10)], [(0, 4), (5, 9)], 1),
        ([(0, 4), (5, 9)], [(0, 10)], 1),
        ([(0, 6), (4, 12)], [(5, 12)], 1),
        ([(0, 5)], [(5, 9)], 0),
        ([(0, 5)], [(4, 9)], 1),
        ([(0, 5), (0, 5)], [(0, 5)], 1),
        ([(0, 9), (0, 4)], [(0, 9), (5, 9)], 1),
    ],
)
def test_a_row_answers_to_one_at_most(
    found: list[tuple[int, int]], right: list[tuple[int, int]], matched: int
) -> None:
    tables = (rows(*[("a", *place, "x") for place in side]) for side in (found, right))
    assert score(*tables)["n_matched"] == matched


def test_a_share_of_nothing_is_missing() -> None:
    only_found = score(FOUND, rows())
    assert only_found["precision"] == 0
    assert math.isnan(only_found["recall"])
    assert math.isnan(only_found["recall_low"])
    only_gold = score(rows(), RIGHT)
    assert math.isnan(only_gold["precision"])
    assert (only_gold["recall"], only_gold["f1"]) == (0, 0)


@pytest.mark.parametrize("by", [None, "article"])
def test_nothing_against_nothing_has_the_same_columns_and_types(by: str | None) -> None:
    full, empty = (score_against(t, gold=t, by=by) for t in (FOUND, rows()))
    assert empty.empty
    assert list(empty.columns) == list(full.columns)
    numbers = [column for column in full.columns if column not in ("label", by)]
    assert empty.dtypes[numbers].equals(full.dtypes[numbers])
    assert confusion(rows(), gold=rows()).values.tolist() == [["no", 0]]


def test_groups_are_scored_apart() -> None:
    table = score_against(FOUND, gold=RIGHT, by="article").set_index(["article", "label"])
    assert table.loc[("a", "all"), "n_matched"] == 2
    assert table.loc[("b", "y"), "recall"] == 1
    parts = [t.assign(part=["headline", "body", "body", "body"]) for t in (FOUND, RIGHT)]
    table = score_against(parts[0], gold=parts[1], by="part").set_index(["part", "label"])
    assert table.loc[("headline", "x"), "n_found"] == 1


def test_only_what_was_coded_counts() -> None:
    sentences = rows(("a", 0, 8, ""), ("a", 18, 30, ""), ("b", 0, 20, ""), ("c", 0, 0, ""))
    right = rows(("a", 0, 5, "x"), ("a", 20, 25, "x"))
    whole = score(FOUND, right, within=sentences)
    assert (whole["n_found"], whole["n_gold"], whole["n_matched"]) == (3, 2, 1)
    with pytest.raises(
        ValueError, match="gold has 1 rows outside the places in within, the first in article 'a'"
    ):
        score(FOUND, RIGHT, within=sentences)


def test_no_says_that_a_unit_was_read_and_holds_nothing() -> None:
    found = rows(("a", 0, 5, "x"), ("a", 6, 9, "no"), ("b", 0, 5, "no"))
    right = rows(("a", 0, 5, "x"), ("a", 6, 9, "no"), ("b", 0, 5, "x"))
    whole = score(found, right)
    assert (whole["n_found"], whole["n_gold"], whole["n_matched"]) == (1, 2, 1)
    assert score(found, right, label=None)["n_gold"] == 2
    assert confusion(found, gold=right).values.tolist() == [["x", 1, 1], ["no", 0, 1]]


def test_what_was_taken_for_what() -> None:
    table = confusion(FOUND, gold=RIGHT)
    assert list(table.columns) == ["gold", "x", "y", "no"]
    assert table.values.tolist() == [["x", 2, 1, 0], ["y", 0, 1, 0], ["no", 0, 0, 0]]
    exact = confusion(FOUND, gold=RIGHT, match="exact")
    assert exact.values.tolist() == [["x", 1, 1, 1], ["y", 0, 0, 1], ["no", 1, 1, 0]]


def test_a_row_of_its_own_label_is_paired_before_a_longer_one_of_another() -> None:
    found = rows(("a", 0, 20, "x"))
    right = rows(("a", 0, 20, "y"), ("a", 18, 20, "x"))
    assert confusion(found, gold=right).set_index("gold").loc["y", "no"] == 1


spans = st.builds(
    lambda article, start, length, label: (article, start, start + length, label),
    *(st.sampled_from("ab"), st.integers(0, 12), st.integers(1, 6), st.sampled_from("xyz")),
)
tables = st.lists(spans, max_size=12).map(lambda places: rows(*places))
EVERYWHERE = rows(("a", 0, 99, ""), ("b", 0, 99, ""))
few = settings(max_examples=25, deadline=None)


@few
@given(tables, st.sampled_from(["overlap", "exact"]))
def test_a_table_agrees_with_itself(table: pd.DataFrame, match: str) -> None:
    found = score_against(table, gold=table, match=match, samples=20)
    assert (found[[f"{f}{e}" for f in FIGURES for e in ("", "_low", "_high")]].fillna(1) == 1).all(
        axis=None
    )
    crossed = confusion(table, gold=table, match=match).set_index("gold")
    assert crossed.to_numpy().sum() == crossed.to_numpy().trace() == len(table)


@few
@given(tables, tables, st.sampled_from(["overlap", "exact"]))
def test_swapping_the_tables_swaps_precision_and_recall(
    first: pd.DataFrame, second: pd.DataFrame, match: str
) -> None:
    there = score_against(first, gold=second, match=match, within=EVERYWHERE, samples=20)
    back = score_against(second, gold=first, match=match, within=EVERYWHERE, samples=20)
    turned = back.rename(columns=lambda name: SWAP.get(name, name))[there.columns]
    pd.testing.assert_frame_equal(there, turned)
    crossed = (
        confusion(a, gold=b, match=match, within=EVERYWHERE).set_index("gold")
        for a, b in ((first, second), (second, first))
    )
    one, other = (table.to_numpy() for table in crossed)
    assert one.trace() == other.trace() == there["n_matched"].tolist()[-1] if len(there) else True


SWAP = {"n_found": "n_gold", "n_gold": "n_found"} | {
    f"{a}{end}": f"{b}{end}"
    for a, b in (("precision", "recall"), ("recall", "precision"))
    for end in ("", "_low", "_high")
}


@few
@given(tables, tables, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    first: pd.DataFrame, second: pd.DataFrame, random: Random
) -> None:
    mixed = [t.iloc[random.sample(range(len(t)), len(t))] for t in (first, second)]
    expected = score_against(first, gold=second, within=EVERYWHERE, samples=20)
    pd.testing.assert_frame_equal(
        score_against(mixed[0], gold=mixed[1], within=EVERYWHERE, samples=20), expected
    )
    assert confusion(mixed[0], gold=mixed[1], within=EVERYWHERE).equals(
        confusion(first, gold=second, within=EVERYWHERE)
    )


@few
@given(tables, tables)
def test_the_interval_holds_the_point_and_lies_between_0_and_1(
    first: pd.DataFrame, second: pd.DataFrame
) -> None:
    found = score_against(first, gold=second, within=EVERYWHERE, samples=400)
    for figure in FIGURES:
        known = found.dropna(subset=[f"{figure}_low"])
        assert (known[f"{figure}_low"] <= known[figure]).all()
        assert (known[figure] <= known[f"{figure}_high"]).all()
        assert known[f"{figure}_low"].between(0, 1).all()
        assert known[f"{figure}_high"].between(0, 1).all()


@few
@given(tables, tables)
def test_all_overlapping_pairs_are_found(first: pd.DataFrame, second: pd.DataFrame) -> None:
    i, j = overlapping(first, second)
    expected = {
        (a, b)
        for a, one in enumerate(first.to_dict("records"))
        for b, two in enumerate(second.to_dict("records"))
        if one["article"] == two["article"]
        and min(one["end"], two["end"]) > max(one["start"], two["start"])
    }
    assert set(zip(i.tolist(), j.tolist(), strict=True)) == expected
    assert len(i) == len(expected)


def test_the_same_seed_gives_the_same_interval_and_more_articles_a_narrower_one() -> None:
    many = [
        pd.concat([t.assign(article=t["article"] + str(i)) for i in range(40)])
        for t in (FOUND, RIGHT)
    ]
    found = score_against(many[0], gold=many[1])
    pd.testing.assert_frame_equal(found, score_against(many[0], gold=many[1]))
    assert not found.equals(score_against(many[0], gold=many[1], seed=1))
    width = (found["f1_high"] - found["f1_low"]).tolist()[-1]
    few_articles = score(FOUND, RIGHT)
    assert 0 < width < few_articles["f1_high"] - few_articles["f1_low"] + 1


def marked(name: str) -> pd.DataFrame:
    return pd.DataFrame(gold(name)).assign(article=STORY)


def test_newslib_agrees_with_our_own_annotation_of_the_study_text() -> None:
    story = study_text()
    hedges = score(hedges_table(story), marked("hedges"), label="category")
    frames = score(frames_table(story), marked("frames"), label="frame")
    quotes = score(quotes_table(story), marked("quotes"), label="speaker", match="exact")
    assert hedges["f1"] == 1
    assert frames["f1"] > 0.9
    assert quotes["f1"] == 1
    crossed = confusion(frames_table(story), gold=marked("frames"), label="frame")
    assert crossed.drop(columns="gold").to_numpy().trace() == frames["n_matched"]


@pytest.mark.parametrize(
    ("found", "right", "named", "message"),
    [
        (FOUND.drop(columns="end"), RIGHT, {}, "the table has no column 'end'"),
        (FOUND, RIGHT.drop(columns="start"), {}, "gold has no column 'start'"),
        (FOUND, RIGHT, {"label": "frame"}, "the table has no column 'frame'"),
        (FOUND, RIGHT.rename(columns={"label": "kind"}), {}, "gold has no column 'label'"),
        (FOUND, RIGHT, {"by": "voice"}, "the table has no column 'voice'"),
        (FOUND, RIGHT, {"match": "loose"}, "match is 'loose'; choose one of overlap, exact"),
        (FOUND, RIGHT, {"samples": 0}, "samples is 0"),
        (FOUND, RIGHT.assign(end=0), {}, "gold has 4 rows that are no place, the first in"),
        (FOUND, RIGHT.assign(start="x"), {}, "give whole numbers of characters, start below end"),
        (FOUND, RIGHT.replace("b", "b.txt"), {}, "gold has rows in article 'b.txt'|the table has"),
        (FOUND, RIGHT[:2], {}, "the table has rows in article 'b' and gold has none there"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    found: pd.DataFrame, right: pd.DataFrame, named: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        score_against(found, gold=right, **named)


def test_offsets_read_from_a_file_may_be_text_or_floats() -> None:
    for kind in ("float64", str):
        right = RIGHT.astype({"start": kind, "end": kind})
        assert score(FOUND, right) == score(FOUND, RIGHT)


def test_sentences_of_the_story_say_what_was_coded() -> None:
    story = parse_article("Talks may resume. He left.", id="a")
    hedges = hedges_table(story).rename(columns={"category": "label"})
    none = hedges.head(0)
    whole = score(hedges, none, within=sentences_table(story))
    assert (whole["n_found"], whole["precision"]) == (1, 0)


def test_disagreements_are_what_confusion_counts_off_the_diagonal() -> None:
    found = acts_table(study_text())
    marked = pd.DataFrame(gold("acts")).assign(article=STORY)
    for match in ("overlap", "exact"):
        crossed = confusion(found, gold=marked, label="act", match=match)
        errors = disagreements(found, gold=marked, label="act", match=match)
        pairs = errors.fillna("no").groupby(["gold", "found"]).size()
        off = {
            (row["gold"], said): count
            for row in crossed.to_dict("records")
            for said, count in row.items()
            if said not in ("gold", row["gold"]) and count
        }
        assert pairs.to_dict() == off
        places = zip(errors["start"], errors["end"], errors["text"], strict=True)
        assert all(study_text().text[start:end] == text for start, end, text in places)


def test_disagreements_of_nothing_and_without_words_have_their_columns() -> None:
    columns = ["article", "start", "end", "text", "found", "gold"]
    place = pd.DataFrame({"article": ["a"], "start": [0], "end": [3], "label": ["x"]})
    for table, gold_rows, n in (
        (place, place, 0),
        (place[:0], place, 1),
        (place[:0], place[:0], 0),
    ):
        errors = disagreements(table, gold=gold_rows, within=place)
        assert list(errors.columns) == columns
        assert len(errors) == n
        assert dict(errors.dtypes.astype(str)) == dict.fromkeys(columns, "string") | {
            "start": "int64",
            "end": "int64",
        }
    with pytest.raises(ValueError, match="match is 'near'"):
        disagreements(place, gold=place, match="near")
