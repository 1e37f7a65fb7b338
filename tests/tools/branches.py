"""Fail where the tests went down too few branches: `pytest --cov-fail-under` counts lines too.

python tests/tools/branches.py 95
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Say which share of the branches was taken, of those in coverage.json."""
    totals = json.loads(Path("coverage.json").read_text("utf-8"))["totals"]
    share = 100 * totals["covered_branches"] / totals["num_branches"]
    sys.stdout.write(f"{share:.1f} % of {totals['num_branches']} branches\n")
    return int(share < float(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
