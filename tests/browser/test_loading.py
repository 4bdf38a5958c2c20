"""What a page asks of the network and leaves in the browser, how it stands while it comes in, and how it is written."""

import json
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import DESK, HERE, PHONE, a_page, listed, look, program

pytestmark = pytest.mark.browser

VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
REFUSED = "Inline script violates Content Security Policy"
DATA = '<script type="application/ld+json">'
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


def test_the_checker_of_html_finds_nothing(sample, pages, count) -> None:
    """Of the sample every file, pages that only lead on included; of the other sites the pages that are looked at."""
    files = sorted(sample.output.rglob("*.html"))
    addresses = [f"{sample.url}/{path.relative_to(sample.output).as_posix()}" for path in files]
    addresses += [each.url for each in pages if each.site is not sample]
    # Over HTTP, not from the disk: the policy's 'self' needs a host to be compared with.
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    command = ["java", allowed, "-jar", str(VNU), "--format", "json", *addresses]
    said = subprocess.run(command, capture_output=True, text=True, timeout=300).stderr
    found: dict[str, list[str]] = {}
    for m in json.loads(said)["messages"]:
        if not is_of_data(m):
            found.setdefault(m["message"], []).append(f"{urlsplit(m['url']).path}:{m.get('lastLine')}")
    count(f"{len(addresses)} files")
    assert not found, listed(found)


def is_of_data(message: dict[str, str]) -> bool:
    """Say whether the checker takes data for a script: no policy is asked for what is never run.

    Source: HTML, 4.12.1.1, "prepare the script element": a data block ends there before the policy is asked.
    """
    return message["message"].startswith(REFUSED) and DATA in message["extract"]
