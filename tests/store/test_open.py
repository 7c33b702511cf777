from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from fogline.errors import LedgerError, LedgerLocked, LedgerTooNew
from fogline.model import ControlDay, Event, Run, Span
from fogline.model.schema import to_table
from fogline.store import Ledger
from fogline.store.chain import CHAINED, Batch
from fogline.store.database import Database
from fogline.store.upgrade import Migration, find_version, migrate, read_migrations

from .processes import held
from .records import document


def refuses(path: Path, *, read_only: bool = False) -> str:
    """The message with which the ledger is refused."""
    with pytest.raises(LedgerError) as refusal:
        Ledger.open(path, read_only=read_only)
    return str(refusal.value)


def test_a_ledger_keeps_what_was_written(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append_documents([document("a")])
    with Ledger.open(path) as ledger:
        assert list(ledger.documents()) == [document("a")]


def test_read_only_reads_and_does_not_write(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append_documents([document("a")])
    with Ledger.open(path, read_only=True) as ledger:
        assert len(list(ledger.documents())) == 1
        assert ledger.verify().ok
        with pytest.raises(LedgerError, match="read-only"):
            ledger.append_documents([document("b")])


def test_several_may_read_at_once(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append_documents([document("a")])
    with Ledger.open(path, read_only=True) as one, Ledger.open(path, read_only=True) as other:
        assert list(one.documents()) == list(other.documents())


def test_threads_may_read_while_one_writes(path: Path) -> None:
    with Ledger.open(path) as ledger, ThreadPoolExecutor(4) as threads:
        given = [document(f"story {nth}") for nth in range(40)]
        writing = threads.submit(lambda: [ledger.append_documents([each]) for each in given])
        reading = [threads.submit(lambda: (len(list(ledger.documents())), ledger.counts())) for _ in range(40)]
        assert sum(writing.result()) == 40
        assert all(0 <= found.result()[0] <= found.result()[1]["documents"] <= 40 for found in reading)
        assert ledger.verify().ok


def test_a_ledger_that_another_process_has_open_is_locked(path: Path) -> None:
    with held(path) as process, pytest.raises(LedgerLocked, match=rf"another process \(PID {process}\)"):
        Ledger.open(path)
    with Ledger.open(path) as ledger:
        assert ledger.counts()["documents"] == 0


def test_a_ledger_that_this_process_writes_cannot_be_read_beside_it(path: Path) -> None:
    with Ledger.open(path), pytest.raises(LedgerLocked, match="this process already"):
        Ledger.open(path, read_only=True)


def test_a_missing_ledger_is_not_made_for_reading(path: Path) -> None:
    assert "There is no ledger" in refuses(path, read_only=True)
    assert not path.exists()


def test_a_missing_folder_is_told(path: Path) -> None:
    assert "There is no folder" in refuses(path.parent / "nowhere" / "war.fogline")


@pytest.mark.parametrize("content", [b"", b"id,text\n1,hello\n", bytes(range(256)) * 80])
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "is not a fogline ledger" in refuses(path)
    assert path.read_bytes() == content


def test_another_duckdb_file_is_refused_and_left_alone(path: Path) -> None:
    with duckdb.connect(str(path)) as raw:
        raw.execute("CREATE TABLE prices (day DATE)")
    assert "not a fogline ledger" in refuses(path)
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("SELECT table_name FROM duckdb_tables()").fetchall() == [("prices",)]


def test_a_cut_off_ledger_is_damaged(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append_documents([document("a")])
    path.write_bytes(path.read_bytes()[:20_000])
    assert "is damaged" in refuses(path)


def test_damage_that_shows_while_reading_is_told(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.append_documents([document(f"story {nth}", f"{nth * 7919:x}" * 4000) for nth in range(300)])
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="is damaged"), Ledger.open(path, read_only=True) as ledger:
        list(ledger.documents())


def test_an_error_in_the_middle_of_a_stream_is_a_ledger_error(path: Path) -> None:
    database = Database.open(path, read_only=False)
    failing = (
        "SELECT CASE WHEN n = 50000 THEN error('broke off') ELSE n END AS start, n AS \"end\" FROM range(100000) t(n)"
    )
    with pytest.raises(LedgerError, match="broke off"):
        list(database.stream(Span, failing))
    database.close()


def test_a_ledger_of_a_newer_fogline_is_refused_with_a_way_out(path: Path) -> None:
    Ledger.open(path).close()
    with duckdb.connect(str(path)) as raw:
        raw.execute("INSERT INTO schema_version VALUES (99, 'future', now())")
    with pytest.raises(LedgerTooNew, match=r"schema 99; .*pip install --upgrade fogline"):
        Ledger.open(path)


def test_migrations_are_numbered_without_gaps() -> None:
    assert [migration.version for migration in read_migrations()] == [*range(1, len(read_migrations()) + 1)]


def test_an_older_ledger_is_brought_up_to_date_step_by_step(path: Path) -> None:
    Ledger.open(path).close()
    first, steps = len(read_migrations()) + 1, ("CREATE TABLE a (x INT)", "ALTER TABLE a ADD COLUMN y INT")
    further = [Migration(first + nth, "step", sql) for nth, sql in enumerate(steps)]
    database = Database.open(path, read_only=False)
    migrate(database, [*read_migrations(), *further], read_only=False)
    assert find_version(database) == first + 1
    migrate(database, [*read_migrations(), *further], read_only=False)
    database.close()


def test_a_migration_that_fails_leaves_the_version_before(path: Path) -> None:
    Ledger.open(path).close()
    version = len(read_migrations())
    broken = Migration(version + 1, "broken", "CREATE TABLE a (x INT); SELECT * FROM missing")
    database = Database.open(path, read_only=False)
    with pytest.raises(LedgerError, match="missing"):
        migrate(database, [*read_migrations(), broken], read_only=False)
    assert find_version(database) == version
    assert database.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'a'") == []
    database.close()


def test_an_older_ledger_cannot_be_upgraded_read_only(path: Path) -> None:
    Ledger.open(path).close()
    database = Database.open(path, read_only=True)
    newer = Migration(len(read_migrations()) + 1, "newer", "SELECT 1")
    with pytest.raises(LedgerError, match="any command that writes"):
        migrate(database, [*read_migrations(), newer], read_only=True)
    database.close()


REBUILT = (("events", Event, ["as_of"]), ("control", ControlDay, ["as_of"]), ("runs", Run, []), ("batches", Batch, []))


@pytest.mark.parametrize(
    ("table", "record_type", "marks"), [*((table.name, table.record, ["batch"]) for table in CHAINED), *REBUILT]
)
def test_tables_have_the_columns_of_their_records(path: Path, table: str, record_type: type, marks: list[str]) -> None:
    Ledger.open(path).close()
    with duckdb.connect(str(path)) as raw:
        raw.register("arrow", to_table(record_type, []))
        expected = raw.execute("SELECT column_name, column_type FROM (DESCRIBE arrow)").fetchall()
        actual = raw.execute(f"SELECT column_name, column_type FROM (DESCRIBE {table})").fetchall()
    assert actual[: len(expected)] == expected
    assert [name for name, _ in actual[len(expected) :]] == marks
