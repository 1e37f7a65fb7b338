"""Where a voice holds back, insists, denies or keeps its distance, and how sure it sounds."""

from newslib.hedging.certainty import Certainty, score_certainty
from newslib.hedging.finding import CATEGORIES, find_hedges
from newslib.hedging.stances import Stance, stance_of

__all__ = ["CATEGORIES", "Certainty", "Stance", "find_hedges", "score_certainty", "stance_of"]
