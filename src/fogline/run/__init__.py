"""Steps over a ledger: each does only what is new, in batches that a kill cannot tear."""

from fogline.run.journal import Tally, journal
from fogline.run.steps import extract_pending, link_all, read_into, view_control, view_events
from fogline.run.watch import Watch, silent_watch

__all__ = [
    "Tally",
    "Watch",
    "extract_pending",
    "journal",
    "link_all",
    "read_into",
    "silent_watch",
    "view_control",
    "view_events",
]
