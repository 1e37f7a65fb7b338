"""The paragraphs of a web page's story: found by trafilatura, worded as the page words them."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from newslib.reading.markup import Element, key_of, words_of
from newslib.reading.problems import Unreadable

__all__ = ["Block", "find_body"]

_PRUNED = ["//figure//figcaption", "//aside", "//nav", "//form", "//button", "//dialog"]
_BLOCKS = {"p", "item", "quote", "head", "list", "body", "table", "row", "cell", "code", "div"}
_PAGE_BLOCKS = ("p", "li", "blockquote", "div", "section", "article", "td", "dd", "dt")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


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
            copy.deepcopy(tree),
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            prune_xpath=_PRUNED,
        )
    except Exception as error:  # whatever a strange page does to the library costs that page alone
        raise Unreadable(f"trafilatura gave up on it: {type(error).__name__}") from error
    body: Element = getattr(document, "body", None)
    if body is None:
        return []
    page = _page_blocks(tree)
    return [block for found in _stretches(body) for block in _worded(*found, page)]


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


def _worded(text: str, heading: bool, page: dict[str, tuple[str, Any]]) -> list[Block]:
    """A stretch in the page's own words; one of several paragraphs parted by breaks is divided."""
    known = page.get(key_of(text))
    if known and known[1].tag in {"p", "li", *_HEADINGS}:
        return [Block(known[0], heading or known[1].tag in _HEADINGS, known[1])]
    parted = re.split(r"\n\s*\n" if re.search(r"\n\s*\n", text) else r"\n", text)
    lines = [" ".join(line.split()) for line in parted]
    if known and len(lines) == 1:
        return [Block(known[0], heading, known[1])]
    return [Block(line, heading, known[1] if known else None) for line in lines if key_of(line)]


def _page_blocks(tree: Element) -> dict[str, tuple[str, Any]]:
    """The page's innermost blocks by the letters in them: their words, and the element."""
    blocks: dict[str, tuple[str, Any]] = {}
    for element in tree.iter(*_PAGE_BLOCKS, *_HEADINGS):
        if next(element.iterdescendants(*_PAGE_BLOCKS, *_HEADINGS), None) is None:
            words = words_of(element)
            blocks.setdefault(key_of(words), (words, element))
    return blocks
