"""Labels: names beside their dots, without overlaps, the most important first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.brief.map.frame import Frame

CHARACTER = 0.62  # mean width of a letter of a broad sans-serif face, in ems


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A placed name: where its text begins, ends or has its middle (``anchor``)."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    style: str
    """``strong`` (a named place), ``town`` or ``water-name``."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that asks for room beside its point; ``gap`` is the radius that its dot and symbols take."""

    text: str
    x: float
    y: float
    gap: float
    size: float
    style: str
    below: float = 0.0
    """Height that symbols take below the dot."""


def place_labels(frame: Frame, wanted: Sequence[Wanted], taken: Sequence[Box]) -> list[Label]:
    """Give the labels that find room, tried in the order given: right, left, above, below."""
    boxes, labels = list(taken), []
    for want in wanted:
        for label, box in _tries(want):
            inside = frame.holds(box.left, box.top, 2) and frame.holds(box.right, box.bottom, 2)
            if inside and not any(box.meets(other) for other in boxes):
                boxes.append(box)
                labels.append(label)
                break
    return labels


def _tries(want: Wanted) -> list[tuple[Label, Box]]:
    wide, tall = len(want.text) * want.size * CHARACTER, want.size * 1.15
    middle = want.y + want.size * 0.36
    spots = (
        ("start", want.x + want.gap, middle),
        ("end", want.x - want.gap, middle),
        ("middle", want.x, want.y - want.gap - 2),
        ("middle", want.x, want.y + want.gap + want.below + want.size * 0.8),
        ("start", want.x + want.gap * 0.7, want.y - want.gap),
        ("end", want.x - want.gap * 0.7, want.y - want.gap),
    )
    found = []
    for anchor, x, y in spots:
        left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
        box = Box(left - 1, y - tall * 0.85, left + wide + 1, y + tall * 0.3)
        label = Label(want.text, round(x, 1), round(y, 1), anchor, want.size, want.style)
        found.append((label, box))
    return found
