"""What the notebooks say in words about the study text is true of it."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from support import ROOT, gold, study_text

import newslib
from newslib import load_lexicon

LAVROV = "Sergey Lavrov"
FUNCTION_WORDS = load_lexicon("function_words")


def half(places: pd.Series, share: float) -> pd.Series:
    return places / len(study_text().text) <= share


def test_one_man_is_named_in_three_ways_before_the_body_begins() -> None:
    quotes = newslib.quotes_table(study_text())
    head = quotes[quotes["part"].isin(["headline", "standfirst", "caption"])]
    assert list(head["mention"]) == ["Lavrov", "Russian foreign minister", "Lavrov"]
    assert set(head["speaker"]) == {LAVROV}
    assert head.iloc[0]["cue"] == ":"


def test_long_sentences_report_and_short_ones_are_spoken() -> None:
    table = newslib.sentences_table(study_text()).sort_values("n_words", kind="stable")
    assert set(table.head(2)["voice_kind"]) == {"direct"}
    for text in table.tail(2)["text"]:
        assert re.search("noting|saying|accusing", text)


def test_reporting_verbs_and_names_lead_the_list_of_words() -> None:
    table = newslib.count_words(newslib.tokens_table(study_text()), without=FUNCTION_WORDS)
    assert list(table["word"].head(2)) == ["said", "lavrov"]


def test_the_first_fifty_words_look_far_more_varied() -> None:
    tokens = newslib.tokens_table(study_text())
    first, more = (newslib.type_token_ratio(tokens, words=n) for n in (50, 400))
    assert first > more + 0.2


def test_the_initiative_is_never_the_newsrooms_own_word() -> None:
    table = newslib.kwic(study_text(), "initiative")
    assert len(table) == 4
    assert set(table["voice"]) == {LAVROV}


def test_the_story_moves_from_the_summit_to_the_war() -> None:
    for word in ("summit", "initiative"):
        assert half(newslib.kwic(study_text(), word)["start"], 2 / 3).all()
    for word in ("NATO", "ceasefire"):
        assert not half(newslib.kwic(study_text(), word)["start"], 4 / 5).any()


def test_one_speaker_has_more_words_than_the_newsroom() -> None:
    shares = newslib.voices_table(study_text()).groupby("voice")["share"].sum()
    assert shares.idxmax() == LAVROV
    assert shares[LAVROV] > 0.5 > shares["narrator"]


def test_most_reporting_is_a_form_of_say() -> None:
    quotes = newslib.quotes_table(study_text())
    cues = quotes.loc[quotes["level"] == 0, "cue"].str.lower()
    assert cues.str.contains("said|say").mean() > 0.5
    assert {"accusing", "also argued"} <= set(cues)


@pytest.mark.parametrize("word", ["mistake", "worsen", "lies", "United", "stressing"])
def test_judgements_names_and_idioms_make_the_scores(word: str) -> None:
    table = newslib.sentiment_table(study_text(), methods=["vader"])
    assert table["evidence"].str.contains(word, regex=False).any()


def test_textblob_stands_apart_from_both_others() -> None:
    table = newslib.method_agreement(newslib.sentiment_table(study_text()))
    alphas = table.set_index(["first", "second"])["alpha"]
    assert alphas["textblob", "vader"] < 0.67
    assert alphas["textblob", "news"] < 0.67
    assert alphas.max() == alphas["vader", "news"]


def test_most_mentions_are_neutral() -> None:
    assert (newslib.targets_table(study_text())["label"] == "neutral").mean() > 0.5


def test_the_verbs_of_weight_and_distance_are_few() -> None:
    quotes = newslib.quotes_table(study_text())
    outer = quotes[quotes["level"] == 0].set_index("cue")["stance"]
    assert outer["accusing"] == "distance"
    assert outer["reiterated"] == "pronounce"
    assert (outer == "acknowledge").mean() > 0.5


def test_every_hedge_of_the_story_stands_in_attributed_speech() -> None:
    table = newslib.hedges_table(study_text())
    assert set(table["voice"]) == {LAVROV}
    marked = table[table["text"] == '"mistake"']
    assert list(marked["category"]) == ["evidential"]
    assert set(table.loc[table["text"].isin(["not", "n't"]), "category"]) == {"negation"}


def test_the_onus_runs_from_the_headline_and_is_never_the_newsrooms() -> None:
    table = newslib.frames_table(study_text())
    onus = table[table["frame"] == "onus"]
    assert onus.iloc[0]["part"] == "headline"
    assert set(onus["voice"]) == {LAVROV}
    assert onus["text"].nunique() >= 4
    assert {"Washington", "the United States"} <= set(onus["scope"])
    assert half(onus["start"], 2 / 3).all()


def test_the_acts_the_notebook_calls_mistakes_still_are() -> None:
    acts = newslib.acts_table(study_text())
    assert {"continue shelling", "droning"} <= set(acts["text"])
    assert not acts["text"].str.contains("cancel").any()


def test_those_who_press_are_the_ones_the_minister_speaks_of() -> None:
    last = newslib.acts_table(study_text()).iloc[-1]
    assert (last["text"], last["actor"]) == ("pressuring", "they")


def test_the_newsroom_is_left_the_words_of_reporting_and_no_word_stands_out() -> None:
    words = newslib.content_words(newslib.tokens_table(study_text()), without=FUNCTION_WORDS)
    odds = newslib.log_odds(words, by="voice", groups=(LAVROV, "narrator"))
    assert set(odds["word"].tail(2)) == {"said", "lavrov"}
    assert odds["z"].abs().max() < 1.96


@pytest.mark.parametrize("row", gold("quotes"), ids=lambda row: row["text"][:30])
def test_every_quotation_of_the_gold_is_a_row(row: dict[str, str]) -> None:
    table = newslib.quotes_table(study_text())
    found = table[(table["start"] == int(row["start"])) & (table["end"] == int(row["end"]))]
    assert len(found) == 1
    one = found.iloc[0].fillna("")
    assert (one["kind"], one["speaker"], one["mention"]) == (
        row["kind"],
        row["speaker"],
        row["mention"],
    )


def test_the_readme_says_which_notebook_writes_which_result() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    written = sorted((ROOT / "data" / "results").rglob("*.*"))
    assert written
    for file in written:
        assert f"`{file.name}`" in readme or f"`figures/{file.name}`" in readme, file.name
        code = "".join(p.read_text("utf-8") for p in (ROOT / "notebooks").glob("0*.ipynb"))
        assert f'\\"{file.name}\\"' in code, f"no notebook writes {file.name}"
