"""Every example of every component, in both languages and both schemes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.build.gallery import write_gallery
from tests.browser.looking import PHONE, a_page, axe_faults, listed, look, program

pytestmark = pytest.mark.browser

NARROWEST = 320
# A piece of a page has no landmarks of its own, and several examples have the same ones.
NOT_OF_A_PIECE = ("landmark-unique", "landmark-one-main", "region")


class Opened:
    """A file of the gallery, as a reader of this project opens it."""

    def __init__(self, file: Path) -> None:
        self.path, self.url = file.name, file.as_uri()


def examples_in(gallery: Path) -> list[Opened]:
    """Return the pages of examples, one for each component and language."""
    return [Opened(file) for file in sorted(gallery.glob("*.*.html"))]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from plugins.build.settings import BuildSettings
    from tests.conftest import NOW, PROJECT, URL

    root = tmp_path_factory.mktemp("gallery")
    assert write_gallery(BuildSettings(PROJECT / "content", root / "output", PROJECT / "theme", URL, NOW)) == 0
    return root / "gallery"


def test_no_example_breaks_a_rule_of_accessibility(browser: Browser, gallery: Path, count) -> None:
    files = examples_in(gallery)
    with a_page(browser, PHONE) as page:
        found = look(page, files, lambda page, _: axe_faults(page, ("no-preference",), NOT_OF_A_PIECE))
    count(f"{len(files)} pages of examples x 2 schemes = {len(files) * 2} axe runs")
    assert not found, listed(found)


def test_no_example_is_wider_than_the_narrowest_window(browser: Browser, gallery: Path, count) -> None:
    files = examples_in(gallery)
    with a_page(browser, NARROWEST) as page:
        found = look(page, files, lambda page, _: page.evaluate(program("overflow")))
    count(f"{len(files)} pages of examples x 3 settings of text")
    assert not found, listed(found)


def test_a_frame_shows_the_scheme_that_it_is_named_for(browser: Browser, gallery: Path) -> None:
    def grounds(page: Page) -> list[str]:
        ground = "getComputedStyle(document.documentElement).backgroundColor"
        return [frame.evaluate(ground) for frame in page.frames[1:]]

    with a_page(browser, PHONE, color_scheme="null") as page:  # the system's own: whichever that is
        page.goto((gallery / "label.html").as_uri())
        one, other, *rest = grounds(page)
    assert one != other and rest == [one, other]
