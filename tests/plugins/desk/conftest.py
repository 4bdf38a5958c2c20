"""A desk on a small whole site: the real builder behind it, asked as a browser asks."""

from collections.abc import Callable, Iterator
from threading import Thread
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient
from lxml import html

from plugins.build.office import Office
from plugins.build.resident import Resident
from plugins.desk import make_app
from plugins.desk.unsaved import Keeper
from plugins.preview.serving import Preview
from plugins.preview.watching import Watched
from tests.conftest import SiteFolder

PORT, TOKEN = 8100, "the-token-of-the-tests"
HERE = f"http://127.0.0.1:{PORT}"
ORIGIN = {"Origin": HERE}


class Desk(NamedTuple):
    """A running desk."""

    site: SiteFolder
    client: FlaskClient
    preview: Preview
    unsaved: Keeper

    def get(self, path: str) -> html.HtmlElement:
        """Return a page."""
        answer = self.client.get(path, base_url=HERE)
        assert answer.status_code == 200, (path, answer.status_code)
        return html.fromstring(answer.text)

    def form(self, path: str) -> list[tuple[str, str]]:
        """Return the pairs that a browser would send of the untouched form on a page."""
        form = self.get(path).get_element_by_id("form")
        for template in form.iter("template"):
            template.getparent().remove(template)
        for area in form.iter("textarea"):  # HTML: the first line feed behind the tag is no part of the text
            area.text = (area.text or "").removeprefix("\n")
        return [(name, value.replace("\n", "\r\n")) for name, value in form.form_values()]

    def post(self, path: str, pairs: list[tuple[str, str]], **changes: str):
        """Send a form with some fields filled in otherwise."""
        names = {name.replace("__", "."): value for name, value in changes.items()}
        sent = [(name, names.pop(name, value)) for name, value in pairs] + list(names.items())
        data: dict[str, list[str]] = {}
        for name, value in sent:
            data.setdefault(name, []).append(value)
        return self.client.post(path, data=data, base_url=HERE, headers=ORIGIN)


@pytest.fixture
def desk(make_built: Callable[..., SiteFolder]) -> Iterator[Desk]:
    yield from running(make_built("bilingual"))


def running(site: SiteFolder) -> Iterator[Desk]:
    """Yield a desk on a site, its preview at work beside it."""
    settings = site.settings(lang="en", write_ids=True)
    watched = Watched(sources=(settings.content, settings.theme))
    preview = Preview(Resident(settings, lambda: site.settings().now), watched, "en", 0, lambda _: None, token="secret")
    unsaved = Keeper(site.root / ".desk" / "unsaved")
    app = make_app(Office(settings, preview), unsaved, PORT, TOKEN, preview.address.rstrip("/"), "en")
    thread = Thread(target=preview.run, daemon=True)
    thread.start()
    client = app.test_client()
    client.set_cookie(f"desk-{PORT}", TOKEN, domain="127.0.0.1")
    yield Desk(site, client, preview, unsaved)
    preview.stop()
    thread.join(10)
    assert not thread.is_alive()
