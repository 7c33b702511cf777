"""The records that flow through fogline, their ids and their Arrow schemas. Imports nothing of fogline."""

from fogline.model.claim import (
    Actor,
    Certainty,
    Claim,
    DayRange,
    EventType,
    Modality,
    PlaceMention,
    Polarity,
    Quantity,
    Said,
    Span,
    claim_id_of,
    claim_record,
)
from fogline.model.control import ControlDay
from fogline.model.document import Document, document_id_of, story_id_of
from fogline.model.event import Contradiction, Event, EventPlace, Origin, Silence
from fogline.model.ids import hash_id, sha256_text
from fogline.model.journal import Reject, Run
from fogline.model.link import Judgement, Link
from fogline.model.part import claim_parts, place_key
from fogline.model.speaker import Speaker
from fogline.model.stakes import Stakes, role_in, stakes_of

__all__ = [
    "Actor",
    "Certainty",
    "Claim",
    "Contradiction",
    "ControlDay",
    "DayRange",
    "Document",
    "Event",
    "EventPlace",
    "EventType",
    "Judgement",
    "Link",
    "Modality",
    "Origin",
    "PlaceMention",
    "Polarity",
    "Quantity",
    "Reject",
    "Run",
    "Said",
    "Silence",
    "Span",
    "Speaker",
    "Stakes",
    "claim_id_of",
    "claim_parts",
    "claim_record",
    "document_id_of",
    "hash_id",
    "place_key",
    "role_in",
    "sha256_text",
    "stakes_of",
    "story_id_of",
]
