"""What notebook 04 says in words about newslib's accuracy is true of its tables."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from support import ROOT, gold, study_text

import newslib

RESULTS = ROOT / "data" / "results"
PUBLIC = pd.read_csv(ROOT / "data" / "benchmarks" / "figures.tsv", sep="\t")
LAYERS = {"mentions": "kind", "quotes": "kind", "hedges": "category", "frames": "frame"}


@cache
def result(name: str) -> pd.DataFrame:
    return pd.read_csv(RESULTS / f"trust_{name}.csv")


def of(layer: str, label: str, figure: str) -> float:
    """A figure of the constructed stories."""
    table = result("constructed")
    rows = table[(table["layer"] == layer) & (table["label"] == label)]
    return float(rows[figure].iloc[0])


def figure(measure: str, data: str, system: str = "newslib") -> float:
    """A public figure, of the split that stands first."""
    rows = PUBLIC[(PUBLIC["measure"] == measure) & (PUBLIC["data"] == data)]
    return float(rows.loc[rows["system"] == system, "figure"].iloc[0])


@pytest.mark.parametrize(("layer", "label"), [*LAYERS.items(), ("acts", "act")])
def test_only_acts_part_from_the_reader_on_the_study_text(layer: str, label: str) -> None:
    found = getattr(newslib, f"{layer}_table")(study_text())
    marked = pd.DataFrame(gold(layer)).assign(article=study_text().id)
    parted = newslib.disagreements(found, gold=marked, label=label)
    assert parted.empty == (layer != "acts")
    scores = newslib.score_against(found, gold=marked, label=label, samples=1)
    kept = result("study").query("layer == @layer")
    assert list(kept["f1"]) == list(scores["f1"])


def test_the_acts_that_are_missed_are_those_the_notebook_names() -> None:
    marked = pd.DataFrame(gold("acts")).assign(article=study_text().id)
    found = newslib.acts_table(study_text())
    parted = newslib.disagreements(found, gold=marked, label="act")
    missed = parted.loc[parted["found"].isna(), "text"]
    assert [text.split()[0] for text in missed] == ["said,", "is", "argued"]


def test_the_scores_on_the_constructed_stories_are_those_of_this_newslib() -> None:
    stories = list(newslib.read_articles(ROOT / "data" / "constructed"))
    cues = ROOT / "data" / "gold" / "constructed" / "planted_cues.tsv"
    planted = pd.read_csv(cues, sep="\t").query("layer == 'hedge'")
    hedges = newslib.hedges_table(stories, voice=False)
    known = hedges[hedges["category"].isin(planted["category"])]
    coded = newslib.articles_table(stories)
    scores = newslib.score_against(known, gold=planted, label="category", within=coded)
    kept = result("constructed").query("layer == 'hedge'").drop(columns="layer")
    assert kept.reset_index(drop=True).equals(scores.astype(kept.dtypes))


def test_the_words_on_the_constructed_stories_are_right() -> None:
    assert min(of("hedge", "all", f) for f in ("precision", "recall")) > 0.9
    assert of("frame", "all", "precision") == 1
    assert of("frame", "all", "recall") == pytest.approx(0.6, abs=0.05)
    assert of("frame", "onus", "recall") == pytest.approx(0.4, abs=0.05)
    assert min(of("speech", "direct", f) for f in ("precision", "recall")) > 0.9
    assert of("speech", "indirect", "recall") > 0.9
    assert of("speech", "indirect", "precision") == pytest.approx(0.75, abs=0.05)
    for layer, label in (("hedge", "conditional"), ("hedge", "weasel"), ("speech", "mixed")):
        assert of(layer, label, "n_gold") <= 5


def test_the_words_on_the_errors_are_right() -> None:
    errors = result("errors")
    missed = errors[errors["found"].isna()].groupby("gold").head(2)
    assert {"must come from", "was caused by", "agreement"} <= set(missed["text"])
    vain = errors.query("found == 'indirect'")
    clause = vain["text"].str.match("(?:that|if|whether|where|which|to) ")
    assert clause.mean() < 0.5
    assert "that she has told Pellick as much" in set(vain.head(5)["text"])
    assert errors.apply(lambda row: row["text"] in row["sentence"], axis=1).all()


def test_newslib_is_ahead_of_word_lists_and_rules_on_every_question() -> None:
    rules = PUBLIC[PUBLIC["kind"] == "rules"]
    assert rules[["measure", "data"]].drop_duplicates().shape[0] > 10
    for row in rules.to_dict("records"):
        assert figure(row["measure"], row["data"]) > row["figure"], row


def test_the_words_on_quotations_are_right() -> None:
    whole, reported = "F1, span found", "F1, reported speech"
    neural, human = "fine-tuned BERT", "humans"
    assert abs(figure(whole, "PolNeAR") - figure(whole, "PolNeAR", neural)) < 3
    assert 0 < figure(reported, "PolNeAR", neural) - figure(reported, "PolNeAR") < 5
    for measure in (whole, reported):
        assert figure(measure, "PolNeAR") < figure(measure, "PolNeAR", human)


@pytest.mark.parametrize(
    "data", ["Wikipedia weasel sentences", "biomedical abstracts", "central-bank sentences"]
)
def test_ngrams_alone_come_within_three_points_on_hedged_sentences(data: str) -> None:
    assert 0 < figure("F1", data) - figure("F1", data, "n-grams alone") < 3


@pytest.mark.parametrize("data", ["NewsMTSC real-world", "NewsMTSC several-targets"])
def test_tone_is_far_from_either_side(data: str) -> None:
    for below in ("TextBlob", "VADER"):
        assert figure("macro-F1", data) > figure("macro-F1", data, below) + 10
    assert figure("macro-F1", data) < figure("macro-F1", data, "RoBERTa") - 10


@pytest.mark.parametrize("frame", ["conflict", "economic"])
def test_a_word_model_tells_climate_frames_better(frame: str) -> None:
    measure, data = f"macro-F1, {frame}", "narrative frames"
    assert figure(measure, data) < figure(measure, data, "TF-IDF") - 10


def test_textblob_agrees_with_neither_on_either_text() -> None:
    methods = result("methods")
    alphas = methods[methods["first"] == "textblob"]["alpha"]
    assert len(alphas) == 4
    assert alphas.max() < 0.667
    others = methods[methods["first"] != "textblob"]["alpha"]
    assert others.min() > alphas.max()
