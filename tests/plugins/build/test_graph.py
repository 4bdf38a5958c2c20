"""The graph: what read something that changed is made anew, and nothing else is."""

from array import array
from itertools import pairwise

import pytest

from plugins.build.graph import NODES, NOTHING, Graph, Node, node_id, version_of
from plugins.build.store import Store

MADE: list[str] = []  # what was made, in its order


@pytest.fixture
def builds(tmp_path):
    """Run builds one after another over the same store."""
    store = Store(tmp_path / "state.db", "one", {NODES: "INTEGER"})
    MADE.clear()

    def run(**leaves):
        return Run(store, leaves)

    return run


class Run:
    """One build: pages that each read something of `leaves`."""

    def __init__(self, store, leaves):
        self.leaves, self.store = leaves, store
        self.graph = Graph(store)
        self.graph.is_new = not store.names(NODES)
        MADE.clear()
        for name in {*leaves, *KNOWN}:
            self.graph.set_leaf(name, self.version(name))
        KNOWN.update(leaves)

    def version(self, name):
        return version_of(self.leaves[name]) if name in self.leaves else NOTHING

    def read(self, name):
        self.graph.note(name, lambda: self.version(name))
        return self.leaves[name]

    def shared(self, function, *inputs):
        return self.graph.shared(self, function, inputs)

    def page(self, name, make):
        """Make a page if it is new or something that it read has changed; say whether it was made."""
        number = node_id(f"job {name}")
        old = self.graph.old(number)
        if old and number not in self.graph.stale(self):
            return False
        _, reads = self.graph.made(lambda: make(self))
        self.graph.put(number, Node(NOTHING, None, reads, name))
        return True

    def drop(self, name):
        self.graph.drop(node_id(f"job {name}"))

    def save(self):
        self.graph.save()
        self.store.commit()


KNOWN: set[str] = set()


def length(context, name):
    MADE.append(f"length of {name}")
    return len(context.read(name))


def is_long(context, name):
    MADE.append(f"is {name} long")
    return context.shared(length, name) > 3


def test_a_page_is_made_anew_though_somebody_asked_for_its_value_before(builds):
    """As a room does that is asked for its jobs before anything else."""
    run = builds(a="four")
    assert run.page("1", lambda context: context.shared(length, "a"))
    run.save()
    run = builds(a="longer")
    assert run.shared(length, "a") == 6
    assert run.page("1", lambda context: context.shared(length, "a"))


def test_a_page_is_made_anew_when_what_it_read_changes_and_not_otherwise(builds):
    for leaves, made in [
        ({"a": "x", "b": "x"}, [True, True]),
        ({"a": "x", "b": "x"}, [False, False]),
        ({"a": "y", "b": "x"}, [True, False]),
        ({"a": "y", "b": "y"}, [False, True]),
        ({"a": "y", "b": "y"}, [False, False]),
    ]:
        run = builds(**leaves)
        assert [run.page("1", lambda r: r.read("a")), run.page("2", lambda r: r.read("b"))] == made
        run.save()


def test_a_shared_value_that_is_the_same_makes_no_reader_anew(builds):
    make = lambda run: run.shared(length, "a")  # noqa: E731
    for word, made, shared in [("one", True, 1), ("two", False, 1), ("three", True, 1), ("three", False, 0)]:
        run = builds(a=word)
        assert run.page("1", make) is made
        assert len(MADE) == shared
        run.save()


def test_a_chain_of_shared_values_stops_at_the_first_that_is_the_same(builds):
    make = lambda run: run.shared(is_long, "a")  # noqa: E731
    chain = ["is a long", "length of a"]
    for word, made, shared in [
        ("one", True, chain),
        ("two", False, ["length of a"]),  # as long as before: nobody asks further
        ("to", False, [*chain]),  # another length, still not long: the page stays
        ("three", True, [*chain]),
    ]:
        run = builds(a=word)
        assert run.page("1", make) is made
        assert sorted(MADE) == sorted(shared)
        run.save()


def test_a_shared_value_is_made_once_for_all_that_ask(builds):
    run = builds(a="one")
    assert [run.page(name, lambda r: r.shared(length, "a")) for name in "123"] == [True] * 3
    assert MADE == ["length of a"]


def test_what_was_read_through_a_shared_value_is_known_after_many_builds(builds):
    """Early cutoff must not lose the way from the leaf to the page."""
    make = lambda run: run.shared(is_long, "a")  # noqa: E731
    words = ["one", "two", "to", "six", "ten", "x", "seven", "seven", "eight", "a"]
    pages = []
    for word in words:
        run = builds(a=word)
        pages.append(run.page("1", make))
        run.save()
    expected = [True, *((len(a) > 3) != (len(b) > 3) for a, b in pairwise(words))]
    assert pages == expected


def test_a_removed_input_is_noticed_and_its_return_too(builds):

    def page(run):
        run.graph.note("a", lambda: run.version("a"))
        return run.read("a" if "a" in run.leaves else "b")

    both = {"a": "x", "b": "x"}
    for leaves, made in [(both, True), ({"b": "x"}, True), ({"b": "x"}, False), (both, True), (both, False)]:
        run = builds(**leaves)
        assert run.page("1", page) is made
        run.save()


def test_a_shared_value_of_something_that_is_gone_makes_its_readers_anew(builds):
    run = builds(a="one", b="x")
    run.page("1", lambda r: r.shared(length, "a"))
    run.save()
    run = builds(b="x")
    assert run.page("1", lambda r: r.read("b"))
    run.save()
    assert not builds(b="x").page("1", lambda r: r.read("b"))


def test_a_page_that_reads_something_else_now_forgets_what_it_read_before(builds):
    run = builds(a="x", b="x", c="x")
    run.page("1", lambda r: (r.read("a"), r.read("b")))
    run.save()
    run = builds(a="y", b="x", c="x")
    assert run.page("1", lambda r: (r.read("a"), r.read("c")))
    run.save()
    run = builds(a="y", b="y", c="x")
    assert not run.page("1", lambda r: r.read("c"))
    run.save()
    assert builds(a="y", b="y", c="y").page("1", lambda r: r.read("c"))


def test_a_dropped_page_is_forgotten_and_may_come_back(builds):
    run = builds(a="x")
    run.page("1", lambda r: r.read("a"))
    run.save()
    run = builds(a="x")
    run.drop("1")
    run.save()
    run = builds(a="y")
    assert node_id("job 1") not in run.graph.stale(run)
    assert run.page("1", lambda r: r.read("a"))
    run.save()
    assert not builds(a="y").page("1", lambda r: r.read("a"))


def test_what_was_not_saved_was_not_made(builds):
    run = builds(a="x")
    run.page("1", lambda r: r.read("a"))
    run.save()
    builds(a="y").page("1", lambda r: r.read("a"))
    assert builds(a="y").page("1", lambda r: r.read("a"))


def test_a_node_comes_back_as_it_was_packed():
    reads, readers = array("q", [1, 2**62, 3]), array("q", [5, 2**62])
    node = Node(b"12345678", (length, ("a", 1)), reads, {"x": "文"}, readers)
    assert Node.unpacked(node.packed()) == node


def test_names_and_values_are_told_apart():
    assert len({node_id(name) for name in ("a", "b", "a/b", "a/b?", "", "文", "\ud800")}) == 7
    assert len({version_of(value) for value in ("1", 1, 1.0, True, None, (1,), [1])}) == 7
