"""The learnt weights, and what they make of a sentence and a target in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from newslib.lexicons import packaged, read_rows
from newslib.sentiment.features import ZONES, features, zones
from newslib.sentiment.readings import Reading

__all__ = ["LABELS", "Weights", "judge", "load_weights", "probabilities", "scaled_zones"]

LABELS = ("negative", "neutral", "positive")

Pair = tuple[float, float]
"""What speaks for "negative" and what speaks for "positive", both against "neutral"."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature, and each word in each zone, says for negative and for positive."""

    features: dict[str, Pair]
    meanings: dict[str, tuple[Pair, ...]]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship with newslib, learnt by `tests/benchmarks/train_sentiment.py`."""
    rows = read_rows(packaged("tone_features"), name="tone_features.tsv")
    known = {row["entry"]: (float(row["negative"]), float(row["positive"])) for row in rows}
    columns = [(f"negative_{zone}", f"positive_{zone}") for zone in range(ZONES)]
    meanings = {
        row["entry"]: tuple((float(row[minus]), float(row[plus])) for minus, plus in columns)
        for row in read_rows(packaged("tone_meanings"), name="tone_meanings.tsv")
    }
    return Weights(known, meanings)


def judge(reading: Reading, first: int, last: int, weights: Weights) -> tuple[Pair, list[float]]:
    """For negative and for positive, in all; and how much each word spoke for positive."""
    negative = positive = 0.0
    spoken = [0.0] * (len(reading.words) + 1)
    for name, value, place in features(reading, first, last):
        minus, plus = weights.features.get(name, (0.0, 0.0))
        negative += minus * value
        positive += plus * value
        spoken[place] += (plus - minus) * value
    for place, zone, value in scaled_zones(reading, first, last):
        pair = weights.meanings.get(reading.forms[place])
        if pair is not None:
            negative += pair[zone][0] * value
            positive += pair[zone][1] * value
            spoken[place] += (pair[zone][1] - pair[zone][0]) * value
    return (negative, positive), spoken[:-1]


def scaled_zones(reading: Reading, first: int, last: int) -> list[tuple[int, int, float]]:
    """The words in their zones, each counting less the more words its zone holds."""
    found = list(zones(reading, first, last))
    size = [0] * ZONES
    for _, zone, _ in found:
        size[zone] += 1
    return [(place, zone, value / (1 + size[zone] ** 0.5)) for place, zone, value in found]


def probabilities(pair: Pair) -> tuple[float, float, float]:
    """How likely each of `LABELS` is."""
    top = max(*pair, 0.0)
    odds = [math.exp(pair[0] - top), math.exp(-top), math.exp(pair[1] - top)]
    whole = sum(odds)
    return odds[0] / whole, odds[1] / whole, odds[2] / whole
