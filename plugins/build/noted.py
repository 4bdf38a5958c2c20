"""A site that notes what is read of it: the same shape as the model's, each part with a graph behind it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from plugins.build.graph import Graph
from plugins.build.library import Library, leaf_name
from plugins.build.nodes import NOTHING, version_of
from plugins.model.context import Context, kept
from plugins.model.origins import Origins
from plugins.model.posts import CORRECTED, Lists, Posts
from plugins.model.site import Site
from plugins.model.text import Lang

INDEX, DATED, TODAY, NOW = "index", "dates of posts", "today", "now"
YES = b"1"
MOST_OPEN = 500  # posts or texts that are held open at once


class NotedTable(Mapping[Any, Any]):
    """A mapping; each key that is asked for is noted, whether it is there or not."""

    def __init__(self, graph: Graph, name: str, records: Callable[[], Mapping[Any, Any]]) -> None:
        self._graph, self._name, self._records = graph, name, records

    def __getitem__(self, key: Any) -> Any:
        self._graph.note(leaf_name(self._name, key), lambda: self._version(key))
        return self._records()[key]

    def _version(self, key: Any) -> bytes:
        records = self._records()
        return version_of(records[key]) if key in records else NOTHING

    def __contains__(self, key: object) -> bool:
        name = f"{leaf_name(self._name, key)}?"
        self._graph.note(name, lambda: YES if key in self._records() else NOTHING)
        return self._graph.version(name) == YES  # mostly known from the last build, without opening a record

    def __iter__(self) -> Iterator[Any]:
        self._graph.note(f"{self._name}/*", lambda: version_of(tuple(self._records())))
        return iter(self._records())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return len(self) > 0


class NotedItems(Mapping[str, Any]):
    """Posts by folder, or running texts by their key: opened one by one, never walked over."""

    def __init__(self, graph: Graph, name: str, find: Callable[[str], tuple[bytes, Callable[[], Any]] | None]) -> None:
        self._graph, self._name, self._find = graph, name, find
        self._open: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        self._graph.note(f"{self._name}/{key}", lambda: self.version(key))
        if key not in self._open:
            found = self._find(key)
            if found is None:
                raise KeyError(key)
            if len(self._open) >= MOST_OPEN:  # each is asked for by a few pages, mostly one after the other
                self._open.clear()
            self._open[key] = found[1]()
        return self._open[key]

    def __contains__(self, key: object) -> bool:
        name = f"{self._name}/{key}"
        self._graph.note(name, lambda: self.version(str(key)))
        return self._graph.version(name) != NOTHING  # mostly known from the last build, without looking for it

    def version(self, key: str) -> bytes:
        """Return what tells one value from another."""
        found = self._find(key)
        return found[0] if found else NOTHING

    def forget(self) -> None:
        """Close what was opened."""
        self._open.clear()

    def __iter__(self) -> Iterator[str]:
        raise TypeError("posts and texts are asked for one by one, or through the lists")

    def __len__(self) -> int:
        raise TypeError("posts are counted by the lists")


class NotedPosts(Posts):
    """Posts whose lists note each question with its answer."""

    def __init__(
        self, posts: Mapping[str, Any], lists: Callable[[], Lists], version: Callable[[], bytes],
        is_public: Callable[[str], bool], context: "BuildContext",
    ) -> None:  # fmt: skip
        """Shape: `is_public` says of a folder whether its post is shown, without the lists."""
        self._posts, self._made_lists, self._version, self._context = posts, lists, version, context
        self._ask_public = is_public

    def _is_public(self, folder: str) -> bool:
        is_public = self._ask_public(folder)
        self._context.graph.note(f"public/{folder}", lambda: YES if is_public else NOTHING)
        return is_public

    def ask(self, question: str, *inputs: Any) -> Any:
        """Return the answer of the lists to a question; who asks depends on the answer."""
        return self._context.shared(answer, question, inputs)

    @property
    def lists(self) -> Lists:
        """All lists; who takes them depends on all."""
        self._context.graph.note(INDEX, self._version)
        return self._made_lists()

    @property
    def dated(self) -> Lists:
        """The same; who takes them depends on what `dated` returns of each row."""
        self._context.graph.note(DATED, self._version)
        return self._made_lists()

    def answer(self, question: str, inputs: tuple[Any, ...]) -> Any:
        """Return the answer to a question, which hangs on the lists that it is about and on no others."""
        for name in lists_asked(question, inputs):
            self._context.graph.note(name, self._version)
        return getattr(self._made_lists(), question)(*inputs)


@kept  # so that the lists are made only when one of them has changed
def answer(context: "BuildContext", question: str, inputs: tuple[Any, ...]) -> Any:
    """Return the answer of the lists to a question."""
    posts = context.site.posts
    assert isinstance(posts, NotedPosts)
    return posts.answer(question, inputs)


def lists_asked(question: str, inputs: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the names of what a question to the lists hangs on."""
    if question == "in_any":
        return tuple(f"dates/{group}/{key}" for group, key in inputs[0])  # of several lists, the newest of all
    if question in {"corrections", "correction_count"}:
        return ("dates/{}/{}".format(*CORRECTED),)  # their days stand in the rows
    if question == "at":
        return (f"list/year/{inputs[0]}",)
    if question == "keys":
        return (f"keys/{inputs[0]}",)
    return ("addresses of posts",) if question == "addresses" else (f"list/{inputs[0]}/{inputs[1]}",)


class NotedClock:
    """The moment of the build; who reads it, or the day alone, is looked at again each day."""

    def __init__(self, graph: Graph, now: datetime, version: Callable[[], bytes]) -> None:
        self._graph, self._now, self._version = graph, now, version

    def begin(self, now: datetime) -> None:
        """Begin another build, for another moment."""
        self._now = now

    @property
    def now(self) -> datetime:
        self._graph.note(NOW, self._version)
        self._note_day()  # much lasts until the end of a day
        return self._now

    @property
    def today(self) -> date:
        self._note_day()
        return self._now.date()

    def _note_day(self) -> None:
        self._graph.note(TODAY, lambda: version_of(self._now.date()))


class NotedNames:
    """Names that checks ask for one by one; walking over them depends on all."""

    def __init__(self, graph: Graph, kind: str, names: Callable[[], Any]) -> None:
        self._graph, self._kind, self._names = graph, kind, names

    def __contains__(self, name: object) -> bool:
        is_there = name in self._names()
        self._graph.note(f"{self._kind}/{name}", lambda: YES if is_there else NOTHING)
        return is_there

    def __iter__(self) -> Iterator[str]:
        self._graph.note(f"{self._kind}/*", lambda: version_of(sorted(self._names())))
        return iter(sorted(self._names()))


class NotedLines:
    """Where each thing was written, opened item by item."""

    def __init__(self, graph: Graph, library: Library) -> None:
        self._graph, self._library = graph, library

    def of(self, item: str, *location: str | int) -> tuple[str, int]:
        """Return (file, line) of a value of `item`, or of the nearest thing around it that was written."""
        kept = self._library.find(item)
        self._graph.note(f"lines/{item}", lambda: kept.lines_version if kept else NOTHING)
        return Origins({item: kept.item.lines} if kept else {}).of(item, *location)


class NotedWords(Mapping[Lang, Any]):
    """The words of each language."""

    def __init__(self, graph: Graph, catalogues: Mapping[Lang, Any]) -> None:
        self._graph, self._catalogues = graph, catalogues

    def __getitem__(self, lang: Lang) -> Any:
        catalogue = self._catalogues[lang]
        self._graph.note(f"words/{lang}", lambda: catalogue.fingerprint.encode())
        return catalogue

    def __iter__(self) -> Iterator[Lang]:
        return iter(self._catalogues)

    def __len__(self) -> int:
        return len(self._catalogues)


class BuildContext(Context):
    """What jobs read in a build."""

    site: Site

    def __init__(self, graph: Graph, catalogues: Mapping[Lang, Any]) -> None:
        self.graph = graph
        self.words = NotedWords(graph, catalogues)

    def shared(self, function: Callable[..., Any], *inputs: Any) -> Any:
        """Return `function(context, *inputs)`, made once; who asks reads its value and no more."""
        return self.graph.shared(self, function, inputs)
