"""Who does what to whom: acts between actors, in the roots of PLOVER."""

from newslib.acts.between import act_between
from newslib.acts.find import find_acts
from newslib.acts.roots import Act

__all__ = ["Act", "act_between", "find_acts"]
