"""Learn the weights of newslib's two readings of tone from NewsMTSC's training part.

Writes `tone_features.tsv` and `tone_meanings.tsv`, or with `--news` the general lexicon
`news_sentiment.tsv` they build on, into the package's folder of lexicons or another. What a word
means is learnt without labels, from the words around it in the texts of every file in `PLAIN`
(Levy & Goldberg 2014: positive pointwise mutual information, factorised), so that words the
training part never marked lean on those like them. Nothing is random: the start of the
factorisation is seeded. `--folds 4` trains on parts of the training data instead, grouped by
article, and says how good the rest comes out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from regression import Floats, Sparse, fit, minimise
from tone_features import features, scaled_zones

from newslib import parse_article
from newslib.lexicon import load_lexicon
from newslib.sentiment.readings import DENIED, NAME, Reading, readings
from newslib.sentiment.target import place_of
from newslib.sentiment.weights import ZONES
from newslib.sentiment.words import NUMBER, stem

Rows = list[dict[str, Any]]
LABELS = ("neg", "neu", "pos")
DIMENSIONS = 100
PLAIN = (
    "framing/newsmtsc_train",
    "quotes/polnear_train",
    "framing/narrative_frames",
    "framing/plover_train",
    "hedging/wikipedia_weasel_train",
)


def read_gold(gold: Path, name: str) -> Rows:
    """The rows of one file of the gold."""
    with gzip.open(gold / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_target(row: dict[str, Any]) -> tuple[Reading, int, int]:
    """The sentence that holds a row's target, and the target's words in it."""
    article = parse_article(row["text"])
    place = place_of(article, article.span(row["target_start"], row["target_end"]))
    return place if place is not None else (readings(article)[0], 0, 1)


def learn_meanings(texts: Iterable[str], seed: int = 0) -> tuple[list[str], Floats]:
    """The stems seen five times or more, and a row of numbers for what each means."""
    lines = [_stems(line) for text in texts for line in re.split(r"(?<=[.!?])\s", text)]
    counts = Counter(form for line in lines for form in line)
    known = [form for form, n in counts.most_common() if n >= 5 and form not in (NAME, NUMBER)]
    index = {form: i for i, form in enumerate(known)}
    near = _co_occurrence([[index.get(form, -1) for form in line] for line in lines], len(known))
    rows = near.sum(axis=1, keepdims=True) + 1e-9
    columns = near.sum(axis=0) ** 0.75
    columns *= near.sum() / columns.sum()
    near = np.maximum(np.log(np.maximum(near * rows.sum() / (rows * columns), 1)), 0)
    found = _factorise(near, np.random.default_rng(seed))
    return known, found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


def _stems(line: str) -> list[str]:
    words = re.findall(r"[A-Za-z][\w'’]*|\d[\d,.]*", line)
    return [
        NUMBER if word[0].isdigit() else NAME if i and word[0].isupper() else stem(word.lower())
        for i, word in enumerate(words)
    ]


def _co_occurrence(
    lines: list[list[int]], n: int, contexts: int = 5_000
) -> npt.NDArray[np.float32]:
    """How often stems stand up to four words from frequent ones, near ones counting more."""
    near = np.zeros((n, min(n, contexts)), dtype=np.float32)
    flat = np.array([i for line in lines for i in (*line, -1, -1, -1, -1)])
    for gap in range(1, 5):
        for a, b in ((flat[:-gap], flat[gap:]), (flat[gap:], flat[:-gap])):
            fine = (a >= 0) & (b >= 0) & (b < near.shape[1])
            np.add.at(near, (a[fine], b[fine]), 1 / gap)
    return near


def _factorise(matrix: npt.NDArray[np.float32], random: np.random.Generator) -> Floats:
    """The leading left singular vectors, weighted (Halko, Martinsson & Tropp 2011)."""
    basis = random.standard_normal((matrix.shape[1], DIMENSIONS + 20)).astype(np.float32)
    for _ in range(4):
        basis = np.linalg.qr(matrix.T @ np.linalg.qr(matrix @ basis)[0])[0]
    left, values, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    return np.asarray(left[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS]), dtype=np.float64)


class Data:
    """The gold as numbers."""

    def __init__(self, rows: Rows, known: list[str], meanings: Floats, scale: float) -> None:
        """Reads every target; the features are kept by name until columns are chosen."""
        index = {form: i for i, form in enumerate(known)}
        read = [read_target(row) for row in rows]
        self.labels = np.array([LABELS.index(row["label"]) for row in rows])
        self.found = [[(name, value) for name, value, _ in features(*place)] for place in read]
        by_zone = np.zeros((len(rows), ZONES, meanings.shape[1]))
        for i, place in enumerate(read):
            for word, zone, value in scaled_zones(*place):
                j = index.get(place[0].forms[word])
                if j is not None:
                    by_zone[i, zone] += scale * value * meanings[j]
        self.dense: Floats = by_zone.reshape(len(rows), -1)

    def matrix(self, columns: dict[str, int], chosen: Iterable[int]) -> Sparse:
        """The chosen rows, with these columns."""
        cells = [
            [(columns[name], value) for name, value in self.found[i] if name in columns]
            for i in chosen
        ]
        return Sparse(cells, len(columns))


def columns_of(found: Iterable[list[tuple[str, float]]], least: int) -> dict[str, int]:
    """The features seen often enough, in the order of their names."""
    counts = Counter(name for row in found for name, _ in row)
    return {name: i for i, name in enumerate(sorted(n for n in counts if counts[n] >= least))}


def macro_f1(truth: npt.NDArray[np.int64], said: npt.NDArray[np.int64]) -> float:
    """The mean over the labels of F1, in percent."""
    scores = []
    for label in range(3):
        both = ((truth == label) & (said == label)).sum()
        scores.append(2 * both / max((truth == label).sum() + (said == label).sum(), 1))
    return 100 * float(np.mean(scores))


def cross_validate(
    data: Data, groups: list[str], folds: int, least: int, strength: float
) -> Floats:
    """The scores of every row by weights learnt without its article."""
    order = {group: i % folds for i, group in enumerate(sorted(set(groups)))}
    fold = np.array([order[group] for group in groups])
    said = np.zeros((len(groups), 3))
    for k in range(folds):
        train, rest = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
        columns = columns_of((data.found[i] for i in train), least)
        cells, dense = fit(
            data.matrix(columns, train), data.dense[train], data.labels[train], strength
        )
        said[rest] = data.matrix(columns, rest).times(cells) + data.dense[rest] @ dense
    return said


def article_of(row: dict[str, Any]) -> str:
    """The article a row comes from, by its id."""
    return "_".join(str(row["id"]).split("_")[:3])


def tone_tables(
    data: Data, known: list[str], meanings: Floats, arguments: argparse.Namespace
) -> Iterator[tuple[str, list[str]]]:
    """The two files of weights, as lines."""
    columns = columns_of(data.found, arguments.least)
    matrix = data.matrix(columns, range(len(data.found)))
    cells, dense = fit(matrix, data.dense, data.labels, arguments.strength)
    lines = ["entry\tnegative\tpositive"]
    for name, i in columns.items():
        minus, plus = cells[i, 0] - cells[i, 1], cells[i, 2] - cells[i, 1]
        if max(abs(minus), abs(plus)) >= arguments.smallest:
            lines.append(f"{name}\t{minus:.3f}\t{plus:.3f}")
    yield "tone_features", lines
    by_zone = arguments.scale * np.einsum("wd,zdc->wzc", meanings, dense.reshape(ZONES, -1, 3))
    heads = [f"{side}_{zone}" for zone in range(ZONES) for side in ("negative", "positive")]
    lines = ["entry\t" + "\t".join(heads)]
    for form, weights in zip(known, by_zone, strict=True):
        pairs = [f"{w[0] - w[1]:.2f}\t{w[2] - w[1]:.2f}" for w in weights]
        lines.append(form + "\t" + "\t".join(pairs))
    yield "tone_meanings", lines


def news_table(rows: Rows, strength: float = 12.0) -> list[str]:
    """The general lexicon: VADER's words, their values moved to what NewsMTSC shows."""
    prior = _priors()
    columns = {word: i for i, word in enumerate(sorted(prior))}
    wanted = np.array([prior[word] for word in columns])
    sentences: dict[str, list[int]] = {}
    for row in rows:
        sentences.setdefault(row["text"], []).append(LABELS.index(row["label"]) - 1)
    read = [list(readings(parse_article(text))) for text in sentences]
    cells = [list(_lexicon_words(one, columns)) for one in read]
    matrix = Sparse(cells, len(columns))
    truth = np.array([np.mean(labels) for labels in sentences.values()]) / 2

    def loss(weights: Floats) -> tuple[float, Floats]:
        moved = weights - wanted
        errors = matrix.times(weights[:, None])[:, 0] - truth
        slope = matrix.transposed_times(errors[:, None])[:, 0] + strength * moved
        return float((errors**2).sum() + strength * (moved**2).sum()) / 2, slope

    learnt = np.clip(minimise(wanted, loss, 60), -1, 1)
    seen = np.bincount(matrix.column, minlength=len(columns))
    lines = ["entry\tcategory\tstrength\tprior\tn"]
    for word, i in columns.items():
        category = "positive" if learnt[i] > 0 else "negative"
        lines.append(f"{word}\t{category}\t{learnt[i]:.3f}\t{prior[word]:.3f}\t{seen[i]}")
    return lines


def _lexicon_words(one: list[Reading], columns: dict[str, int]) -> Iterator[tuple[int, float]]:
    for reading in one:
        for low, form, denied in zip(reading.lower, reading.forms, reading.negated, strict=True):
            if form != NAME and low in columns:
                yield columns[low], DENIED if denied else 1.0


def _priors() -> dict[str, float]:
    """VADER's words on a scale from -1 to 1, but for those our own lexicon knows better."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    own = {stem(entry.entry) for entry in load_lexicon("diplomacy").entries}
    general = SentimentIntensityAnalyzer().lexicon.items()
    return {
        word: value / 4
        for word, value in general
        if re.fullmatch(r"[a-z][a-z'-]+", word) and stem(word) not in own
    }


def main() -> None:
    """Read the arguments, learn, write or report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the gold")
    parser.add_argument("--out", type=Path, default=Path("newslib/lexicons"))
    parser.add_argument("--folds", type=int, default=0, help="report on folds instead of writing")
    parser.add_argument("--least", type=int, default=3, help="how often a feature must be seen")
    parser.add_argument("--smallest", type=float, default=0.01, help="weights below are dropped")
    parser.add_argument("--strength", type=float, default=120.0, help="how weights are held down")
    parser.add_argument("--scale", type=float, default=3.0, help="what meanings weigh")
    parser.add_argument("--news", action="store_true", help="learn only news_sentiment.tsv")
    arguments = parser.parse_args()
    rows = read_gold(arguments.gold, PLAIN[0])
    if arguments.news:
        write(arguments.out, "news_sentiment", news_table(rows))
        return
    texts = [str(row["text"]) for name in PLAIN for row in read_gold(arguments.gold, name)]
    known, meanings = learn_meanings(dict.fromkeys(texts))
    data = Data(rows, known, meanings, arguments.scale)
    if arguments.folds:
        groups = [article_of(row) for row in rows]
        said = cross_validate(data, groups, arguments.folds, arguments.least, arguments.strength)
        print(f"macro-F1 on {arguments.folds} folds: {macro_f1(data.labels, said.argmax(1)):.1f}")
        return
    for name, lines in tone_tables(data, known, meanings, arguments):
        write(arguments.out, name, lines)


SOURCE = (
    "# Learnt by tests/benchmarks/train_sentiment.py "
    "from NewsMTSC train (Hamborg & Donnay 2021, MIT)."
)


def write(folder: Path, name: str, lines: list[str]) -> None:
    """Write one file, its origin behind the header."""
    text = "\n".join([lines[0], SOURCE, *lines[1:]]) + "\n"
    (folder / f"{name}.tsv").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
