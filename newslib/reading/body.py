"""The paragraphs of a web page's story: found by trafilatura, worded as the page words them."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass

from newslib.reading.markup import SILENT, Element, key_of, words_of
from newslib.reading.problems import Unreadable

__all__ = ["Block", "find_body"]

_PRUNED = ("figcaption", "aside", "nav", "button", "dialog")
_BLOCKS = {"p", "item", "quote", "head", "list", "body", "table", "row", "cell", "code", "div"}
_PAGE_BLOCKS = ("p", "li", "blockquote", "div", "section", "article", "td", "dd", "dt")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the body: its words, whether it is a heading, and the page's element of it."""

    words: str
    heading: bool
    element: Element | None


def find_body(tree: Element) -> list[Block]:
    """The blocks of a page's story in order; [] where trafilatura finds none.

    Trafilatura drops spaces at the edges of inline tags now and then; so a block that the page
    has with the same letters is given in the page's words.
    """
    import trafilatura

    try:
        document = trafilatura.bare_extraction(
            _pruned(tree),
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
    except Exception as error:  # whatever a strange page does to the library costs that page alone
        raise Unreadable(f"trafilatura gave up on it: {type(error).__name__}") from error
    body: Element = getattr(document, "body", None)
    if body is None:
        return []
    page = _page_blocks(tree)
    stretches = _stretches(body)
    merged = len(stretches) < 4
    blocks = [b for found in stretches for b in _worded(*found, page, merged=merged)]
    return [block for block in blocks if not _is_pointer(block)]


def _pruned(tree: Element) -> Element:
    """A copy for trafilatura, which changes what it is given, without what is never body."""
    copied = copy.deepcopy(tree)
    for element in [*copied.iter(*_PRUNED), *_hidden(copied)]:
        if element.getparent() is not None:
            element.drop_tree()
    for form in list(copied.iter("form")):
        if len(form.findall(".//p")) > 2:  # older systems wrap the whole page in one
            form.drop_tag()
    return copied


def _hidden(tree: Element) -> list[Element]:
    """What a browser does not show, but for what holds half of the story: a script will show it."""
    hidden = tree.xpath("//*[@hidden or @style]")
    unseen = [e for e in hidden if e.get("hidden") is not None or _UNSEEN.search(e.get("style"))]
    half = len(list(tree.iter("p"))) / 2
    return [element for element in unseen if len(list(element.iter("p"))) < half]


def _is_pointer(block: Block) -> bool:
    """Whether a block is nothing but links: a menu, or "Read more"."""
    if block.element is None or block.heading:
        return False
    linked = sum(len(key_of(words_of(link))) for link in block.element.iter("a"))
    return linked > 0.8 * len(key_of(words_of(block.element)))


def _stretches(body: Element) -> list[tuple[str, bool]]:
    """What stands between the edges of blocks, line breaks kept, and whether it is a heading."""
    from lxml import etree

    found: list[tuple[str, bool]] = []
    pieces: list[str] = []
    for event, node in etree.iterwalk(body, events=("start", "end")):
        edge = node.tag in _BLOCKS
        if edge:
            found.append(("".join(pieces), event == "end" and node.tag == "head"))
            pieces = []
        if event == "start":
            pieces.append("\n" if node.tag == "lb" else node.text or "")
        else:
            pieces.append(node.tail or "")
    found.append(("".join(pieces), False))
    return [(text, heading) for text, heading in found if key_of(text)]


def _worded(text: str, heading: bool, page: dict[str, Element], *, merged: bool) -> list[Block]:
    """A stretch in the page's own words; one of several paragraphs is divided.

    They are parted by line breaks on old pages, and by nothing where trafilatura gives all of a
    short story as one (`merged`).
    """
    known = page.get(key_of(text))
    if known is not None and known.tag in {"p", "li", *_HEADINGS}:
        return [_block(known, heading)]
    parted = re.split(r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n", text)
    blocks: list[Block] = []
    for line in parted:
        key = key_of(line)
        whole = [page[key]] if key in page else _parted(key, page) if merged else []
        blocks += [_block(element, heading) for element in whole]
        if key and not whole:
            element = known if not blocks else None
            blocks.append(Block(" ".join(line.split()), heading, element))
    return blocks


def _block(element: Element, heading: bool) -> Block:
    return Block(words_of(element), heading or element.tag in _HEADINGS, element)


def _parted(key: str, page: dict[str, Element]) -> list[Element]:
    """The blocks of the page that a stretch is made of, [] where it is made of something else."""
    found: list[Element] = []
    at = 0
    for letters, element in page.items():
        if letters and key.startswith(letters, at):
            found.append(element)
            at += len(letters)
    return found if at and at == len(key) else []


def _page_blocks(tree: Element) -> dict[str, Element]:
    """The page's innermost blocks by the letters in them."""
    elements = list(tree.iter(*_PAGE_BLOCKS, *_HEADINGS))
    outer, noisy = _around(elements), _around(tree.iter(*SILENT))
    blocks: dict[str, Element] = {}
    for element in elements:
        if element not in outer:
            words = words_of(element) if element in noisy else "".join(element.itertext())
            blocks.setdefault(key_of(words), element)
    return blocks


def _around(elements: Iterable[Element]) -> set[Element]:
    """All elements that stand around any of these."""
    found: set[Element] = set()
    for element in elements:
        for ancestor in element.iterancestors():
            if ancestor in found:
                break
            found.add(ancestor)
    return found
