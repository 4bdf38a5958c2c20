"""The preview over HTTP: real files, a real port."""

import json
import os
import threading
from contextlib import ExitStack

import pytest

from plugins.preview.addresses import LOST
from plugins.preview.doors import HERE, listen
from plugins.preview.injection import read_script
from plugins.preview.resident import NotNow
from plugins.preview.serving import said_by
from tests.plugins.preview.conftest import LIMIT, page_of

SITE = {
    "index.html": page_of("root"),
    "ja/index.html": page_of("ja"),
    "ja/news/index.html": page_of("news"),
    "404.html": page_of("lost"),
    "ja/feed.xml": "<feed/>",
    "ja/events.ics": "BEGIN:VCALENDAR",
    "media/a b.jpg": "jpg",
}


@pytest.fixture
def preview(make_preview):
    return make_preview(SITE)


@pytest.mark.parametrize(
    ("target", "media", "starts"),
    [
        ("/", "text/html; charset=utf-8", b"<!doctype"),
        ("/ja/news/index.html", "text/html; charset=utf-8", b"<!doctype"),
        ("/ja/feed.xml?x", "application/xml; charset=utf-8", b"<feed/>"),
        ("/ja/events.ics", "text/calendar; charset=utf-8", b"BEGIN"),
        ("/media/a%20b.jpg", "image/jpeg", b"jpg"),
    ],
)
def test_a_file_is_served_with_its_type_and_never_kept(preview, target, media, starts):
    answer = preview.ask(target)
    assert (answer.status, answer.headers["Content-Type"]) == (200, media)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.body.startswith(starts)


def test_what_is_no_page_is_served_byte_for_byte(preview):
    assert preview.ask("/ja/feed.xml").body == b"<feed/>"


def test_an_address_without_its_slash_leads_to_the_folder(preview):
    answer = preview.ask("/ja/news?a=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/ja/news/?a=1")


@pytest.mark.parametrize("target", ["/nowhere/", "/ja/nowhere.xml", "/../content/index.html", "/%2e%2e/x", "//ja/"])
def test_an_address_that_is_not_there_shows_the_page_for_it(preview, target):
    answer = preview.ask(target)
    assert answer.status == 404 and b"lost" in answer.body


def test_head_is_answered_as_get_is_but_without_a_body(preview):
    got, head = preview.ask("/ja/"), preview.ask("/ja/", "HEAD")
    assert head.body == b"" and dict(head.headers) == dict(got.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed_over_http(preview, method):
    assert preview.ask("/ja/", method).status == 405


@pytest.mark.parametrize(
    "name", ["elsewhere.example", "127.0.0.1.elsewhere.example", "", "localhost.elsewhere.example"]
)
@pytest.mark.parametrize("target", ["/ja/", "/~preview/events"])
def test_a_name_that_is_not_this_machine_s_is_refused(preview, name, target):
    answer = preview.ask(target, Host=f"{name}:{preview.preview.port}")
    assert answer.status == 421 and answer.body == b""


@pytest.mark.parametrize("host", ["localhost:{}", "127.0.0.1:{}", "[::1]:{}", "LOCALHOST:{}"])
def test_the_names_of_this_machine_are_answered(preview, host):
    assert preview.ask("/ja/", Host=host.format(preview.preview.port)).status == 200


def test_another_port_in_the_host_is_refused(preview):
    assert preview.ask("/ja/", Host="localhost:1").status == 421


def test_only_this_machine_is_listened_to(preview):
    assert preview.preview.listener.getsockname()[0] == "127.0.0.1"


def test_a_port_in_use_gives_way_to_the_next_free_one(preview):
    with listen(HERE, preview.preview.port) as other:
        assert other.getsockname()[1] != preview.preview.port


def test_a_page_has_one_line_more_and_its_policy_allows_just_that(preview):
    lines = preview.ask("/ja/").body.decode().splitlines(keepends=True)
    script = read_script()
    own = [line for line in lines if not line.startswith("<script data-at=")]
    assert len(own) == len(lines) - 1 and script.code in "".join(lines)
    allowed = f"; script-src {script.source}; connect-src 'self'"
    assert "".join(own).replace(allowed, "") == SITE["ja/index.html"]
    assert "".join(own).count(allowed) == 1


def test_a_saved_page_is_served_and_told_of(preview):
    with preview.events_since_now() as events:
        preview.write("ja/news/index.html", page_of("saved"))
        assert events.next() == ("changed", ["ja/news/index.html"])
        assert b"saved" in preview.ask("/ja/news/").body


def test_a_page_that_vanishes_is_told_of_and_lost(preview):
    with preview.events_since_now() as events:
        (preview.folder / "ja/news/index.html").unlink()
        assert events.next() == ("changed", ["ja/news/index.html"])
        assert preview.ask("/ja/news/").status == 404


def test_a_page_that_missed_a_change_is_told_when_it_listens(preview):
    before = preview.preview.showing.at
    with preview.events_since_now() as events:
        preview.write("ja/index.html", page_of("saved"))
        events.next()
    with preview.events(before) as late:
        assert late.next() == ("changed", ["ja/index.html"])


def test_a_page_of_a_server_that_has_ended_is_made_to_reload(preview):
    with preview.events("1234.7", "ja/index.html 404.html") as events:
        assert events.next() == ("changed", ["ja/index.html", "404.html"])


def test_a_fault_leaves_the_last_good_page_and_is_told_until_it_is_mended(preview):
    with preview.events_since_now() as events:
        preview.write("ja/index.html", "FAULT")
        name, overlay = events.next()
        assert name == "faults" and overlay["errors"][0]["place"] == "content/ja/index.html:3"
        served = preview.ask("/ja/").body.decode()
        assert '<p id="words">ja</p>' in served and "content/ja/index.html:3" in served
        assert "<i>" not in served.replace(read_script().code, "")  # what a writer typed is never markup
        preview.write("ja/news/index.html", "FAULT")
        assert len(events.next()[1]["errors"]) == 2
        preview.write("ja/news/index.html", page_of("news"))
        preview.write("ja/index.html", page_of("mended"))
        while (event := events.next()) != ("faults", None):
            last = event
        assert last == ("changed", ["ja/index.html"])
    assert [outcome.is_stopped for outcome in preview.told if outcome.problems][:2] == [True, True]


def test_a_site_that_never_had_a_good_page_shows_its_faults(make_preview):
    preview = make_preview({"index.html": "FAULT"}, lang="ja")
    answer = preview.ask("/ja/")
    assert answer.status == 404 and json.dumps("エラーが1件あります。").strip('"') in answer.body.decode()
    with preview.events_since_now() as events:
        preview.write("index.html", page_of("good"))
        assert events.next() == ("changed", ["index.html"])


def test_the_preview_outlives_a_mistake_in_the_program(preview):
    with preview.events_since_now() as events:
        preview.write("ja/index.html", "BROKEN")
        assert "the theme broke off" in events.next()[1]["errors"][0]["what"]
        preview.write("ja/index.html", page_of("mended"))
        assert events.next() == ("changed", ["ja/index.html"])
        assert events.next() == ("faults", None)


def test_a_fault_of_a_file_whose_name_is_no_text_is_shown(preview):
    name = os.fsdecode(b"bad\xff.docx")
    with preview.events_since_now() as events:
        preview.write(name, "FAULT")
        told, overlay = events.next()
        assert told == "faults" and overlay["errors"][0]["place"].startswith("content/bad")
    assert preview.ask("/").status == 200
    (preview.folder / name).unlink()


def test_what_cannot_be_just_now_is_told_plainly_and_tried_again_when_it_is_due(preview, capsys):
    refresh = preview.site.refresh
    preview.site.refresh = lambda *_: (_ for _ in ()).throw(NotNow("another build is at work."))
    with preview.events_since_now() as events:
        preview.write("index.html", page_of("later"))
        name, told = events.next()
        assert name == "faults" and [fault["what"] for fault in told["errors"]] == ["another build is at work."]
        preview.site.refresh, preview.site.is_overtaken = refresh, True
        assert events.next() == ("changed", ["index.html"])
        assert events.next() == ("faults", None)
    assert capsys.readouterr().err == "another build is at work.\n"


def test_a_request_during_the_work_waits_for_its_own_page_only(preview):
    all_saved, go_on, first_is_made = threading.Event(), threading.Event(), threading.Event()
    first, refresh = preview.folder / "ja/news/index.html", preview.site.refresh
    preview.site.after_ready = lambda _: (first_is_made.set(), go_on.wait(LIMIT))
    preview.site.refresh = lambda _, ready: (all_saved.wait(LIMIT), refresh([str(first)], ready))[1]
    preview.write("ja/index.html", page_of("second"))
    preview.write("ja/news/index.html", page_of("first"))
    all_saved.set()
    assert first_is_made.wait(LIMIT)
    assert b"first" in preview.ask("/ja/news/").body  # the work goes on, but this page is there
    waiting: list[bytes] = []
    other = threading.Thread(target=lambda: waiting.append(preview.ask("/ja/").body))
    other.start()
    assert b"first" in preview.ask("/ja/news/").body and not waiting
    go_on.set()
    other.join(LIMIT)
    assert b"second" in waiting[0]


def test_what_is_due_without_a_change_of_the_sources_is_done(preview):
    with preview.events_since_now() as events:
        preview.site.files.pop("index.html")  # as if somebody had removed the output
        preview.site.is_overtaken = True
        assert events.next() == ("changed", ["index.html"])
    assert b"root" in preview.ask("/").body


def test_the_oldest_of_too_many_open_pages_is_let_go(preview):
    with ExitStack() as stack:
        pages = []
        for _ in range(5):
            pages.append(stack.enter_context(preview.events_since_now()))
        assert pages[0].next() == ("rest", None)
        preview.write("ja/index.html", page_of("saved"))
        assert pages[-1].next() == ("changed", ["ja/index.html"])


def test_a_change_of_the_program_ends_the_run_so_that_it_starts_anew(make_preview, tmp_path):
    (tmp_path / "plugins").mkdir()
    preview = make_preview(SITE, code=(tmp_path / "plugins",))
    file = tmp_path / "plugins" / "bad.py"
    preview.preview.trial = lambda: said_by(str(file))
    with preview.events_since_now() as events:
        for text, line, what in (("a = (\n", 1, "SyntaxError"), ("\nnobody\n", 2, "NameError")):
            file.write_text(text)
            (shown,) = events.next()[1]["errors"]
            assert shown["place"].endswith(f"plugins/bad.py:{line}") and shown["what"].startswith(what)
        file.write_text("a = 1\n")
        preview.thread.join(LIMIT)
    assert preview.restarted == [True]


def test_the_page_for_lost_addresses_waits_for_what_is_missing(preview):
    served = preview.ask("/ja/new").body.decode()
    assert f'data-pages="ja/new ja/new/index.html {LOST}"' in served
