"""Acts: the frozen cases, the study text, and what holds for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import gold, parameter, study_text

from newslib import Article, Span, parse_article
from newslib.acts import Act, act_between, find_acts
from newslib.acts.roots import roots, verbs

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((HERE / "cases/acts.json").read_text("utf-8"))
KNOWN: dict[str, dict[str, str]] = json.loads(
    (HERE / "cases/acts_known_failures.json").read_text("utf-8")
)
MODALITIES = {"asserted", "negated", "future", "hypothetical"}


def parameters(finder: str) -> list[Any]:
    return [parameter(case, label=case["label"], fails=KNOWN[finder]) for case in CASES]


def place(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return article.span(start, start + len(words))


@pytest.mark.parametrize("case", parameters("act_between"))
def test_frozen_case_between(case: dict[str, Any]) -> None:
    article = parse_article(case["text"])
    actor, target = place(article, case["actor"]), place(article, case["target"])
    act = act_between(article, actor=actor, target=target)
    assert (act.act, act.quad, act.modality) == (case["act"], case["quad"], case["modality"])
    assert (act.actor, act.target) == (actor, target)


@pytest.mark.parametrize("case", parameters("find_acts"))
def test_frozen_case_found(case: dict[str, Any]) -> None:
    article = parse_article(case["text"])
    found = [
        (act.act, act.modality)
        for act in find_acts(article)
        if overlaps(act.actor, place(article, case["actor"]))
        and overlaps(act.target, place(article, case["target"]))
    ]
    assert (case["act"], case["modality"]) in found


def overlaps(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end


def test_known_failures_are_cases() -> None:
    labels = {case["label"] for case in CASES}
    assert set(KNOWN) == {"act_between", "find_acts"}
    assert all(set(known) <= labels for known in KNOWN.values())


def annotated() -> list[tuple[dict[str, str], Span, Span | None, Span | None]]:
    """Each act of the gold with its span, its actor and its target."""
    article = study_text()

    def span(row: dict[str, str], name: str) -> Span | None:
        start = row[f"{name}_start"]
        return article.span(int(start), int(row[f"{name}_end"])) if start else None

    return [
        (
            row,
            article.span(int(row["start"]), int(row["end"])),
            span(row, "actor"),
            span(row, "target"),
        )
        for row in gold("acts")
    ]


def test_study_text_between() -> None:
    rows = [(row, actor, target) for row, _, actor, target in annotated() if actor and target]
    right = sum(
        act_between(study_text(), actor=actor, target=target).act == row["act"]
        for row, actor, target in rows
    )
    assert len(rows) == 15
    assert right >= 13


def test_study_text_found() -> None:
    left = list(find_acts(study_text()))
    n_found, both = len(left), 0
    for row, span, actor, target in annotated():
        for act in left:
            fits = act.act == row["act"] and overlaps(act.span, span)
            fits = fits and (actor is None or overlaps(act.actor, actor))
            if fits and (target is None or overlaps(act.target, target)):
                left.remove(act)
                both += 1
                break
    assert 2 * both / (n_found + len(annotated())) >= 0.7


def check(article: Article, act: Act) -> None:
    assert act.act in roots()
    assert (act.quad, act.score) == roots()[act.act]
    assert act.modality in MODALITIES
    assert act.rule == "weights" or act.rule in verbs().entries
    for span in (act.span, act.actor, act.target):
        assert span is None or article.text[span.start : span.end] == span.text != ""


SOME = """
    Calder Lund accused bombed was were by of the will not if , . “ ” and to meet must troops
    sanctions saying ready peace
"""
WORDS = st.sampled_from([*SOME.split(), "\n\n"])


@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_that_slice_back(text: str) -> None:
    article = parse_article(text)
    acts = find_acts(article)
    for act in acts:
        check(article, act)
    assert list(acts) == sorted(acts, key=lambda act: act.span)
    assert acts == find_acts(parse_article(text))


@given(st.text(min_size=2, max_size=120), st.data())
def test_any_two_spans_get_exactly_one_act(text: str, data: st.DataObject) -> None:
    article = parse_article(text)
    places = st.integers(0, len(text) - 1)
    starts = data.draw(places), data.draw(places)
    actor, target = (article.span(start, start + 1) for start in starts)
    check(article, act_between(article, actor=actor, target=target))


@pytest.mark.parametrize("unit", ["Calder accused ", "Lund will bomb and ", "of Calder, "])
def test_a_sentence_without_end_is_read_to_its_end(unit: str) -> None:
    acts = find_acts(article := parse_article(unit * 2400))
    assert all(article.text[a.span.start : a.span.end] == a.span.text for a in acts)


def test_misuse_is_named() -> None:
    article = parse_article("Calder met Lund.")
    calder = article.span(0, 6)
    with pytest.raises(TypeError, match="target is 'Lund'; give a Span"):
        act_between(article, actor=calder, target="Lund")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"actor .* no place of this article"):
        act_between(article, actor=Span(0, 6, "Estmar"), target=calder)


def test_roots_and_verbs() -> None:
    assert len(roots()) == 15
    assert {quad for quad, _ in roots().values()} == {
        "verbal_coop",
        "material_coop",
        "verbal_conf",
        "material_conf",
    }
    assert len(verbs().entries) >= 500
    assert set(verbs().roots) == set(roots())
