"""What a page says of its story: in JSON-LD first, then in meta tags, then where readers see it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from newslib.reading.compose import day_of
from newslib.reading.json_ld import find_story, names_in, text_in
from newslib.reading.markup import Element, key_of, marks_of, plain, words_of

__all__ = ["ELLIPSIS", "Metadata", "find_metadata"]

ELLIPSIS = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$")
"""What ends a text that was cut short."""

_AUTHORS = (
    *("author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author"),
    *("sailthru.author", "citation_author"),
)
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "pubdate"),
    *("publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created"),
    *("dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date"),
)
_DESCRIPTIONS = ("og:description", "twitter:description", "description", "dc.description")
_DATED_ADDRESS = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_TITLE_END = re.compile(r"\s+[|–—·:-]\s+")


Metas = dict[str, list[str]]
"""The contents of a page's meta tags by their names."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its story, "" for what it does not say.

    `story` holds the JSON-LD, `typed` says whether the page calls itself an article.
    """

    headline: str
    description: str
    authors: tuple[str, ...]
    date: datetime.date | None
    outlet: str
    url: str
    language: str
    story: dict[str, Any]
    typed: bool


def find_metadata(tree: Element) -> Metadata:
    """All that a page says of its story; each piece from the first place that has it."""
    scripts = tree.iter("script")
    story = find_story(s.text or "" for s in scripts if "ld+json" in (s.get("type") or "").lower())
    metas = _metas(tree)
    url = _url(tree, story, metas)
    outlet = _first([*names_in(story.get("publisher")), *metas.get("og:site_name", [])])
    return Metadata(
        headline=_headline(tree, story, metas, outlet),
        description=_first([text_in(story.get("description")), *_listed(metas, _DESCRIPTIONS)]),
        authors=tuple(_authors(tree, story, metas)),
        date=_date(tree, story, metas, url),
        outlet=outlet,
        url=url,
        language=_language(tree, story, metas),
        story=story,
        typed=bool(story) or _is_typed(tree, metas),
    )


def _metas(tree: Element) -> Metas:
    """The contents of the meta tags by their names, in lower case."""
    found: Metas = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = meta.get(attribute)
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _listed(metas: Metas, names: tuple[str, ...]) -> list[str]:
    return [content for name in names for content in metas.get(name, [])]


def _first(texts: list[str]) -> str:
    return next(filter(None, map(plain, texts)), "")


def _is_typed(tree: Element, metas: Metas) -> bool:
    types = metas.get("og:type", [])
    if any("article" in said.lower() for said in types) or "article:published_time" in metas:
        return True
    return any("Article" in (e.get("itemtype") or "") for e in tree.iter("article", "div", "main"))


def _headline(tree: Element, story: dict[str, Any], metas: Metas, outlet: str) -> str:
    """The headline; where it was cut, or names the outlet too, as the page prints it."""
    titles = [words_of(title) for title in tree.iter("title")]
    printed = _printed_headline(tree)
    told = [text_in(story.get("headline")), *_listed(metas, ("og:title", "twitter:title"))]
    said = _first([*told, printed, *titles[:1]])
    *before, last = _TITLE_END.split(said)
    if before and outlet and key_of(last) == key_of(outlet):
        said = said[: said.rindex(last)].rstrip(" |–—·:-")
    bare = ELLIPSIS.sub("", said)
    cut = bare != said and key_of(printed).startswith(key_of(bare))
    longer = said.startswith(printed) and _TITLE_END.match(said[len(printed) :])
    return printed if printed and (cut or longer) else said


def _printed_headline(tree: Element) -> str:
    """The words of the main heading, that of an article before that of the page."""
    headings = [(words_of(heading), heading) for heading in tree.iter("h1")]
    inside = [
        words
        for words, heading in headings
        if words and next(heading.iterancestors("article", "main"), None) is not None
    ]
    return next(iter([*inside, *(words for words, _ in headings if words)]), "")


def _authors(tree: Element, story: dict[str, Any], metas: Metas) -> list[str]:
    """The writers' names, from the first place that has any; profile addresses are no names."""
    told = [names_in(story.get("author")) or names_in(story.get("creator"))]
    told += [metas.get(name, []) for name in _AUTHORS]
    printed = ([words_of(element) for element in found] for found in _printed_authors(tree))
    for found in chain(told, printed):
        names = [plain(name) for name in found]
        named = [name for name in names if name and "://" not in name and len(name) < 200]
        if named:
            return named
    return []


def _printed_authors(tree: Element) -> Iterator[list[Element]]:
    """Elements that name the writers: by their role, then by their class."""
    yield [e for e in tree.iter("a", "span") if "author" in (e.get("rel") or "").split()]
    yield [e for e in tree.iter() if e.get("itemprop") == "author"]
    yield [e for e in tree.iter("p", "div", "span") if "byline" in marks_of(e).split()][:1]


def _date(tree: Element, story: dict[str, Any], metas: Metas, url: str) -> datetime.date | None:
    """The day of publication as printed there, never one of a later change."""
    told = [text_in(story.get("datePublished")), *_listed(metas, _DATES)]
    times = [time for time in tree.iter("time") if time.get("datetime")]
    first = [t for t in times if t.get("pubdate") is not None or t.get("itemprop")] or times[:1]
    told += [time.get("datetime") for time in first if time.get("itemprop") != "dateModified"]
    address = _DATED_ADDRESS.search(url)
    told += ["{}-{:0>2}-{:0>2}".format(*address.groups())] if address else []
    return next(filter(None, map(day_of, told)), None)


def _url(tree: Element, story: dict[str, Any], metas: Metas) -> str:
    links = [e.get("href") or "" for e in tree.iter("link") if (e.get("rel") or "") == "canonical"]
    told = [text_in(story.get("url")), text_in(story.get("mainEntityOfPage"))]
    found = [url.strip() for url in (*links, *metas.get("og:url", []), *told)]
    return next((url for url in found if url.startswith(("http://", "https://"))), "")


def _language(tree: Element, story: dict[str, Any], metas: Metas) -> str:
    language = story.get("inLanguage")
    code = language.get("alternateName") if isinstance(language, dict) else language
    told = [text_in(code), tree.get("lang") or "", *_listed(metas, ("og:locale", "language"))]
    return _first(told).replace("_", "-")
