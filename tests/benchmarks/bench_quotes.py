"""Measure quotations and speakers on annotated articles, beside the figures of others.

    python tests/benchmarks/bench_quotes.py GOLD.jsonl[.gz] [--out FILE] [--figures FILE]

GOLD holds one article a line (`id`, `text`, `quotes`). The scorer (`score.py`, with `quotelib.py`)
is looked for beside the gold, and so is `pronoun_speakers_*.jsonl` of the same split. Figures
are F1 in per cent, attributions of belief and intention left out of account (`--speech`). A
piece that floats or continues is given the cue and mention of its attribution. Without gold the
script says so and ends well.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from figures import Measured, add_option, quoted, renew

from newslib import parse_article
from newslib.article import Article
from newslib.quotes import Quote, find_quotes

COLUMNS = {
    "span>0.3 all": ("who said what", "F1, span found"),
    "span>0.3 direct": ("who said what", "F1, direct speech"),
    "span>0.3 mixed": ("who said what", "F1, mixed speech"),
    "span>0.3 indirect": ("who said what", "F1, reported speech"),
    "span>0.8 all": ("who said what", "F1, most of the span"),
    "exact all": ("who said what", "F1, exact span"),
    "speaker acc direct": ("by whom", "speaker right, direct speech"),
    "e2e span+speaker": ("by whom", "F1, span and speaker"),
    "cue overlap acc": ("who said what", "cue right"),
}
"""The scorer's names of the figures, in the order of the columns, and those of the table."""

HEADER = """
| system | all >0.3 | direct | mixed | indirect | all >0.8 | exact | speaker, direct | e2e | cue |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
""".strip()


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The annotated articles of a JSONL file, packed or not."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def predictions(article: Article) -> Iterator[dict[str, Any]]:
    """The outermost quotations in the gold's schema."""
    quotes = [quote for quote in find_quotes(article) if quote.level == 0]
    whole: dict[int, Quote] = {}
    for quote in quotes:
        if quote.cue or quote.speaker_span:
            whole.setdefault(quote.attribution, quote)
    for quote in quotes:
        yield prediction(quote, whole.get(quote.attribution, quote))


def prediction(quote: Quote, attributed: Quote) -> dict[str, Any]:
    """One piece, with the cue and the mention of its attribution."""
    cue, mention = attributed.cue, attributed.speaker_span
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "quote": quote.span.text,
        "type": quote.kind,
        "speaker": mention.text if mention else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "speaker_canonical": quote.speaker,
        "cue": cue.text if cue else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "rel": str(quote.attribution),
        "rule": quote.rule,
    }


def predict(golds: list[dict[str, Any]]) -> tuple[dict[str, dict[str, Any]], int]:
    """The predictions for every article, and how many articles raised."""
    found: dict[str, dict[str, Any]] = {}
    raised = 0
    for gold in golds:
        try:
            quotes = list(predictions(parse_article(gold["text"])))
        except Exception as error:
            raised += 1
            sys.stdout.write(f"{gold['id']} raised {error!r}\n")
            quotes = []
        found[gold["id"]] = {"id": gold["id"], "quotes": quotes}
    return found, raised


def measures(figures: dict[str, Any], shares: dict[str, Any], split: str) -> list[Measured]:
    """What the scorer says, as rows of the table of figures."""
    precision, _, _, n = figures["span>0.3 all"]
    found = [
        Measured(*COLUMNS[name], "PolNeAR", split, 100 * value, n=count)
        for name in COLUMNS
        for value, count in [figures[name][2:] if name in figures else shares[name]]
    ]
    measure = ("who said what", "precision, span found", "PolNeAR", split)
    return [*found, Measured(*measure, 100 * precision, n=n)]


def table(found: list[Measured]) -> str:
    """Everybody's figures, a row a system: those given for the test split, then newslib's."""
    cells: dict[str, dict[str, str]] = {}
    for peer in quoted("quotes"):
        if peer.split == "test":
            cells.setdefault(peer.system, {})[peer.measure] = peer.figure
    cells["**newslib**"] = {one.measure: f"{one.figure:.1f}" for one in found}
    return "\n".join(
        f"| {system} | " + " | ".join(own[measure] for _, measure in COLUMNS.values()) + " |"
        for system, own in cells.items()
    )


def speed(golds: list[dict[str, Any]]) -> tuple[float, float]:
    """How fast quotations are found, in NLTK's word division; and what ten times the text takes."""
    from nltk.tokenize import NLTKWordTokenizer

    texts = [gold["text"] for gold in golds]
    find_quotes(parse_article("He said no."))
    ours = least(lambda: [find_quotes(parse_article(text)) for text in texts])
    theirs = least(lambda: [list(NLTKWordTokenizer().span_tokenize(text)) for text in texts])
    long = max(texts, key=len)
    once = least(lambda: find_quotes(parse_article(long)))
    ten = least(lambda: find_quotes(parse_article("\n\n".join([long] * 10))))
    return theirs / ours, ten / once


def least(work: Any, rounds: int = 3) -> float:  # noqa: ANN401
    """The least processor time of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def split_of(gold: Path) -> str:
    """The split that the gold's name ends with."""
    return gold.name.split(".")[0].rpartition("_")[2]


def pronoun_file(gold: Path) -> Path | None:
    """The pronouns of the same split, if they lie beside the gold."""
    file = gold.parent / f"pronoun_speakers_{split_of(gold)}.jsonl"
    return file if file.is_file() else None


def score_pronouns(file: Path, found: dict[str, dict[str, Any]], split: str) -> list[Measured]:
    """The share of pronouns with the right name: where found as a speaker, and end to end."""
    items = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    right = seen = 0
    for item in items:
        names = [
            quote["speaker_canonical"] or ""
            for quote in found.get(item["id"], {"quotes": []})["quotes"]
            if quote["speaker_start"] is not None
            and quote["speaker_start"] < item["end"]
            and item["start"] < quote["speaker_end"]
        ]
        key = item["referent_key"].split()[-1].lower()
        seen += bool(names)
        right += any(key in name.lower().split() for name in names)
    return [
        Measured("by whom", f"pronoun to name, {where}", "PolNeAR", split, 100 * right / n, n=n)
        for where, n in (("where found", max(1, seen)), ("end to end", max(1, len(items))))
    ]


def main() -> None:
    """Predict, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--scorer", type=Path, help="the folder of score.py; the gold's own if left"
    )
    parser.add_argument("--out", type=Path, help="where the predictions go, as JSONL")
    add_option(parser)
    options = parser.parse_args()
    split = split_of(options.gold)
    if not options.gold.is_file():
        sys.stdout.write(f"no gold at {options.gold}: nothing measured\n")
        return
    sys.path.insert(0, str(options.scorer or options.gold.parent))
    scorer = import_module("score")
    golds = read_gold(options.gold)
    found, raised = predict(golds)
    if options.out:
        lines = [json.dumps(item, ensure_ascii=False) for item in found.values()]
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures, shares = scorer.score(golds, found, True)
    scorer.show(figures, shares, f"{options.gold.name} [speech cues only]")
    measured = measures(figures, shares, split)
    sys.stdout.write(f"\n{HEADER}\n{table(measured)}\n\narticles that raise: {raised}\n")
    if pronouns := pronoun_file(options.gold):
        measured += score_pronouns(pronouns, found, split)
        for one in measured[-2:]:
            sys.stdout.write(f"{one.measure}: {one.figure:.1f} % of {one.n}\n")
    command = f"python tests/benchmarks/bench_quotes.py GOLD/quotes/{options.gold.name}"
    renew(options.figures, "quotes", measured, command)
    ratio, growth = speed(golds)
    sys.stdout.write(f"speed: {ratio:.2f} of NLTK's; ten times the text, {growth:.1f} times\n")


if __name__ == "__main__":
    main()
