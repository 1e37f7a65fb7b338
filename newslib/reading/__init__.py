"""From files and texts to articles."""

from newslib.reading.files import Articles, read_article, read_articles
from newslib.reading.layout import parse_article

__all__ = ["Articles", "parse_article", "read_article", "read_articles"]
