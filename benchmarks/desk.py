"""The writing desk: seconds from a word that is typed, or saved, to the page that shows it, over HTTP."""

import http.client
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from lxml import html

from benchmarks.builders import Builder
from benchmarks.changes import address_of
from benchmarks.preview import FIRST, START_LIMIT, seconds_until, served, wait_until_quiet
from benchmarks.results import Latency
from benchmarks.rounds import next_mark

FORM = "application/x-www-form-urlencoded"


def measure_desk(builder: Builder, size: int, count: int, logs: Path) -> Iterator[Latency]:
    """Yield the latencies of `count` texts of the post in the middle, typed and then saved.

    Units: "typed" is from the request that sends the text to the page in the preview, without the pause that the
    script waits for; "saved" likewise, the file written and synced on the way.
    """
    with served(builder, logs, "desk") as (session, port, log):
        key, preview, root = _addresses(log)
        page = [f"{root}/{address_of(builder.edited)}"]
        folder = builder.edited.source.split("/")[2]
        seconds_until(preview, page, "<html", START_LIMIT)
        for name, path, more in (("typed", "typed", {}), ("saved", "edit", {"do": "save"})):
            found = []
            for _ in range(FIRST + count):
                wait_until_quiet(session)
                pairs = dict(_form(port, key, f"/edit/news/{folder}")) | more
                pairs["b.en"] += f"\n\n{(mark := next_mark())}"
                started = time.perf_counter()
                _ask(port, key, f"/{path}/news/{folder}", urlencode(pairs))
                seconds_until(preview, page, mark, START_LIMIT)
                found.append(time.perf_counter() - started)
            yield Latency(size, builder.name, name, tuple(round(seconds, 5) for seconds in found[FIRST:]))


def _addresses(log: Path) -> tuple[str, int, str]:
    """Return the key of the desk, the port of its preview and what its addresses begin with, once they are printed."""
    end = time.perf_counter() + START_LIMIT
    while time.perf_counter() < end:
        said = log.read_text(encoding="utf-8")
        key, preview = re.search(r"\?key=(\S+)", said), re.search(r"Preview: http://127\.0\.0\.1:(\d+)/(\S+)/ ", said)
        if key and preview:
            return key[1], int(preview[1]), preview[2]
        time.sleep(0.1)
    raise RuntimeError("the desk did not come up")


def _form(port: int, key: str, path: str) -> list[tuple[str, str]]:
    form = html.fromstring(_ask(port, key, path)).get_element_by_id("form")
    for template in list(form.iter("template")):
        template.getparent().remove(template)
    for area in form.iter("textarea"):  # HTML: the first line feed behind the tag is no part of the text
        area.text = (area.text or "").removeprefix("\n")
    return form.form_values()


def _ask(port: int, key: str, path: str, body: str | None = None) -> str:
    """Ask as the browser does that has the key.

    Raises: RuntimeError if the desk refuses.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Cookie": f"desk-{port}={key}", "Origin": f"http://127.0.0.1:{port}", "Content-Type": FORM}
    connection.request("GET" if body is None else "POST", path, body, headers)
    answer = connection.getresponse()
    said = answer.read().decode()
    connection.close()
    if answer.status >= 400:
        raise RuntimeError(f"the desk answers {answer.status} at {path}: {said[:400]}")
    return said
