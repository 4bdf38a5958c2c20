"""What the graph is made of: numbers that stand for things, and what is known of each thing."""

import hashlib
import pickle
from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

NOTHING = b""
Call = tuple[Callable[..., Any], tuple[Any, ...]]


def node_id(name: str) -> int:
    """Return the number of a node: 62 bits of a hash, so that names need not be kept; even, unless it is a value."""
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 2 << 1


def value_id(function: Callable[..., Any], inputs: tuple[Any, ...]) -> int:
    """Return the number of what a function makes of its inputs: odd."""
    return node_id(f"{function.__module__}.{function.__qualname__}{inputs!r}") | 1


def version_of(value: Any) -> bytes:
    """Return what tells one value from another; its `repr` must tell all of it."""
    return hashlib.blake2b(repr(value).encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Node:
    """One thing that was read or made: a record, a row in a list, a page.

    Shape: `version` changes with its value; `call` is the function and its inputs, none for what comes from a file;
    `reads` are the nodes that it read, in their order; `extra` is what its kind keeps with it: how a page was
    rendered, what a check found; `readers` are the nodes that read it. Most nodes are only handed on, from the process
    that made them to the store: they stay bytes until somebody asks.
    """

    __slots__ = ("_data", "_parts", "_reads", "readers")

    def __init__(
        self, version: bytes = NOTHING, call: Call | None = None, reads: Sequence[int] = (), extra: Any = None,
        readers: "array[int] | tuple[()]" = (),
    ) -> None:  # fmt: skip
        self._parts: tuple[bytes, Call | None, Any] | None = (version, call, extra)
        self._reads, self.readers = reads, readers
        self._data = b""

    @property
    def version(self) -> bytes:
        return self._opened()[0]

    @property
    def call(self) -> Call | None:
        return self._opened()[1]

    @property
    def extra(self) -> Any:
        return self._opened()[2]

    @property
    def reads(self) -> Sequence[int]:
        if self._parts is None:
            return array("q", self._data[4 : 4 + int.from_bytes(self._data[:4], "big")])
        return self._reads

    def _opened(self) -> tuple[bytes, Call | None, Any]:
        if self._parts is None:
            self._reads = self.reads
            self._parts = pickle.loads(memoryview(self._data)[4 + int.from_bytes(self._data[:4], "big") :])
        return self._parts

    def closed(self) -> bytes:
        """Return everything but its readers as bytes, and hold nothing else until somebody asks again."""
        if not self._data:
            self._data = _with_length(array("q", self._reads)) + pickle.dumps(self._parts, protocol=5)
        self._parts, self._reads = None, ()
        return self._data

    @classmethod
    def of(cls, data: bytes) -> "Node":
        """Return what `closed` told."""
        node = cls()
        node._data, node._parts = data, None
        return node

    def packed(self) -> bytes:
        """Return it as bytes, its readers among them."""
        return _with_length(array("q", self.readers)) + self.closed()

    @classmethod
    def unpacked(cls, data: bytes) -> "Node":
        """Return what `packed` gave."""
        end = 4 + int.from_bytes(data[:4], "big")
        node = cls.of(data[end:])
        node.readers = array("q", data[4:end])
        return node


def _with_length(numbers: "array[int]") -> bytes:
    data = numbers.tobytes()
    return len(data).to_bytes(4, "big") + data


def link(nodes: dict[int, Node]) -> None:
    """Note in each of the nodes of a first build who reads it."""
    readers: defaultdict[int, array[int]] = defaultdict(lambda: array("q"))
    for number, node in nodes.items():
        for read in node.reads:
            readers[read].append(number)
    for number, own in readers.items():
        if node := nodes.get(number):
            node.readers = own
