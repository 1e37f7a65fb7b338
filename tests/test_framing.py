"""Frames: the frozen cases, the study text read by hand, and what holds for any text."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases, gold, study_text

from newslib import Hit, parse_article
from newslib.framing import Codebook, find_frames, read_codebook
from newslib.lexicons import packaged, read_rows
from newslib.patterns import Pattern, lines, parse_pattern
from newslib.patterns.matching import match_at


@pytest.mark.parametrize("case", cases("frames"))
def test_frozen_case(case: dict[str, Any]) -> None:
    hits = find_frames(parse_article(case["text"]))
    scoped = {(frame["frame"], frame["cue"]) for frame in case["frames"] if "scope" in frame}
    found = [
        (
            hit.category,
            hit.span.text,
            hit.scope.text if hit.scope and (hit.category, hit.span.text) in scoped else None,
            hit.negated,
        )
        for hit in hits
    ]
    wanted = [
        (frame["frame"], frame["cue"], frame.get("scope"), frame.get("negated", False))
        for frame in case["frames"]
    ]
    assert sorted(found, key=str) == sorted(wanted, key=str)


def pairs(hits: tuple[Hit, ...]) -> list[tuple[dict[str, str], Hit]]:
    """Each row of gold with the first hit of its frame that overlaps it; each hit once."""
    left, found = list(hits), []
    for row in gold("frames"):
        start, end = int(row["start"]), int(row["end"])
        for hit in left:
            same = hit.category == row["frame"]
            if same and hit.span.start < end and start < hit.span.end:
                left.remove(hit)
                found.append((row, hit))
                break
    return found


def test_study_text_frames() -> None:
    hits = find_frames(study_text())
    both = len(pairs(hits))
    assert 2 * both / (len(hits) + len(gold("frames"))) >= 0.9


def test_study_text_every_onus_with_its_party() -> None:
    rows = [row for row in gold("frames") if row["frame"] == "onus"]
    found = [(row, hit) for row, hit in pairs(find_frames(study_text())) if row["frame"] == "onus"]
    assert len(found) == len(rows)
    assert [hit.scope.text if hit.scope else None for _, hit in found] == [
        row["scope"] for row, _ in found
    ]


def test_study_text_rejected_frames() -> None:
    found = pairs(find_frames(study_text()))
    assert all(hit.negated == (row["negated"] == "yes") for row, hit in found)


SOME = """
    the initiative ball lies with is up to in Calder ’s court talks no not war ( ) “ ” , . ;
    DEPENDS on blamed for sanctions those who THREAT
"""
WORDS = st.sampled_from([*SOME.split(), "\n\n"])


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_that_slice_back(text: str) -> None:
    article = parse_article(text)
    hits = find_frames(article)
    for hit in hits:
        for span in (hit.span, hit.scope):
            assert span is None or article.text[span.start : span.end] == span.text != ""
    assert list(hits) == sorted(hits, key=lambda hit: hit.span)
    assert hits == find_frames(parse_article(text))


@pytest.mark.parametrize("unit", ["the initiative ball ", "talks, ", "it is up to ", "peace of "])
def test_a_sentence_without_end_is_read_to_its_end(unit: str) -> None:
    hits = find_frames(article := parse_article(unit * 4000))
    assert all(article.text[h.span.start : h.span.end] == h.span.text for h in hits)


def test_own_codebook_in_the_same_format(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(
        "entry\tcategory\tstrength\tscope\nwave|flood of REFUGEE\tmigration\t\t\n"
        "WELCOME/verb\tmigration\t\tafter\nflood\twater\t0.3\t\n",
        encoding="utf-8",
    )
    codebook = read_codebook(file)
    text = "A wave of refugees came. Lund welcomed the refugees. The flood ended."
    hits = find_frames(parse_article(text), codebook=codebook)
    assert [(hit.span.text, hit.rule, hit.strength) for hit in hits] == [
        ("wave of refugees", "wave|flood of REFUGEE", 1.0),
        ("welcomed", "WELCOME/verb", 1.0),
    ]
    assert hits[1].scope is not None
    assert hits[1].scope.text == "the refugees"
    assert pickle.loads(pickle.dumps(codebook)) == codebook


def test_weak_cues_count_together_and_counter_cues_take_back(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(
        "entry\tcategory\tstrength\ndeal\ttrade\t0.3\npact\ttrade\t0.3\nreal deal\ttrade\t-1\n",
        encoding="utf-8",
    )
    codebook = read_codebook(file)

    def found(text: str) -> list[str]:
        return [hit.span.text for hit in find_frames(parse_article(text), codebook=codebook)]

    assert found("A deal was made.") == []
    assert found("The deal is a pact.") == ["deal", "pact"]
    assert found("The real deal is a pact.") == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("war/verbs\tforce\t1\t", "asks for 'verbs'"),
        ("war|<who>\tforce\t1\t", "no word and no slot"),
        ("<party>\tforce\t1\t", "no word of its own"),
        ("[it]\tforce\t1\t", "no word of its own"),
        ("war\tforce\tmuch\t", "could not convert"),
        ("war\tforce\t1\tover", "scope 'over'"),
    ],
)
def test_misuse_of_the_format_is_named(tmp_path: Path, row: str, message: str) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text(f"entry\tcategory\tstrength\tscope\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_codebook(file)


def test_misuse_of_the_argument_is_named() -> None:
    with pytest.raises(TypeError, match="codebook is a str"):
        find_frames(parse_article("War."), codebook="frames.tsv")  # type: ignore[arg-type]


def test_codebook_defines_each_frame() -> None:
    rows = list(read_rows(packaged("frame_definitions"), name="frame_definitions.tsv"))
    assert [row["entry"] for row in rows] == list(read_codebook().frames)
    assert len(rows) == 17
    assert all(row["definition"] and row["questions"] and row["literature"] for row in rows)


def test_codebook_says_each_cue_once() -> None:
    cues = [(cue.category, cue.entry) for cue in read_codebook().cues]
    assert len(cues) == len(set(cues))
    assert isinstance(read_codebook(), Codebook)


def test_pattern_keeps_its_source() -> None:
    assert parse_pattern("ball BE in … court").source == "ball BE in … court"


def _instance(pattern: Pattern) -> str:
    """Words that a pattern matches, where its tags and parties allow."""
    return " ".join(min(element.words, default="Marsh") for element in pattern.elements)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_pattern_is_found_wherever_it_matches(data: st.DataObject) -> None:
    patterns = read_codebook().patterns
    pieces = st.one_of(st.sampled_from(patterns.patterns).map(_instance), WORDS)
    text = " ".join(data.draw(st.lists(pieces, max_size=8)))
    article = parse_article(text)
    for line, found in zip(lines(article), patterns.find(article), strict=True):
        tried = [
            (number, match)
            for i in range(len(line.words))
            for number, pattern in enumerate(patterns.patterns)
            if (match := match_at(pattern, line, i)) is not None
        ]
        assert found == tried
