"""Write DEPENDENCIES.md: every locked package with its licence, as `make licences` runs it.

    python tests/tools/licences.py PYTHON [PYTHON …]

Reads the licences that the packages installed for each PYTHON state, with pip-licenses. A locked
package that none of them has (those for other systems or Pythons) keeps its row of before.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "DEPENDENCIES.md"
HEAD = """# Licences of all dependencies

What `requirements.lock` pins, and the licence each package states; `make licences` writes it.

| package | licence |
|---|---|
"""


def named(name: str) -> str:
    """A package's name as the lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> list[str]:
    """The names of the packages in the lock, in order."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    return sorted({named(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)})


def listed() -> dict[str, str]:
    """The packages of the table, and their licences."""
    text = TABLE.read_text("utf-8") if TABLE.exists() else ""
    return dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", text.partition("|---|---|")[2], re.M))


def stated(python: str) -> dict[str, str]:
    """What the packages installed for a Python say of themselves."""
    command = [sys.executable, "-m", "piplicenses", "--python", python, "--format", "json"]
    options = ["--from", "mixed", "--with-system"]
    found = subprocess.run([*command, *options], capture_output=True, check=True)
    return {
        named(row["Name"]): " ".join(row["License"].split()) for row in json.loads(found.stdout)
    }


def main() -> None:
    """Put together what is stated and what was listed before."""
    known = listed()
    for python in sys.argv[1:]:
        known |= {name: licence for name, licence in stated(python).items() if licence != "UNKNOWN"}
    rows = [f"| {name} | {known.get(name, 'not stated')} |\n" for name in locked()]
    TABLE.write_text(HEAD + "".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
