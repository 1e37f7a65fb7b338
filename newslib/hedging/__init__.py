"""Where a voice holds back, insists, denies or keeps its distance, and how sure it sounds."""

from newslib.hedging.finding import CATEGORIES, find_hedges

__all__ = ["CATEGORIES", "find_hedges"]
