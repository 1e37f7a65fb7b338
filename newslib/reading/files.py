"""Articles from files: one, a folder, or a pattern; of single stories, or of rows of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice, pairwise
from pathlib import Path

from newslib.article import Article
from newslib.reading.columns import check_columns
from newslib.reading.problems import Problem, Unreadable
from newslib.reading.rows import Row, read_rows
from newslib.reading.sources import check_extras, find_files, kind_of, stem_of
from newslib.reading.unread import Unread

__all__ = ["Articles", "read_article", "read_articles"]

Columns = Mapping[str, str | None]

_SINGLE = ("text", "page")
"""The kinds of file that hold one story each."""


def read_article(path: str | os.PathLike[str], *, columns: Columns | None = None) -> Article:
    """Read one story from a file; its id is the file's name without the suffix.

    A text file is kept as it stands, byte order mark and line ends included. It is read as UTF-8,
    or as its byte order mark says, else as its bytes suggest (`problems_table(read_articles(…))`
    says so); bytes that fit nothing become U+FFFD. Of a web page the body is taken with
    trafilatura, headline, standfirst, writers, date, outlet and captions from what the page says
    of itself, and `text` is composed of these parts. `columns` is for files of rows, as in
    `read_articles`. No network is touched.

    Raises FileNotFoundError, saying where it looked, where there is no such file; `Unreadable`, a
    ValueError, with the reason where no article can be made of it; ValueError for a file of several
    rows; ImportError, with the command to install it, where a library is missing.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "talks.txt"
    ...     _ = file.write_text("Talks may resume.", encoding="utf-8")
    ...     read_article(file)
    Article(id='talks', headline=None, paragraphs=1)
    """
    file = _checked(path)
    if not file.is_file():
        raise FileNotFoundError(
            f"read_article({str(path)!r}) found no such file in {Path.cwd()}; give the path of one"
        )
    found = list(islice(read_articles(file, columns=columns).unread(), 2))
    if len(found) > 1:
        raise ValueError(
            f"read_article({str(path)!r}) found several stories; "
            "read_articles gives them one by one"
        )
    return found[0].read()


def read_articles(path: str | os.PathLike[str], *, columns: Columns | None = None) -> Articles:
    """All stories of a file, a folder (with the folders in it) or a pattern such as "news/*.txt".

    Reads .txt and .html (.htm), one story each; .jsonl (.ndjson), .csv (.tsv) and .parquet, one
    story a row; all but Parquet packed with gzip too (.csv.gz). A pattern may match files of
    other names, which are read as text. Gives an `Articles`, which reads nothing until it is
    walked and can be walked again; what cannot be read is passed over, and listed with its
    reason by `problems_table(articles)`.

    `columns` says which column holds which part, `columns={"text": "body", "id": "url"}`; those
    it does not name are guessed from common names, None keeps one from being guessed. The parts
    are text, headline, standfirst, byline, caption, date, outlet, url, language and id.

    An id is the path below the folder without its suffix; of a row, what its id column says, or
    the file's and the row's number ("news#12"). Files are read in the order of their ids.

    Raises FileNotFoundError where nothing is found, ValueError where two files have one id or a
    file of rows, given alone, has no column of text, ImportError, with the command to install it,
    where a library is missing.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "a.txt").write_text("Talks may resume.", encoding="utf-8")
    ...     _ = (Path(folder) / "b.csv").write_text("Title,Body\\nTalks,They failed.\\n")
    ...     [(article.id, article.paragraphs[0].text) for article in read_articles(folder)]
    [('a', 'Talks may resume.'), ('b#1', 'They failed.')]
    """
    pairs = check_columns(columns)
    top, names = find_files(_checked(path))
    if not names:
        raise FileNotFoundError(
            f"read_articles({str(path)!r}) found no .txt, .html, .jsonl, .csv or .parquet file; "
            "give a file, folder or pattern"
        )
    for before, name in pairwise(names):
        if stem_of(before) == stem_of(name):
            raise ValueError(
                f"{before} and {name} would both be {stem_of(name)!r}; rename one of them"
            )
    check_extras(names)
    articles = Articles(tuple(names), str(top.absolute()), pairs)
    if len(names) == 1:
        _check_text_column(articles)
    return articles


def _checked(path: object) -> Path:
    if not isinstance(path, str | os.PathLike):
        raise TypeError(
            f"path is a {type(path).__name__}; give the path of a file, a folder or a pattern"
        )
    return Path(path)


def _check_text_column(articles: Articles) -> None:
    """Raise ValueError where the only file has no column that holds the text."""
    if kind_of(articles.files[0]) in _SINGLE:
        return
    rows = [unread.problems for unread in islice(articles.unread(), 100)]
    unknown = [p for problems in rows for p in problems if p.problem == "unknown columns"]
    if len(unknown) == len(rows):
        raise ValueError(f"{articles.files[0]} {unknown[0].reason}")


@dataclass(frozen=True, slots=True)
class Articles:
    """Stories on disk, read anew each time they are walked, so that many fit in little memory.

    Walking gives the articles that can be read, in the order of their ids and, within a file,
    of its rows. `unread()` gives all of them unread. `len` counts files of single stories; a file
    of rows would have to be read to its end to know, so that `len` raises TypeError there.

    No row stays in memory. To notice a repeated id, about 100 bytes are kept for each row with an
    id of its own while a walk lasts.

    >>> len(Articles(()))
    0
    """

    files: tuple[str, ...]
    folder: str = ""
    columns: tuple[tuple[str, str | None], ...] = ()

    def __iter__(self) -> Iterator[Article]:
        """Read the stories one by one, passing over those that cannot be read."""
        for unread in self.unread():
            try:
                yield unread.read()
            except Unreadable:
                continue

    def __len__(self) -> int:
        """How many stories there are, where each has a file of its own."""
        rows = next((name for name in self.files if kind_of(name) not in _SINGLE), None)
        if rows is not None:
            raise TypeError(
                f"len(articles) would have to read all rows of {rows}; "
                "count them with sum(1 for _ in articles)"
            )
        return len(self.files)

    def __bool__(self) -> bool:
        """Whether there is any file."""
        return bool(self.files)

    def unread(self) -> Iterator[Unread]:
        """The stories before they are read, the unreadable ones too, in the order of walking.

        >>> [unread.id for unread in Articles(("a.txt", "b.html")).unread()]
        ['a', 'b']
        """
        seen: dict[int, tuple[int, int]] = {}
        if any(kind_of(name) not in _SINGLE for name in self.files):
            singles = (at for at, name in enumerate(self.files) if kind_of(name) in _SINGLE)
            seen = {_digest(stem_of(self.files[at])): (at, 0) for at in singles}
        for number, name in enumerate(self.files):
            if kind_of(name) in _SINGLE:
                yield Unread(stem_of(name), self.folder, name)
            else:
                for row in read_rows(Path(self.folder, name), kind_of(name), self.columns):
                    yield self._unread_row(number, row, seen)

    def _unread_row(self, number: int, row: Row, seen: dict[int, tuple[int, int]]) -> Unread:
        """A row under its own id, or under its file's and its number where it has none.

        The second row of one id would be mixed up with the first in every table, so it goes
        under its number, which is said.
        """
        name, values = self.files[number], dict(row.values)
        given = values.pop("id", None)
        own = _written(given)
        made = f"{stem_of(name)}#{row.number}" if row.number else stem_of(name)
        first = seen.setdefault(_digest(own), (number, row.number)) if own else None
        problems = row.problems
        if first is not None and first != (number, row.number):
            before, here = self._where(*first), self._where(number, row.number)
            reason = f"{before} and {here} are both {own!r}; the second goes as {made!r}"
            problems, own = (*problems, Problem("repeated id", reason)), ""
        return Unread(own or made, self.folder, name, row.number, tuple(values.items()), problems)

    def _where(self, number: int, row: int) -> str:
        return f"{self.files[number]} row {row}" if row else self.files[number]


def _written(id: object) -> str:  # noqa: A002
    """An id as it would be written: pandas turns whole numbers to floats where some are missing."""
    if isinstance(id, float):
        return "" if id != id else str(int(id) if id.is_integer() else id)  # noqa: PLR0124 - NaN
    return "" if id is None else str(id).strip()


def _digest(id: str) -> int:  # noqa: A002
    """Eight bytes that stand for an id, the same on every machine."""
    return int.from_bytes(blake2b(id.encode("utf-8", "replace"), digest_size=8).digest())
