"""A chart for the notebook, with the words that say what it shows."""

from __future__ import annotations

import base64
import html
import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newslib.charts.base import styled
from newslib.inert import inert

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Picture", "picture"]


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A finished chart as PNG and SVG, with alt text and caption; `picture` makes one.

    A notebook shows the PNG with both; JupyterLab drops the alt text of plain images, so it is
    shown as HTML. `text/plain` is the alt text, for terminals and for comparing notebooks.

    >>> Picture(b"", "<svg/>", alt="Two bars.", caption="Words by voice.")
    Two bars.
    """

    png: bytes
    svg: str
    alt: str
    caption: str

    def save(self, path: str | os.PathLike[str]) -> Picture:
        """Write the SVG to a file, making its folder, and give the picture back to be shown.

        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Picture(b"", "<svg/>", "a line", "A line.").save(Path(folder) / "x" / "a.svg")
        ...     (Path(folder) / "x" / "a.svg").read_text(encoding="utf-8")
        '<svg/>'
        """
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(self.svg.encode("utf-8"))
        return self

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        data = base64.b64encode(self.png).decode("ascii")
        shown = (
            f'<figure><img alt="{html.escape(self.alt)}" style="max-width:100%" '
            f'src="data:image/png;base64,{data}">'
            f"<figcaption>{inert(self.caption)}</figcaption></figure>"
        )
        return {"text/html": shown, "image/png": data, "text/plain": self.alt}

    def __repr__(self) -> str:
        """The alt text: what the picture shows, in words."""
        return self.alt


def picture(ax: Axes, *, alt: str, caption: str) -> Picture:
    """A chart ready to be shown and saved: the figure of `ax`, drawn and closed.

    `alt` says in a sentence what the chart shows to those who cannot see it, `caption` what it is
    drawn from. The same chart gives the same bytes on every run: no date, no random ids. Raises
    TypeError where `ax` is no Axes, ValueError where either text is empty. End a notebook cell
    with it:
    `newslib.picture(ax, alt=…, caption=…).save("data/results/figures/voices.svg")`.

    >>> import matplotlib
    >>> matplotlib.use("agg")
    >>> from matplotlib.figure import Figure
    >>> picture(Figure().subplots(), alt="Empty axes.", caption="Nothing yet.")
    Empty axes.
    """
    for name, words in (("alt", alt), ("caption", caption)):
        if not words.strip():
            raise ValueError(
                f"picture({name}={words!r}) is empty; say in words what the chart shows"
            )
    import matplotlib.pyplot as plt
    from matplotlib.axes import Axes

    if not isinstance(ax, Axes):
        raise TypeError(f"ax is a {type(ax).__name__}; give the Axes that a plot_… function gave")
    figure = ax.get_figure(root=True)
    if figure is None:
        raise ValueError(
            "picture(ax) got Axes without a figure; give the Axes a plot_… function gave"
        )
    with styled():
        png = _rendered(figure, "png", Software=None)
        svg = _rendered(figure, "svg", Date=None, Creator=None)
    plt.close(figure)
    return Picture(png, _NO_XML.sub("", svg.decode("utf-8")), alt, caption)


_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML file may hold, and stories do (W3C, XML 1.0, section 2.2)."""


def _rendered(figure: Figure, kind: str, **metadata: None) -> bytes:
    """The figure as a file in memory."""
    file = io.BytesIO()
    figure.savefig(file, format=kind, bbox_inches="tight", metadata=metadata)
    return file.getvalue()
