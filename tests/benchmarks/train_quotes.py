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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from quote_features import (
    Unit,
    candidates,
    cue_features,
    place_features,
    relation_features,
    units_of,
)
from quote_fitting import ALLOWED, Coded, Examples, Floats, encode, fit_contents, fit_cues

from newslib import parse_article
from newslib.quotes.segments import stretches
from newslib.quotes.weights import LABELS

RELATION = "R"
"""Set before the name of a feature that sees a unit in its relation to the cue."""


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a JSONL file, packed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def collect(golds: Sequence[dict[str, Any]]) -> tuple[Examples, Examples]:
    """The examples of both models: cue candidates, and the units of each cue's segment."""
    cues, contents = Examples(), Examples()
    for gold in golds:
        parts = [units_of(one.segment()) for one in stretches(parse_article(gold["text"]))]
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


def _head(parts: Sequence[Sequence[Unit]], piece: dict[str, Any]) -> tuple[int, int] | None:
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
    contents: Examples, segment: Sequence[Unit], cue: int, pieces: list[dict[str, Any]]
) -> None:
    """The labelled units of one cue's segment."""
    own = place_features(segment)
    relation = relation_features(segment, cue)
    contents.rows.extend(
        [*one, *(RELATION + name for name in two)] for one, two in zip(own, relation, strict=True)
    )
    contents.classes.extend(_labels(segment, cue, pieces))
    contents.lengths.append(len(segment))


def _labels(segment: Sequence[Unit], cue: int, pieces: list[dict[str, Any]]) -> list[int]:
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
