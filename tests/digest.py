"""Print one digest of every table of the study text and of the constructed stories.

    python tests/digest.py [SEED]

With a seed, the file system gives the names in a folder in another order.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


class Shuffled(list[Any]):
    """What `os.scandir` gives, in another order."""

    def __enter__(self) -> Shuffled:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __next__(self) -> Any:  # noqa: ANN401
        if not self:
            raise StopIteration
        return self.pop()

    def close(self) -> None:
        self.clear()


def shuffle_folders(seed: int) -> None:
    """Let every way of listing a folder give its names in an order of its own."""
    listed, scanned = os.listdir, os.scandir
    draw = random.Random(seed)

    def listdir(path: Any = ".") -> list[Any]:  # noqa: ANN401
        names: list[Any] = listed(path)
        return draw.sample(names, len(names))

    def scandir(path: Any = ".") -> Shuffled:  # noqa: ANN401
        with scanned(path) as entries:
            found = list(entries)
        return Shuffled(draw.sample(found, len(found)))

    os.listdir = listdir
    os.scandir = scandir  # type: ignore[assignment]


def main() -> None:
    """Write all tables as CSV, and digest what is written."""
    if len(sys.argv) > 1:
        shuffle_folders(int(sys.argv[1]))
    import newslib

    digest = hashlib.sha256()
    for where in ("data/articles", "data/constructed/wire", "data/constructed/[bt]*/*.txt"):
        tables = newslib.all_tables(newslib.read_articles(ROOT / where))
        for name, table in sorted(tables.items()):
            digest.update(name.encode())
            digest.update(table.to_csv(index=False).encode())
        rates = newslib.rates(tables["hedges_table"], tokens=tables["tokens_table"])
        words = newslib.count_words(tables["tokens_table"])
        for table in (rates, words, newslib.method_agreement(tables["sentiment_table"])):
            digest.update(table.to_csv(index=False).encode())
    sys.stdout.write(digest.hexdigest())


if __name__ == "__main__":
    main()
