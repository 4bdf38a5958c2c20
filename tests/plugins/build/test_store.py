"""The store: what was committed comes back, and no damaged byte is ever believed."""

import os
import sqlite3

import pytest

from plugins.build.store import Damaged, Store, sealed, unsealed

TABLES = {"texts": "TEXT", "nodes": "INTEGER"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kept.db"


def opened(path, version="one"):
    return Store(path, version, TABLES)


def filled(path):
    store = opened(path)
    store.put("texts", [("a", b"first"), ("b", b"second")])
    store.put("nodes", [(1, b"x"), (2**62, b"y")])
    store.commit()
    store.close()


def overwrite(path, table, name, value):
    connection = sqlite3.connect(path)
    connection.execute(f"UPDATE {table} SET data = ? WHERE name = ?", (value, name))
    connection.commit()
    connection.close()


def test_what_was_committed_comes_back(path):
    filled(path)
    store = opened(path)
    assert store.get("texts", "a") == b"first" and store.get("nodes", 2**62) == b"y"
    assert store.get("texts", "c") is None
    assert dict(store.all("texts")) == {"a": b"first", "b": b"second"}
    assert sorted(store.names("nodes")) == [1, 2**62]


def test_a_value_is_put_in_place_of_the_one_before_and_removed(path):
    filled(path)
    store = opened(path)
    store.put("texts", [("a", b"new")])
    store.remove("texts", ["b", "never there"])
    store.commit()
    assert dict(store.all("texts")) == {"a": b"new"}


def test_what_was_not_committed_is_as_if_it_had_never_been(path):
    filled(path)
    store = opened(path)
    store.put("texts", [("a", b"new")])
    store.remove("nodes", [1])
    store.close()
    store = opened(path)
    assert store.get("texts", "a") == b"first" and store.get("nodes", 1) == b"x"


def test_another_version_begins_anew(path):
    filled(path)
    identity = opened(path).identity
    assert opened(path).identity == identity != ""
    store = opened(path, "two")
    assert store.names("texts") == [] and store.identity != identity
    assert opened(path, "one").names("texts") == []


def test_an_emptied_store_has_no_values_and_locks_nobody_out(path):
    filled(path)
    store = opened(path)
    store.put("texts", [(str(number), bytes(100_000)) for number in range(100)])  # more than stays in memory
    store.commit()
    store.empty()
    assert (store.names("texts"), store.names("nodes")) == ([], [])
    assert opened(path).names("texts") == []


@pytest.mark.parametrize("data", [b"", b"not a database", b"SQLite format 3\0" + b"\0" * 84, os.urandom(5000)])
def test_a_file_that_is_no_store_begins_anew(path, data):
    path.write_bytes(data)
    store = opened(path)
    store.put("texts", [("a", b"first")])
    store.commit()
    store.close()
    assert opened(path).get("texts", "a") == b"first"


def test_a_database_of_somebody_else_begins_anew(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE about (other TEXT)")
    connection.commit()
    connection.close()
    assert opened(path).names("texts") == []


@pytest.mark.parametrize("value", [None, 5, 0.5, "a text", b"", b"short", b"no checksum here"], ids=repr)
def test_a_value_of_another_kind_is_damaged(path, value):
    """A flipped bit in the head of a row turns bytes into a number, a text or nothing."""
    filled(path)
    overwrite(path, "texts", "a", value)
    for read in (lambda store: store.get("texts", "a"), lambda store: list(store.all("texts"))):
        with pytest.raises(Damaged):
            read(opened(path))


@pytest.mark.parametrize("value", [None, 5, "", "another version", b""], ids=repr)
def test_a_version_of_another_kind_is_another_one(path, value):
    filled(path)
    overwrite(path, "about", "version", value)
    assert opened(path).names("texts") == []


def test_a_value_under_another_name_is_damaged(path):
    """A flipped bit in a name: the bytes are right, but of something else."""
    filled(path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE texts SET name = 'c' WHERE name = 'a'")
    connection.execute("UPDATE nodes SET name = 3 WHERE name = 1")
    connection.commit()
    connection.close()
    for table, name in (("texts", "c"), ("nodes", 3)):
        with pytest.raises(Damaged):
            opened(path).get(table, name)
        with pytest.raises(Damaged):
            list(opened(path).all(table))


def test_any_flipped_byte_is_noticed_or_changes_nothing(path):
    """Each byte of the file in turn: what is read is what was written, or the store says that it is damaged."""
    filled(path)
    data = path.read_bytes()
    believed = 0
    for place in range(0, len(data), 7):
        path.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        try:
            store = opened(path)
            found = dict(store.all("texts")), dict(store.all("nodes")), [store.get("texts", name) for name in "ab"]
        except Damaged:
            continue
        finally:
            path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        values = {b"first", b"second", b"x", b"y"}
        assert {value for part in found[:2] for value in part.values()} <= values
        assert set(found[2]) <= {b"first", b"second", None}
        believed += 1
        store.close()
    assert believed


@pytest.mark.parametrize("data", [b"", b"short", sealed("a", b"data")[:-1], sealed("a", b"data") + b"x", b"\0" * 20])
def test_torn_bytes_are_damaged(data):
    with pytest.raises(Damaged):
        unsealed("a", data)


@pytest.mark.parametrize("place", range(12))
def test_a_flipped_bit_is_damaged(place):
    data = bytearray(sealed("a", b"data"))
    assert unsealed("a", bytes(data)) == b"data"
    data[place] ^= 1
    with pytest.raises(Damaged):
        unsealed("a", bytes(data))


def test_a_copy_in_memory_is_seen_by_nobody_else(path):
    filled(path)
    store = opened(path)
    store.into_memory()
    store.put("texts", [("a", b"new")])
    store.commit()
    assert (store.get("texts", "a"), store.get("texts", "b")) == (b"new", b"second")
    assert opened(path).get("texts", "a") == b"first"
