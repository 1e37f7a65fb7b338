"""Where a voice holds back, insists, denies or keeps its distance, and how sure it sounds.

`finding` matches the lexicon and asks each entry's rule, by its name in `rules`; the rules are in
`modals`, `clauses` and `quantities`, and look at a sentence through `view`. `distance` finds scare
quotes, `scopes` what a cue bears on and whether it is denied. `certainty` weighs the hits of each
sentence, and `stances` reads what a reporting verb takes on.
"""

from newslib.hedging.certainty import Certainty, score_certainty
from newslib.hedging.finding import CATEGORIES, find_hedges
from newslib.hedging.stances import Stance, stance_of

__all__ = ["CATEGORIES", "Certainty", "Stance", "find_hedges", "score_certainty", "stance_of"]
