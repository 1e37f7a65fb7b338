"""Nothing that a story holds is obeyed: not by a page, a notebook, a terminal or a spreadsheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import matplotlib as mpl
import nbformat
import pandas as pd
import pytest
from matplotlib.figure import Figure
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import newslib
from newslib import parse_article, picture, write_csv
from newslib.charts.base import drawing

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "</td></table></div><iframe src=x></iframe>",
    "</style></figcaption><h1>x</h1>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1)) **x** `x`",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "$\\href{javascript:alert(1)}{x}$ $$x^2$$",
    "\\(x\\) \\[y\\] \\begin{equation}z\\end{equation}",
    "\x1b[31mred\x1b[0m\x1b]0;title\x07",
)
STORY = "\n\n".join(
    f"Talks may resume {attack} said Marsh\n\n“{attack} may be war,” Ann Marsh {attack} said."
    for attack in ATTACKS
)
DANGEROUS = {"script", "img", "svg", "iframe", "h1", "a", "object", "math", "form", "input"}


class Page(HTMLParser):
    """The elements, attributes and words of a page, and the words that MathJax would read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.pieces: list[str] = []
        self.read_by_mathjax: list[str] = []
        self.ignored: list[bool] = [False]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in {"img", "br", "meta", "link", "input", "hr"}:
            classes = (dict(attrs).get("class") or "").split()
            self.ignored.append(self.ignored[-1] or "tex2jax_ignore" in classes)

    def handle_endtag(self, _: str) -> None:
        if len(self.ignored) > 1:
            self.ignored.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        if not self.ignored[-1]:
            self.read_by_mathjax.append(data)


def formulas(page: Page) -> list[str]:
    """Pieces of text in which MathJax finds a formula: it reads none across elements."""
    formula = re.compile(r"\$.+?\$|\\\(.+?\\\)|\\\[.+?\\\]|\\begin\{")
    return [piece for piece in page.read_by_mathjax if formula.search(piece)]


def test_a_marked_story_obeys_nothing() -> None:
    story = parse_article(STORY)
    tables = [
        newslib.quotes_table(story),
        newslib.hedges_table(story),
        newslib.frames_table(story),
        newslib.acts_table(story),
    ]
    assert all(map(len, tables[:2]))
    page = Page(newslib.marked(story, *tables).html.partition("</form>")[2])
    assert "".join(page.pieces) == story.text
    assert page.tags <= {"div", "span"}
    assert page.attributes <= {"class", "dir", "title"}
    assert formulas(page) == []


@pytest.mark.filterwarnings("ignore:Glyph")  # matplotlib says what its font lacks
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_picture_obeys_neither_its_words_nor_its_labels(attack: str) -> None:
    mpl.use("agg")
    with drawing(Figure().subplots()) as axes:
        axes.text(0, 0, attack)
    shown = picture(axes, alt=attack, caption=attack)
    page = Page(shown._repr_mimebundle_()["text/html"])
    assert page.tags == {"figure", "img", "figcaption"} | ({"span"} if "\\" in attack else set())
    assert page.attributes == {"alt", "style", "src"}
    assert "".join(page.pieces) == attack
    assert formulas(page) == []
    svg = Page(shown.svg)
    assert not svg.tags & (DANGEROUS - {"svg"})
    assert not {name for name in svg.attributes if name.startswith("on")}


@pytest.mark.parametrize("attack", ATTACKS)
def test_records_and_articles_show_no_escape_sequences(attack: str) -> None:
    story = parse_article(f"{attack} may resume\n\n“{attack} may,” Ann Marsh said.\n\nShe left.")
    for shown in (story, *newslib.find_quotes(story), *newslib.find_hedges(story)):
        assert repr(shown).isprintable()


@pytest.fixture(scope="module")
def notebook_page(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A notebook that shows such a story in every way there is, executed: outputs, and page."""
    folder = tmp_path_factory.mktemp("injection")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    cells = [
        "import newslib, pandas as pd\npd.options.display.html.use_mathjax = False",
        "story = newslib.read_article('story.txt')\nquotes = newslib.quotes_table(story)\nstory",
        "newslib.marked(story, quotes, newslib.hedges_table(story))",
        "pd.options.display.max_colwidth = None\nquotes",
        "newslib.sentences_table(story)",
        "newslib.find_quotes(story)[:3]",
        "words = story.text[:200]\naxes = newslib.plot_voices(newslib.voices_table(story))",
        "newslib.picture(axes, alt=words, caption=words)",
    ]
    notebook = nbformat.v4.new_notebook(  # type: ignore[no-untyped-call]
        cells=[
            nbformat.v4.new_code_cell(source, id=f"cell-{n}")  # type: ignore[no-untyped-call]
            for n, source in enumerate(cells)
        ]
    )
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
    shown = [
        output["data"]["text/html"]
        for cell in notebook.cells
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    exporter = HTMLExporter(template_name="basic")  # type: ignore[no-untyped-call]
    page, _ = exporter.from_notebook_node(notebook)
    return "\n".join(shown), page


def test_a_notebook_shows_such_a_story_and_obeys_nothing_of_it(
    notebook_page: tuple[str, str],
) -> None:
    for html in notebook_page:
        page = Page(html)
        assert not page.tags & (DANGEROUS - {"img", "form", "input", "a"})
        assert not {name for name in page.attributes if name.startswith("on")}
        assert formulas(page) == []
        assert "javascript:" not in re.sub(r">[^<]*<|title=\"[^\"]*\"|alt=\"[^\"]*\"", "", html)
    words = "".join(Page(notebook_page[0]).pieces)
    assert all(attack.split("\x1b")[0] in words for attack in ATTACKS)


BEGINNINGS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize("first", BEGINNINGS)
def test_a_guarded_file_holds_no_formula(first: str, tmp_path: Path) -> None:
    cell = f"{first}cmd|' /C calc'!A0"
    table = pd.DataFrame({"article": [cell], first + "n": ["x"], "n": [-1.5]})
    write_csv(table, tmp_path / "a.csv", guard=True)
    again = pd.read_csv(tmp_path / "a.csv", keep_default_na=False)
    assert list(again.columns)[:2] == ["article", f"'{first}n"]
    assert again.iloc[0].tolist() == ["'" + cell, "x", -1.5]
    write_csv(table, tmp_path / "b.csv")
    assert pd.read_csv(tmp_path / "b.csv").iloc[0, 0] == cell


@pytest.mark.parametrize("first", "=+-@＝＋－＠")
def test_a_guarded_sheet_is_read_back_as_it_was(first: str, tmp_path: Path) -> None:
    story = parse_article(f"{first}1+1 may resume.", id=f"{first}id")
    sheet = newslib.sample_for_coding(newslib.sentences_table(story), n=5)
    write_csv(sheet.assign(label="no"), tmp_path / "coded.csv", guard=True)
    again = newslib.read_codings(tmp_path / "coded.csv")
    assert again["text"].tolist() == sheet["text"].tolist()
    assert newslib.check_codings(again, articles=story).empty
