"""The constructed corpus, what newslib finds in it, and the notebook to point at another."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from _pytest.mark.structures import ParameterSet
from support import ROOT

import newslib
from newslib import Article, load_lexicon, read_articles
from newslib.lexicons import read_rows

FOLDER = ROOT / "data" / "constructed"
RESULTS = ROOT / "data" / "results"
NOTEBOOK = ROOT / "notebooks" / "05_your_own_corpus.ipynb"
NEWSROOMS = ("broadcaster", "tabloid", "wire")
HEDGES = dict.fromkeys(("epistemic", "evidential", "approximator", "weasel"), "hedge")
COLUMNS = ("article", "start", "end", "text", "layer", "category", "party", "speaker")
LEADERS = (
    "Albanese|Biden|Carney|Erdogan|Fico|Ishiba|Lavrov|Lula|Macron|Meloni|Merz|Milei|Modi|"
    "Netanyahu|Orban|Putin|Rubio|Sanchez|Scholz|Sheinbaum|Starmer|Trudeau|Trump|Tusk|Zelensky"
)
FRAMES = ("blame", "conflict", "negotiation", "onus")


@cache
def stories() -> dict[str, Article]:
    return {article.id: article for article in read_articles(FOLDER)}


def rows(name: str) -> list[dict[str, str]]:
    text = (ROOT / "data" / "gold" / "constructed" / f"{name}.tsv").read_text("utf-8")
    return list(read_rows(text, name=name, required=()))


def measure(cue: dict[str, str]) -> str:
    return "speech" if cue["layer"] == "speech" else HEDGES.get(cue["category"], cue["category"])


def n_words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def prose(article: Article) -> list[str]:
    parts = (article.headline, article.standfirst, article.caption, *article.paragraphs)
    return [part.text for part in parts if part]


def result(name: str) -> pd.DataFrame:
    return pd.read_csv(RESULTS / f"corpus_{name}.csv")


@cache
def tables() -> dict[str, pd.DataFrame]:
    made = {
        "tokens": newslib.tokens_table(stories().values()),
        "hedges": newslib.hedges_table(stories().values()),
        "frames": newslib.frames_table(stories().values()),
    }
    for table in made.values():
        table["newsroom"] = table["article"].str.partition("/")[0]
    return made


@cache
def rates() -> pd.DataFrame:
    """What newslib finds, by measure and newsroom, with the planted rate beside it."""
    tokens, hedges, frames = tables().values()
    hits = pd.concat(
        [
            hedges.assign(measure=hedges["category"].replace(HEDGES)),
            frames.assign(measure=frames["frame"]),
            tokens[(tokens["voice"] != "narrator") & (tokens["kind"] != "punctuation")].assign(
                measure="speech"
            ),
        ]
    )
    found = newslib.rates(hits, tokens=tokens, by="newsroom", of="measure")
    planted = pd.DataFrame(rows("planted")).astype({"rate": "float64"}).drop(columns=["n", "words"])
    return found.merge(planted, on=["measure", "newsroom"], suffixes=("", "_planted"))


def column(name: str, of: str) -> dict[str, float]:
    """One figure of a measure, by newsroom."""
    chosen = rates()[rates()["measure"] == of]
    return dict(zip(chosen["newsroom"], chosen[name].astype(float), strict=True))


def test_eight_events_are_told_by_three_newsrooms() -> None:
    events = sorted({name.partition("/")[2] for name in stories()})
    assert len(events) == 8
    assert list(stories()) == [f"{room}/{event}" for room in NEWSROOMS for event in events]
    for article in stories().values():
        assert 150 <= sum(map(n_words, prose(article))) <= 300, article.id


def test_every_story_says_that_it_is_constructed() -> None:
    for article in stories().values():
        assert article.source, article.id
        assert article.source.text.endswith(", constructed for newslib"), article.id
        assert "constructed for newslib" not in " ".join(prose(article)), article.id


def test_no_paragraph_is_told_twice() -> None:
    told = [text for article in stories().values() for text in prose(article)]
    assert len(set(told)) == len(told)


def test_no_real_state_capital_or_people_is_named() -> None:
    names = "|".join(re.escape(entry.entry) for entry in load_lexicon("states").entries)
    for article in stories().values():
        assert not re.findall(rf"\b(?:{names})\b", article.text), article.id


def test_no_leader_of_our_day_is_named() -> None:
    for article in stories().values():
        assert not re.findall(rf"\b(?:{LEADERS})\b", article.text), article.id


def test_every_planted_cue_stands_where_the_table_says() -> None:
    for cue in rows("planted_cues"):
        text = stories()[cue["article"]].text
        assert text[int(cue["start"]) : int(cue["end"])] == cue["text"]
        assert cue["category"] == "onus" or not cue["party"], cue
        assert all(name in text for name in (cue["party"], cue["speaker"])), cue
        assert {*cue} == set(COLUMNS)


def test_every_planted_rate_is_the_count_of_its_cues() -> None:
    cues = rows("planted_cues")
    assert len(rows("planted")) == 3 * len({"hedge", "booster", "speech", *FRAMES})
    for row in rows("planted"):
        texts = [
            cue["text"]
            for cue in cues
            if measure(cue) == row["measure"] and cue["article"].startswith(row["newsroom"] + "/")
        ]
        told = [a for a in stories().values() if a.id.startswith(row["newsroom"] + "/")]
        words = sum(n_words(text) for article in told for text in prose(article))
        n = sum(map(n_words, texts)) if row["measure"] == "speech" else len(texts)
        assert (int(row["n"]), int(row["words"])) == (n, words), row
        assert float(row["rate"]) == pytest.approx(1000 * n / words, abs=1e-4), row


def planted_rates() -> list[ParameterSet]:
    """Each planted rate, those that newslib's interval misses as strict expected failures."""
    known = ROOT / "tests" / "cases" / "corpus_known_failures.json"
    reasons: dict[str, str] = json.loads(known.read_text("utf-8"))
    found = []
    for row in rows("planted"):
        label = f"{row['measure']} in {row['newsroom']}"
        reason = reasons.pop(label, None)
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        found.append(pytest.param(row["measure"], row["newsroom"], id=label, marks=marks))
    assert not reasons, f"{known.name} names rates that were not planted: {sorted(reasons)}"
    return found


@pytest.mark.parametrize(("of", "newsroom"), planted_rates())
def test_the_interval_holds_the_planted_rate(of: str, newsroom: str) -> None:
    low, high, planted = (column(name, of)[newsroom] for name in ("low", "high", "rate_planted"))
    assert low <= planted <= high


@pytest.mark.parametrize("of", ["hedge", "booster", "speech", *FRAMES])
def test_the_newsrooms_stand_in_the_planted_order(of: str) -> None:
    found, planted = column("rate", of), column("rate_planted", of)
    pairs = [(a, b) for a in NEWSROOMS for b in NEWSROOMS if planted[a] < planted[b]]
    assert pairs
    for lower, higher in pairs:
        assert found[lower] < found[higher]


def test_hedges_tell_the_newsrooms_apart_and_speech_the_tabloid() -> None:
    for of, lower, higher in (
        ("hedge", "tabloid", "broadcaster"),
        ("hedge", "broadcaster", "wire"),
        ("speech", "tabloid", "broadcaster"),
    ):
        assert column("high", of)[lower] < column("low", of)[higher]


def test_the_results_are_those_of_this_newslib() -> None:
    for row in result("planted").to_dict("records"):
        for name in ("n", "rate", "low", "high", "rate_planted"):
            assert column(name, row["measure"])[row["newsroom"]] == row[name], row


def test_the_notebook_on_voices_is_right() -> None:
    speech = column("rate", "speech")
    assert speech["wire"] > 500 > speech["broadcaster"] > 200 > speech["tabloid"]
    tokens = tables()["tokens"]
    heard = tokens.loc[tokens["newsroom"] == "broadcaster", "voice"].value_counts()
    assert set(heard.drop(["narrator", "unnamed"]).index[:2]) == {"Ilse Tarrend", "Matthis Orvane"}


def test_the_notebook_on_certainty_is_right() -> None:
    levels = result("certainty").sort_values("certainty")
    assert list(levels["newsroom"]) == ["wire", "broadcaster", "tabloid"]


def frames_of(newsroom: str) -> pd.DataFrame:
    frames = tables()["frames"]
    return frames[frames["newsroom"] == newsroom]


def test_the_notebook_on_frames_is_right() -> None:
    most = {room: set(frames_of(room)["frame"].mode()) for room in NEWSROOMS}
    assert most["tabloid"] == {"blame"}
    assert "negotiation" in most["broadcaster"] & most["wire"]


def test_the_notebook_on_the_onus_is_right() -> None:
    movers = {room: frames_of(room).query("frame == 'onus'")["scope"] for room in NEWSROOMS}
    own = "Teshil|Marrowen|Orvane|Tarrend"
    assert not movers["broadcaster"].str.contains(own).any()
    assert set(movers["tabloid"]) == {"Orvane"}


def test_the_notebook_on_words_and_tone_is_right() -> None:
    keyness = result("words")
    first = {room: list(keyness.loc[keyness["group"] == room, "word"]) for room in NEWSROOMS}
    assert first["wire"][0] == "said"
    assert first["tabloid"][:2] == ["gannet", "blame"]
    assert first["broadcaster"][:2] == ["tarrend", "president"]
    for _, scores in result("tone").groupby("method"):
        assert scores["low"].max() < scores["high"].min()
    towards = result("targets").query("newsroom == 'broadcaster' and name == 'Ilse Tarrend'")
    assert float(towards["tone"].iloc[0]) < 0


def test_the_notebook_on_what_was_missed_is_right() -> None:
    scores = result("cues").to_dict("list")
    recall = dict(zip(scores["label"], scores["recall"], strict=True))
    assert min(scores["precision"]) > 0.9
    assert max(recall[frame] for frame in FRAMES) < recall["hedge"]
    assert recall["onus"] < 0.5
    missed = result("planted").query("not covered")
    above = missed[missed["rate"] > missed["rate_planted"]]
    assert list(above["measure"]) == ["speech"]


def test_papermill_points_the_notebook_at_another_folder(tmp_path: Path) -> None:
    for name, text in OTHERS.items():
        file = tmp_path / "mine" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    before = checksums()
    made = run_papermill(tmp_path, articles="mine", results="found")
    assert checksums() == before
    outputs = [output for cell in made["cells"] for output in cell.get("outputs", [])]
    assert outputs
    assert "error" not in {output["output_type"] for output in outputs}
    assert "stderr" not in {output.get("name") for output in outputs}
    kept = {path.relative_to(RESULTS) for path in RESULTS.rglob("corpus_*")}
    assert {path.relative_to(tmp_path / "found") for path in tmp_path.rglob("corpus_*")} == kept
    newsrooms = pd.read_csv(tmp_path / "found" / "corpus_articles.csv")["newsroom"]
    assert set(newsrooms) == {"north", "south"}


OTHERS = {
    "north/a.txt": 'Talks may resume\n\n"We may meet," Ann Marsh said. Rain fell on the pier.\n',
    "north/b.txt": "Fish is dear\n\nThe price of fish rose. Nobody on the pier knows why.\n",
    "south/a.txt": "Who moves?\n\nIt is up to Borduria, Bo Lund said. He is clearly tired.\n",
}


def checksums() -> dict[Path, str]:
    files = [file for file in (ROOT / "data").rglob("*") if file.is_file()]
    return {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def run_papermill(folder: Path, **parameters: str) -> dict[str, Any]:
    """Run the notebook in a folder, as the notebook says how; the finished one as JSON."""
    given = [word for name, value in parameters.items() for word in ("-p", name, value)]
    command = [sys.executable, "-m", "papermill", "--no-progress-bar", str(NOTEBOOK), "made.ipynb"]
    paths = {"PYTHONPATH": str(ROOT), "IPYTHONDIR": str(folder / "home")}
    done = subprocess.run(
        [*command, *given],
        cwd=folder,
        env={**os.environ, **paths},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    made: dict[str, Any] = json.loads((folder / "made.ipynb").read_text("utf-8"))
    return made
