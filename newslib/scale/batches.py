"""What goes into each part: batches fixed by order alone, and how one is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import newslib
from newslib.article import Article
from newslib.reading import Unread
from newslib.scale.analysis import Item
from newslib.tables.problems import Stories, each_story

__all__ = ["Batch", "batches", "newslib_fingerprint"]

_CHARACTERS = 1_000_000
"""A batch of articles that are already in memory ends here: it travels to a worker whole."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The articles of one part, and a fingerprint of what went in.

    >>> next(batches([], articles_each=200)).name
    'part-000000'
    """

    number: int
    items: tuple[Item, ...]
    fingerprint: str

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"part-{self.number:06}"


def batches(articles: Stories, *, articles_each: int) -> Iterator[Batch]:
    """The articles in batches: by their order and length alone, however many work on them.

    Files go in unread: whoever analyses a batch reads them. No articles are one empty batch, so
    that there are tables to read, with columns and types.

    >>> from newslib import parse_article
    >>> [len(batch.items) for batch in batches([parse_article("Talks.")] * 5, articles_each=2)]
    [2, 2, 1]
    """
    for number, items in enumerate(_groups(each_story(articles), articles_each)):
        yield Batch(number, items, _fingerprint(items))


def _groups(items: Iterable[Item], articles_each: int) -> Iterator[tuple[Item, ...]]:
    """The stories so many at a time, fewer where those in memory are long; one group of none."""
    group: list[Item] = []
    characters, full = 0, False
    for item in items:
        group.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(group) == articles_each or characters >= _CHARACTERS:
            yield tuple(group)
            group, characters, full = [], 0, True
    if group or not full:
        yield tuple(group)


def _fingerprint(items: tuple[Item, ...]) -> str:
    """A digest of newslib itself and of all that is known of the articles without reading them."""
    digest = hashlib.blake2b(newslib_fingerprint().encode(), digest_size=16)
    for item in items:
        known = {f.name: getattr(item, f.name) for f in fields(item)}
        if isinstance(item, Unread):
            known["folder"] = None if item.values else _size_and_time(item)
        known.pop("_found", None)
        digest.update(repr(known).encode("utf-8", errors="surrogatepass"))
    return digest.hexdigest()


def _size_and_time(unread: Unread) -> tuple[int, int] | None:
    """What tells a changed file from the one that was read; a row brings all it has with it."""
    try:
        stat = Path(unread.folder, unread.file).stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


@cache
def newslib_fingerprint() -> str:
    """A digest of newslib's code, word lists and weights: of what decides the results.

    >>> len(newslib_fingerprint())
    32
    """
    digest = hashlib.blake2b(newslib.__version__.encode(), digest_size=16)
    package = Path(newslib.__file__).parent
    for file in sorted(package.rglob("*")):
        if file.suffix in (".py", ".tsv", ".json"):
            digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()
