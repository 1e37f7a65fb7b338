"""One text, one result: whatever the hash seed, locale, time zone and order of files on disk.

That it is so on Python 3.11, 3.12 and 3.13 is proved by `make reproduce`, which compares the bytes
of every result; that 1 and 2 workers give the same, by the tests of `newslib.scale`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import lru_cache

import pytest
from support import ROOT

MACHINES: dict[str, tuple[dict[str, str], list[str]]] = {
    "hash seed 1, C": ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}, []),
    "hash seed random, Turkish, other order of files": (
        {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
        ["7"],
    ),
    "no UTF-8 mode, third order of files": (
        {"PYTHONHASHSEED": "4294967295", "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8", "LANG": "de_DE"},
        ["8"],
    ),
}


@lru_cache(maxsize=8)
def digest(machine: str) -> str:
    settings, arguments = MACHINES.get(machine, ({"PYTHONHASHSEED": "0"}, []))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "tests" / "digest.py"), *arguments],
        env=kept | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("machine", MACHINES)
def test_every_table_is_the_same(machine: str) -> None:
    assert len(digest("hash seed 0")) == 64
    assert digest(machine) == digest("hash seed 0")
