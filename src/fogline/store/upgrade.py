"""Migrations: the numbered SQL files that make a ledger and bring an older one up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files

from fogline.errors import LedgerError, LedgerTooNew
from fogline.store.database import Database


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a version of the schema to the next: its number, its name and its statements."""

    version: int
    name: str
    sql: str


def read_migrations() -> tuple[Migration, ...]:
    """Give the migrations that come with fogline, in order."""
    folder = files("fogline.store") / "migrations"
    sheets = sorted((sheet for sheet in folder.iterdir() if sheet.name.endswith(".sql")), key=lambda sheet: sheet.name)
    return tuple(
        Migration(int(sheet.name[:4]), sheet.name[5:].removesuffix(".sql"), sheet.read_text("utf-8"))
        for sheet in sheets
    )


def migrate(database: Database, migrations: Sequence[Migration], *, read_only: bool) -> None:
    """Bring the schema of a database up to the last migration, each in a transaction of its own.

    Raises LedgerTooNew for one that a newer fogline wrote, LedgerError for a database that is no ledger
    and for an older ledger that is open for reading only.
    """
    version = find_version(database)
    newest = migrations[-1].version
    if version > newest:
        raise LedgerTooNew(
            f"{database.path} was written by a newer fogline (schema {version}; this one knows {newest}). "
            f"Upgrade: pip install --upgrade fogline"
        )
    pending = [migration for migration in migrations if migration.version > version]
    if pending and read_only:
        raise LedgerError(
            f"{database.path} has schema {version}, not {newest}; any command that writes brings it up to date."
        )
    for migration in pending:
        _apply(database, migration)


def find_version(database: Database) -> int:
    """Give the schema version of a database, 0 for an empty one; raises LedgerError for a foreign one."""
    tables = {name for (name,) in database.rows("SELECT table_name FROM duckdb_tables()")}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise LedgerError(f"{database.path} is a DuckDB file but not a fogline ledger. Give another path.")
    [(version,)] = database.rows("SELECT coalesce(max(version), 0) FROM schema_version")
    return int(version)


def _apply(database: Database, migration: Migration) -> None:
    with database.transaction():
        database.run(migration.sql)
        database.run(
            "INSERT INTO schema_version VALUES ($version, $name, $at)",
            {"version": migration.version, "name": migration.name, "at": datetime.now(UTC)},
        )
