"""Side by side with what a researcher would put together: same stories, same kind of tables.

    python tests/benchmarks/bench_pipeline.py [STORIES] [--articles 200] [--repeat 5] [--memory]

STORIES is a folder, file or pattern that `read_articles` takes; without it the project's own
stories are read again and again under other names. Four ways to tables are timed in one process,
turn by turn, with garbage collected between turns:

- NLTK (untrained Punkt, `NLTKWordTokenizer`), TextBlob, vaderSentiment and a regular expression
  of the lexicon's entries; tables built row by row, as notebooks do it;
- spaCy (blank English, sentencizer, PhraseMatcher), TextBlob, vaderSentiment;
- newslib's tables of tokens, sentences and two sentiments without voices, and lexicon hits;
- every table of newslib: quotations with speakers, voices, hedges, certainty, three sentiments,
  targets, frames and acts beside.

A turn begins with a list of texts and ends with data frames. Where spaCy is not installed its
column says so. `--memory` gives the peak memory of each way, each in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import platform
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

import newslib

Tables = dict[str, pd.DataFrame]
Way = Callable[[list[str]], Tables]


@cache
def entries() -> list[str]:
    """What is counted: the hedging lexicon's words and phrases."""
    return sorted({entry.entry for entry in newslib.load_lexicon("hedges").entries})


@cache
def vader() -> Any:  # noqa: ANN401 (the library has no types)
    """The library's analyzer, made once."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer()


def scored(sentence: str) -> dict[str, float]:
    """The two sentiments of a sentence, as their documentation has it."""
    from textblob import TextBlob

    tone = TextBlob(sentence).sentiment
    compound = vader().polarity_scores(sentence)["compound"]
    return {"textblob": tone.polarity, "subjectivity": tone.subjectivity, "vader": compound}


def as_tables(rows: dict[str, list[dict[str, Any]]]) -> Tables:
    """Lists of dictionaries as data frames."""
    return {name: pd.DataFrame(listed) for name, listed in rows.items()}


def with_nltk(texts: list[str]) -> Tables:
    """NLTK, TextBlob, vaderSentiment and a regular expression, row by row."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    cutter, divider = PunktSentenceTokenizer(), NLTKWordTokenizer()
    by_length = sorted(entries(), key=len, reverse=True)
    listed = re.compile(rf"\b(?:{'|'.join(map(re.escape, by_length))})\b", re.IGNORECASE)
    rows: dict[str, list[dict[str, Any]]] = {"tokens": [], "sentences": [], "lexicon": []}
    for number, text in enumerate(texts):
        for start, end in cutter.span_tokenize(text):
            sentence = text[start:end]
            place = {"article": number, "start": start, "end": end, "text": sentence}
            rows["sentences"].append(place | scored(sentence))
            for first, last in divider.span_tokenize(sentence):
                token = {"article": number, "start": start + first, "end": start + last}
                rows["tokens"].append(token | {"text": sentence[first:last]})
        for hit in listed.finditer(text):
            place = {"article": number, "start": hit.start(), "end": hit.end(), "text": hit.group()}
            rows["lexicon"].append(place)
    return as_tables(rows)


@cache
def spacy_parts() -> tuple[Any, Any]:
    """A blank English pipeline with sentences, and a matcher of the entries."""
    spacy = import_module("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 100_000_000
    matcher = import_module("spacy.matcher").PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("lexicon", [nlp.make_doc(entry) for entry in entries()])
    return nlp, matcher


def with_spacy(texts: list[str]) -> Tables:
    """A blank spaCy pipeline, TextBlob and vaderSentiment."""
    nlp, matcher = spacy_parts()
    rows: dict[str, list[dict[str, Any]]] = {"tokens": [], "sentences": [], "lexicon": []}
    for number, doc in enumerate(nlp.pipe(texts)):
        for token in doc:
            place = {"article": number, "start": token.idx, "end": token.idx + len(token)}
            rows["tokens"].append(place | {"text": token.text})
        for sentence in doc.sents:
            place = {"article": number, "start": sentence.start_char, "end": sentence.end_char}
            rows["sentences"].append(place | {"text": sentence.text} | scored(sentence.text))
        for _, first, last in matcher(doc):
            span = doc[first:last]
            place = {"article": number, "start": span.start_char, "end": span.end_char}
            rows["lexicon"].append(place | {"text": span.text})
    return as_tables(rows)


def parsed(texts: list[str]) -> list[newslib.Article]:
    """The texts as articles, each with its number for an id."""
    return [newslib.parse_article(text, id=str(number)) for number, text in enumerate(texts)]


def comparable(texts: list[str]) -> Tables:
    """newslib: words, sentences, two sentiments and lexicon hits, and no voices."""
    articles = parsed(texts)
    lexicon = newslib.load_lexicon("hedges")
    hits = [(a.id, s.start, s.end, s.text) for a in articles for s, _ in lexicon.find(a.text)]
    return {
        "tokens": newslib.tokens_table(articles, voice=False),
        "sentences": newslib.sentences_table(articles, voice=False),
        "sentiment": newslib.sentiment_table(articles, methods=["textblob", "vader"], voice=False),
        "lexicon": pd.DataFrame(hits, columns=["article", "start", "end", "text"]),
    }


def everything(texts: list[str]) -> Tables:
    """newslib: every table."""
    return newslib.all_tables(parsed(texts))


WAYS: dict[str, Way] = {
    "NLTK + TextBlob + VADER + re": with_nltk,
    "spaCy + TextBlob + VADER": with_spacy,
    "newslib, comparable work": comparable,
    "newslib, everything": everything,
}


OWN = list(WAYS)[2:]


def present() -> dict[str, Way]:
    """The ways whose libraries are installed."""
    return {n: way for n, way in WAYS.items() if way is not with_spacy or find_spec("spacy")}


def own_stories() -> Iterator[str]:
    """The project's stories, over and over, each time under another number."""
    files = sorted((Path(__file__).parents[2] / "data").rglob("*.txt"))
    stories = [file.read_text("utf-8") for file in files]
    number = 0
    while True:
        for story in stories:
            number += 1
            yield f"{story.rstrip()}\n\nStory number {number} ends here.\n"


def stories(given: str | None, count: int) -> list[str]:
    """So many texts, from where the user says or from our own."""
    source = (a.text for a in newslib.read_articles(given)) if given else own_stories()
    return [text for text, _ in zip(source, range(count), strict=False)]


def seconds(way: Way, texts: list[str]) -> float:
    """Processor time of one turn."""
    gc.collect()
    start = time.process_time()
    way(texts)
    return time.process_time() - start


def compare(texts: list[str], repeat: int) -> None:
    """Print rates, and each way's ratio to the assemblies with its spread over the turns."""
    ways = present()
    for way in ways.values():
        way(texts[:3])
    turns = [{name: seconds(way, texts) for name, way in ways.items()} for _ in range(repeat)]
    size = sum(map(len, texts))
    print(f"\n| way | articles/s | s per million characters | x NLTK | x spaCy |\n|{'---|' * 5}")
    for name in ways:
        middle = statistics.median(turn[name] for turn in turns)
        against = [ratio(turns, peer, name) for peer in list(WAYS)[:2]]
        rate = f"{len(texts) / middle:.1f} | {middle / size * 1e6:.2f}"
        print(f"| {name} | {rate} | {' | '.join(against)} |", flush=True)


def ratio(turns: list[dict[str, float]], peer: str, name: str) -> str:
    """How many times as fast as the peer: median and range over the turns."""
    if peer not in turns[0]:
        return "not installed"
    each = sorted(turn[peer] / turn[name] for turn in turns)
    return f"{statistics.median(each):.2f} [{each[0]:.2f}, {each[-1]:.2f}]"


def growth(sizes: list[int]) -> None:
    """Print the time of newslib's two ways on one article of each size, and how it grows.

    Three rounds over all sizes: a clock that swings then swings for all of them. In a round a small
    article is read again and again, up to a tenth of the largest's text.
    """
    each_way = [(size, name) for size in sizes for name in OWN]
    rounds = [{each: per_turn(*each, largest=max(sizes)) for each in each_way} for _ in range(3)]
    print(f"\n| one article of | {' | '.join(OWN)} |\n|{'--:|' * 3}")
    for before, size in zip([0, *sizes], sizes, strict=False):
        found = []
        for name in OWN:
            taken = statistics.median(each[size, name] for each in rounds)
            times = sorted(each[size, name] / each[before, name] for each in rounds if before)
            grown = f" (x{times[1]:.1f} [{times[0]:.1f}, {times[2]:.1f}])" if times else ""
            found.append(f"{taken:.3f} s{grown}")
        print(f"| {size:,} characters | {' | '.join(found)} |", flush=True)


def per_turn(size: int, name: str, largest: int) -> float:
    """The mean time of a few turns over one article of a size."""
    turns = min(max(largest // size // 10, 1), 50)
    text = of_size(size)
    return statistics.mean(seconds(WAYS[name], [text]) for _ in range(turns))


def of_size(size: int) -> str:
    """One article of so many characters."""
    pieces: list[str] = []
    total = 0
    for story in own_stories():
        pieces.append(story)
        total += len(story)
        if total >= size:
            return "\n".join(pieces)[:size]
    raise AssertionError("own stories never end")


def peak(texts: list[str]) -> None:
    """Print the most memory each way needs, each in a process of its own."""
    print(f"\n| way | peak memory, MB, {len(texts)} articles |\n|---|--:|")
    for name in present():
        command = [sys.executable, __file__, "--only", name, "--articles", str(len(texts))]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"| {name} | {done.stdout.strip()} |", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("stories", nargs="?")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10**n for n in range(3, 8)])
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--only", choices=list(WAYS), help=argparse.SUPPRESS)
    given = parser.parse_args()
    texts = stories(given.stories, given.articles)
    if given.only:
        WAYS[given.only](texts)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    names = ["nltk", "textblob", "vaderSentiment", "pandas", *["spacy"] * bool(find_spec("spacy"))]
    print(f"Python {platform.python_version()}, newslib {newslib.__version__}, ", end="")
    print(", ".join(f"{name} {version(name)}" for name in names))
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters, {given.repeat} turns")
    compare(texts, given.repeat)
    growth(given.sizes)
    if given.memory:
        peak(texts)


if __name__ == "__main__":
    main()
