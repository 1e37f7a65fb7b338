"""Words out of markup: a page's tree, the text of an element, text that holds tags itself."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

__all__ = ["SILENT", "Element", "key_of", "marks_of", "parse_page", "plain", "words_of"]

Element = Any
"""An element of lxml, which has no types of its own."""

SILENT = {"script", "style", "noscript", "template", "svg", "button", "iframe", "textarea"}
"""Elements whose text nobody reads as part of a page's words."""

_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"),
    *("font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong"),
    *("sub", "sup", "time", "tt", "u", "var", "wbr"),
}
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31});")


def parse_page(text: str) -> Element:
    """The tree of a page, however broken; None where there is nothing to build one of."""
    from lxml import etree, html

    if not text.strip("\ufeff \t\r\n\f\v\0"):
        return None
    # As bytes: lxml refuses text that declares an encoding of its own.
    data = text.encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def words_of(element: Element, *, without: frozenset[Element] = frozenset()) -> str:
    """What an element says, on one line; blocks and line breaks part words, scripts are silent."""
    from lxml import etree

    pieces: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if node.tag in SILENT or node in without:
                walker.skip_subtree()
            else:
                pieces += ["" if node.tag in _INLINE else " ", node.text or ""]
        elif node is not element:
            spaced = event == "end" and node.tag not in _INLINE
            pieces += [" " if spaced else "", node.tail or ""]
    return " ".join("".join(pieces).split())


def plain(text: str) -> str:
    """Text of metadata, which may hold tags and entities, on one line.

    >>> plain("<i>Talks</i> &amp;amp; trade &lt;b&gt;fail&lt;/b&gt;, a < b")
    'Talks & trade fail, a < b'
    """
    for _ in range(2):
        text = _ENTITY.sub(lambda match: unescape(match[0]), _TAG.sub("", text))
    return " ".join(_TAG.sub("", text).split())


def key_of(text: str) -> str:
    """What is left of a text to compare it by: its letters and digits, in lower case.

    >>> key_of("“No,”  she said.") == key_of('"No," she said')
    True
    """
    return "".join(filter(str.isalnum, text.casefold()))


def marks_of(element: Element) -> str:
    """What the makers of a page call an element: its class, id and property, in lower case."""
    names = (element.get(name) for name in ("class", "id", "itemprop"))
    return " ".join(filter(None, names)).lower()
