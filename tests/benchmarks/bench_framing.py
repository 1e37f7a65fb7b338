"""Measure acts and frames on gold; prints the figures the README gives.

    python tests/benchmarks/bench_framing.py --gold FOLDER [--figures FILE]

Acts: five folds of the PLOVER sentences, all rows of one sentence in one fold, the weights learnt
anew for each fold from the other four. Frames: presence of a conflict or economic hit in the
articles of Frermann et al. (2023), on their folds, nothing fitted. Without the gold it says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newslib import parse_article
from newslib.acts.between import likelihoods
from newslib.acts.features import nearest
from newslib.acts.roots import roots
from newslib.acts.view import View
from newslib.framing import find_frames

sys.path.insert(0, str(Path(__file__).parent))  # so that it also runs from elsewhere

from figures import Measured, add_option, quoted, renew
from train_acts import Row, learn, read_gold, view_of

FOLDS = 5
SEED = 13


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean F1 of the labels that gold has, in percent."""
    scores = []
    for label in sorted(set(gold)):
        both = sum(g == f == label for g, f in zip(gold, found, strict=True))
        either = gold.count(label) + found.count(label)
        scores.append(200 * both / either)
    return sum(scores) / len(scores)


def interval(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float]:
    """The middle 95 % of macro-F1 over 300 samples of the rows, drawn with a fixed seed."""
    draw = random.Random(SEED)
    scores = []
    for _ in range(300):
        rows = draw.choices(range(len(gold)), k=len(gold))
        scores.append(macro_f1([gold[i] for i in rows], [found[i] for i in rows]))
    scores.sort()
    return scores[7], scores[292]


def folds(rows: Sequence[Row]) -> list[int]:
    """The fold of each row, by its sentence."""
    texts = sorted({row.text for row in rows})
    random.Random(SEED).shuffle(texts)
    fold = {text: i % FOLDS for i, text in enumerate(texts)}
    return [fold[row.text] for row in rows]


def answers(rows: Sequence[Row], views: Sequence[View]) -> list[str]:
    """The root for each row from weights that have not seen its fold."""
    fold = folds(rows)
    found = [""] * len(rows)
    for held_out in range(FOLDS):
        seen = [i for i in range(len(rows)) if fold[i] != held_out]
        weights = learn([views[i] for i in seen], [rows[i].root for i in seen])
        for i in range(len(rows)):
            if fold[i] == held_out:
                scores = likelihoods(views[i], weights)
                found[i] = max(scores, key=scores.__getitem__)
        part = [i for i in range(len(rows)) if fold[i] == held_out]
        _line(f"fold {held_out + 1}", [rows[i] for i in part], [found[i] for i in part])
    return found


def _line(name: str, rows: Sequence[Row], found: Sequence[str], kind: str = "") -> list[Measured]:
    """One line of figures: four classes and 15 roots; with intervals, and given, for a `kind`."""
    quads, roots_ = [row.quad for row in rows], [row.root for row in rows]
    classes = [roots()[root][0] for root in found]
    text = f"{name:24} four {macro_f1(quads, classes):5.1f}  roots {macro_f1(roots_, found):5.1f}"
    measured = []
    if kind:
        for label, gold, said in (("4 classes", quads, classes), ("15 roots", roots_, found)):
            low, high = interval(gold, said)
            text += f"  {label} [{low:.1f}, {high:.1f}]"
            where = ("who does what to whom", f"macro-F1, {label}", "PLOVER sentences", "5 folds")
            figure, n = macro_f1(gold, said), len(rows)
            measured.append(Measured(*where, figure, (low, high), n, name, kind))
    print(text)
    return measured


def bench_acts(path: Path) -> list[Measured]:
    """Print and give the figures for acts."""
    rows, left_out = read_gold(path)
    print(f"PLOVER train: {len(rows)} rows, {left_out} left out (a party is not in the sentence)")
    views = [view_of(row) for row in rows]
    found = answers(rows, views)
    measured = _line("newslib", rows, found, "newslib")
    alone = [best.root if (best := nearest(view)) else "REJECT" for view in views]
    measured += _line("verb patterns alone", rows, alone, "rules")
    measured += _line("constant (YIELD)", rows, ["YIELD"] * len(rows), "constant")
    for peer in quoted("framing"):
        if peer.data == "PLOVER sentences":
            print(f"{peer.system}, {peer.measure}: {peer.figure} ({peer.split}, {peer.source})")
    return measured


def bench_narratives(path: Path) -> list[Measured]:
    """Print and give the F1 of our hits as document frames, any hit or the best count."""
    raw = [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
    hits = [find_frames(parse_article(row["text"])) for row in raw]
    measured = []
    for label, frame in (("CO", "conflict"), ("EC", "economic")):
        counts = [sum(hit.category == frame for hit in one) for one in hits]
        gold = [str(bool(row["label"][label])) for row in raw]
        where = ("in what frame", f"macro-F1, {frame}", "narrative frames", "5 folds")
        for system, kind, found in (
            ("newslib", "newslib", [str(count > 0) for count in counts]),
            ("our cues, best count", "trained", _by_fold(raw, counts, gold)),
            ("constant", "constant", ["True"] * len(gold)),
        ):
            figure, ends = macro_f1(gold, found), interval(gold, found)
            measured.append(Measured(*where, figure, ends, len(raw), system, kind))
            print(f"{frame:9} {system:20} {figure:5.1f}")
    return measured


def _by_fold(
    raw: Sequence[dict[str, Any]], counts: Sequence[int], gold: Sequence[str]
) -> list[str]:
    """Presence by a number of hits, the number chosen on the other published folds."""
    found = [""] * len(raw)
    for held_out in sorted({str(row["test_fold"]) for row in raw}):
        seen = [i for i, row in enumerate(raw) if str(row["test_fold"]) != held_out]
        truth = [gold[i] for i in seen]
        score = {n: macro_f1(truth, [str(counts[i] >= n) for i in seen]) for n in range(1, 30)}
        cut = max(score, key=score.__getitem__)
        for i, row in enumerate(raw):
            if str(row["test_fold"]) == held_out:
                found[i] = str(counts[i] >= cut)
    return found


def main() -> None:
    """Print what the gold that is there allows."""
    parser = argparse.ArgumentParser(description="Measure acts and frames on gold.")
    parser.add_argument("--gold", type=Path, default=Path("gold/framing"), help="its folder")
    add_option(parser)
    options = parser.parse_args()
    measured: list[Measured] = []
    for name, bench in (
        ("plover_train.jsonl.gz", bench_acts),
        ("narrative_frames.jsonl.gz", bench_narratives),
    ):
        if (options.gold / name).is_file():
            measured += bench(options.gold / name)
        else:
            print(f"no {name} in {options.gold}: nothing measured")
    if measured:
        command = "python tests/benchmarks/bench_framing.py --gold GOLD/framing"
        renew(options.figures, "framing", measured, command)


if __name__ == "__main__":
    main()
