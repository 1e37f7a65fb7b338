"""Who is mentioned: people, offices, states, bodies, unnamed sources, and whom pronouns mean."""

from __future__ import annotations

from newslib.speakers.mentions import Mention as Mention
from newslib.speakers.mentions import find_mentions as find_mentions
from newslib.speakers.mentions import name_of as name_of

__all__ = ["Mention", "find_mentions", "name_of"]
