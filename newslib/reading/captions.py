"""The captions of a page's pictures, each with its credit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newslib.reading.json_ld import text_in
from newslib.reading.markup import Element, key_of, marks_of, plain, words_of

__all__ = ["find_captions"]

_CREDIT = re.compile(r"credit|copyright|source|photographer|attribution|byline|author")
_ELSEWHERE = re.compile(r"related|teaser|promo|recommend|more-|sidebar|most-read|advert")
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])|captiontext")
_EDGES = " /|–—-"


def find_captions(
    tree: Element, body: Iterable[Element], story: dict[str, Any]
) -> tuple[tuple[str, str], ...]:
    """Caption and credit of each picture that goes with the story, in the order of the page.

    Those are the `figcaption`s of the `article` or `main` that the body stands in, or of the whole
    page; without any, what is called a caption; without that, the caption in the page's JSON-LD.
    """
    scope = next((found for element in body for found in _scopes(element)), tree)
    elements = list(scope.iter("figcaption"))
    if not elements:
        elements = [e for e in scope.iter("p", "span", "div") if _CAPTION.search(marks_of(e))]
    found = [_caption(element) for element in elements if not _is_elsewhere(element)]
    kept = {key_of(caption + credit): (caption, credit) for caption, credit in reversed(found)}
    kept.pop("", None)
    if kept:
        return tuple(reversed(kept.values()))
    image = story.get("image")
    first = image[0] if isinstance(image, list) and image else image
    said = plain(text_in(first.get("caption"))) if isinstance(first, dict) else ""
    return ((said, ""),) if said else ()


def _scopes(element: Element) -> Iterator[Element]:
    """The outermost `article` around an element, or else its `main`."""
    yield from reversed(list(element.iterancestors("article")))
    yield from element.iterancestors("main")


def _is_elsewhere(element: Element) -> bool:
    """Whether a caption belongs to another story: in a link, a margin or a list of teasers."""
    if next(element.iterancestors("a", "aside", "nav", "footer"), None) is not None:
        return True
    around = element.iterancestors("section", "div", "ul", "figure")
    return any(_ELSEWHERE.search(marks_of(ancestor)) for ancestor in around)


def _caption(element: Element) -> tuple[str, str]:
    """The caption of an element, and the credit that an element of its own gives in it."""
    inner = [e for e in element.iterdescendants() if isinstance(e.tag, str)]
    credit = next((e for e in inner if e.tag in {"cite", "small"}), None)
    credit = next((e for e in inner if _CREDIT.search(marks_of(e))), credit)
    if credit is None:
        return words_of(element), ""
    caption = words_of(element, without=frozenset([credit])).strip(_EDGES)
    return caption, words_of(credit).strip(_EDGES)
