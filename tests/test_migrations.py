"""The schema: the migrations make exactly what the code expects, once, and refuse what is newer."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from guide.entries import NewEntry, Note
from guide.errors import StorageError
from guide.store import MIGRATIONS, SCHEMA_HEAD, Store, new_key
from guide.store_tables import metadata


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gespreksleidraad.db"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def set_version(file: Path, version: str) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", [version])
    raw.close()


def test_a_migrated_database_is_what_the_code_expects(store: Store) -> None:
    with store.connections.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_a_migrated_database_has_the_same_keys_and_rules_as_a_new_one(store: Store) -> None:
    fresh = sa.create_engine("sqlite://")
    metadata.create_all(fresh)

    def rules(engine: sa.Engine) -> dict[str, list[object]]:
        look = sa.inspect(engine)
        return {
            name: [
                look.get_pk_constraint(name)["constrained_columns"],
                sorted(str(key["column_names"]) for key in look.get_unique_constraints(name)),
                sorted(str(key["referred_table"]) for key in look.get_foreign_keys(name)),
                sorted(str(index["name"]) for index in look.get_indexes(name)),
                [(column["name"], column["nullable"]) for column in look.get_columns(name)],
            ]
            for name in metadata.tables
        }

    assert rules(store.connections.engine) == rules(fresh)
    fresh.dispose()


def test_the_code_knows_the_newest_migration() -> None:
    assert scripts().get_heads() == [SCHEMA_HEAD]


def test_migrations_are_numbered_so_that_a_newer_one_sorts_later() -> None:
    revisions = [script.revision for script in scripts().walk_revisions("base", "heads")]
    assert all(len(revision) == len(SCHEMA_HEAD) for revision in revisions)
    assert revisions == sorted(revisions, reverse=True)


def test_a_database_of_a_newer_version_is_refused(store: Store, file: Path) -> None:
    store.close()
    set_version(file, "9999")
    with pytest.raises(StorageError, match="nieuwere versie") as caught:
        Store(store.url)
    assert "andere map" in caught.value.next_step


def test_a_refused_database_is_left_as_it_was(store: Store, file: Path) -> None:
    session = store.create_session("{}")
    store.append(session, [NewEntry(key=new_key(), body=Note(text="blijft"))])
    store.close()
    set_version(file, "9999")
    with pytest.raises(StorageError):
        Store(store.url)
    set_version(file, SCHEMA_HEAD)
    reopened = Store(store.url)
    assert reopened.newest_seq(session) == 1
    reopened.close()


def test_an_up_to_date_database_is_not_migrated_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("migrated again")

    monkeypatch.setattr(Store, "_migrate", refuse)
    Store(store.url).close()


def test_two_programs_that_start_at_once_make_one_database(file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(Store, [f"sqlite:///{file}"] * 4))
    session = opened[0].create_session("{}")
    assert all(each.exists(session) for each in opened)
    for each in opened:
        each.close()


def test_a_migration_that_fails_leaves_nothing_half_made(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE stored_file (x)")  # in the way of the last table
    raw.close()
    with pytest.raises(StorageError, match="niet gelukt"):
        Store(f"sqlite:///{file}")
    with sqlite3.connect(file) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    raw.close()
    assert tables == [("stored_file",)]
