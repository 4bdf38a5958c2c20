"""What a page asks of the network and leaves in the browser, how it stands while it comes in, and how it is written."""

import json
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import DESK, HERE, PHONE, a_page, listed, look, program

pytestmark = pytest.mark.browser

VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LEFT = """async () => ({
  cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
  caches: (await caches.keys()).length, databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_page_is_one_request_and_its_photos_and_nothing_moves(
    browser: Browser, long_pages, count, width: int
) -> None:
    asked: list[str] = []
    complaints: list[str] = []

    def faults(page: Page, each) -> list[object]:
        seen = page.evaluate(program("shifts"))
        own = (f"{each.site.url}/media/", f"{each.site.url}/theme/favicon.svg")
        others = [url for url in asked if url != each.url and not url.startswith(own)]
        found = [*others, *complaints, *seen["missing"], *seen["unsized"], *[seen["shift"]] * bool(seen["shift"])]
        asked.clear(), complaints.clear()
        return found

    with a_page(browser, width, reduced_motion="no-preference") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        found = look(page, long_pages, faults)
    count(f"{len(long_pages)} pages at {width} px")
    assert not found, listed(found)


def test_a_page_that_moves_is_found(browser: Browser) -> None:
    late = "const late = document.createElement('hr'); late.style.height = '200px'; document.body.prepend(late)"
    with a_page(browser) as page:
        page.set_content(f"<p>Words.</p><script>setTimeout(() => {{ {late} }}, 50)</script>")
        page.wait_for_selector("hr")
        assert page.evaluate(program("shifts"))["shift"] > 0


def test_nothing_is_left_in_the_browser_of_a_reader(browser: Browser, pages, count) -> None:
    with a_page(browser) as page:
        found = look(page, pages, lambda page, _: [name for name, left in page.evaluate(LEFT).items() if left])
        assert page.context.cookies() == []
    count(f"{len(pages)} pages")
    assert not found, listed(found)


def test_the_checker_of_html_finds_nothing(sites, count) -> None:
    # Over HTTP, not from the disk: the policy's 'self' needs a host to be compared with.
    addresses = [f"{site.url}/{path}" for site in sites.values() for path in html_files(site)]
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    command = ["java", allowed, "-jar", str(VNU), "--format", "json", *addresses]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300).stderr
    found: dict[str, list[str]] = {}
    for m in json.loads(said)["messages"]:
        found.setdefault(m["message"], []).append(f"{urlsplit(m['url']).path}:{m.get('lastLine')}")
    count(f"{len(addresses)} files")
    assert not found, listed(found)


def html_files(site) -> list[str]:
    """Return every page of a site, pages that only lead on included."""
    return sorted(path.relative_to(site.output).as_posix() for path in site.output.rglob("*.html"))
