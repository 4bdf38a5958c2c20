"""What is kept between builds, in two SQLite files: texts as they were converted, and what each file was made of."""

import errno
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

CHECK = 8  # bytes of the checksum before every value
# What a disk says no to is told as what it is; everything else that SQLite says means that the file is not ours.
OF_THE_DISK = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
}
# A killed process leaves the old or the new state; a journal in memory instead of a file would leave half of each.
BEGIN = "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL; BEGIN;"
T = TypeVar("T")


class Damaged(Exception):
    """A file is not what was written; whoever opened it clears it and begins anew."""


def sealed(name: str | int, data: bytes) -> bytes:
    """Return the bytes of a value with a checksum before them, of its name too: a flipped byte is noticed."""
    return _checksum(name, data) + data


def unsealed(name: str | int, data: object) -> bytes:
    """Return the bytes of `sealed`.

    Raises: Damaged.
    """
    # A flipped bit in the head of a row turns bytes into a number, a text or nothing.
    if not isinstance(data, bytes) or _checksum(name, data[CHECK:]) != data[:CHECK]:
        raise Damaged
    return data[CHECK:]


def _checksum(name: str | int, data: bytes) -> bytes:
    digest = hashlib.blake2b(data, digest_size=CHECK)
    digest.update(repr(name).encode("utf-8", "surrogatepass"))
    return digest.digest()


class Store:
    """One SQLite file with tables of two columns, `name` and `data`; each value has its checksum.

    Shape: `tables` maps a table to the SQL type of its names. What is put is seen by others after `commit`, as a whole.
    Raises: Damaged from every method, whatever is wrong with the file.
    """

    def __init__(self, path: Path, version: str, tables: Mapping[str, str]) -> None:
        self._path, self._wanted = path, version
        self._tables = {"about": "TEXT", **tables}
        self._connection = self._open(version)

    def _open(self, version: str) -> sqlite3.Connection:
        for _ in range(2):
            try:
                connection = self._connect()
                if self._version(connection) == version:
                    return connection
                connection.close()
            except (sqlite3.Error, Damaged):
                pass
            self.clear()
            self._make(version)
        raise Damaged(str(self._path))

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None)
        connection.execute("PRAGMA cache_size=-4000")  # kB; more is not faster here, and each process has its own
        return connection

    def _make(self, version: str) -> None:
        connection = self._connect()
        for table, kind in self._tables.items():
            connection.execute(f"CREATE TABLE {table} (name {kind} PRIMARY KEY, data BLOB)")
        for name, text in (("version", version), ("identity", os.urandom(8).hex())):
            connection.execute("INSERT INTO about VALUES (?, ?)", (name, sealed(name, text.encode())))
        connection.close()

    def _version(self, connection: sqlite3.Connection) -> str:
        row = connection.execute("SELECT data FROM about WHERE name = 'version'").fetchone()
        return unsealed("version", row[0]).decode() if row else ""

    @property
    def identity(self) -> str:
        """A word by chance that this file got when it was made."""
        return (self.get("about", "identity") or b"").decode()

    def empty(self) -> None:
        """Remove all values, at once: a transaction that removes many would lock out who is forked before its end."""
        self._connection.close()
        self.clear()
        self._connection = self._open(self._wanted)

    def clear(self) -> None:
        """Remove the file and what SQLite left beside it."""
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            path.unlink(missing_ok=True)

    def reopen(self) -> None:
        """Take a connection of one's own: a process that was forked must not use its parent's, nor close it."""
        self._inherited = self._connection
        self._connection = self._connect()

    def get(self, table: str, name: str | int) -> bytes | None:
        """Return a value's bytes, or none."""
        ask = f"SELECT data FROM {table} WHERE name = ?"
        row = self._asked(lambda: self._connection.execute(ask, (name,)).fetchone())
        return None if row is None else unsealed(name, row[0])

    def has_any(self, table: str) -> bool:
        """Say whether a table has a value."""
        return self._asked(lambda: self._connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()) is not None

    def names(self, table: str) -> list[Any]:
        """Return the names of all values of a table."""
        return self._asked(lambda: [name for (name,) in self._connection.execute(f"SELECT name FROM {table}")])

    def all(self, table: str) -> Iterator[tuple[Any, bytes]]:
        """Yield (name, bytes) of every value of a table."""
        for name, data in self._asked(lambda: self._connection.execute(f"SELECT name, data FROM {table}").fetchall()):
            yield name, unsealed(name, data)

    def put(self, table: str, rows: Iterable[tuple[str | int, bytes]]) -> None:
        """Put values in place of those of the same names."""
        self.put_sealed(table, [(name, sealed(name, data)) for name, data in rows])

    def put_sealed(self, table: str, rows: list[tuple[str | int, bytes]]) -> None:
        """Put values that have their checksums."""
        self._run(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)

    def remove(self, table: str, names: Iterable[str | int]) -> None:
        """Remove values."""
        self._run(f"DELETE FROM {table} WHERE name = ?", [(name,) for name in names])

    def _run(self, command: str, rows: list[tuple[Any, ...]]) -> None:
        if not rows:
            return
        if not self._connection.in_transaction:
            self._asked(lambda: self._connection.executescript(BEGIN))
        self._asked(lambda: self._connection.executemany(command, rows))

    def _asked(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except sqlite3.Error as fault:
            if number := OF_THE_DISK.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF):
                raise OSError(number, str(fault), str(self._path)) from fault
            raise Damaged from fault

    @property
    def has_changed(self) -> bool:
        """Whether something was put or removed that is not committed yet."""
        return self._connection.in_transaction

    def commit(self) -> None:
        """Make everything that was put since the last time seen at once."""
        if self.has_changed:
            self._asked(lambda: self._connection.execute("COMMIT"))

    def into_memory(self) -> None:
        """Go on with a copy in memory: what is put from now on is seen by nobody else."""
        copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._asked(lambda: self._connection.backup(copy))
        self._connection.close()
        self._connection = copy

    def close(self) -> None:
        """Close the file; what was not committed is dropped."""
        self._connection.close()
