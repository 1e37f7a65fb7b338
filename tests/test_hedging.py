"""Hedges, stance and certainty: invented cases, the study text's gold, and what always holds."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import cases, gold, study_text

from newslib import parse_article, read_lexicon, sentences
from newslib.hedging import CATEGORIES, Stance, find_hedges, score_certainty, stance_of
from newslib.hedging.certainty import GENRES
from newslib.hedging.finding import EVERY_RULE, find_with_rules
from newslib.hedging.view import WINDOW
from newslib.lexicon import Entry, Hit, Lexicon, load_lexicon
from newslib.lexicons import packaged, read_rows

PIECES = re.findall(
    r"\S+|\n\n",
    "may might could would must should if unless some critics say about 30 I think is believed to "
    'not n\'t no doubt "train" likely , . ? ! the envoy talks May said that it seems to a large '
    "extent kind of rather than as long as had İ 😀 \n\n",
)
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


def hedges(text: str) -> tuple[Hit, ...]:
    return find_hedges(parse_article(text))


@pytest.mark.parametrize("case", cases("hedging"))
def test_case(case: dict[str, Any]) -> None:
    found = hedges(case["text"])
    wanted = [(hit["text"], hit["category"], hit.get("negated", False)) for hit in case["hits"]]
    assert Counter((h.span.text, h.category, h.negated) for h in found) == Counter(wanted)
    assert not {hit.span.text for hit in found} & set(case["absent"])


def test_study_text_is_matched_with_scope_and_negation() -> None:
    wanted = [
        (int(r["start"]), int(r["end"]), r["category"], r["scope"], r["negated"] == "yes")
        for r in gold("hedges")
    ]
    found = find_hedges(study_text())
    assert wanted == [
        (h.span.start, h.span.end, h.category, h.scope.text if h.scope else "", h.negated)
        for h in found
    ]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The truce may hold, but nobody is sure.", "hold"),
        ("The truce may hold, deepen, and last.", "hold, deepen, and last"),
        ("The truce may hold, Marsh said.", "hold"),
        ("The envoy named a possible summit in Torrin.", "summit"),
        ("If the river rises, the bridge closes.", "the river rises"),
        ("Some 40 ships left the harbour.", "40 ships"),
        ("A hundred or so boats were sunk.", "A hundred"),
        ("A new treaty is unlikely.", "A new treaty is"),
        ('"The truce may hold," Marsh said.', "hold"),
    ],
)
def test_scope(text: str, scope: str) -> None:
    found = hedges(text)[0].scope
    assert found is not None
    assert found.text == scope


def test_a_discontinuous_cue_is_one_hit() -> None:
    assert [hit.span.text for hit in hedges("It was to a surprising extent a copy.")] == [
        "to a surprising extent"
    ]


@pytest.mark.parametrize("cue", ["it is", "or so", "perhaps", "in a sense"])
def test_a_cue_that_ends_the_text_is_one_hit_at_most(cue: str) -> None:
    found = hedges(f"He stayed 30 days {cue}")
    assert {hit.span.text for hit in found} <= {cue}
    assert len(found) <= 1


def test_what_i_do_not_think_is_denied_and_its_negation_a_hit_of_its_own() -> None:
    found = [(h.span.text, h.negated) for h in hedges("I do not think the offer is genuine.")]
    assert found == [("I do not think", True), ("not", False)]


def test_text_without_capitals() -> None:
    text = "the envoys may return in may and perhaps stay."
    assert [hit.span.start for hit in hedges(text)] == [11, 33]


def test_categories_are_chosen() -> None:
    article = parse_article("If the truce fails, about 50 ships may sail.")
    assert [hit.span.text for hit in find_hedges(article, categories=["conditional"])] == ["If"]
    assert find_hedges(article, categories=[]) == ()


def test_an_unknown_category_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="'hedge'; choose among epistemic, evidential"):
        find_hedges(parse_article("It may."), categories=["hedge"])
    with pytest.raises(TypeError, match="give a list"):
        find_hedges(parse_article("It may."), categories="epistemic")


def test_a_lexicon_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    rows = ["entry\tcategory\tforms\tneeds", "word is\trumour\tword was\t", "may\tchance\t\tmodal"]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    mine = read_lexicon(file)
    article = parse_article('Word was that "rain" may come in May, perhaps.')
    found = find_hedges(article, lexicon=mine)
    assert [(h.span.text, h.category, h.rule) for h in found] == [
        ("Word was", "rumour", "listed"),
        ("may", "chance", "modal"),
    ]
    with pytest.raises(ValueError, match="choose among chance, rumour"):
        find_hedges(article, categories=["epistemic"], lexicon=mine)


def test_an_unknown_rule_in_a_lexicon_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    file.write_text("entry\tcategory\tneeds\nmay\tchance\tmagic\n", encoding="utf-8")
    with pytest.raises(ValueError, match="'may' needs 'magic'; choose one of the rules modal"):
        find_hedges(parse_article("It may."), lexicon=read_lexicon(file))


def test_every_rule_is_needed_by_an_entry_and_every_category_listed() -> None:
    entries = load_lexicon("hedges").entries
    assert {e["needs"] for e in entries} - {""} == EVERY_RULE - {"longest", "scare_quotes"}
    assert {e.category for e in entries} == set(CATEGORIES)
    assert all(e.strength is not None and 0 < e.strength <= 1 for e in entries)


def test_without_rules_the_traps_are_hits() -> None:
    article = parse_article("The envoys spoke about the river in May.")
    assert find_hedges(article) == ()
    found = find_with_rules(article, load_lexicon("hedges"), frozenset())
    assert [hit.span.text for hit in found] == ["about", "May"]


@pytest.mark.parametrize(
    ("cue", "verb", "stance"),
    [
        ("has said", "say", "acknowledge"),
        ("also argued", "argue", "pronounce"),
        ("said:", "say", "acknowledge"),
        (":", ":", "acknowledge"),
        ("accusing", "accuse", "distance"),
        ("issued a communique saying", "say", "acknowledge"),
        ("ruled out", "rule out", "deny"),
        ("took  note\nof", "take note of", "acknowledge"),
        ("reserves the right", "reserve the right", "pronounce"),
        ("According to", "according to", "acknowledge"),
        ("admitted", "admit", "concur"),
        ("the claim", "claim", "distance"),
    ],
)
def test_stance_of_a_cue(cue: str, verb: str, stance: str) -> None:
    found = stance_of(cue)
    assert isinstance(found, Stance)
    assert (found.verb, found.stance) == (verb, stance)


def test_stance_of_no_cue() -> None:
    assert stance_of("") is None
    assert stance_of("walked") is None


def test_stance_lexicon_keeps_its_scales() -> None:
    rows = list(read_rows(packaged("stance"), name="stance.tsv"))
    classes = {"acknowledge", "distance", "endorse", "pronounce", "concur", "deny", "counter"}
    assert len(rows) >= 300
    assert {row["category"] for row in rows} == classes
    assert all(1 <= int(row["force"]) <= 5 for row in rows)
    assert all(-3 <= float(row["commitment"]) <= 3 for row in rows)
    assert {row["source"].split(" (")[0] for row in rows} == {"MegaVeridicality", "our reading"}


@pytest.mark.parametrize("genre", GENRES)
def test_certainty_of_each_sentence(genre: str) -> None:
    article = parse_article("The truce holds. Perhaps it may possibly last, some critics say.")
    plain, hedged = score_certainty(article, genre=genre)
    assert (plain.hedged, hedged.hedged) == (False, True)
    assert plain.certainty > hedged.certainty
    assert [hit.span.text for hit in hedged.evidence][:2] == ["Perhaps", "may"]


def test_an_unknown_genre_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="'poetry'; choose one of news, encyclopedic"):
        score_certainty(parse_article("It may."), genre="poetry")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", '"', "may", "May", "if", "not"])
def test_small_texts_give_small_answers(text: str) -> None:
    article = parse_article(text)
    assert len(score_certainty(article)) == len(sentences(article))
    assert len(find_hedges(article)) <= 1


@settings(max_examples=150, deadline=None)
@given(st.one_of(PROSE, st.text(max_size=80)))
def test_what_always_holds(text: str) -> None:
    article = parse_article(text)
    found = find_hedges(article)
    assert list(found) == sorted(found, key=lambda h: (h.span.start, h.span.end, h.category))
    for hit in found:
        assert article.text[hit.span.start : hit.span.end] == hit.span.text
        assert hit.category in CATEGORIES
        assert hit.rule == "listed" or hit.rule in EVERY_RULE
        if hit.scope is not None:
            assert article.text[hit.scope.start : hit.scope.end] == hit.scope.text
            outside = hit.scope.end <= hit.span.start or hit.scope.start >= hit.span.end
            assert outside or hit.rule == "scare_quotes"
    scores = score_certainty(article)
    assert [score.span for score in scores] == [s.span for s in sentences(article)]
    assert all(1 <= score.certainty <= 6 for score in scores)


def test_every_hit_is_evidence_of_its_own_sentence_only() -> None:
    article = study_text()
    for score in score_certainty(article):
        for hit in score.evidence:
            assert score.span.start <= hit.span.start < score.span.end


def test_a_scope_ends_however_long_the_phrase() -> None:
    hits = find_hedges(parse_article("obvious " * 400))
    assert len(hits) == 400
    assert max(len(hit.scope.text.split()) for hit in hits if hit.scope) <= WINDOW


def test_a_lexicon_is_a_lexicon() -> None:
    with pytest.raises(TypeError, match="lexicon is a str; give a Lexicon"):
        find_hedges(parse_article("Talks may resume."), lexicon="mine.tsv")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Talks may resume; nobody knows.", "resume"),
        ("Talks may resume, but the army is ready.", "resume"),
        ("Talks may resume, which pleased the envoy.", "resume"),
        ("Talks may resume, raising hopes in Borduria.", "resume"),
        ("Talks may resume, and he left.", "resume"),
        ("Talks may resume, and Borduria agreed.", "resume"),
        ("Talks may resume, or there is war.", "resume"),
        ("Talks may resume, and that is all.", "resume"),
        ("Talks may resume, Ann Marsh told reporters.", "resume"),
        ("Talks may bring peace, and trade, and work.", "bring peace, and trade, and work"),
        ('Marsh said "talks may resume" on Monday.', "resume"),
        ("Marsh said “talks may resume” on Monday.", "resume"),
        ('Talks may bring "lasting peace" to us.', 'bring "lasting peace" to us'),
        ("Talks may bring “lasting peace” to us.", "bring “lasting peace” to us"),
        ("“Talks may bring ‘lasting peace’ to us,” he said.", "bring ‘lasting peace’ to us"),
        ('He said: "It may rain" and left.', "rain"),
        ("If talks fail, the army moves.", "talks fail"),
        ("About 300 of the $5 million men left.", "300 of the $5 million men"),
        ("The likely winner of the vote left.", "winner of the vote"),
    ],
)
def test_a_scope_ends_with_its_clause_or_phrase(text: str, scope: str) -> None:
    found = [hit.scope.text for hit in hedges(text) if hit.scope and hit.rule != "scare_quotes"]
    assert found[0] == scope


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He called it a "peace" deal.', ['"peace"']),
        ('The "peace deal" failed.', ['"peace deal"']),
        ('The "peace 42" deal failed.', ['"peace 42"']),
        ('The "peace deal now" failed.', []),
        ('The "Peace Deal" failed.', []),
        ('The "peace!" cry rose.', []),
        ('The "pre-" was left out.', []),
        ('The "42" deal failed.', []),
        ('The " peace" deal failed.', []),
        ("The “peace deal failed.", []),
        ('The word "peace" means much.', []),
    ],
)
def test_a_word_or_two_in_marks_keep_distance(text: str, found: list[str]) -> None:
    assert [hit.span.text for hit in hedges(text) if hit.rule == "scare_quotes"] == found


def test_every_form_of_an_entry_of_ones_own_is_found() -> None:
    columns = (("forms", "sort of|as … as it were"),)
    lexicon = Lexicon("mine", (Entry("kind of", "approximator", 0.4, "n", "s", columns),))
    article = parse_article("It kind of works, it sort of fails, as good as it were not.")
    found = find_hedges(article, lexicon=lexicon)
    assert [hit.span.text for hit in found][:2] == ["kind of", "sort of"]
    assert {(hit.category, hit.strength) for hit in found} == {("approximator", 0.4)}
