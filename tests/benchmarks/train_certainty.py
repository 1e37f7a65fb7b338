"""Learn the weights of `score_certainty` from sentences that readers judged.

    python tests/benchmarks/train_certainty.py GOLD

GOLD is a folder with the files named in `SETS`, one JSON object a line: `text`, `label` (0 or 1,
or a rating from 1 to 6). Writes `newslib/lexicons/certainty_weights.tsv` and, for the set whose
licence forbids commercial use, `tests/benchmarks/central_bank_weights.tsv`, which is no part of
the package. Nothing is drawn at random but the folds, from a fixed seed: the same gold gives the
same weights. Without the gold it says so and stops.

Features are weighed by their log count ratio first (Wang & Manning 2012), then by logistic or
ridge regression (limited-memory BFGS, Liu & Nocedal 1989); the strongest are kept and fitted again.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newslib import parse_article
from newslib.hedging.certainty import Feature, features, sentences_with_hits

Array = NDArray[np.float64]
Loss = Callable[[Array], tuple[float, Array]]
ROOT = Path(__file__).parents[2]
SEED = 20261122


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a genre's gold is, what it is learnt for, and how strictly."""

    file: str
    genre: str
    target: str
    kinds: frozenset[str]
    penalty: float
    keep: int


_HITS = frozenset(("category", "cue", "rule", "count", "both"))
_WORDS = _HITS | {"word", "pair", "tagged", "opening"}
SETS = (
    Setting("wikipedia_weasel_train", "encyclopedic", "hedged", _WORDS, 10.0, 5000),
    Setting("bio_uncertain_train", "biomedical", "hedged", _WORDS, 10.0, 3000),
    Setting("certainty_rating_train", "science", "certainty", _HITS | {"word"}, 30.0, 2000),
    Setting("certainty_rating_train", "news", "certainty", _HITS, 30.0, 400),
)
CENTRAL_BANK = Setting("central_bank_train", "central bank", "hedged", _WORDS, 20.0, 2500)


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences as sorted lists of features, and what readers said of them."""

    present: tuple[tuple[Feature, ...], ...]
    labels: Array


def read_examples(folder: Path, setting: Setting) -> Examples:
    """The gold of a setting; a text of several sentences has the features of all."""
    with gzip.open(folder / f"{setting.file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    present = [features_of(row["text"], setting.kinds) for row in rows]
    return Examples(tuple(present), np.array([float(row["label"]) for row in rows]))


def features_of(text: str, kinds: frozenset[str]) -> tuple[Feature, ...]:
    """The features of all sentences of a text, each once."""
    parts = sentences_with_hits(parse_article(text))
    every = [feature for view, hits in parts for feature in features(view, hits)]
    return tuple(dict.fromkeys(feature for feature in every if feature[0] in kinds))


class Matrix:
    """A sparse matrix of zeros and column values, as two flat lists of places."""

    def __init__(self, present: Sequence[Sequence[Feature]], columns: dict[Feature, int]) -> None:
        """Features without a column are left out."""
        pairs = [(row, columns[f]) for row, own in enumerate(present) for f in own if f in columns]
        places = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        self.rows, self.columns = places[:, 0], places[:, 1]
        self.shape = (len(present), len(columns))

    def times(self, weights: Array) -> Array:
        """The matrix times a vector of column weights."""
        return np.bincount(self.rows, weights[self.columns], self.shape[0]).astype(np.float64)

    def across(self, values: Array) -> Array:
        """The transposed matrix times a vector of row values."""
        return np.bincount(self.columns, values[self.rows], self.shape[1]).astype(np.float64)


def fit(examples: Examples, chosen: NDArray[np.int64], setting: Setting) -> dict[Feature, float]:
    """The weights learnt from the chosen examples, with those of most effect kept."""
    present = [examples.present[i] for i in chosen]
    labels = examples.labels[chosen]
    counts = Counter(feature for own in present for feature in own)
    least = 1 if setting.kinds == _HITS else 2
    names = [feature for feature, count in counts.items() if count >= least]
    weights = _fit_columns(present, labels, names, setting)
    effect = [abs(w) * counts[f] ** 0.5 for f, w in zip(names, weights[:-1], strict=True)]
    order = sorted(range(len(names)), key=lambda i: (-effect[i], names[i]))[: setting.keep]
    kept = sorted(names[i] for i in order if effect[i] > 0)
    weights = _fit_columns(present, labels, kept, setting)
    return {("bias", ""): float(weights[-1]), **dict(zip(kept, map(float, weights), strict=False))}


def _fit_columns(
    present: Sequence[Sequence[Feature]], labels: Array, names: list[Feature], setting: Setting
) -> Array:
    """A weight for each name, and the bias last."""
    matrix = Matrix(present, {name: place for place, name in enumerate(names)})
    scale = np.ones(len(names))
    if setting.target == "hedged":
        scale = _log_count_ratio(matrix, labels)
    return _minimize(matrix, labels, scale, setting)


def _log_count_ratio(matrix: Matrix, labels: Array) -> Array:
    """How much more often each feature stands in hedged sentences than in others, or less."""
    hedged, plain = matrix.across(labels) + 1, matrix.across(1 - labels) + 1
    ratio: Array = np.abs(np.log((hedged / hedged.sum()) / (plain / plain.sum())))
    return ratio


def _minimize(matrix: Matrix, labels: Array, scale: Array, setting: Setting) -> Array:
    """The weights of least loss, by limited-memory BFGS with a halving step."""
    logistic = setting.target == "hedged"

    def loss(point: Array) -> tuple[float, Array]:
        margin = matrix.times(scale * point[:-1]) + point[-1]
        if logistic:
            value = float(np.sum(np.logaddexp(0, margin) - labels * margin))
            pull = 1 / (1 + np.exp(-np.clip(margin, -500, 500))) - labels
        else:
            value, pull = float(np.sum((margin - labels) ** 2) / 2), margin - labels
        slope = np.append(
            scale * matrix.across(pull) + setting.penalty * point[:-1], float(pull.sum())
        )
        return value + setting.penalty * float(point[:-1] @ point[:-1]) / 2, slope

    point = np.zeros(len(scale) + 1)
    point[-1] = 0.0 if logistic else labels.mean()
    point = _descend(loss, point)
    return np.append(scale * point[:-1], point[-1])


def _descend(loss: Loss, point: Array, steps: int = 150, memory: int = 8) -> Array:
    """Limited-memory BFGS (Liu & Nocedal 1989) until the slope is nearly flat."""
    value, slope = loss(point)
    past: list[tuple[Array, Array]] = []
    for _ in range(steps):
        direction = -_curved(slope, past)
        size = 1.0 if past else 1 / max(float(np.linalg.norm(slope)), 1.0)
        while True:
            following = point + size * direction
            lower, after = loss(following)
            if lower <= value + 1e-4 * size * float(slope @ direction) or size < 1e-12:
                break
            size /= 2
        step, bend = following - point, after - slope
        if float(step @ bend) > 1e-12:
            past = [*past[1 - memory :], (step, bend)]
        done = value - lower < 1e-7 * max(abs(value), 1)
        point, value, slope = following, lower, after
        if done:
            break
    return point


def _curved(slope: Array, past: list[tuple[Array, Array]]) -> Array:
    """The slope seen through what past steps say of the curvature."""
    found, used = slope.copy(), []
    for step, bend in reversed(past):
        share = float(step @ found) / float(step @ bend)
        used.append(share)
        found -= share * bend
    if past:
        step, bend = past[-1]
        found *= float(step @ bend) / float(bend @ bend)
    for (step, bend), share in zip(past, reversed(used), strict=True):
        found += (share - float(bend @ found) / float(step @ bend)) * step
    return found


def folds(size: int, parts: int = 5, seed: int = SEED) -> NDArray[np.int64]:
    """Which of the parts each example belongs to."""
    order = np.random.default_rng(seed).permutation(size)
    return (order % parts).astype(np.int64)


def total(weights: dict[Feature, float], present: Sequence[Feature]) -> float:
    """The sum of the weights of what is present."""
    return weights[("bias", "")] + sum(weights.get(feature, 0.0) for feature in present)


def out_of_fold(examples: Examples, setting: Setting, parts: int = 5, seed: int = SEED) -> Array:
    """A score for every example from weights learnt without its fold; a yes is above 0."""
    fold = folds(len(examples.labels), parts, seed)
    scores = np.zeros(len(fold))
    for part in range(parts):
        weights = learn(examples, np.flatnonzero(fold != part), setting)
        for place in np.flatnonzero(fold == part):
            scores[place] = total(weights, examples.present[place])
    return scores


def learn(examples: Examples, chosen: NDArray[np.int64], setting: Setting) -> dict[Feature, float]:
    """Fit on the chosen; for a yes or no, set the bias where F1 is best on inner folds."""
    weights = fit(examples, chosen, setting)
    if setting.target == "hedged":
        weights["bias", ""] -= _threshold(examples, chosen, setting)
    return weights


def _threshold(examples: Examples, chosen: NDArray[np.int64], setting: Setting) -> float:
    """The score above which F1 is best, over four inner folds of the chosen examples."""
    fold = folds(len(chosen), 4, SEED + 1)
    scores = np.zeros(len(chosen))
    for part in range(4):
        weights = fit(examples, chosen[fold != part], setting)
        for place in np.flatnonzero(fold == part):
            scores[place] = total(weights, examples.present[chosen[place]])
    order = np.argsort(-scores, kind="stable")
    right = np.cumsum(examples.labels[chosen][order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + right[-1])
    smooth = np.convolve(f1, np.ones(51) / 51, mode="same")
    return float(scores[order[int(smooth.argmax())]])


def f1(labels: Array, yes: NDArray[np.bool_]) -> float:
    """The harmonic mean of precision and recall of a yes."""
    right = float(labels[yes].sum())
    return 2 * right / (float(yes.sum()) + float(labels.sum())) if right else 0.0


_NEWS = (
    ("bias", "", -0.5),
    ("category", "epistemic", 1.0),
    ("category", "evidential", 1.0),
    ("category", "weasel", 1.0),
)
"""The reasoned default for news: one epistemic, evidential or weasel hit that is not denied."""


def table(settings: Sequence[Setting], folder: Path) -> str:
    """The weights of all settings as a tab-separated text."""
    lines = ["genre\ttarget\tkind\tentry\tweight"]
    for setting in settings:
        examples = read_examples(folder, setting)
        weights = learn(examples, np.arange(len(examples.labels)), setting)
        head = f"{setting.genre}\t{setting.target}"
        lines += [f"{head}\t{k}\t{e}\t{w:.3f}" for (k, e), w in sorted(weights.items())]
        print(f"{setting.genre}, {setting.target}: {len(weights)} weights", flush=True)
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of score_certainty.")
    parser.add_argument("gold", type=Path, help="the folder with the gold files")
    folder = parser.parse_args().gold
    if not (folder / f"{SETS[0].file}.jsonl.gz").is_file():
        print(f"no gold in {folder}: nothing learnt")
        return
    news = "".join(f"news\thedged\t{kind}\t{entry}\t{w}\n" for kind, entry, w in _NEWS)
    packaged = ROOT / "newslib" / "lexicons" / "certainty_weights.tsv"
    packaged.write_text(table(SETS, folder) + news, encoding="utf-8")
    own = ROOT / "tests" / "benchmarks" / "central_bank_weights.tsv"
    own.write_text(table([CENTRAL_BANK], folder), encoding="utf-8")


if __name__ == "__main__":
    main()
