"""What tests have other processes do: ``python -m tests.places.child TASK FOLDER [WORLD]``."""

import json
import resource
import sys
import time
from pathlib import Path

from fogline.places import Gazetteer
from tests.places.small_world import small_world


def build(folder: Path, world: Path) -> None:
    """Build the small world when standard input says so, and print what came of it."""
    with small_world(world):
        print("ready", flush=True)
        sys.stdin.readline()
        gazetteer = Gazetteer.open(folder)
    print(json.dumps([gazetteer.version, len(gazetteer), gazetteer.find("Izium")[0].id]))


def weigh(folder: Path) -> None:
    """Print the seconds that opening the whole index takes, and the MB that opening and using it adds."""
    before = _resident_mb()
    started = time.perf_counter()
    gazetteer = Gazetteer.open(folder)
    seconds = time.perf_counter() - started
    for name in ("Izium", "Goma", "El Fasher", "Kharkiv region", "the Black Sea", "nowhere at all"):
        gazetteer.find(name)
    gazetteer.near(49.2, 37.3, 50)
    print(json.dumps([seconds, _resident_mb() - before]))


def _resident_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    {"build": build, "weigh": weigh}[sys.argv[1]](*map(Path, sys.argv[2:]))
