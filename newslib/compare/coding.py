"""A sample to code by hand: made without the answers, read back, checked, set beside a table."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from newslib.article import Article, each_article
from newslib.compare.columns import need
from newslib.compare.matching import NOTHING, PLACE, overlapping, placed
from newslib.inert import GUARDED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["check_codings", "code_units", "read_codings", "sample_for_coding"]

_FIRST = ("article", "part", "start", "end", "text")


def sample_for_coding(
    table: pd.DataFrame, *, n: int = 100, by: str | None = None, seed: int = 0
) -> pd.DataFrame:
    """A sheet to code by hand: `n` places drawn from a table, without its answers.

    From a `sentences_table` it shows recall too: what a human finds in sentences drawn blindly,
    newslib may have missed. From a table of hits it shows precision alone. Each place comes once.
    Rows come in random order, so the first 40 of 100 are a sample as well, and a coder may stop.
    With `by`, a column of the table, each group gives as many rows as any other, as far as it has
    them: rare groups are judged too, but figures over all groups are then not those of the corpus.

    Gives the first columns of the table (`article, part, start, end, text`), then `label` and
    `note`, both empty: write each row's label, several with ";" between, or "no" where there is
    none; rows left blank count as not coded. The order of the table's rows does not matter; the
    same seed gives the same sheet. ValueError for a missing column or `n` below 1.

    >>> from newslib import parse_article, sentences_table
    >>> story = parse_article("Talks may resume. He left. It could fail.", id="a")
    >>> sheet = sample_for_coding(sentences_table(story), n=2, seed=1)
    >>> list(sheet.columns), len(sheet)
    (['article', 'part', 'start', 'end', 'text', 'label', 'note'], 2)
    """
    import pandas as pd

    need(table, *PLACE, "text", *([by] if by is not None else []))
    if n < 1:
        raise ValueError(f"n is {n}; give the number of rows to code, from 1 on")
    rows = table.sort_values(PLACE, kind="stable").drop_duplicates(PLACE)
    shuffled = rows.iloc[np.random.default_rng(seed).permutation(len(rows))]
    if by is not None:
        turn = shuffled.groupby(by, sort=False, dropna=False).cumcount().to_numpy()
        shuffled = shuffled.iloc[np.argsort(turn, kind="stable")]
    kept = [column for column in _FIRST if column in rows.columns]
    sheet = shuffled.head(n)[kept].reset_index(drop=True)
    blank = pd.array([""] * len(sheet), dtype="string")
    return sheet.assign(label=blank, note=blank)


def read_codings(path: str | os.PathLike[str], *, label: str = "label") -> pd.DataFrame:
    """Read a coded sheet back from CSV, as a spreadsheet saved it: one row a place and label.

    Commas, semicolons or tabs between the cells; UTF-8, with or without a byte order mark, or
    else Windows-1252. Ids and words stay text ("001" is no number); the apostrophes of
    `write_csv(guard=True)` are taken off again. A cell with several labels, ";" between them,
    gives a row for each. Rows whose cell in column `label` is blank were not coded and are left
    out; "no", in any case, stays as "no": read, and there is none.

    Gives the sheet's columns, `start` and `end` as int64 and the others as string; the labels
    stand in `label`, whatever the file called them. ValueError where a column is missing, a
    place is no number, or the file is no table.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "coded.csv"
    ...     rows = "a;0;5;x; y\\nb;0;5;No;\\nc;0;5;;\\n".replace("x; y", '"x; y"')
    ...     _ = file.write_text("article;start;end;label;note\\n" + rows.replace('y"', 'y";'))
    ...     read_codings(file)[["article", "label"]].values.tolist()
    [['a', 'x'], ['a', 'y'], ['b', 'no']]
    """
    from io import StringIO

    import pandas as pd

    text = _decoded(Path(path).read_bytes())
    header = text.partition("\n")[0]
    mark = max(",;\t", key=header.count)
    try:
        table = pd.read_csv(StringIO(text), sep=mark, dtype="string", keep_default_na=False)
    except (pd.errors.EmptyDataError, pd.errors.ParserError) as error:
        said = " ".join(str(error).split())
        raise ValueError(f"{Path(path).name} is no table ({said}); save it as CSV") from None
    need(table, *PLACE, label, what=Path(path).name)
    table = table.assign(label=table[label])
    if label != "label":
        table = table.drop(columns=label)
    coded = table[table["label"].str.strip() != ""]
    rows = placed(coded, what=Path(path).name).astype({"article": "string"})
    rows = rows.assign(article=rows["article"].str.replace("^" + GUARDED, "", regex=True))
    if "text" in rows.columns:
        guarded = rows["text"].str.match(GUARDED) & (
            rows["text"].str.len() == rows["end"] - rows["start"] + 1
        )
        rows["text"] = rows["text"].where(~guarded, rows["text"].str[1:])
    return _one_label_a_row(rows)


def _decoded(data: bytes) -> str:
    """The text of a file from a spreadsheet."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _one_label_a_row(rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each label of a cell; "no" only where it stands alone."""
    import pandas as pd

    cells = [
        [word for word in map(str.strip, cell.split(";")) if word]
        for cell in rows["label"].tolist()
    ]
    labels = [
        list(dict.fromkeys(word for word in words if word.casefold() != NOTHING)) or [NOTHING]
        for words in cells
    ]
    column = pd.Series(labels, index=rows.index, dtype=object)
    spread = rows.assign(label=column).explode("label", ignore_index=True)
    return spread.astype({"label": "string"})


def check_codings(codings: pd.DataFrame, *, articles: Article | Iterable[Article]) -> pd.DataFrame:
    """What is wrong with the places of hand annotation: one row a problem, none if all is well.

    Look at it before trusting a score: other ids, another version of a text, offsets counted from
    1 or in bytes make good codings look like misses. Each row of `codings` must lie in one of the
    `articles`, and where it has a `text`, that must be the words there. Gives `article`, `start`,
    `end`, `text` and `problem`, in words. ValueError for a missing column or a row that is no
    place, TypeError for articles that are none.

    >>> import pandas as pd
    >>> from newslib import parse_article
    >>> rows = pd.DataFrame({"article": ["a"], "start": [7], "end": [10], "text": ["may"]})
    >>> story = parse_article("Talks may resume.", id="a")
    >>> check_codings(rows, articles=story)["problem"].tolist()
    ["the text there is 'ay '; 'may' stands at 6"]
    """
    import pandas as pd

    rows = placed(codings, what="codings")
    texts = _texts(articles, wanted=set(rows["article"].unique()))
    words = rows["text"].tolist() if "text" in rows.columns else [None] * len(rows)
    places = zip(*(rows[column].tolist() for column in PLACE), words, strict=True)
    found = [(*place, _problem(texts.get(place[0]), *place[1:])) for place in places]
    table = pd.DataFrame([row for row in found if row[-1]], columns=[*PLACE, "text", "problem"])
    types = dict.fromkeys(("article", "text", "problem"), "string")
    return table.astype(types | dict.fromkeys(("start", "end"), "int64"))


def _texts(articles: Article | Iterable[Article], *, wanted: set[str]) -> dict[str, str]:
    """The texts of the articles asked for, by id; the others are let go as they are read."""
    return {article.id: article.text for article in each_article(articles) if article.id in wanted}


def _problem(text: str | None, start: int, end: int, words: str | None) -> str:
    """What is wrong with one place; nothing where all is well."""
    if text is None:
        return "no article has this id"
    if end > len(text):
        return f"ends behind the text, which has {len(text)} characters"
    there = text[start:end]
    if not isinstance(words, str) or there == words:
        return ""
    near = min(
        (text.find(words, start), text.rfind(words, 0, start + len(words))),
        key=lambda at: (at < 0, abs(at - start)),
    )
    where = f"stands at {near}" if words and near >= 0 else "stands nowhere"
    return f"the text there is {there!r}; {words!r} {where}"


def code_units(
    table: pd.DataFrame, *, units: pd.DataFrame, label: str | None = None
) -> pd.DataFrame:
    """What a table holds in each unit, as a coder would write it: one row a unit and label.

    Sentences can be coded where spans cannot: does this one hold a hedge, and of which kind?
    `units` is a table of places (the codings read back, or a `sentences_table`); each comes once,
    with each value of column `label` among the rows of `table` that share a character with it, or
    with "no" where none does. With `label=None` the answer is "yes" or "no". Set beside the
    codings, `score_against` then counts sentences instead of spans; and two coders' spans become
    judgements of the same units, as `agreement` needs them.

    Gives the first columns of `units` (`article, part, start, end, text`, those there are), then
    `label`. ValueError for a missing column or a row that is no place.

    >>> from newslib import hedges_table, parse_article, sentences_table
    >>> story = parse_article("Talks may resume. He left. It is not done.", id="a")
    >>> units = sentences_table(story)
    >>> code_units(hedges_table(story), units=units, label="category")["label"].tolist()
    ['epistemic', 'no', 'negation']
    """
    import pandas as pd

    hits, places = placed(table, what="the table"), placed(units, what="units", blank=True)
    need(hits, *([label] if label is not None else []))
    kept = [column for column in _FIRST if column in places.columns]
    places = places[kept].drop_duplicates(PLACE).reset_index(drop=True)
    i, j = overlapping(places, hits)
    labels = hits[label].iloc[j].to_numpy(dtype=object) if label is not None else "yes"
    found = pd.DataFrame({"unit": i, "label": labels}).dropna().drop_duplicates()
    empty = np.setdiff1d(np.arange(len(places)), found["unit"])
    both = pd.concat([found, pd.DataFrame({"unit": empty, "label": NOTHING})])
    both = both.astype({"unit": "int64", "label": "string"})
    both = both.sort_values(["unit", "label"], ignore_index=True)
    rows = places.iloc[both["unit"]].reset_index(drop=True).astype({"article": "string"})
    return rows.assign(label=both["label"])
