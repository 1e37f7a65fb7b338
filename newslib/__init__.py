"""newslib: who is speaking, how sure they sound, and in what frame the matter is put.

An article is a string that never changes; everything newslib finds is a span of it; a table is
spans, one a row; a chart is a table. Names load when they are first used, so `import newslib`
stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslib.article import Article as Article
    from newslib.article import Span as Span
    from newslib.lexicon import Entry as Entry
    from newslib.lexicon import Hit as Hit
    from newslib.lexicon import Lexicon as Lexicon
    from newslib.lexicon import load_lexicon as load_lexicon
    from newslib.lexicon import read_lexicon as read_lexicon
    from newslib.reading import Articles as Articles
    from newslib.reading import parse_article as parse_article
    from newslib.reading import read_article as read_article
    from newslib.reading import read_articles as read_articles
    from newslib.tokens import Sentence as Sentence
    from newslib.tokens import Token as Token
    from newslib.tokens import sentences as sentences
    from newslib.tokens import tokens as tokens

__version__ = "0.1.0"

_HOME = {
    "Article": "article",
    "Span": "article",
    "Entry": "lexicon",
    "Hit": "lexicon",
    "Lexicon": "lexicon",
    "load_lexicon": "lexicon",
    "read_lexicon": "lexicon",
    "Articles": "reading",
    "parse_article": "reading",
    "read_article": "reading",
    "read_articles": "reading",
    "Sentence": "tokens",
    "Token": "tokens",
    "sentences": "tokens",
    "tokens": "tokens",
}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"newslib has no name {name!r}; `dir(newslib)` lists what it has")
    return getattr(import_module(f"newslib.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
