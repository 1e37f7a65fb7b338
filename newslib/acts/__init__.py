"""Who does what to whom: acts between actors, in the roots of PLOVER.

`roots` reads the classes and verb patterns, `view` finds the patterns in a sentence, `parties` the
subject and objects of a verb, `modality` whether it is denied or to come, `features` what the
weights are about. `find` puts it together for an article, `between` for two given parties.
"""

from newslib.acts.between import act_between
from newslib.acts.find import find_acts
from newslib.acts.roots import Act

__all__ = ["Act", "act_between", "find_acts"]
