"""Places: a gazetteer of the world's settlements, regions and waters, by every name that reports use for them."""

from fogline.places.additions import AddResult, add_places
from fogline.places.build import build_index
from fogline.places.gazetteer import Gazetteer
from fogline.places.place import Place, PlaceKind, River, distance_km
from fogline.places.rows import RejectedRow

__all__ = [
    "AddResult",
    "Gazetteer",
    "Place",
    "PlaceKind",
    "RejectedRow",
    "River",
    "add_places",
    "build_index",
    "distance_km",
]
