"""The README's example runs and gives what the README shows."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from support import ROOT

import newslib

README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_gives_what_is_shown() -> None:
    found = re.search(r"```python\n(import newslib.*?)```\n\n```\n(.*?)```", README, re.DOTALL)
    assert found is not None
    *body, last = found[1].strip().splitlines()
    names: dict[str, Any] = {}
    exec("\n".join(body), names)
    with pd.option_context("display.max_colwidth", 60, "display.width", 120):
        assert str(eval(last, names)) == found[2].rstrip()


def test_every_name_it_uses_exists() -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", README, re.DOTALL))
    for name in re.findall(r"newslib\.(\w+)", code):
        assert name in newslib.__all__


def test_nothing_is_left_to_fill_in() -> None:
    assert "{{" not in README
    assert "TODO" not in README
