"""Learn the weights of the quotation models from annotated articles.

    python tests/benchmarks/train_quotes.py GOLD.jsonl[.gz] WEIGHTS.tsv [--seed 1]

GOLD holds one article a line: `text` and `quotes`, whose pieces have `start, end, type, rel`,
`cue_start, cue_end, cue_class` and `speaker_start, speaker_end`. Two models are learnt with
numpy alone: a softmax over candidate words (is it a cue?) and, for each cue, a linear-chain
conditional random field over its segment (Lafferty, McCallum & Pereira 2001). Both are fitted by
AdaGrad in minibatches with a small L1 step, which sets most weights to nothing. The same gold,
seed and numpy give the same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newslib import parse_article
from newslib.quotes.features import candidates, cue_features, place_features, relation_features
from newslib.quotes.model import CLASSES, LABELS, follows
from newslib.quotes.units import Segment, segments

RELATION = "R"
"""Set before the name of a feature that sees a unit in its relation to the cue."""

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]


@dataclass
class Examples:
    """Rows of features with a class each; `lengths` cuts them into sequences."""

    rows: list[list[str]] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a JSONL file, packed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def collect(golds: Sequence[dict[str, Any]]) -> tuple[Examples, Examples]:
    """The examples of both models: cue candidates, and the units of each cue's segment."""
    cues, contents = Examples(), Examples()
    for gold in golds:
        parts = segments(parse_article(gold["text"]))
        heads = {}
        for pieces in _attributions(gold["quotes"]):
            head = _head(parts, pieces[0])
            if head is not None:
                heads[head] = pieces
        for number, segment in enumerate(parts):
            for place in candidates(segment):
                pieces = heads.get((number, place), [])
                cues.rows.append(cue_features(segment, place))
                cues.classes.append(_cue_class(pieces))
                if pieces:
                    _add_sequence(contents, segment, place, pieces)
    return cues, contents


def _attributions(quotes: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The pieces of each attribution that has a cue."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for piece in quotes:
        if piece["cue_start"] is not None:
            grouped.setdefault(piece["rel"], []).append(piece)
    yield from grouped.values()


def _cue_class(pieces: list[dict[str, Any]]) -> int:
    if not pieces:
        return 0
    speech = any(piece["type"] == "direct" or piece["cue_class"] == "speech" for piece in pieces)
    return 1 if speech else 2


def _head(parts: Sequence[Segment], piece: dict[str, Any]) -> tuple[int, int] | None:
    """Segment and place of the word that stands for a cue: its last reporting verb, if any."""
    found: list[tuple[int, tuple[int, int]]] = []
    for number, segment in enumerate(parts):
        if segment[-1].end <= piece["cue_start"] or segment[0].start >= piece["cue_end"]:
            continue
        for place in candidates(segment):
            unit = segment[place]
            if unit.start < piece["cue_end"] and unit.end > piece["cue_start"]:
                verb = unit.tag[:2] == "VB"
                rank = (unit.report == "speech") * 4 + verb * 2 + (unit.report == "other")
                found.append((rank, (number, place)))
    return max(found, key=lambda item: (item[0], item[1]))[1] if found else None


def _add_sequence(
    contents: Examples, segment: Segment, cue: int, pieces: list[dict[str, Any]]
) -> None:
    """The labelled units of one cue's segment."""
    own = place_features(segment)
    relation = relation_features(segment, cue)
    contents.rows.extend(
        [*one, *(RELATION + name for name in two)] for one, two in zip(own, relation, strict=True)
    )
    contents.classes.extend(_labels(segment, cue, pieces))
    contents.lengths.append(len(segment))


def _labels(segment: Segment, cue: int, pieces: list[dict[str, Any]]) -> list[int]:
    """The label of every unit."""
    kinds = [" "] * len(segment)
    spans = [(piece["start"], piece["end"], "C") for piece in pieces]
    if pieces[0]["speaker_start"] is not None:
        spans.append((pieces[0]["speaker_start"], pieces[0]["speaker_end"], "S"))
    for start, end, kind in spans:
        for place, unit in enumerate(segment):
            shared = min(end, unit.end) - max(start, unit.start)
            if place != cue and kinds[place] == " " and 2 * shared >= unit.end - unit.start:
                kinds[place] = kind
    labels = []
    for place, kind in enumerate(kinds):
        begins = place == 0 or kinds[place - 1] != kind
        ends = place == len(kinds) - 1 or kinds[place + 1] != kind
        position = ("U" if ends else "B") if begins else ("E" if ends else "I")
        labels.append(LABELS.index("O" if kind == " " else position + kind))
    return labels


@dataclass
class Coded:
    """Examples as numbers: feature numbers in rows of equal width, filled up with 0."""

    names: list[str]
    ids: npt.NDArray[np.int32]
    classes: Whole
    starts: Whole


def encode(examples: Examples, least: int) -> Coded:
    """Number the features that occur at least so often; 0 is none."""
    counts = Counter(name for row in examples.rows for name in row)
    names = ["", *(name for name, count in counts.items() if count >= least)]
    number = {name: place for place, name in enumerate(names)}
    width = max(map(len, examples.rows))
    ids = np.zeros((len(examples.rows), width), np.int32)
    for place, row in enumerate(examples.rows):
        known = [number[name] for name in row if name in number]
        ids[place, : len(known)] = known
    starts = np.concatenate([[0], np.cumsum(examples.lengths)]).astype(np.int64)
    return Coded(names, ids, np.array(examples.classes, np.int64), starts)


class Fitted:
    """A table of weights and its AdaGrad state."""

    def __init__(self, rows: int, columns: int, rate: float, shrink: float) -> None:
        self.weights: Floats = np.zeros((rows, columns), np.float32)
        self.squares: Floats = np.full((rows, columns), 1e-6, np.float32)
        self.rate, self.shrink = rate, shrink

    def step(self, ids: npt.NDArray[np.int32], gradient: Floats) -> None:
        """One AdaGrad step on the features of a batch, with a soft threshold (L1)."""
        used, inverse = np.unique(ids, return_inverse=True)
        inverse = inverse.reshape(ids.shape)
        total = np.zeros((len(used), gradient.shape[1]), np.float32)
        for column in range(gradient.shape[1]):
            repeated = np.repeat(gradient[:, column], ids.shape[1])
            total[:, column] = np.bincount(inverse.ravel(), repeated, len(used))
        self.squares[used] += total**2
        pace = self.rate / np.sqrt(self.squares[used])
        moved = self.weights[used] - pace * total
        shrunk = np.sign(moved) * np.maximum(np.abs(moved) - pace * self.shrink, 0)
        self.weights[used] = shrunk
        self.weights[0] = 0


def fit_cues(coded: Coded, random: np.random.Generator, epochs: int, shrink: float) -> Floats:
    """The weights of the softmax over cue candidates."""
    fitted = Fitted(len(coded.names), len(CLASSES), 0.1, shrink)
    total = np.zeros_like(fitted.weights)
    for epoch in range(epochs):
        order = random.permutation(len(coded.ids))
        for batch in np.array_split(order, max(1, len(order) // 256)):
            ids = coded.ids[batch]
            scores = fitted.weights[ids].sum(axis=1)
            shares = np.exp(scores - scores.max(axis=1, keepdims=True))
            shares /= shares.sum(axis=1, keepdims=True)
            shares[np.arange(len(batch)), coded.classes[batch]] -= 1
            fitted.step(ids, shares)
        if epoch >= epochs // 2:
            total += fitted.weights
    mean: Floats = total / np.float32(epochs - epochs // 2)
    return mean


ALLOWED = np.array([[follows(a, b) for b in LABELS] for a in LABELS])
FIRST = np.array([follows("", label) for label in LABELS])
LAST = np.array([follows(label, "") for label in LABELS])
NEVER = np.float32(-1e4)


def fit_contents(
    coded: Coded, random: np.random.Generator, epochs: int, shrink: float
) -> tuple[Floats, Floats]:
    """The weights of the random field: of features, and of pairs of labels."""
    fitted = Fitted(len(coded.names), len(LABELS), 0.1, shrink)
    pairs = Fitted(len(LABELS) + 1, len(LABELS), 0.1, 0.0)
    totals = [np.zeros_like(fitted.weights), np.zeros_like(pairs.weights)]
    lengths = np.diff(coded.starts)
    for epoch in range(epochs):
        by_length = np.argsort(lengths + random.random(len(lengths)) * 3, kind="stable")
        batches = np.array_split(by_length, max(1, len(by_length) // 64))
        for place in random.permutation(len(batches)):
            _field_step(coded, batches[place], fitted, pairs)
        if epoch >= epochs // 2:
            totals[0] += fitted.weights
            totals[1] += pairs.weights
    share = np.float32(epochs - epochs // 2)
    means: list[Floats] = [total / share for total in totals]
    return means[0], means[1][1:]


def _field_step(coded: Coded, batch: Whole, fitted: Fitted, pairs: Fitted) -> None:
    """One step on a batch of sequences: expected less observed counts."""
    lengths = (coded.starts[batch + 1] - coded.starts[batch])[:, None]
    steps = np.arange(lengths.max())[None, :]
    present = steps < lengths
    places = np.where(present, coded.starts[batch][:, None] + steps, 0)
    rows = places[present]
    scores = np.zeros((*present.shape, len(LABELS)), np.float32)
    scores[present] = fitted.weights[coded.ids[rows]].sum(axis=1)
    single, double = _marginals(scores, present, pairs.weights[1:])
    observed = coded.classes[places]
    single[np.arange(len(batch))[:, None], steps, observed] -= 1
    fitted.step(coded.ids[rows], single[present])
    joint = present[:, 1:]
    np.add.at(double, (observed[:, :-1][joint], observed[:, 1:][joint]), -1)
    pairs.step(np.arange(1, len(LABELS) + 1, dtype=np.int32)[:, None], double)


def _marginals(
    scores: Floats, present: npt.NDArray[np.bool_], pairs: Floats
) -> tuple[Floats, Floats]:
    """Forward and backward: the share of each label at each place, and of each pair of labels."""
    move = np.where(ALLOWED, pairs, NEVER)
    count, length, _ = scores.shape
    last = present.sum(axis=1) - 1
    forward = np.zeros_like(scores)
    backward = np.zeros_like(scores)
    forward[:, 0] = scores[:, 0] + np.where(FIRST, 0, NEVER)
    for step in range(1, length):
        forward[:, step] = _log_sum(forward[:, step - 1, :, None] + move, 1) + scores[:, step]
    ending = np.where(LAST, np.float32(0), NEVER)
    for step in range(length - 1, -1, -1):
        at_end = (last == step)[:, None]
        if step == length - 1:
            backward[:, step] = ending
        else:
            ahead = (scores[:, step + 1] + backward[:, step + 1])[:, None, :]
            backward[:, step] = np.where(at_end, ending, _log_sum(move + ahead, 2))
    whole = _log_sum(forward[np.arange(count), last] + ending, 1)
    single = np.exp(forward + backward - whole[:, None, None]) * present[:, :, None]
    double = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for step in range(1, length):
        ahead = (scores[:, step] + backward[:, step])[:, None, :]
        joint = np.exp(forward[:, step - 1, :, None] + move + ahead - whole[:, None, None])
        double += joint[present[:, step]].sum(axis=0)
    return single.astype(np.float32), double


def _log_sum(values: Floats, axis: int) -> Floats:
    highest = values.max(axis=axis, keepdims=True)
    total: Floats = np.log(np.exp(values - highest).sum(axis=axis)) + highest.squeeze(axis)
    return total


def lines(part: str, names: Sequence[str], weights: Floats, least: float) -> Iterator[str]:
    """A line for every feature with a weight that matters, in hundredths, small ones left out."""
    for name, row in zip(names, weights, strict=True):
        if name and np.abs(row).max() >= least:
            numbers = [round(100 * float(weight)) for weight in row]
            kept = [str(n) if abs(n) >= 50 * least and n else "" for n in numbers]
            yield f"{part}{name}\t{' '.join(kept)}".rstrip(" ")


def written(
    cues: Coded, contents: Coded, fitted: tuple[Floats, Floats, Floats], least: float
) -> str:
    """The text of the file of weights."""
    cue, content, pairs = fitted
    relation = np.array([name.startswith(RELATION) for name in contents.names])
    names = np.array(contents.names, dtype=object)
    found = [
        *lines("c", cues.names, cue, least),
        *lines("o", list(names[~relation]), content[~relation], least),
        *lines("t", [name[1:] for name in names[relation]], content[relation], least),
        *lines("p", LABELS, np.where(ALLOWED, pairs, 0), 0.0),
    ]
    return "\n".join(sorted(found)) + "\n"


def main() -> None:
    """Read the gold, fit both models, write the weights."""
    options = parsed()
    golds = read_gold(options.gold)
    if options.skip:
        which, of = map(int, options.skip.split("/"))
        golds = [gold for place, gold in enumerate(golds) if place % of != which]
    cues, contents = (encode(examples, options.least) for examples in collect(golds))
    random = np.random.default_rng(options.seed)
    cue = fit_cues(cues, random, options.epochs, options.shrink)
    content, pairs = fit_contents(contents, random, options.epochs, options.shrink)
    text = written(cues, contents, (cue, content, pairs), options.small)
    options.weights.write_text(text, encoding="utf-8")


def parsed() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--shrink", type=float, default=0.02, help="the L1 step")
    parser.add_argument("--least", type=int, default=4, help="how often a feature must occur")
    parser.add_argument("--small", type=float, default=0.1, help="weights below are left out")
    parser.add_argument("--skip", default="", help="'k/n' leaves out every nth article from k on")
    return parser.parse_args()


if __name__ == "__main__":
    main()
