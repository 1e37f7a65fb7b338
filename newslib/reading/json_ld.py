"""What a web page says of its story in JSON-LD, schema.org's vocabulary in a script tag."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["find_story", "names_in", "text_in"]

_OTHER_STORIES = {
    *("itemListElement", "hasPart", "isPartOf", "citation", "mentions", "relatedLink"),
    *("liveBlogUpdate", "comment", "review", "isBasedOn", "subjectOf", "about"),
}
_STORIES = {"BlogPosting", "LiveBlogPosting", "Report"}
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")


def find_story(scripts: Iterable[str]) -> dict[str, Any]:
    """The properties of the story among all that a page's scripts describe; {} without one.

    The story is the outermost object of a type such as NewsArticle, wherever it stands: alone, in
    a list, in a "@graph", under "mainEntity". References by "@id" are followed for its parts.

    >>> find_story(['{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "url": "u"}]}'])
    {'@type': 'NewsArticle', 'url': 'u'}
    """
    nodes = list(_nodes([_parsed(script) for script in scripts]))
    known = {node["@id"]: node for node in reversed(nodes) if _names_itself(node)}
    story = next((node for node in nodes if _is_story(node)), {})
    return {key: _followed(value, known) for key, value in story.items()}


def _parsed(script: str) -> object:
    """The JSON of a script, which pages wrap in comments and close with stray commas."""
    bare = _WRAPPING.sub("", script)
    for attempt in (bare, _TRAILING_COMMA.sub("", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(found: list[object]) -> Iterator[dict[str, Any]]:
    """All objects, the outermost first, but those that belong to other stories."""
    queue = deque(found)
    while queue:
        value = queue.popleft()
        if isinstance(value, dict):
            yield value
            queue.extend(inner for key, inner in value.items() if key not in _OTHER_STORIES)
        elif isinstance(value, list):
            queue.extend(value)


def _is_story(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    kinds = [str(name).rpartition("/")[2] for name in named]
    return any(kind.endswith("Article") or kind in _STORIES for kind in kinds)


def _names_itself(node: dict[str, Any]) -> bool:
    return isinstance(node.get("@id"), str) and len(node) > 1


def _followed(value: object, known: dict[str, dict[str, Any]]) -> object:
    if isinstance(value, list):
        return [_followed(item, known) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(str(value.get("@id")), value)
    return value


def names_in(value: object) -> list[str]:
    """The names in an author or publisher, which may be text, an object or a list of both.

    >>> names_in([{"@type": "Person", "name": "Jane Doe"}, "John Roe"])
    ['Jane Doe', 'John Roe']
    """
    if isinstance(value, list):
        return [name for item in value for name in names_in(item)]
    if isinstance(value, dict):
        return names_in(value.get("name"))
    return [value] if isinstance(value, str) and value.strip() else []


def text_in(value: object) -> str:
    """The first text of a property, "" where it has none.

    >>> text_in(["en-GB"]), text_in({"@id": "https://example.org/a"}), text_in(None)
    ('en-GB', 'https://example.org/a', '')
    """
    if isinstance(value, list):
        return next(filter(None, map(text_in, value)), "")
    if isinstance(value, dict):
        keys = ("name", "@value", "url", "@id")
        return next(filter(None, (text_in(value.get(key)) for key in keys)), "")
    return value if isinstance(value, str) else ""
