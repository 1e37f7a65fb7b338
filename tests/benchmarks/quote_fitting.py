"""Fit a softmax and a linear-chain conditional random field with numpy alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from newslib.quotes.labels import follows
from newslib.quotes.weights import CLASSES, LABELS

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]


@dataclass
class Examples:
    """Rows of features with a class each; `lengths` cuts them into sequences."""

    rows: list[list[str]] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)


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
