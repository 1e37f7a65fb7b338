"""Make the README's two pictures anew: the story with its marks, and who has the floor where.

    make pictures        (python tests/browser/photograph.py)

The chart is the one of notebook 01, byte for byte. The story is photographed in Chromium, so its
pixels hang on the fonts at hand: look at it before you commit it.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import newslib

ROOT = Path(__file__).parents[2]
STORY = ROOT / "data" / "articles" / "lavrov_summit_2025-10-26.txt"
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {margin: 10px 14px; font: 15px/1.5 "Liberation Sans", Arial, sans-serif; background: #fff}
.newslib-story {max-width: none !important}
</style>"""


def main() -> None:
    """Write `docs/story.png` and `docs/voices.png`."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("there is no Chromium here to photograph the story with")
    story = newslib.read_article(STORY)
    ax = newslib.plot_voices(newslib.voices_table(story))
    chart = newslib.picture(ax, alt="Who has the floor.", caption="Who has the floor.")
    (ROOT / "docs" / "voices.png").write_bytes(chart.png)
    makers = newslib.quotes_table, newslib.hedges_table, newslib.frames_table
    photograph(chromium, PAGE + newslib.marked(story, *(make(story) for make in makers)).html)


def photograph(chromium: str, page: str) -> None:
    """Photograph the top of a page, twice as sharp as a plain screen shows it."""
    with tempfile.TemporaryDirectory(prefix="newslib-picture-") as folder:
        file = Path(folder) / "story.html"
        file.write_text(page, encoding="utf-8")
        command = [
            *(chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *("--no-first-run", "--disable-background-networking", "--disable-extensions"),
            *("--window-size=860,426", "--force-device-scale-factor=1.5"),
            f"--user-data-dir={folder}/profile",
            f"--screenshot={ROOT / 'docs' / 'story.png'}",
            file.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
