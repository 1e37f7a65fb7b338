"""The word lists newslib ships, as tab-separated files, and the one way to read such a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

__all__ = ["category_words", "packaged", "read_rows", "written"]


def read_rows(
    text: str, *, name: str, required: tuple[str, ...] = ("entry",)
) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated text with a header row, as dicts, in file order.

    Empty lines and lines that begin with "#" are passed over; a short row is filled with empty
    strings. Raises ValueError, naming the file, where a `required` column is missing or a row
    has more fields than the header.

    >>> list(read_rows("entry\\tcategory\\n# why\\nmay\\tepistemic\\n", name="mine.tsv"))
    [{'entry': 'may', 'category': 'epistemic'}]
    """
    header: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
            missing = [column for column in required if column not in header]
            if missing:
                raise ValueError(
                    f"{name} has no column {missing[0]!r} in its header {header}; add it"
                )
        elif len(cells) > len(header):
            raise ValueError(
                f"{name}, line {number} has {len(cells)} fields, its header {len(header)}; "
                "remove the tab that is too many"
            )
        else:
            yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def written(file: Path) -> str:
    """The text of a word list of one's own; ValueError, naming it, where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file.name} is not UTF-8 ({error.reason}); save it as UTF-8") from None


def packaged(name: str) -> str:
    """The text of the word list `name` (without ".tsv") that ships with newslib.

    Raises ValueError, listing the names there are, for an unknown one.

    >>> packaged("abbreviations").startswith("entry")
    True
    """
    folder = files(__name__)
    file = folder / f"{name}.tsv"
    if not file.is_file():
        names = sorted(Path(f.name).stem for f in folder.iterdir() if f.name.endswith(".tsv"))
        raise ValueError(f"newslib ships no lexicon {name!r}; choose one of {', '.join(names)}")
    return file.read_text(encoding="utf-8")


@lru_cache(maxsize=128)
def category_words(name: str, category: str) -> frozenset[str]:
    """The entries of one category of a list that ships with newslib, read once.

    >>> "whoever" in category_words("pattern_words", "relative")
    True
    """
    rows = read_rows(packaged(name), name=f"{name}.tsv")
    return frozenset(row["entry"] for row in rows if row["category"] == category)
