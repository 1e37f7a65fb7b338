"""Records as tables: one row a span, fixed columns and types, whose words each row is."""

from newslib.tables.every import all_tables
from newslib.tables.files import write_csv
from newslib.tables.frames import acts_table, frames_table
from newslib.tables.measures import (
    certainty_table,
    hedges_table,
    sentiment_table,
    targets_table,
)
from newslib.tables.problems import problems_table
from newslib.tables.speech import mentions_table, quotes_table, voices_table
from newslib.tables.text import (
    articles_table,
    kwic,
    parts_table,
    sentences_table,
    tokens_table,
)

__all__ = [
    "acts_table",
    "all_tables",
    "articles_table",
    "certainty_table",
    "frames_table",
    "hedges_table",
    "kwic",
    "mentions_table",
    "parts_table",
    "problems_table",
    "quotes_table",
    "sentences_table",
    "sentiment_table",
    "targets_table",
    "tokens_table",
    "voices_table",
    "write_csv",
]
