"""Articles from plain-text files: one file, a folder, or a pattern."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newslib.article import Article
from newslib.reading.layout import parse_article

__all__ = ["Articles", "read_article", "read_articles"]


def read_article(path: str | os.PathLike[str]) -> Article:
    """Read one story from a UTF-8 text file; its id is the file's name without the suffix.

    The text is kept as it stands, byte order mark and line ends included. Bytes that are no
    UTF-8 are replaced by U+FFFD rather than refused. Raises FileNotFoundError, saying where it
    looked, where there is no such file.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "talks.txt"
    ...     _ = file.write_text("Talks may resume.", encoding="utf-8")
    ...     read_article(file)
    Article(id='talks', headline=None, paragraphs=1)
    """
    file = Path(path)
    if not file.is_file():
        raise FileNotFoundError(
            f"read_article({str(path)!r}) found no such file in {Path.cwd()}; give the path of one"
        )
    return _read(file, file.stem)


def read_articles(path: str | os.PathLike[str]) -> Articles:
    """All stories of a file, a folder (with the folders in it) or a pattern such as "news/*.txt".

    Gives an `Articles`, which reads nothing until it is walked and can be walked again. An id is
    the path below the folder without its suffix; files are read in the order of their ids.
    Raises FileNotFoundError where nothing is found, ValueError where two files have one id.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.txt"):
    ...         _ = (Path(folder) / name).write_text("Talks may resume.", encoding="utf-8")
    ...     [article.id for article in read_articles(folder)]
    ['a', 'b']
    """
    top, found = _matching(Path(path))
    files: dict[str, Path] = {}
    for file in sorted(found):
        id = file.relative_to(top).with_suffix("").as_posix()  # noqa: A001
        if id in files:
            raise ValueError(f"{files[id]} and {file} would both be {id!r}; rename one of them")
        files[id] = file
    if not files:
        raise FileNotFoundError(
            f"read_articles({str(path)!r}) found no .txt file; give a file, folder or pattern"
        )
    return Articles(tuple(sorted(files.items())))


@dataclass(frozen=True, slots=True)
class Articles:
    """Stories on disk, read anew each time they are walked, so that many fit in little memory.

    >>> len(Articles(()))
    0
    """

    files: tuple[tuple[str, Path], ...]

    def __iter__(self) -> Iterator[Article]:
        """Read the stories one by one, in the order of their ids."""
        return (_read(file, id) for id, file in self.files)  # noqa: A001

    def __len__(self) -> int:
        """How many stories there are."""
        return len(self.files)


def _matching(path: Path) -> tuple[Path, list[Path]]:
    """The folder that ids are counted from, and the text files a path stands for."""
    if path.is_dir():
        return path, [file for file in path.rglob("*.txt") if file.is_file()]
    if path.is_file():
        return path.parent, [path]
    parts = path.parts
    first = next((i for i, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    top = Path(*parts[:first])
    return top, [
        file for file in top.glob(str(Path(*parts[first:]))) if file.is_file()
    ] if first < len(parts) else []


def _read(file: Path, id: str) -> Article:  # noqa: A002
    return parse_article(file.read_bytes().decode("utf-8", errors="replace"), id=id)
