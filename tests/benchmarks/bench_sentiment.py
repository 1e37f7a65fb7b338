"""How good and how fast newslib's readings of tone are, on NewsMTSC (Hamborg & Donnay 2021).

Tone towards a target on both dev parts, with bootstrap intervals, beside TextBlob, VADER and the
constant answer; whether "textblob" and "vader" equal their libraries on every sentence; how fast
"news" is beside vaderSentiment. Without the gold it says so and ends well.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from figures import Measured, add_option, renew

from newslib import parse_article, sentences
from newslib.article import Article
from newslib.sentiment import score_sentences, tone_towards
from newslib.sentiment.scores import scores_by

Rows = list[dict[str, Any]]
NAMES = {"neg": "negative", "neu": "neutral", "pos": "positive"}
LABELS = tuple(NAMES.values())
DATA = {
    "newsmtsc_rw_dev": "NewsMTSC real-world",
    "newsmtsc_mt_dev": "NewsMTSC several-targets",
}
"""The parts that are measured, and their names in the table of figures."""


def read_gold(gold: Path, name: str) -> Rows:
    """The rows of one part of NewsMTSC."""
    with gzip.open(gold / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    """The mean over the labels of F1, in percent."""
    pairs, gold, answers = Counter(zip(truth, said, strict=True)), Counter(truth), Counter(said)
    scores = [2 * pairs[label, label] / max(gold[label] + answers[label], 1) for label in LABELS]
    return 100 * statistics.fmean(scores)


def interval(
    truth: Sequence[str], said: Sequence[str], texts: Sequence[str]
) -> tuple[float, float]:
    """The middle 95 % of macro-F1 over 1,000 draws of sentences, all targets of one together."""
    places: dict[str, list[int]] = {}
    for i, text in enumerate(texts):
        places.setdefault(text, []).append(i)
    groups, random = list(places.values()), np.random.default_rng(0)
    scores = []
    for _ in range(1_000):
        drawn = [i for k in random.integers(0, len(groups), len(groups)) for i in groups[k]]
        scores.append(macro_f1([truth[i] for i in drawn], [said[i] for i in drawn]))
    low, high = np.percentile(scores, [2.5, 97.5])
    return float(low), float(high)


def share(truth: Sequence[str], said: Sequence[str], gold: str, answers: Sequence[str]) -> float:
    """How many in a hundred of the gold's one label were given one of these answers."""
    given = [answer for label, answer in zip(truth, said, strict=True) if label == gold]
    return 100 * sum(answer in answers for answer in given) / max(len(given), 1)


def by_library(method: str, threshold: float) -> Callable[[dict[str, Any]], str]:
    """A peer: the sign of the mean over the sentences, neutral within the threshold."""

    def answer(row: dict[str, Any]) -> str:
        scores = score_sentences(parse_article(row["text"]), method=method)
        mean = statistics.fmean(score.score for score in scores)
        return LABELS[1 + (mean > threshold) - (mean < -threshold)]

    return answer


def by_newslib(row: dict[str, Any]) -> str:
    """The label `tone_towards` gives."""
    article = parse_article(row["text"])
    return tone_towards(article, target=article.span(row["target_start"], row["target_end"])).label


PEERS: dict[str, Callable[[dict[str, Any]], str]] = {
    "constant (negative)": lambda _: "negative",
    "constant (neutral)": lambda _: "neutral",
    "TextBlob": by_library("textblob", 0.0),
    "VADER": by_library("vader", 0.05),
    "newslib": by_newslib,
}


KINDS = {"TextBlob": "rules", "VADER": "rules", "newslib": "newslib"}


def report_tone(name: str, rows: Rows) -> Iterator[Measured]:
    """One line a peer, printed and given."""
    truth, texts = [NAMES[row["label"]] for row in rows], [row["text"] for row in rows]
    print(f"{name}: {len(rows)} targets in {len(set(texts))} sentences")
    for peer, answer in PEERS.items():
        said = [answer(row) for row in rows]
        low, high = interval(truth, said, texts)
        wrong = share(truth, said, "negative", ["positive"])
        polar = share(truth, said, "neutral", ["negative", "positive"])
        print(
            f"  {peer:20} macro-F1 {macro_f1(truth, said):5.1f} [{low:.1f}, {high:.1f}]"
            f"  negatives called positive {wrong:4.1f} %  neutrals called polar {polar:4.1f} %"
        )
        where, kind = ("in what tone", "macro-F1", DATA[name], "dev"), KINDS.get(peer, "constant")
        yield Measured(*where, macro_f1(truth, said), (low, high), len(rows), peer, kind)


def report_equality(articles: Sequence[Article]) -> None:
    """How many sentences differ from the libraries' own answers by more than 1e-9."""
    import textblob
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer, n, differ = SentimentIntensityAnalyzer(), 0, 0
    for article in articles:
        for blob in score_sentences(article, method="textblob"):
            own = textblob.Sentence(blob.span.text).sentiment
            gaps = (own.polarity - blob.score, own.subjectivity - (blob.subjectivity or 0.0))
            n, differ = n + 1, differ + (max(map(abs, gaps)) > 1e-9)
        for vader in score_sentences(article, method="vader"):
            answer = analyzer.polarity_scores(vader.span.text)
            gap = answer["compound"] - vader.score, answer["pos"] - vader.positive
            differ += max(map(abs, (*gap, answer["neg"] - vader.negative))) > 1e-9
    print(f"equality with TextBlob and VADER: {n} sentences, {differ} differ by more than 1e-9")


def report_speed(articles: Sequence[Article], runs: int = 5) -> None:
    """The time of "news" beside vaderSentiment's own, sentences already found; medians."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    texts = [sentence.span.text for article in articles for sentence in sentences(article)]
    ours, theirs = [], []
    for _ in range(runs):
        for article in articles:
            for found in (score_sentences, scores_by):
                article._found.pop((found, "news"), None)
        start = time.perf_counter()
        for article in articles:
            score_sentences(article, method="news")
        middle = time.perf_counter()
        for text in texts:
            analyzer.polarity_scores(text)
        ours.append(middle - start)
        theirs.append(time.perf_counter() - middle)
    news, vader = statistics.median(ours), statistics.median(theirs)
    print(
        f"speed: news {len(texts) / news:,.0f}, vaderSentiment {len(texts) / vader:,.0f} "
        f"sentences a second: {vader / news:.1f} times as fast"
    )


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("gold/framing"), help="NewsMTSC's folder")
    parser.add_argument("--all", action="store_true", help="equality on the training part too")
    add_option(parser)
    gold, everything = (arguments := parser.parse_args()).gold, arguments.all
    if not (gold / "newsmtsc_rw_dev.jsonl.gz").is_file():
        print(f"no gold in {gold}: nothing measured")
        return
    warnings.simplefilter("ignore", ResourceWarning)
    parts = {name: read_gold(gold, name) for name in DATA}
    measured = [one for name, rows in parts.items() for one in report_tone(name, rows)]
    measured.sort(key=lambda one: one.system != "newslib")
    command = "python tests/benchmarks/bench_sentiment.py --gold GOLD/framing"
    renew(arguments.figures, "sentiment", measured, command)
    if everything:
        parts["newsmtsc_train"] = read_gold(gold, "newsmtsc_train")
    texts = dict.fromkeys(row["text"] for rows in parts.values() for row in rows)
    articles = [parse_article(text) for text in texts]
    report_equality(articles)
    report_speed(articles)


if __name__ == "__main__":
    main()
