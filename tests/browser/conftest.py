"""The sites that are looked at, which of their pages show everything, and what the run counted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial

import pytest

from tests.browser.serving import Served, Visited, pages_that_show, served

# The sample, a site at its limits and one that has only a name; of the others what none of these has.
WHOLE = ("sample", "crowded", "site_only")
OTHERS = ("bilingual", "sparse", "only_japanese")
COUNTED: dict[str, str] = {}


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Served]]:
    """Build each site for the address at which it is served, so that nothing about it has to be excused."""
    folder = tmp_path_factory.mktemp("served")
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(name, folder)) for name in (*WHOLE, *OTHERS)}


@pytest.fixture(scope="session")
def pages(sites: dict[str, Served]) -> tuple[Visited, ...]:
    """Return pages that show, between them, every type of page with everything that is on any page of its type."""
    return tuple(pages_that_show(sites, WHOLE))


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
