"""Who said what, and whose words each stretch of the text is."""

from newslib.quotes.finding import find_quotes
from newslib.quotes.records import Quote, Voice
from newslib.quotes.voices import voices

__all__ = ["Quote", "Voice", "find_quotes", "voices"]
