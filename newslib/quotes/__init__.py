"""Who said what, and whose words each stretch of the text is.

From the bottom up: `records` says what a quotation and a voice are; `units` knows the words and
tags that matter, `columns` has an article's words and whole quotations, the units that all else
reads, and `segments` divides them. The models: `templates` says what a feature is, `lookup` looks
its weights up, `weights` reads them from `weights.tsv`, `coded`, `joined`, `ways` and `features`
tell what is seen of a unit, `labels` finds the best sequence, and `model` gives the cues with
content and source. The rules: `constructions` mends one reading, `inversions` one whose speaker
stands behind the verb, and `mending` several; `cues` finds the verb group, and `reading` makes
them drafts (`drafts`); `headlines`, `layout` and `levels` find what no cue beside it tells.
`finding` puts it together, and `voices` tiles the text.
"""

from newslib.quotes.finding import find_quotes, read_together
from newslib.quotes.records import Quote, Voice
from newslib.quotes.voices import voices

__all__ = ["Quote", "Voice", "find_quotes", "read_together", "voices"]
