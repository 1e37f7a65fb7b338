from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import unread
from support import ROOT, study_text

import newslib
from newslib import Article, Unread, parse_article, read_articles, table_over_dask, write_tables
from newslib.scale import cluster

if TYPE_CHECKING:
    from distributed import Client

dask = pytest.importorskip("dask")
pytest.importorskip("distributed")

TABLES = ["quotes_table", "articles_table"]
EACH = 3


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Two workers for all tests; a worker that dies is not tried again by Dask itself."""
    import distributed

    settings = {
        "distributed.scheduler.allowed-failures": 0,
        "distributed.deploy.lost-worker-timeout": "1h",
    }
    local = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0"}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(**local, silence_logs=50) as workers,
        distributed.Client(workers) as connected,
    ):
        yield connected


def text(number: int) -> str:
    return f'Talks may resume: Marsh\n\n"No {number}," Ann Marsh said.\n\nShe left Borduria.\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten stories in files."""
    made = tmp_path / "stories"
    made.mkdir()
    for number in range(10):
        (made / f"{number}.txt").write_text(text(number), encoding="utf-8")
    return made


def with_a(kind: type[Unread], at: int, folder: Path) -> unread.Stories:
    """The stories of a folder, one of them of another kind."""
    stories = list(read_articles(folder).unread())
    stories[at] = kind(*(getattr(stories[at], field.name) for field in fields(Unread)))
    return unread.Stories((), stories=tuple(stories))


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def read(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(folder / name)


def test_every_table_comes_out_as_on_one_core(tmp_path: Path) -> None:
    articles = [study_text(), parse_article("", id="blank")]
    record = write_tables(articles, tmp_path, workers=1, articles_each=1)
    assert set(record["parts"]) == {2}
    for name, rows in zip(record["table"], record["rows"], strict=True):
        table = getattr(newslib, name)(articles)
        pd.testing.assert_frame_equal(read(tmp_path, name), table)
        assert rows == len(table)
    names = {name for name in dir(newslib) if name.endswith("_table")}
    assert set(record["table"]) == names


def test_the_files_are_the_same_however_many_work(
    folder: Path, tmp_path: Path, client: Client
) -> None:
    articles = read_articles(folder)
    write = partial(write_tables, tables=TABLES, articles_each=EACH)
    one = write(articles, tmp_path / "one", workers=1)
    two = write(articles, tmp_path / "two", scheduler=client)
    pd.testing.assert_frame_equal(one, two)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    address = client.scheduler.address
    write(iter(articles), tmp_path / "three", scheduler=address)
    for name in one["table"]:
        pd.testing.assert_frame_equal(read(tmp_path / "one", name), read(tmp_path / "three", name))


def test_few_articles_are_out_at_a_time(tmp_path: Path, client: Client) -> None:
    ahead = []

    def articles() -> Iterator[Article]:
        for number in range(40):
            ahead.append(number - len(list(tmp_path.glob("done/*.json"))))
            yield parse_article(text(number), id=str(number))

    write_tables(articles(), tmp_path, tables=TABLES, scheduler=client, articles_each=1)
    assert max(ahead) <= 3 * 2


def test_what_is_done_and_still_right_is_kept(folder: Path, tmp_path: Path) -> None:
    write = partial(write_tables, folder=tmp_path / "out", workers=1, articles_each=EACH)
    record = write(read_articles(folder))
    files = list((tmp_path / "out").rglob("*.parquet"))
    before, times = contents(tmp_path / "out"), [file.stat().st_mtime_ns for file in files]
    pd.testing.assert_frame_equal(write(read_articles(folder)), record)
    fewer = write(read_articles(folder), tables=TABLES)
    assert list(fewer["table"]) == ["articles_table", "quotes_table", "problems_table"]
    assert [file.stat().st_mtime_ns for file in files] == times
    assert contents(tmp_path / "out") == before


def test_what_is_no_longer_right_is_made_anew(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write = partial(write_tables, folder=out, workers=1, articles_each=EACH)
    write(read_articles(folder))
    untouched = out / "quotes_table" / "part-000000.parquet"
    time_before = untouched.stat().st_mtime_ns
    (folder / "9.txt").unlink()
    (folder / "4.txt").write_text(text(44), encoding="utf-8")
    (out / "quotes_table" / "part-000002.parquet").unlink()
    write(read_articles(folder), tables=TABLES)
    assert untouched.stat().st_mtime_ns == time_before
    assert len(read(out, "articles_table")) == 9
    found = read(out, "quotes_table")["text"].str.extract(r"No (\d+)")[0].dropna()
    assert list(found.astype(int)) == [0, 1, 2, 3, 44, 5, 6, 7, 8]
    assert len(list((out / "tokens_table").iterdir())) == 1, "stale parts of other tables are gone"
    write(read_articles(folder))
    write_tables(read_articles(folder), tmp_path / "new", workers=1, articles_each=EACH)
    assert contents(out) == contents(tmp_path / "new")


def test_a_poisoned_article_costs_its_own_rows(folder: Path, tmp_path: Path) -> None:
    poison = unread.Poison("poison", "text")
    articles = [*read_articles(folder), poison, parse_article("", id="blank")]
    write_tables(articles, tmp_path / "a", tables=TABLES, workers=1, articles_each=EACH)
    assert len(read(tmp_path / "a", "articles_table")) == 11
    problems = read(tmp_path / "a", "problems_table")
    assert problems[["article", "reason", "lost"]].values.tolist() == [
        ["poison", "ZeroDivisionError: poison", True],
        ["blank", "holds no headline, standfirst, caption or body", False],
    ]
    bewitched = with_a(unread.Bewitched, 5, folder)
    write_tables(bewitched, tmp_path / "b", tables=TABLES, workers=1, articles_each=EACH)
    assert len(read(tmp_path / "b", "articles_table")) == 9
    assert list(read(tmp_path / "b", "problems_table")["file"]) == ["5.txt"]


def test_a_finder_that_fails_on_one_article_costs_that_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslib.scale import analysis

    tables_of = analysis.tables_of

    def fail(articles: list[Article], tables: tuple[str, ...]) -> dict[str, pd.DataFrame]:
        if any(article.id == "5" for article in articles):
            raise RecursionError("too deep\nat 0x7f")
        return tables_of(articles, tables)

    monkeypatch.setattr(analysis, "tables_of", fail)
    articles = read_articles(folder)
    write_tables(articles, tmp_path / "out", tables=TABLES, workers=1, articles_each=EACH)
    whole = newslib.quotes_table(article for article in articles if article.id != "5")
    pd.testing.assert_frame_equal(read(tmp_path / "out", "quotes_table"), whole)
    problems = read(tmp_path / "out", "problems_table")
    assert problems[["article", "problem", "reason"]].values.tolist() == [
        ["5", "not analysed", "RecursionError: too deep"]
    ]


def test_broken_files_are_listed_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "3.txt").write_bytes(b"GIF89a")
    write_tables(read_articles(folder), tmp_path / "out", tables=TABLES, workers=1)
    assert len(read(tmp_path / "out", "articles_table")) == 9
    problems = newslib.problems_table(read_articles(folder))
    pd.testing.assert_frame_equal(read(tmp_path / "out", "problems_table"), problems)
    assert problems["lost"].all()


def test_nothing_is_called_back_where_all_came_home(
    tmp_path: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dask tells every client of it, and one that connects just then fails over the news."""
    called: list[object] = []
    monkeypatch.setattr(client, "cancel", called.append)
    write_tables([parse_article("Talks.")], tmp_path, tables=TABLES, scheduler=client)
    assert not called


def test_a_worker_keeps_memory_it_will_need_again() -> None:
    with cluster._open_client(None, 1) as client:
        told = client.run(os.environ.get, "MALLOC_TRIM_THRESHOLD_")
    assert set(told.values()) == {os.environ.get("MALLOC_TRIM_THRESHOLD_")}


def test_a_worker_that_dies_once_changes_nothing(
    folder: Path, tmp_path: Path, client: Client
) -> None:
    stories = with_a(unread.DeadlyOnce, 4, folder)
    write_tables(stories, tmp_path / "out", tables=TABLES, scheduler=client, articles_each=EACH)
    assert (folder / "4.killed").exists()
    write_tables(
        read_articles(folder), tmp_path / "all", tables=TABLES, workers=1, articles_each=EACH
    )
    assert contents(tmp_path / "out") == contents(tmp_path / "all")


def test_an_article_that_kills_every_worker_costs_its_own_rows(
    folder: Path, tmp_path: Path, client: Client
) -> None:
    stories = with_a(unread.Deadly, 4, folder)
    write_tables(stories, tmp_path / "out", tables=TABLES, scheduler=client, articles_each=EACH)
    whole = newslib.quotes_table(a for a in read_articles(folder) if a.id != "4")
    pd.testing.assert_frame_equal(read(tmp_path / "out", "quotes_table"), whole)
    problems = read(tmp_path / "out", "problems_table")
    assert list(problems["article"]) == ["4"]
    assert problems["reason"][0].startswith("it stopped the worker twice")


SCRIPT = """
import sys
from newslib import read_articles, write_tables
if __name__ == "__main__":
    tables = ["quotes_table"]
    write_tables(read_articles(sys.argv[1]), sys.argv[2], tables=tables, workers=2, articles_each=1)
"""


def test_a_job_that_is_killed_goes_on(folder: Path, tmp_path: Path) -> None:
    for number in range(10, 40):
        (folder / f"{number}.txt").write_text(text(number), encoding="utf-8")
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    out, done = tmp_path / "out", tmp_path / "out" / "done"
    command = [sys.executable, "-W", "error", str(tmp_path / "script.py"), str(folder), str(out)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    job = subprocess.Popen(command, env=environment)
    patience = time.monotonic() + 120
    while not (done.is_dir() and any(done.iterdir())) and time.monotonic() < patience:
        time.sleep(0.01)
    job.kill()
    job.wait()
    assert 0 < len(list(done.glob("*.json"))) < 40
    write = partial(write_tables, tables=["quotes_table"], articles_each=1, workers=1)
    write(read_articles(folder), out)
    write(read_articles(folder), tmp_path / "all")
    assert contents(out) == contents(tmp_path / "all")


@pytest.mark.parametrize("source", ["articles", "texts", "frame"])
def test_a_table_over_dask_is_the_table(source: str) -> None:
    import dask.bag
    import dask.dataframe

    texts = [study_text().text, "", text(1), text(2)]
    frame = pd.DataFrame({"story": texts, "name": list("abcd")})
    articles = [parse_article(each, id=name) for each, name in zip(texts, "abcd", strict=True)]
    lazy = {
        "articles": lambda: table_over_dask(dask.bag.from_sequence(articles, npartitions=2)),
        "texts": lambda: table_over_dask(dask.bag.from_sequence(texts, npartitions=2)),
        "frame": lambda: table_over_dask(
            dask.dataframe.from_pandas(frame, npartitions=2), text="story", id="name"
        ),
    }[source]()
    expected = newslib.quotes_table(articles)
    pd.testing.assert_frame_equal(lazy._meta, expected.iloc[:0])
    found = lazy.compute(scheduler="sync").reset_index(drop=True)
    if source == "texts":
        assert list(found["article"].unique()) == ["0-0", "1-0", "1-1"]
        found, expected = found.drop(columns="article"), expected.drop(columns="article")
    pd.testing.assert_frame_equal(found, expected)


def test_a_table_over_dask_goes_to_parquet(tmp_path: Path) -> None:
    import dask.dataframe

    frame = pd.DataFrame({"text": [text(1), None]}, index=["a", "b"])
    source = dask.dataframe.from_pandas(frame, npartitions=2)
    vader = partial(newslib.sentiment_table, methods=["vader"])
    with dask.config.set(scheduler="sync"):
        table_over_dask(source, table=vader).to_parquet(tmp_path / "out", write_index=False)
    pd.testing.assert_frame_equal(read(tmp_path, "out"), vader([parse_article(text(1), id="a")]))


def test_misuse_is_said_in_a_sentence(tmp_path: Path) -> None:
    import dask.dataframe

    for wrong, said in (
        ({"tables": ["truth_table"]}, "tables holds 'truth_table'; choose from articles_table"),
        ({"workers": 0}, "workers is 0; give 1 or more"),
        ({"articles_each": 0}, "articles_each is 0; give 1 or more"),
        ({"workers": 2, "scheduler": "tcp://a:1"}, "give one of the two"),
    ):
        with pytest.raises(ValueError, match=said):
            write_tables([], tmp_path, **wrong)
    with pytest.raises(TypeError, match="tables is the string"):
        write_tables([], tmp_path, tables="quotes_table")
    with pytest.raises(TypeError, match="progress is 'yes'; give True, False or None"):
        write_tables([], tmp_path, workers=1, progress="yes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="articles holds a str"):
        write_tables(["text"], tmp_path, workers=1)  # type: ignore[list-item]
    with pytest.raises(TypeError, match=r"source is a list; give a dask\.bag"):
        table_over_dask([])
    frame = dask.dataframe.from_pandas(pd.DataFrame({"body": ["Talks."]}), npartitions=1)
    with pytest.raises(ValueError, match="source has no column 'text'; it has \\['body'\\]"):
        table_over_dask(frame)


@pytest.mark.parametrize(
    ("module", "workers", "extra"), [("pyarrow", 1, "parquet"), ("distributed", 2, "dask")]
)
def test_a_missing_library_is_said_with_the_command(
    module: str, workers: int, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=rf'{module} is not .* pip install "newslib\[{extra}\]"'):
        write_tables([], tmp_path, workers=workers)


def test_a_bar_is_shown_where_asked_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = read_articles(folder)
    write_tables(articles, tmp_path / "a", tables=TABLES, workers=1)
    assert capsys.readouterr().err == ""
    write_tables(articles, tmp_path / "b", tables=TABLES, workers=1, progress=True)
    assert "10/10" in capsys.readouterr().err


def test_nothing_in_gives_empty_tables_out(tmp_path: Path) -> None:
    record = write_tables(list[Article](), tmp_path, tables=TABLES, workers=1)
    assert record["rows"].sum() == 0
    pd.testing.assert_frame_equal(read(tmp_path, "quotes_table"), newslib.quotes_table([]))
