"""How the time of every finder grows with the text: 10 times the text, how many times the time?

    python tests/benchmarks/bench_growth.py [--sizes 1000 10000 100000 1000000] [--repeat 3]
        [--texts prose names] [--names voices_table] [--collector]

Prints, for each finder and table, microseconds per character at each size and the growth between
the last two sizes; above 11 for ten times the text is marked. Prose and strange texts. Time is
that of the processor, the least of several, so that other work on the machine counts little; and
without Python's garbage collector, which now and then visits all that lives and so up to doubles
the time of long texts, whatever is done with them (`--collector` leaves it on).
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from itertools import product

import newslib
from newslib import Article, parse_article

PROSE = (
    'Foreign Minister Ann Marsh said on Monday that talks may resume. "The door is open," she '
    "told reporters, adding that Borduria should reportedly answer by Oct. 26.\n\n"
)
TEXTS = {
    "prose": PROSE,
    "one line": PROSE.replace("\n", " "),
    "quotation marks": '"',
    "said said": "said ",
    "open brackets": "(“",
    "full stops": "A. ",
    "he said": "he said ",
    "nested brackets": "([{",
    "names": "Ann Marsh, ",
    "short quotations": '"No," he said. ',
    "line ends": "\n",
    "tags": "<b>may</b> ",
    "commas": ", ",
    "formulas": "$x$ \\(y\\) ",
}
FINDERS: dict[str, Callable[[Article], object]] = {
    name: getattr(newslib, name)
    for name in dir(newslib)
    if name.startswith("find_")
    or name.endswith("_table")
    or name in ("sentences", "tokens", "voices", "score_certainty", "score_sentences")
}


def seconds(find: Callable[[Article], object], text: str, repeat: int) -> float:
    """The least time of a finder on a fresh article, what it builds on included."""
    times = []
    for _ in range(repeat):
        gc.collect()
        article = parse_article(text)
        start = time.process_time()
        find(article)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--texts", nargs="+", choices=TEXTS, default=list(TEXTS))
    parser.add_argument("--names", nargs="+", choices=FINDERS, default=list(FINDERS))
    parser.add_argument("--collector", action="store_true")
    given = parser.parse_args()
    if not given.collector:
        gc.disable()
    for find in FINDERS.values():
        find(parse_article(PROSE))
    print(f"newslib {newslib.__version__}; microseconds per character at {given.sizes}")
    for text_name, name in product(given.texts, given.names):
        unit, find = TEXTS[text_name], FINDERS[name]
        taken = [
            seconds(find, (unit * (n // len(unit) + 1))[:n], given.repeat) for n in given.sizes
        ]
        each = "  ".join(f"{t / n * 1e6:8.2f}" for t, n in zip(taken, given.sizes, strict=True))
        factor = given.sizes[-1] / given.sizes[-2]
        growth = taken[-1] / taken[-2] * 10 / factor
        flag = "  <-- above 11" if growth > 11 else ""
        print(f"{text_name:16} {name:18} {each}   x10 text: x{growth:.1f} time{flag}", flush=True)


if __name__ == "__main__":
    main()
