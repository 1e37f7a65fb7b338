"""How well hedges and certainty are found, rule by rule, and how long it takes.

    python tests/benchmarks/bench_hedging.py GOLD [--lists FOLDER] [--figures FILE]

GOLD is a folder with the files that `train_certainty.py` reads; FOLDER holds lists of hedges to
compare with, one text file each, one entry a line. Prints the figures over five folds, each list
on the same sentences, what each rule is worth, and seconds. Without the gold it says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from figures import Measured, add_option, renew
from train_certainty import (
    CENTRAL_BANK,
    ROOT,
    SETS,
    Array,
    Examples,
    Setting,
    f1,
    learn,
    out_of_fold,
    read_examples,
    total,
)

from newslib import Article, parse_article, read_article, tokens
from newslib.hedging.finding import EVERY_RULE, find_hedges, find_with_rules
from newslib.hedging.view import views
from newslib.lexicon import Entry, Hit, Lexicon, load_lexicon

STUDY = "lavrov_summit_2025-10-26"
RATED = next(setting for setting in SETS if setting.genre == "science")
DATA = {
    "encyclopedic": "Wikipedia weasel sentences",
    "biomedical": "biomedical abstracts",
    "central bank": "central-bank sentences",
    "science": "certainty ratings",
}
"""The names of the data in the table of figures."""


def texts(folder: Path, file: str) -> tuple[list[str], Array]:
    """The texts of a gold file and their labels."""
    with gzip.open(folder / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows], np.array([float(row["label"]) for row in rows])


def bench_figures(folder: Path, lists: Path | None) -> Iterator[Measured]:
    """F1 and Pearson's r over five folds, beside n-grams alone and beside each list."""
    named = sorted(lists.glob("*.txt")) if lists else []
    baselines = [(file.stem, _read_list(file)) for file in named]
    for setting in (*SETS, CENTRAL_BANK):
        examples = read_examples(folder, setting)
        print(f"{setting.file} ({setting.genre}, {len(examples.labels)} sentences)")
        scores = out_of_fold(examples, setting)
        _show("newslib", scores, examples.labels)
        if setting.genre in DATA:
            yield _measured(setting, scores, examples.labels)
        alone = (("hits alone", ("category", "cue", "rule")), ("n-grams alone", ("word", "pair")))
        for label, kinds in alone:
            only = _restricted(examples, setting, frozenset(kinds) & setting.kinds)
            if only[1].kinds:
                scores = out_of_fold(*only)
                _show(label, scores, examples.labels)
                if setting.genre in DATA:
                    yield _measured(setting, scores, examples.labels, system=label)
        strings, labels = texts(folder, setting.file)
        for label, lexicon in baselines:
            _show(label, _list_scores(strings, lexicon, labels), labels)


def _measured(
    setting: Setting,
    scores: Array,
    labels: Array,
    *,
    split: str = "5 folds",
    system: str = "newslib",
) -> Measured:
    """A row of the table of figures."""
    agree, name = (_r, "correlation") if setting.target == "certainty" else (_f1, "F1")
    kind = "newslib" if system == "newslib" else "trained"
    figure, ends = agree(scores, labels), _interval(agree, scores, labels)
    where = ("how sure", name, DATA[setting.genre], split)
    return Measured(*where, figure, ends, len(labels), system, kind)


def _r(scores: Array, labels: Array) -> float:
    return float(np.corrcoef(scores, labels)[0, 1])


def _f1(scores: Array, labels: Array) -> float:
    return 100 * f1(labels, scores > 0)


def _interval(
    agree: Callable[[Array, Array], float], scores: Array, labels: Array
) -> tuple[float, float]:
    """The middle 95 % of a figure over 2,000 draws of the sentences."""
    random, size = np.random.default_rng(1), len(scores)
    draws = (random.integers(0, size, size) for _ in range(2000))
    low, high = np.quantile([agree(scores[i], labels[i]) for i in draws], [0.025, 0.975])
    return float(low), float(high)


def _restricted(
    examples: Examples, setting: Setting, kinds: frozenset[str]
) -> tuple[Examples, Setting]:
    """The same examples with some kinds of feature only."""
    present = tuple(tuple(f for f in own if f[0] in kinds) for own in examples.present)
    return Examples(present, examples.labels), replace(setting, kinds=kinds)


def _read_list(file: Path) -> Lexicon:
    words = file.read_text(encoding="utf-8").splitlines()
    return Lexicon(file.stem, tuple(Entry(word.strip(), "hedge") for word in words if word.strip()))


def _list_scores(strings: list[str], lexicon: Lexicon, labels: Array) -> Array:
    """A yes where any entry stands in a text; for ratings, minus how densely they stand."""
    counts = np.array([sum(1 for _ in lexicon.find(text)) for text in strings], dtype=float)
    if set(labels) <= {0.0, 1.0}:
        return counts - 0.5
    scores: Array = -counts / np.array([len(text.split()) for text in strings])
    return scores


def _show(label: str, scores: Array, labels: Array) -> None:
    """One line: F1 of a yes above 0, or Pearson's r."""
    if set(labels) <= {0.0, 1.0}:
        print(f"  {label:24} F1 {100 * f1(labels, scores > 0):5.1f}")
    else:
        print(f"  {label:24} r  {np.corrcoef(scores, labels)[0, 1]:5.3f}")


def bench_validation(folder: Path) -> Measured:
    """The rating learnt on train, on the validation file, with a bootstrap interval."""
    train = read_examples(folder, RATED)
    weights = learn(train, np.arange(len(train.labels)), RATED)
    held = read_examples(folder, replace(RATED, file="certainty_rating_val"))
    scores = np.array([total(weights, present) for present in held.present])
    found = _measured(RATED, scores, held.labels, split="val")
    low, high = found.interval or (0.0, 0.0)
    print(f"certainty_rating_val: r {found.figure:.3f}, 95 % of resamples {low:.3f} to {high:.3f}")
    return found


def bench_rules(folder: Path, every: int) -> None:
    """What is lost without each rule: the cases, the study text, and sentences of the gold."""
    cases = json.loads((ROOT / "tests" / "cases" / "hedging.json").read_text(encoding="utf-8"))
    asked = [(parse_article(case["text"]), _wanted(case["hits"])) for case in cases]
    study = [(read_article(ROOT / "data" / "articles" / f"{STUDY}.txt"), _study_gold())]
    files = ("wikipedia_weasel_train", "bio_uncertain_train", "central_bank_train")
    sets = [texts(folder, file) for file in files]
    gold = [([parse_article(t) for t in strings[::every]], y[::every]) for strings, y in sets]
    print(f"{'without the rule':20} cases  study  hits   Wikipedia  bio  bank   (one hit is a yes)")
    for rule in ("", *sorted(EVERY_RULE)):
        find = _finder(EVERY_RULE - {rule})
        yes = [np.array([_any_hedge(find(a)) for a in articles]) for articles, _ in gold]
        n_hits = sum(len(find(a)) for articles, _ in gold for a in articles)
        scores = [100 * f1(labels, own) for own, (_, labels) in zip(yes, gold, strict=True)]
        figures = f"{_cue_f1(asked, find):5.1f}  {_cue_f1(study, find):5.1f}  {n_hits:6}"
        print(f"{rule or '(none)':20} {figures}  " + "  ".join(f"{s:5.1f}" for s in scores))


def _finder(rules: frozenset[str]) -> Callable[[Article], tuple[Hit, ...]]:
    return lambda article: find_with_rules(article, load_lexicon("hedges"), rules)


def _any_hedge(hits: Iterable[Hit]) -> bool:
    return any(h.category in {"epistemic", "evidential", "weasel"} and not h.negated for h in hits)


def _wanted(hits: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(hit["text"], hit["category"]) for hit in hits}


def _study_gold() -> set[tuple[str, str]]:
    file = ROOT / "data" / "gold" / STUDY / "hedges.tsv"
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    return {(row[2], row[3]) for row in rows}


def _cue_f1(
    asked: list[tuple[Article, set[tuple[str, str]]]],
    find: Callable[[Article], tuple[Hit, ...]],
) -> float:
    """F1 of cues with their category."""
    right = found = wanted = 0
    for article, expected in asked:
        got = {(hit.span.text, hit.category) for hit in find(article)}
        right, found, wanted = right + len(got & expected), found + len(got), wanted + len(expected)
    return 200 * right / (found + wanted)


def bench_time() -> None:
    """Seconds for tokenizing, for matching the lexicon and for finding, as the text grows."""
    text = (ROOT / "data" / "articles" / f"{STUDY}.txt").read_text(encoding="utf-8")
    find_hedges(parse_article(text))
    for times in (10, 100, 1000):
        article = parse_article("\n\n".join([text] * times))
        words = _seconds(partial(tokens, article))
        matching = _seconds(partial(_match, article))
        every = _seconds(partial(views, article))
        finding = _seconds(partial(find_hedges, article))
        size = len(article.text)
        print(
            f"{size:9} characters: tokenizing {words:.2f} s, matching {matching:.2f} s, "
            f"tagging {every:.2f} s, finding {finding:.2f} s, {1e6 * finding / size:.2f} µs each"
        )


def _match(article: Article) -> int:
    return sum(1 for _ in load_lexicon("hedges").find(article.text, overlapping=True))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure hedging and certainty.")
    parser.add_argument("gold", type=Path, help="the folder with the gold files")
    parser.add_argument("--lists", type=Path, help="a folder with lists to compare with")
    parser.add_argument("--every", type=int, default=5, help="ablate on every such sentence")
    add_option(parser)
    options = parser.parse_args()
    bench_time()
    if not (options.gold / f"{SETS[0].file}.jsonl.gz").is_file():
        print(f"no gold in {options.gold}: only time was measured")
        return
    bench_rules(options.gold, options.every)
    measured = [*bench_figures(options.gold, options.lists), bench_validation(options.gold)]
    command = "python tests/benchmarks/bench_hedging.py GOLD/hedging"
    renew(options.figures, "hedging", measured, command)


if __name__ == "__main__":
    main()
