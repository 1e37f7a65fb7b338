"""Which files a path stands for, of what kind each is, and what reading it needs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

__all__ = ["check_extras", "find_files", "kind_of", "stem_of"]

_KINDS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
_EXTRAS = {"page": ("trafilatura", "html"), "parquet": ("pyarrow", "parquet")}


def kind_of(name: str) -> str:
    """What a file holds, by its name: "text" where the name does not say.

    >>> kind_of("a/talks.HTML"), kind_of("talks.csv.gz"), kind_of("talks.md")
    ('page', 'csv', 'text')
    """
    return _KINDS.get(_suffix(name)[0], "text")


def stem_of(name: str) -> str:
    """A file's name, or path below its folder, without the suffix: the id of what it holds.

    >>> stem_of("b/talks.txt"), stem_of("talks.csv.gz"), stem_of("a.b.txt")
    ('b/talks', 'talks', 'a.b')
    """
    return name[: len(name) - len(_suffix(name)[1])]


def _suffix(name: str) -> tuple[str, str]:
    """The suffix that tells the kind, in lower case, and the whole suffix as written."""
    stem, suffix = os.path.splitext(name)  # noqa: PTH122
    if suffix.lower() != ".gz":
        return suffix.lower(), suffix
    inner = os.path.splitext(stem)[1]  # noqa: PTH122
    known = inner.lower() in _KINDS and inner.lower() != ".parquet"
    return (inner.lower(), inner + suffix) if known else (".gz", suffix)


def find_files(path: Path) -> tuple[Path, list[str]]:
    """The folder that ids are counted from, and the files below it, in the order of their ids."""
    if path.is_dir():
        names = list(_below(path))
        top = path
    elif path.exists():
        top, names = path.parent, [path.name]
    else:
        top, names = _matching(path)
    return top, sorted(names, key=lambda name: (stem_of(name), name))


def _below(top: Path) -> Iterator[str]:
    """The files of a folder and the folders in it that may hold stories.

    `os.walk` learns what is a file from the listing itself, without asking for each. A folder that
    may not be listed goes among the files, so that it is said of it that it cannot be read.
    """
    closed: list[str] = []
    for folder, _, names in os.walk(top, onerror=lambda error: closed.append(error.filename)):
        below = Path(folder).relative_to(top).as_posix()
        prefix = "" if below == "." else f"{below}/"
        yield from (prefix + name for name in names if _suffix(name)[0] in _KINDS)
    yield from (Path(folder).relative_to(top).as_posix() for folder in closed)


def _matching(path: Path) -> tuple[Path, list[str]]:
    """What a pattern matches: files, and whatever else has the name of one."""
    parts = path.parts
    first = next((i for i, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    top = Path(*parts[:first])
    if first == len(parts):
        return top, []
    found = top.glob(str(Path(*parts[first:])))
    return top, [
        file.relative_to(top).as_posix()
        for file in found
        if _suffix(file.name)[0] in _KINDS or file.is_file()
    ]


def check_extras(names: Iterable[str]) -> None:
    """Raise ImportError, with the command to install it, where a library for a file is missing.

    >>> check_extras(["talks.txt", "talks.csv"])
    """
    checked = set()
    for name in names:
        kind = kind_of(name)
        if kind in _EXTRAS and kind not in checked:
            library, extra = _EXTRAS[kind]
            if find_spec(library) is None:
                raise ImportError(
                    f"reading {name} needs {library}; "
                    f'install it with: pip install "newslib[{extra}]"'
                )
            checked.add(kind)
