"""Learn the weights behind `act_between` from PLOVER's sentences; numpy and the library only.

    python tests/benchmarks/train_acts.py plover_train.jsonl.gz newslib/lexicons/act_weights.tsv

The same rows give the same weights: no randomness, a fixed number of steps. `bench_framing.py`
learns anew on four fifths of the sentences for each fold, with the functions of this file.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newslib import Span, parse_article
from newslib.acts.between import Weights
from newslib.acts.features import features
from newslib.acts.roots import roots
from newslib.acts.view import View, view_between

Matrix = npt.NDArray[np.float64]

PENALTY = 2e-5
STEPS = 130
SEEN = 3
BIAS = 0.3
SMALLEST = 0.2


@dataclass(frozen=True)
class Row:
    """A sentence with its two parties, and what gold says."""

    text: str
    actor: Span
    target: Span
    root: str
    quad: str


def read_gold(path: Path) -> tuple[list[Row], int]:
    """The rows whose parties stand in their sentence, and how many had to be left out."""
    raw = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    rows = [row for row in map(_row, raw) if row is not None]
    return rows, len(raw) - len(rows)


def _row(raw: dict[str, Any]) -> Row | None:
    parties = [
        _located(raw["text"], raw[name], raw[f"{name}_start"]) for name in ("source", "target")
    ]
    actor, target = parties
    if actor is None or target is None:
        return None
    return Row(raw["text"], actor, target, raw["label"], raw["quad"])


def _located(text: str, words: str | None, start: int | None) -> Span | None:
    """The party at its place, or at the nearest place where its words stand."""
    places = [i for i in range(len(text)) if words and text.startswith(words, i)]
    if not places or words is None:
        return None
    place = min(places, key=lambda i: abs(i - (start or 0)))
    return Span(place, place + len(words), words)


def view_of(row: Row) -> View:
    """The row as `act_between` sees it."""
    return view_between(parse_article(row.text), row.actor, row.target)


def learn(views: list[View], labels: list[str]) -> Weights:
    """Weights by softmax regression with a squared penalty (Nesterov's accelerated gradient)."""
    found = [features(view) for view in views]
    counts = Counter(name for one in found for name in one)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(found), len(names) + 1))
    x[:, -1] = BIAS
    for i, one in enumerate(found):
        for name, value in one.items():
            if name in column:
                x[i, column[name]] = value
    y = np.array([list(roots()).index(label) for label in labels])
    table = _descend(x, np.eye(len(roots()))[y])
    kept = [i for i in range(len(names)) if np.abs(table[i]).max() >= SMALLEST]
    weights = {names[i]: tuple(round(float(w), 2) for w in table[i]) for i in kept}
    weights["bias"] = tuple(round(float(w) * BIAS, 2) for w in table[-1])
    return weights


def _descend(x: Matrix, truth: Matrix) -> Matrix:
    """The weights after a fixed number of steps."""
    step = 1 / (0.5 * _norm(x) / len(x) + PENALTY)
    weights = np.zeros((x.shape[1], truth.shape[1]))
    ahead, momentum = weights, 1.0
    for _ in range(STEPS):
        z = x @ ahead
        p = np.exp(z - z.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        following = ahead - step * (x.T @ (p - truth) / len(x) + PENALTY * ahead)
        later = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = following + (momentum - 1) / later * (following - weights)
        weights, momentum = following, later
    return weights


def _norm(x: Matrix) -> float:
    """The largest squared singular value, a little over, by power iteration."""
    v = np.ones(x.shape[1])
    for _ in range(30):
        v = x.T @ (x @ v)
        v /= np.linalg.norm(v)
    return 1.05 * float(np.linalg.norm(x @ v) ** 2)


def write_weights(weights: Weights, path: Path) -> None:
    """A table with one line for each feature; a zero is left empty."""
    lines = [
        "# Learnt from the train split of the PLOVER sentences of Halterman et al. (2023): numbers",
        "# only; the corpus states no licence, and none of its sentences is here.",
        "\t".join(("entry", *roots())),
    ]
    for name in sorted(weights):
        cells = (f"{w:g}" if w else "" for w in weights[name])
        lines.append("\t".join((name, *cells)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learn from all rows and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    rows, left_out = read_gold(options.gold)
    weights = learn([view_of(row) for row in rows], [row.root for row in rows])
    write_weights(weights, options.out)
    print(f"{len(rows)} rows ({left_out} left out), {len(weights)} features")


if __name__ == "__main__":
    main()
