"""What stories hold, kept from being obeyed by the programs that show tables and pages."""

from __future__ import annotations

import html
import re

__all__ = ["GUARDED", "guarded", "inert"]

_FORMULA = r"=+\-@\t\r\n＝＋－＠"
GUARDED = rf"'(?=[{_FORMULA}])"
"""The apostrophe that `guarded` puts before a cell, as a regular expression."""

_BEGINS = re.compile(rf"[{_FORMULA}]")
_MATH = re.compile(r"[$\\]")


def inert(text: str) -> str:
    r"""Text that a page shows and does not obey, marks of formulas kept from MathJax.

    MathJax reads no formula across the edge of an element, so each dollar sign and backslash gets
    one of its own.

    >>> inert(r"<b> $5 \(x\)")
    '&lt;b&gt; <span>$</span>5 <span>\\</span>(x<span>\\</span>)'
    """
    return _MATH.sub(r"<span>\g<0></span>", html.escape(text)).replace("\r", "")


def guarded(cell: object) -> object:
    """The cell, an apostrophe before it where a spreadsheet would take it for a formula.

    Those that begin with =, +, - or @, wide ones too, or with a tab or line end, behind which a
    formula may stand (OWASP, "CSV Injection").

    >>> guarded("=1+1"), guarded("1+1"), guarded(-1)
    ("'=1+1", '1+1', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and _BEGINS.match(cell) else cell
