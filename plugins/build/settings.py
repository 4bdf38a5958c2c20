"""What one build is asked to do, taken from Pelican's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

Proofs = Mapping[str, Mapping[str, bytes]]  # path of an item, "content/news/…" -> file name -> bytes


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Everything that a build depends on besides the files of the project."""

    content: Path
    output: Path
    theme: Path
    url: str  # SITEURL
    now: datetime  # aware, Japan time
    lang: str = "en"  # of the messages
    severities: Mapping[str, str] = field(default_factory=dict)  # rule -> "error", "warning", "off"
    write_ids: bool = False  # give posts without an id one, in their file
    write_addresses: bool = False  # keep the ledger of addresses; not while somebody is still writing
    in_public: bool = False  # anybody may read what is printed, as the log of a hosted build
    source_is_public: bool = False  # anybody may read the content and its history: nothing of what waits is kept there
    private: Path = Path("../danketsu-private")  # what is not for the repository, as seen from the project
    has_names: bool = True  # somebody is to be protected: nothing is published without the list of private names
    search: bool = False  # make the index of words for the search page
    workers: int = 0  # processes that convert and render; 0 = one for each core
    proofs: Proofs = field(default_factory=dict)  # texts as somebody is typing them, shown in memory only

    @property
    def names(self) -> str:
        """Where the list of private names lies, or would lie."""
        return str(self.content.parent / self.private / "private-names.txt")

    @property
    def key(self) -> str:
        """Where the key of what was withdrawn lies, or would lie."""
        return str(self.content.parent / self.private / "withdrawn.key")

    @property
    def unfinished(self) -> Path:
        """Where a renaming notes what it has still to do: beside the content, where `clean` leaves it."""
        return self.content.parent / ".rename.json"

    @property
    def state(self) -> Path:
        """Where the build keeps what it knows of the last one: beside the output, on the same file system."""
        return self.output.parent / f".{self.output.name}"
