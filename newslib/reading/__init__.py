"""From files and texts to articles."""

from newslib.reading.files import Articles, read_article, read_articles
from newslib.reading.layout import parse_article
from newslib.reading.problems import Unreadable
from newslib.reading.unread import Unread

__all__ = ["Articles", "Unread", "Unreadable", "parse_article", "read_article", "read_articles"]
