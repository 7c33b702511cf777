"""Folders: where the index and the user's own places stand, and which version of the index is wanted."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

import platformdirs

from fogline.places import curated
from fogline.places.index import FORMAT
from fogline.places.sources import source_versions


def cache_folder(folder: Path | None = None) -> Path:
    """Give the folder of the index: the argument, else ``$FOGLINE_CACHE/places``, else the user's cache folder."""
    if folder is not None:
        return folder
    if override := os.environ.get("FOGLINE_CACHE"):
        return Path(override) / "places"
    return Path(platformdirs.user_cache_dir("fogline")) / "places"


def additions_folder(folder: Path) -> Path:
    """Give the folder of the user's own places, which outlives the cache.

    For the user's cache folder it is the user's data folder; for a folder given by argument or environment, the folder
    ``places-added`` beside it.
    """
    if folder == Path(platformdirs.user_cache_dir("fogline")) / "places":
        return Path(platformdirs.user_data_dir("fogline")) / "places-added"
    return folder.parent / f"{folder.name}-added"


def addition_files(folder: Path) -> list[Path]:
    """Give the files of the user's own places, in the order in which they were added to a build."""
    return sorted(additions_folder(folder).glob("*.jsonl"))


def wanted_version(folder: Path) -> str:
    """Give the version that an index of today's sources, own data and additions has."""
    digest = blake2b(digest_size=8)
    for part in (str(FORMAT), *source_versions(), *(path.name for path in addition_files(folder))):
        digest.update(part.encode() + b"\0")
    digest.update(curated.read_bytes())
    return digest.hexdigest()
