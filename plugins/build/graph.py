"""What depends on what: each thing that is made notes what it read, and is made anew when one of these changes."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from plugins.build.nodes import NOTHING, Node, link, node_id, value_id, version_of
from plugins.build.store import Store

NODES = "nodes"
MOST_VALUES = 4000  # held at once: the rows of lists, for the most part, and neighbours ask for the same


class Graph:
    """The nodes of the last build, brought up to date step by step.

    Raises: Damaged when the store is.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._old: dict[int, Node | None] = {}  # as the last build left them
        self.new: dict[int, Node] = {}  # made or found changed in this one
        self.gone: set[int] = set()
        self._fresh: list[int] = []
        self._changed: dict[int, bool] = {}  # settled so far
        self._suspects: set[int] = set()  # values that may have changed
        self._stale: set[int] = set()
        self._values: dict[int, Any] = {}
        self._before: dict[int, Any] = {}  # the values of the build before, in the same process
        self._anew: set[int] = set()  # values that must not be taken from the last build
        self._reading: list[dict[int, None]] = []
        self._touched_nodes: dict[int, Node] = {}
        self._ids: dict[Any, int] = {}
        self.is_new = False  # nothing is known of a last build: all is to be made, nothing need be asked

    # What is read ------------------------------------------------------------------------------------------------

    def note(self, name: str, version: Callable[[], bytes]) -> None:
        """Note that what is being made reads a leaf; `version` is asked for at its first reading ever."""
        number = self.leaf_id(name)
        if self._reading:
            self._reading[-1][number] = None
        if number not in self.new and self.old(number) is None:
            self.new[number] = Node(version())
            self._fresh.append(number)

    def version(self, name: str) -> bytes:
        """Return the version of a leaf that was noted."""
        number = self.leaf_id(name)
        node = self.new.get(number) or self.old(number)
        assert node
        return node.version

    def leaf_id(self, name: str) -> int:
        """Return the number of a leaf."""
        number = self._ids.get(name)
        if number is None:
            number = self._ids[name] = node_id(name)
        return number

    def shared(self, context: Any, function: Callable[..., Any], inputs: tuple[Any, ...]) -> Any:
        """Return what a function makes of its inputs, made once; who asks reads the value.

        The values of a function with the attribute `is_kept` are kept from build to build; they must be plain.
        """
        key = (function, inputs)
        number = self._ids.get(key)
        if number is None:
            number = self._ids[key] = value_id(function, inputs)
        if self._reading:
            self._reading[-1][number] = None
        if number not in self._values:
            self._values[number] = self._kept_or_made(number, key, context)
        return self._values[number]

    def _kept_or_made(self, number: int, key: tuple[Callable[..., Any], tuple[Any, ...]], context: Any) -> Any:
        function, inputs = key
        is_kept = hasattr(function, "is_kept")
        if is_kept and self.is_new and (made := self.new.get(number)) and (value := made.extra) is not None:
            made.closed()
            return value  # made before in this build, mostly by another process
        if is_kept or number in self._before:
            node = self.old(number)
            if node and node.version != NOTHING and number not in self._anew and not self._has_changed(number, context):
                return self._before.get(number, node.extra)
            if number in self._values:  # made while it was asked whether it has changed
                return self._values[number]
        value, reads = self.made(lambda: function(context, *inputs))
        version, before = version_of(value), self.new.get(number) or self.old(number)
        if not before or (before.version, before.reads) != (version, reads):
            self._keep(number, Node(version, key, reads, value if is_kept else None))
        return value

    def made(self, make: Callable[[], Any]) -> tuple[Any, Sequence[int]]:
        """Return what a function makes, and the nodes that it read."""
        reads: dict[int, None] = {}
        self._reading.append(reads)
        try:
            value = make()
        finally:
            self._reading.pop()
        return value, array("q", reads)  # a tenth of a tuple's size, and there are hundreds of thousands

    # What changed ------------------------------------------------------------------------------------------------

    def old(self, number: int) -> Node | None:
        """Return a node as the last build left it, or none."""
        if self.is_new:
            return None
        if number not in self._old:
            data = self._store.get(NODES, number)
            self._old[number] = Node.unpacked(data) if data is not None else None
        return self._old[number]

    def set_leaf(self, name: str, version: bytes) -> None:
        """Say what a leaf is now; one that nobody has read need not be known."""
        number = self.leaf_id(name)
        before = self.old(number)
        if before is None or before.version == version:
            return
        self.new[number] = Node(version, None, (), None, before.readers)
        self._changed[number] = True
        self._stale.update(reader for reader in before.readers if not reader & 1)
        self._suspect(before.readers)

    def _suspect(self, readers: Iterable[int]) -> None:
        """Note the values that may have changed: they read, however far away, something that did."""
        waiting = [number for number in readers if number & 1 and number not in self._suspects]
        while waiting:
            number = waiting.pop()
            if number not in self._suspects:
                self._suspects.add(number)
                node = self.old(number)
                waiting += [reader for reader in node.readers if reader & 1] if node else ()

    def stale(self, context: Any) -> set[int]:
        """Return the numbers of all that is no value and read something that has changed since."""
        for number in list(self._suspects):
            node = self.old(number)
            if not node or number in self._changed:
                continue
            if number not in self._values and self.gone.issuperset(node.readers):
                self._distrust(number, node)  # nobody needs it now; who does later must not find it as it was
            else:
                self._has_changed(number, context)
        return self._stale

    def _distrust(self, number: int, node: Node) -> None:
        """Note that a value is not what it was, without making it."""
        self.new[number] = Node(NOTHING, node.call, node.reads, None, node.readers)
        self._changed[number] = True

    def is_stale(self, node: Node, context: Any) -> bool:
        """Say whether something that a node read has changed since."""
        if self._changed.keys().isdisjoint(node.reads) and self._suspects.isdisjoint(node.reads):
            return False  # as of most, and some read thousands
        return any(self._has_changed(number, context) for number in node.reads)

    def _has_changed(self, number: int, context: Any) -> bool:
        if number in self._changed:
            return self._changed[number]
        if number not in self._suspects:
            return False
        node = self.old(number)
        self._changed[number] = changed = node is None or self._is_made_otherwise(node, context)
        if changed and node:
            self._stale.update(reader for reader in node.readers if not reader & 1)
        return changed

    def _is_made_otherwise(self, node: Node, context: Any) -> bool:
        if node.call is None or not self.is_stale(node, context):
            return False
        function, inputs = node.call
        self._anew.add(value_id(function, inputs))
        try:
            self.shared(context, function, inputs)
        except Exception:  # what it told of is no more; whoever still needs it makes it again, and says so
            self._distrust(value_id(function, inputs), node)
            return True
        made = self.new.get(value_id(function, inputs))
        return made is not None and made.version != node.version

    def _keep(self, number: int, node: Node) -> None:
        before = self.old(number)
        if before:
            node.readers = before.readers
        self.new[number] = node
        self._fresh.append(number)

    # What is kept ------------------------------------------------------------------------------------------------

    def put(self, number: int, node: Node) -> None:
        """Take in a node that was made."""
        self.gone.discard(number)
        self._keep(number, node)

    def fresh(self) -> list[tuple[int, bytes]]:
        """Return the nodes that are new since the last call, as bytes: what another process has to be told."""
        numbers, self._fresh = dict.fromkeys(self._fresh), []
        return [(number, self.new[number].closed()) for number in numbers if number in self.new]

    def take(self, told: Iterable[tuple[int, bytes]]) -> None:
        """Take in what is new, mostly in another process."""
        for number, data in told:
            node = self.new.get(number)
            if node is None or node.closed() != data:
                self.put(number, Node.of(data))

    def tell_none(self) -> None:
        """Take what is new as known to every process; in a first build, which makes most, let go of old values."""
        self._fresh.clear()
        if self.is_new and len(self._values) > MOST_VALUES:
            self._values.clear()

    def drop(self, number: int) -> None:
        """Forget a node that is made no longer."""
        self.gone.add(number)
        self.new.pop(number, None)

    @property
    def has_changed(self) -> bool:
        """Whether there is something to save."""
        return bool(self.new or self.gone)

    def save(self) -> None:
        """Put every node that changed into the store, with who reads what."""
        touched = dict(self.new)
        if self.is_new:
            link(touched)
        for number, node in self.new.items() if not self.is_new else ():
            before = self.old(number)
            self._relink(number, before.reads if before else (), node.reads, touched)
        for number in self.gone:
            before = self.old(number)
            self._relink(number, before.reads if before else (), (), touched)
            touched.pop(number, None)
        self._touched_nodes = touched
        rows = ((number, touched[number].packed()) for number in sorted(touched))
        self._store.put(NODES, rows)
        self._store.remove(NODES, self.gone)

    def turn(self) -> None:
        """Go on with another build in the same process: what was saved is what the last build left."""
        self._old |= self._touched_nodes
        self._old |= dict.fromkeys(self.gone)
        self._before |= self._values
        for container in (self.new, self.gone, self._changed, self._suspects, self._stale, self._anew, self._values):
            container.clear()
        self._fresh.clear()
        self.is_new = False

    def _relink(self, number: int, before: Sequence[int], now: Sequence[int], touched: dict[int, Node]) -> None:
        if before == now:
            return
        for read in set(now).difference(before) if before else now:
            if node := touched.get(read) or self._touched(read, touched):
                if node.readers:
                    node.readers.append(number)
                else:
                    node.readers = array("q", (number,))
        for read in set(before).difference(now):
            if (node := self._touched(read, touched)) and number in node.readers:
                node.readers = array("q", (reader for reader in node.readers if reader != number))

    def _touched(self, number: int, touched: dict[int, Node]) -> Node | None:
        node = touched.get(number) or self.old(number)
        if node:
            touched[number] = node
        return node
