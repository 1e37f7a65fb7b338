"""What several tests share: the study text, its gold, and cases kept as data."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from newslib import Article, read_article
from newslib.lexicons import read_rows

ROOT = Path(__file__).parents[1]
STORY = "lavrov_summit_2025-10-26"


@lru_cache(maxsize=1)
def study_text() -> Article:
    """The wire story the study is about."""
    return read_article(ROOT / "data" / "articles" / f"{STORY}.txt")


def gold(name: str) -> list[dict[str, str]]:
    """The rows of one table of the hand annotation."""
    file = ROOT / "data" / "gold" / STORY / f"{name}.tsv"
    return list(
        read_rows(file.read_text("utf-8"), name=file.name, required=("start", "end", "text"))
    )


def cases(name: str) -> list[ParameterSet]:
    """The cases of a file, those listed in `NAME_known_failures.json` as strict xfail."""
    folder = ROOT / "tests" / "cases"
    known = folder / f"{name}_known_failures.json"
    reasons: dict[str, str] = json.loads(known.read_text("utf-8")) if known.exists() else {}
    loaded: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    unknown = set(reasons) - {case["label"] for case in loaded}
    assert not unknown, f"{known.name} names cases that do not exist: {sorted(unknown)}"
    return [parameter(case, label=case["label"], fails=reasons) for case in loaded]


def parameter(*values: object, label: str, fails: dict[str, str]) -> ParameterSet:
    """One case; a strict xfail with its reason where `fails` has its label."""
    marks = [pytest.mark.xfail(reason=fails[label], strict=True)] if label in fails else []
    return pytest.param(*values, id=label, marks=marks)
