"""Measure quotations and speakers on annotated articles, beside the figures of others.

    python tests/benchmarks/bench_quotes.py GOLD.jsonl[.gz] [--scorer FOLDER] [--out PRED.jsonl]

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

from newslib import parse_article
from newslib.article import Article
from newslib.quotes import Quote, find_quotes

PEERS = """
| textacy 0.13 | 39.1 | 71.2 | 47.1 | 3.9 | 33.7 | 31.1 | 85.6 | 31.4 | 84.4 |
| sayswho | 51.2 | 87.9 | 59.8 | 5.2 | 45.0 | 41.4 | 88.7 | 42.9 | 84.4 |
| GenderGapTracker | 69.9 | 85.9 | 77.5 | 53.6 | 62.7 | 56.6 | 82.9 | 58.3 | 78.3 |
| four regular expressions | 71.1 | 89.4 | 81.1 | 52.1 | 66.4 | 51.3 | 81.7 | 57.4 | 87.5 |
| CRF (van Timmeren 2022) | 76.2 | 81.4 | 84.4 | 70.2 | 64.3 | 50.5 | 80.1 | 58.3 | 84.6 |
| fine-tuned BERT (same) | 85.1 | 82.3 | 94.4 | 84.5 | 76.3 | 69.0 | 92.4 | 75.4 | 92.5 |
| one human against another | 92.6 | 98.0 | 95.1 | 89.3 | 90.2 | 83.2 | 99.1 | 88.4 | 97.1 |
""".strip()
"""What others reach on PolNeAR's test split, by the same scorer."""

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


def row(figures: dict[str, Any], shares: dict[str, Any]) -> str:
    """The row of newslib in the table."""
    spans = [figures[f"span>0.3 {kind}"][2] for kind in ("all", "direct", "mixed", "indirect")]
    others = [figures["span>0.8 all"][2], figures["exact all"][2]]
    speaker, cue = shares["speaker acc direct"][0], shares["cue overlap acc"][0]
    cells = [*spans, *others, speaker, figures["e2e span+speaker"][2], cue]
    return "| **newslib** | " + " | ".join(f"{100 * cell:.1f}" for cell in cells) + " |"


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


def pronoun_file(gold: Path) -> Path | None:
    """The pronouns of the same split, if they lie beside the gold."""
    split = gold.name.split(".")[0].rpartition("_")[2]
    file = gold.parent / f"pronoun_speakers_{split}.jsonl"
    return file if file.is_file() else None


def score_pronouns(file: Path, found: dict[str, dict[str, Any]]) -> str:
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
    shares = (100 * right / max(1, seen), 100 * right / max(1, len(items)))
    return "pronoun to name: {:.1f} % where found, {:.1f} % end to end".format(*shares)


def main() -> None:
    """Predict, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--scorer", type=Path, help="the folder of score.py; the gold's own if left"
    )
    parser.add_argument("--out", type=Path, help="where the predictions go, as JSONL")
    options = parser.parse_args()
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
    sys.stdout.write(
        f"\n{HEADER}\n{PEERS}\n{row(figures, shares)}\n\narticles that raise: {raised}\n"
    )
    if pronouns := pronoun_file(options.gold):
        sys.stdout.write(score_pronouns(pronouns, found) + "\n")
    ratio, growth = speed(golds)
    sys.stdout.write(f"speed: {ratio:.2f} of NLTK's; ten times the text, {growth:.1f} times\n")


if __name__ == "__main__":
    main()
