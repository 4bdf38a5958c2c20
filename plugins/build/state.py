"""What a build leaves for the next one, beside the output: nothing of it is believed that is not as it was left."""

import marshal
import pickle
from collections.abc import Callable, Iterable
from typing import Any

from plugins.build.fingerprints import code_fingerprint, reading_fingerprint
from plugins.build.glance import Glance, last_build
from plugins.build.graph import NODES
from plugins.build.library import TABLES
from plugins.build.nodes import Node
from plugins.build.rows import ROWS
from plugins.build.settings import BuildSettings
from plugins.build.stamps import Stamp, file_stamp, made_stamp, read_last, write_last
from plugins.build.store import Store
from plugins.build.survey import Survey
from plugins.build.trees import Trees

KEPT, STATE = "kept.db", "state.db"
READ, LAST = "read", "last"
BLOBS = "blobs"


class State:
    """Two stores and two notes.

    Shape: `kept` holds every item as it was read, `store` what each file was made of; `last` says what the last build
    saw and made, and `read`, a file of its own since a build that fails has read too, which `kept` is the right one.
    `glance` is what was seen of it before; it counts if no other build has ended in between.
    """

    def __init__(self, settings: BuildSettings, glance: Glance) -> None:
        self._folder = settings.state
        self.trees = Trees(settings.output, self._folder)
        if file_stamp(str(self._folder / LAST)) != glance.stamp:
            glance = last_build(settings)
            glance.is_known = False
        self.glance, self.last = glance, glance.last
        self._survey = glance.survey
        noted, stamp = read_last(self._folder, READ), self._stamp(KEPT)
        self.code, self.reading = self._fingerprints()
        self.kept = Store(self._folder / KEPT, self.reading, TABLES)
        # Another version is made anew by its being opened, and has another identity.
        self.is_kept_known = noted == {"stamp": stamp, "identity": self.kept.identity}
        self._is_known = self.is_kept_known  # else an item may have gone from `kept` of which `store` still knows
        self._opened: Store | None = None
        self._new_blobs: dict[str, bytes] = {}
        self._is_in_memory = False

    def _fingerprints(self) -> tuple[str, str]:
        """Return those of our code and of the part of it that reads."""
        if self.glance.is_known:  # not one module has another stamp
            return self.last["code"], self.last["reading"]
        return self.glance.code or (code_fingerprint(), reading_fingerprint())

    @property
    def survey(self) -> Survey:
        """What was seen of the two trees."""
        if self._survey is None:
            self._survey = Survey(self.trees, self.last)
        return self._survey

    def _stamp(self, name: str) -> Stamp:
        return made_stamp(f"{self._folder}/{name}")

    def commit_kept(self) -> None:
        """Keep what was read, whatever becomes of the build."""
        if self._is_in_memory:
            self.kept.commit()
        elif self.kept.has_changed or not self.is_kept_known:
            self.kept.commit()
            self.is_kept_known = True
            write_last(self._folder, READ, {"stamp": self._stamp(KEPT), "identity": self.kept.identity})

    @property
    def store(self) -> Store:
        """What each file was made of."""
        assert self._opened
        return self._opened

    def open(self, version: str) -> None:
        """Open what is known of the last build if it was one of this `version`, and finish what a killed one began."""
        live = self.last.get("live", 0)
        is_known = self._is_known and self.last.get("state") == self._stamp(STATE) != 0
        self._opened = Store(self._folder / STATE, version, {NODES: "INTEGER", ROWS: "TEXT", BLOBS: "TEXT"})
        if not is_known or self._blob("build", marshal.loads) != self.last["build"]:
            self.last = {}
            self._opened.empty()
        self.trees.recover(live)
        if self.last and self.trees.identity()[0] != self.last["live"]:
            self.last["behind"] = None  # moved here, or made by somebody else
            self._survey = None

    def nodes(self) -> Iterable[tuple[int, Node]]:
        """Yield the number and the node of everything that was made."""
        return ((number, Node.unpacked(data)) for number, data in self.store.all(NODES))

    def _blob(self, name: str, load: Callable[[bytes], Any]) -> Any:
        data = self.store.get(BLOBS, name)
        return None if data is None else load(data)

    def value(self, name: str) -> Any:
        """Return plain values that were put, none if there are none."""
        return self._blob(name, marshal.loads)

    def objects(self, name: str) -> Any:
        """Return objects of our own that were put, none if there are none."""
        return self._blob(name, pickle.loads)

    def put(self, name: str, value: Any) -> None:
        """Put plain values."""
        self._new_blobs[name] = marshal.dumps(value)

    def put_objects(self, name: str, value: Any) -> None:
        """Put objects of our own."""
        self._new_blobs[name] = pickle.dumps(value, protocol=5)

    def commit(self, build: str) -> dict[str, Any]:
        """Keep what was put; return what `last` has to say of it."""
        self.put("build", build)
        self.store.put(BLOBS, self._new_blobs.items())
        self._new_blobs.clear()
        self.store.commit()
        return {"build": build, "state": self._stamp(STATE), "code": self.code, "reading": self.reading}

    def into_memory(self) -> None:
        """Go on with copies in memory, once both stores are open: nothing is left for the next build any longer."""
        self._is_in_memory = True
        self.kept.into_memory()
        self.store.into_memory()

    def reopen(self) -> None:
        """Take connections of one's own, in a process that was forked."""
        self.kept.reopen()
        if self._opened:
            self._opened.reopen()

    def close(self) -> None:
        """Close both stores; what was not committed is dropped."""
        self.kept.close()
        if self._opened:
            self._opened.close()
