"""The sites that are looked at, which of their pages show everything, and what the run counted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

import pytest

from tests.browser.serving import Served, Visited, pages_that_show, served

# Of the sample everything; of the others what it has not: other states, more of each, hardly anything.
SITES = ("sample", "crowded", "states", "bilingual", "results", "sparse", "site_only", "only_japanese")
WHOLE = ("sample", "site_only")
LONG = "crowded"  # where every word is as long as it gets
COUNTED: dict[str, str] = {}


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Served]]:
    """Build each site for the address at which it is served, so that nothing about it has to be excused."""
    folder = tmp_path_factory.mktemp("served")
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(name, folder)) for name in SITES}


@pytest.fixture(scope="session")
def pages(sites: dict[str, Served]) -> tuple[Visited, ...]:
    """Return pages that show, between them, every type of page with everything that is on any page of its type."""
    return tuple(pages_that_show(sites, WHOLE))


@pytest.fixture(scope="session")
def long_pages(sites: dict[str, Served]) -> tuple[Visited, ...]:
    """Return those pages, and all that the site at its limits has: where the length of words and lists matters."""
    return tuple(pages_that_show(sites, (*WHOLE, LONG)))


@pytest.fixture(scope="session")
def sample(sites: dict[str, Served]) -> Served:
    return sites["sample"]


# --- what the run counted


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Note, for the last lines of the run, on how much a test looked."""
    return partial(COUNTED.__setitem__, request.node.name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the counts: a check that looked at nothing has proved nothing."""
    if COUNTED:
        terminalreporter.section("looked at in the browser")
        for name, words in COUNTED.items():
            terminalreporter.write_line(f"{name}: {words}")
