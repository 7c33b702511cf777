"""Weigh: how far each event can be believed, and why. From clustered claims to events."""

from fogline.weigh.events import weigh_events

__all__ = ["weigh_events"]
