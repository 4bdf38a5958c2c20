"""What is to be written: one job, one file."""

from collections.abc import Callable
from typing import Any, NamedTuple


class FileInput(NamedTuple):
    """A file that a job reads itself, because it is large.

    Its `repr` tells what the file holds and not where it lies, so that a site moved to another folder is not made anew.
    """

    path: str  # where it lies on this machine
    fingerprint: str  # of its bytes

    def __repr__(self) -> str:
        return f"FileInput({self.fingerprint!r})"


class Job(NamedTuple):
    """One file of the output.

    Shape: `make(context, *inputs)` gives a view for `template`, or the finished text or bytes if there is no template.
    `make` is a module-level function; the inputs are short plain values that say which page it is: languages, slugs,
    numbers. All else it reads from its `Context`, which notes what was read.
    """

    path: str  # below the output folder: "ja/news/index.html"
    make: Callable[..., Any]
    inputs: tuple[Any, ...] = ()
    template: str = ""  # "pages/post.html"
    lang: str = ""  # of the page; needed with a template

    def __repr__(self) -> str:
        # By its name: where a function lies in memory is another place in each process.
        make = f"{self.make.__module__}.{self.make.__qualname__}"
        return f"Job{(self.path, make, *self[2:])!r}"
