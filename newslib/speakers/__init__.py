"""Who is mentioned: people, offices, states, bodies, unnamed sources, and whom pronouns mean.

From the bottom up: `lists` reads the word lists, `words` the article's words; `runs`, `capitals`,
`names` and `plain` find what is named, `phrases` what is not; `people` joins the names of one
person and `offices` finds who holds an office; `roles` weighs a mention by what it does in its
sentence, `pronouns` and `persons` say whom pronouns mean; `mentions` puts it together, and `heads`
answers `name_of` for any noun phrase. Nothing is looked up outside the story.
"""

from __future__ import annotations

from newslib.speakers.heads import name_of
from newslib.speakers.mentions import Mention, find_mentions

__all__ = ["Mention", "find_mentions", "name_of"]
