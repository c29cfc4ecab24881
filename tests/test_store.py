"""The database: what is acknowledged stays, and what goes wrong is said in Dutch."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from guide import store as store_module
from guide import store_connections
from guide.entries import Detail, NewEntry, Note
from guide.errors import GuideError, NotFoundError, StorageError
from guide.models import DetailField
from guide.plain_text import clean
from guide.store import Store, new_key
from tests.readers import ROOT

HOSTILE = (
    "",
    "x" * 100_000,
    "a\x00b\x01c\x1fd",
    "los\ud83dsurrogaat\udc00",
    "\u202eomgekeerd\u202c",
    "عائلة في المأوى",
    "👨‍👩‍👧‍👦 🏳️‍🌈",
    "**vet** _schuin_ # kop\n- punt",
    "<script>alert(1)</script> &amp; <b>",
    "$\\frac{a}{b}$ \\input{/etc/passwd}",
    ":red[x] :material/delete:",
    "{target} {0} %s %(naam)s",
    "'; DROP TABLE entry; --",
    "=1+1\t@SUM(A1)",
    "regel een\r\nregel twee\u2028regel drie",
)


def note(text: str, key: str | None = None) -> NewEntry:
    return NewEntry(key=key or new_key(), body=Note(text=text))


def texts(store: Store, session_id: str) -> list[str]:
    bodies = [entry.body for entry in store.entries_after(session_id)]
    return [body.text for body in bodies if isinstance(body, Note)]


@pytest.fixture
def session_id(store: Store) -> str:
    return store.create_session("{}")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database of the fixture `store` stands."""
    return tmp_path / "gespreksleidraad.db"


def in_dutch(error: GuideError, *words: str) -> None:
    assert all(word in error.message for word in words), error.message
    assert error.next_step.endswith(".")
    assert not any(word in str(error) for word in ("sqlite", "Error", "SELECT", "INSERT"))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_hostile_text_comes_back_as_it_was_typed(
    store: Store, session_id: str, text: str
) -> None:
    (kept,) = store.append(session_id, [note(text)])
    assert texts(store, session_id) == [clean(text)]
    assert store.entries_after(session_id) == [kept], "in memory as it is in the file"


def test_entries_are_numbered_per_session(store: Store, session_id: str) -> None:
    other = store.create_session("{}")
    store.append(session_id, [note("a"), note("b")])
    (entry,) = store.append(other, [note("c")])
    assert entry.seq == 1
    assert store.newest_seq(session_id) == 2


def test_only_what_is_new_is_read(store: Store, session_id: str) -> None:
    store.append(session_id, [note("a"), note("b"), note("c")])
    assert [entry.seq for entry in store.entries_after(session_id, 1)] == [2, 3]


def test_the_same_delivery_twice_is_recorded_once(store: Store, session_id: str) -> None:
    first = store.append(session_id, [note("a", "sleutel-1")])
    again = store.append(session_id, [note("a", "sleutel-1")])
    assert again == first
    assert texts(store, session_id) == ["a"]


def test_a_key_belongs_to_one_session(store: Store, session_id: str) -> None:
    other = store.create_session("{}")
    store.append(session_id, [note("a", "sleutel-1")])
    store.append(other, [note("b", "sleutel-1")])
    assert texts(store, other) == ["b"]


def test_entries_that_belong_together_are_kept_together_or_not_at_all(
    store: Store, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([store_module.now()])
    with monkeypatch.context() as patched:
        patched.setattr(store_module, "now", lambda: next(moments))
        with pytest.raises(StopIteration):
            store.append(session_id, [note("a"), note("b")])
    assert texts(store, session_id) == []


def test_what_was_recorded_is_there_after_opening_the_file_again(
    store: Store, session_id: str
) -> None:
    store.append(session_id, [note("blijft")])
    store.close()
    reopened = Store(store.url)
    assert texts(reopened, session_id) == ["blijft"]
    reopened.close()


def test_the_content_of_a_session_stays_what_it_was(store: Store) -> None:
    first, second = store.create_session("oud"), store.create_session("nieuw")
    assert store.snapshot(first)[1] == "oud"
    assert store.snapshot(second)[1] == "nieuw"


def test_the_same_content_is_kept_once(store: Store, file: Path) -> None:
    for _ in range(3):
        store.create_session("gelijk")
    with sqlite3.connect(file) as raw:
        assert raw.execute("SELECT count(*) FROM content_snapshot").fetchone() == (1,)
    raw.close()


def test_the_address_of_a_session_cannot_be_guessed(store: Store) -> None:
    ids = {store.create_session("{}") for _ in range(20)}
    assert len(ids) == 20
    assert min(len(id_) for id_ in ids) >= 20


def test_a_list_shows_the_newest_session_first_with_its_set_up(store: Store) -> None:
    region = NewEntry(key=new_key(), body=Detail(field=DetailField.REGION, value="Regio Een"))
    first = store.create_session("{}", [region, note("geen instelling")])
    second = store.create_session("{}", example=True)
    rows = store.list_sessions()
    assert [(row.id, row.example) for row in rows] == [(second, True), (first, False)]
    assert [entry.body for entry in rows[1].details] == [region.body]


def test_a_deleted_session_takes_everything_with_it(
    store: Store, session_id: str, file: Path
) -> None:
    store.append(session_id, [note("a")])
    store.files.save(session_id, "huisstijl", "stijl.docx", b"x")
    store.delete_session(session_id)
    assert not store.exists(session_id)
    with sqlite3.connect(file) as raw:
        counts = [
            raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("entry", "stored_file", "session")
        ]
    raw.close()
    assert counts == [0, 0, 0]


def test_recording_in_a_session_that_was_deleted_says_that_it_is_gone(
    store: Store, session_id: str
) -> None:
    store.delete_session(session_id)
    with pytest.raises(NotFoundError, match="niet \\(meer\\) te vinden"):
        store.append(session_id, [note("a")])


def test_a_session_that_never_was_says_where_to_go(store: Store) -> None:
    with pytest.raises(NotFoundError, match="Ga naar Start"):
        store.snapshot("bestaat-niet")


def test_a_file_replaces_the_earlier_one_for_the_same_purpose(
    store: Store, session_id: str
) -> None:
    store.files.save(session_id, "huisstijl", "oud.docx", b"oud")
    store.files.save(session_id, "huisstijl", "nieuw.docx", b"nieuw")
    assert store.files.load(session_id, "huisstijl") == ("nieuw.docx", b"nieuw")
    store.files.drop(session_id, "huisstijl")
    assert store.files.load(session_id, "huisstijl") is None


# Durability and many at once


def test_every_connection_writes_ahead_and_waits_for_the_disk(store: Store) -> None:
    connections = [store.connections.engine.connect() for _ in range(3)]
    for connection in connections:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
        assert settings == ["wal", 2, 1]
        connection.close()


def test_eight_writers_at_once_lose_nothing(store: Store, session_id: str) -> None:
    other = Store(store.url)

    def write(writer: int) -> list[int]:
        target = (store, other)[writer % 2]
        return [
            target.append(session_id, [note(f"{writer}-{number}")])[0].seq for number in range(50)
        ]

    with ThreadPoolExecutor(8) as pool:
        acknowledged = list(pool.map(write, range(8)))
    other.close()
    kept = store.entries_after(session_id)
    assert [entry.seq for entry in kept] == list(range(1, 401))
    assert sorted(seq for seqs in acknowledged for seq in seqs) == list(range(1, 401))
    assert set(texts(store, session_id)) == {f"{w}-{n}" for w in range(8) for n in range(50)}


def test_readers_do_not_wait_for_a_writer(store: Store, session_id: str, file: Path) -> None:
    store.append(session_id, [note("a")])
    with busy(file):
        assert texts(store, session_id) == ["a"]
        assert store.newest_seq(session_id) == 1


WRITER = """
    import sys
    from guide.entries import NewEntry, Note
    from guide.store import Store, new_key
    store, session = Store(sys.argv[1]), sys.argv[2]
    while True:
        (entry,) = store.append(session, [NewEntry(key=new_key(), body=Note(text="x"))])
        print(entry.seq, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows heeft geen kill -9")
def test_what_was_acknowledged_survives_a_program_that_is_killed(
    store: Store, session_id: str
) -> None:
    acknowledged = 0
    for round_ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), store.url, session_id],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        for _ in range(3 + 7 * round_):
            acknowledged = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        seen = [int(line) for line in writer.stdout.read().split()]
        acknowledged = max([acknowledged, *seen])
        writer.wait()
        writer.stdout.close()
        reopened = Store(store.url)
        kept = [entry.seq for entry in reopened.entries_after(session_id)]
        reopened.close()
        # The one being written at that moment may be there too; never one less.
        assert kept in (list(range(1, acknowledged + 1)), list(range(1, acknowledged + 2)))
        acknowledged = len(kept)


# What can go wrong


class busy:
    """Another program that is writing in the same file."""

    def __init__(self, file: Path) -> None:
        self.raw = sqlite3.connect(file, isolation_level=None)

    def __enter__(self) -> None:
        self.raw.execute("BEGIN IMMEDIATE")

    def __exit__(self, *_: object) -> None:
        self.raw.execute("ROLLBACK")
        self.raw.close()


def test_a_database_in_use_by_another_program_asks_to_wait(
    store: Store, session_id: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_connections, "BUSY_SECONDS", 0.05)
    impatient = Store(store.url)
    with busy(file), pytest.raises(StorageError) as caught:
        impatient.append(session_id, [note("a")])
    in_dutch(caught.value, "bezet door een ander programma", "is bewaard")
    impatient.append(session_id, [note("a")])
    assert texts(impatient, session_id) == ["a"]
    impatient.close()


def test_what_somebody_typed_is_not_taken_for_what_the_database_says(
    store: Store, session_id: str, file: Path
) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TRIGGER t BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'x'); END")
    raw.close()
    with pytest.raises(StorageError) as caught:
        store.append(session_id, [note("de opvang is full, locked en corrupt")])
    in_dutch(caught.value, "niet gelukt")


def test_too_many_people_at_once_are_asked_to_try_again(
    store: Store, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_connection_left() -> None:
        raise sa.exc.TimeoutError("QueuePool limit of size 8 reached")

    monkeypatch.setattr(store.connections.engine, "connect", no_connection_left)
    with pytest.raises(StorageError) as caught:
        store.newest_seq(session_id)
    in_dutch(caught.value, "niet gelukt")
    assert caught.value.next_step == "Probeer het opnieuw."


def test_a_database_one_may_only_read_says_so(store: Store, session_id: str, file: Path) -> None:
    store.append(session_id, [note("a")])
    reader = Store(f"sqlite:///file:{file}?mode=ro&uri=true")
    with pytest.raises(StorageError) as caught:
        reader.append(session_id, [note("b")])
    in_dutch(caught.value, "alleen worden gelezen", "is bewaard")
    assert texts(reader, session_id) == ["a"]
    reader.close()


def test_a_full_disk_says_so_and_keeps_what_was_there(store: Store, session_id: str) -> None:
    store.append(session_id, [note("a")])
    store.close()  # connections made from now on get a full disk

    @sa.event.listens_for(store.connections.engine, "connect")
    def full(raw: sqlite3.Connection, _: object) -> None:
        raw.execute("PRAGMA max_page_count=1")  # means: not one page more than there are

    with pytest.raises(StorageError) as caught:
        store.append(session_id, [note("x" * 50_000)])
    in_dutch(caught.value, "De schijf is vol", "is bewaard")
    assert texts(store, session_id) == ["a"]
    sa.event.remove(store.connections.engine, "connect", full)
    store.close()
    store.append(session_id, [note("b")])
    assert texts(store, session_id) == ["a", "b"]


def test_a_file_that_is_no_database_says_that_it_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "kapot.db"
    file.write_bytes(b"dit is geen database " * 200)
    with pytest.raises(StorageError) as caught:
        Store(f"sqlite:///{file}")
    in_dutch(caught.value, "beschadigd")


def test_a_database_that_is_damaged_inside_says_so(
    store: Store, session_id: str, file: Path
) -> None:
    store.append(session_id, [note("x" * 1000) for _ in range(50)])
    store.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StorageError) as caught:
        Store(store.url).entries_after(session_id)
    in_dutch(caught.value, "beschadigd")


def test_what_is_recorded_together_is_kept_whole_or_not_at_all(store: Store) -> None:
    session_id = store.create_session("{}")

    def half() -> None:
        with store.connections.together():
            store.append(session_id, [NewEntry(key=new_key(), body=Note(text="half"))])
            assert store.newest_seq(session_id) == 1
            raise KeyError("halverwege")

    with pytest.raises(KeyError):
        half()
    assert store.newest_seq(session_id) == 0
    with store.connections.together():
        store.append(session_id, [NewEntry(key=new_key(), body=Note(text="heel"))])
        store.append(session_id, [NewEntry(key=new_key(), body=Note(text="en al"))])
    assert store.newest_seq(session_id) == 2
