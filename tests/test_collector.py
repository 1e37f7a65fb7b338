"""The garbage collector rests while an article is read, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from newslib import Article, parse_article
from newslib.collector import undisturbed


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


def collects(_: object) -> bool:
    return gc.isenabled()


def fails(_: object) -> None:
    raise ValueError("no")


def test_it_rests_and_works_again() -> None:
    assert not undisturbed(collects, None)
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"):
        undisturbed(fails, None)
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off() -> None:
    gc.disable()
    assert not undisturbed(collects, None)
    assert not gc.isenabled()


def test_what_an_article_remembers_is_found_in_peace() -> None:
    def nested(article: Article) -> bool:
        return article.remember("inner", collects) or gc.isenabled()

    assert not parse_article("Talks may resume.").remember("outer", nested)
    assert gc.isenabled()
