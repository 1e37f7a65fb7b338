"""Many stories to Parquet: articles a second on one core and on several, and memory.

    python tests/benchmarks/bench_scale.py [FOLDER] [--articles 1000] [--workers 1 2]

FOLDER holds stories as files; without it stories of 2,000 characters are put together, with a
fixed seed, from sentences of the study text under invented names. Every run is a process of its
own. Prints for each number of workers the time from first to last and to the first part, the
articles a second between, what 26,000 articles would take, processor time, and the most memory
any one process held; and the analysis alone, without harness or files, to compare with.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil  # type: ignore[import-untyped]

import newslib

STORY = Path(__file__).parents[2] / "data" / "articles" / "lavrov_summit_2025-10-26.txt"
ARTICLES_EACH = 50  # small parts, so that few articles tell what many take
MANY = 26_000


def invented(number: int) -> Iterator[str]:
    """Stories that share sentences but neither names nor figures."""
    story = newslib.read_article(STORY)
    sentences = [found.span.text for found in newslib.sentences(story)]
    people = [each.name for each in newslib.find_mentions(story) if each.kind == "person"]
    names = sorted({name.split()[-1] for name in people if name})
    draw = random.Random(0)
    for _ in range(number):
        text = "\n\n".join(draw.choices(sentences, k=20))[:2000]
        for name in names:
            text = text.replace(name, _name(draw))
        yield text


def _name(draw: random.Random) -> str:
    syllables = [draw.choice("BDFGKLMNPRST"), *draw.choices(["ala", "eri", "ovo", "une"], k=2)]
    return "".join(syllables)


def write_corpus(folder: Path, number: int) -> None:
    """The invented stories as files."""
    for at, text in enumerate(invented(number)):
        (folder / f"{at:06}.txt").write_text(text, encoding="utf-8")


def run(folder: str, out: str, workers: int, number: int) -> None:
    """One run: all tables to Parquet, or with 0 workers the analysis alone."""
    found = newslib.read_articles(folder)
    articles = newslib.Articles(found.files[:number], found.folder, found.columns)
    if workers:
        newslib.write_tables(articles, out, workers=workers, articles_each=ARTICLES_EACH)
        return
    given = iter(articles)
    while portion := list(islice(given, ARTICLES_EACH)):
        newslib.all_tables(portion, progress=False)


def watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    """Note the most memory each process of a run holds, in bytes."""
    top = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            for each in (top, *top.children(recursive=True)):
                peaks[each.pid] = max(peaks.get(each.pid, 0), each.memory_info().rss)
        except psutil.Error:
            continue
        time.sleep(0.5)


def measure(folder: str, workers: int, number: int) -> float:
    """Run, print, and give the articles a second."""
    with TemporaryDirectory() as out:
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
        command = [sys.executable, __file__, folder, "--run", out, str(workers), str(number)]
        process = subprocess.Popen(command)
        peaks: dict[int, int] = {}
        watch(process, peaks)
        took = time.time() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = sorted(mark.stat().st_mtime for mark in Path(out).glob("done/*.json"))
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    first = done[0] - start if done else 0.0
    rate = number / took
    if len(done) > workers:  # what is done when each has started, without the start
        rate = (len(done) - workers) * ARTICLES_EACH / (done[-1] - done[workers - 1])
    name = f"{workers} workers" if workers else "analysis alone"
    print(
        f"{name:15} {took:7.1f} s, first part after {first:5.1f} s, {rate:7.1f} articles/s; "
        f"{MANY:,} in {took + (MANY - number) / rate:6.0f} s; processor {processor:6.1f} s; "
        f"most memory {max(peaks.values()) / 1e6:5.0f} MB",
        flush=True,
    )
    return rate


def main() -> None:
    """Build the corpus, run and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--run", nargs=3, metavar=("OUT", "WORKERS", "ARTICLES"))
    given = parser.parse_args()
    if given.run:
        run(given.folder, given.run[0], int(given.run[1]), int(given.run[2]))
        return
    with TemporaryDirectory() as made:
        if given.folder is None:
            write_corpus(Path(made), given.articles)
        folder = given.folder or made
        number = min(given.articles, len(newslib.read_articles(folder)))
        load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
        print(f"newslib {newslib.__version__}; {number} articles; load of the machine {load}")
        rates = [measure(folder, workers, number) for workers in (0, *given.workers)]
        for workers, rate in zip(given.workers[1:], rates[2:], strict=True):
            print(f"{workers} workers over {given.workers[0]}: x{rate / rates[1]:.2f}")


if __name__ == "__main__":
    main()
