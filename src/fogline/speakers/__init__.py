"""Who speaks: the register of speakers and publishers, and the parties they belong to."""

from fogline.speakers.names import fold_name
from fogline.speakers.parties import Parties, Party, kind_of
from fogline.speakers.registry import SpeakerRegistry, new_speaker

__all__ = ["Parties", "Party", "SpeakerRegistry", "fold_name", "kind_of", "new_speaker"]
