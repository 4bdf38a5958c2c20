"""Nobody but the browser that was given the key talks to the desk, and nobody gets out of the content."""

import io

import pytest

from plugins.desk.guard import MOST_BYTES
from tests.plugins.desk.conftest import HERE, ORIGIN, PORT, TOKEN, Desk

STRIKE = "/edit/news/2026-11-02-strike"
READING = ["/", STRIKE, "/list/news", "/publish", "/static/desk.js", "/tokens.css"]


def test_without_the_key_nothing_is_shown(desk):
    stranger = desk.client.application.test_client()
    for path in READING:
        answer = stranger.get(path, base_url=HERE)
        assert answer.status_code == 403 and "kasai" not in answer.text.lower()
    stranger.set_cookie(f"desk-{PORT}", "x" * len(TOKEN), domain="127.0.0.1")
    assert stranger.get("/", base_url=HERE).status_code == 403


def test_the_key_is_taken_out_of_the_address(desk):
    stranger = desk.client.application.test_client()
    assert stranger.get("/?key=wrong", base_url=HERE).status_code == 403
    answer = stranger.get(f"/?key={TOKEN}", base_url=HERE)
    assert answer.status_code == 303 and answer.headers["Location"] == "/"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert stranger.get("/", base_url=HERE).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8100", "127.0.0.1", "127.0.0.1:8101", "localhost", ""])
def test_another_host_name_is_refused(desk, host):
    for path in READING:
        assert desk.client.get(path, base_url=HERE, headers={"Host": host}).status_code in (400, 403, 421)


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:8000", "https://127.0.0.1:8100",
                                    "http://127.0.0.1:8100.evil.example"])  # fmt: skip
def test_a_form_of_another_origin_is_refused(desk, origin):
    before = [path.read_bytes() for path in sorted((desk.site.root / "content").rglob("*.md"))]
    headers = {"Origin": origin} if origin else {}
    for path in (STRIKE, "/typed/news/2026-11-02-strike", "/photo/news/2026-11-02-strike", "/publish",
                 "/new/strike", "/language", "/dropped/news/2026-11-02-strike"):  # fmt: skip
        answer = desk.client.post(path, base_url=HERE, headers=headers, data={"do": "save", "title.en": "x"})
        assert answer.status_code == 403, path
    assert [path.read_bytes() for path in sorted((desk.site.root / "content").rglob("*.md"))] == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_of_another_site_cannot_even_look(desk, site):
    assert desk.client.get(STRIKE, base_url=HERE, headers={"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize("path", [
    "/edit/news/..", "/edit/news/../data", "/edit/../../etc/passwd", "/edit/news/%2e%2e%2f%2e%2e%2fetc",
    "/edit/data/../site", "/edit/data/addresses/x", "/edit/data/figures/x", "/edit/news/2026-11-02-strike/en.md",
    "/edit/.git/config", "/edit/news/2026-11-02-", "/edit/disputes/con", "/edit/disputes/..%5c..%5cwindows",
    "/edit/pages/nothing-there", "/static/../app.py", "/static/%2e%2e/app.py", "/list/data/addresses", "/new/nothing",
    "/edit/news/2026-11-02-no-such",
])  # fmt: skip
def test_no_path_leads_out_of_the_content(desk, path):
    assert desk.client.get(path, base_url=HERE).status_code in (404, 308)
    assert desk.client.post(path, base_url=HERE, headers=ORIGIN, data={"do": "save"}).status_code in (404, 405, 308)


def test_a_link_in_the_content_leads_nowhere(desk, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "dispute.yml").write_text("name: {en: Needle}\n")
    (desk.site.root / "content/disputes/linked").symlink_to(outside)
    assert desk.client.get("/edit/disputes/linked", base_url=HERE).status_code == 404


def test_an_upload_that_is_too_large_is_refused_before_it_is_read(desk):
    answer = desk.client.post("/photo/news/2026-11-02-strike", base_url=HERE, headers=ORIGIN,
                              data={"photo": (io.BytesIO(bytes(MOST_BYTES + 1)), "large.jpg")})  # fmt: skip
    assert answer.status_code == 413


def test_a_name_that_is_no_folder_is_refused(desk):
    for name in ("../x", "Kasai Foods", "", "con", "x" * 300):
        for path in ("/name/disputes", *["/name/data/tags"] * (name != "con")):
            to = desk.post(path, [("name", name)]).headers["Location"]
            assert to.endswith("?fault=name-wrong"), (path, name)
            assert "small letters" in desk.get(to).text_content()
    assert desk.post("/name/disputes", [("name", "kasai-2026")]).headers["Location"].endswith("?fault=name-taken")
    assert desk.post("/name/data/tags", [("name", "wages")]).headers["Location"].endswith("?fault=name-taken")


def test_every_answer_forbids_what_the_desk_does_not_need(desk):
    for path in READING:
        headers = desk.client.get(path, base_url=HERE).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
        assert headers["X-Frame-Options"] == "DENY" and headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in headers


def test_going_back_leads_to_the_desk_only(desk):
    for back in ("//evil.example", "https://evil.example", "javascript:alert(1)"):
        assert desk.post("/language", [("back", back)]).status_code == 400
        assert desk.post("/dropped/news/2026-11-02-strike", [("back", back)]).status_code == 400


def test_unsaved_text_is_for_its_owner_only(desk: Desk):
    desk.post("/typed/news/2026-11-02-strike", desk.form(STRIKE), b__en="Needle")
    [file] = (desk.site.root / ".desk/unsaved").glob("*.json")
    assert file.stat().st_mode & 0o077 == 0 and file.parent.stat().st_mode & 0o077 == 0
