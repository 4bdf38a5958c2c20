"""The preview in the local network: who has the address sees the site, and nobody else anything."""

import http.client
import socket
from urllib.parse import quote

import pytest

from plugins.preview import sharing
from plugins.preview.serving import Preview
from plugins.preview.sharing import CannotShare, addresses, is_local, share_at
from plugins.preview.watching import Watched
from tests.plugins.preview.conftest import LIMIT, Events, FolderSite, page_of
from tests.plugins.preview.test_server import SITE

URL = "https://union.example/site"
LOST = page_of(f'lost <a href="{URL}/ja/">home</a> <img src="{URL}/theme/a.svg">')
OWN = next(filter(is_local, addresses()), "127.0.0.2")  # a machine without a network has a second name for itself


@pytest.fixture
def preview(make_preview):
    return make_preview({**SITE, "404.html": LOST}, share=share_at(OWN, "en"), url=URL)


def ask(preview, target: str, method: str = "GET", **headers: str):
    """Return the answer to one request to the address in the network, as `Running.ask` does for this machine's."""
    door = preview.preview.shared
    connection = http.client.HTTPConnection(OWN, door.port, timeout=LIMIT)
    connection.putrequest(method, target, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    answer.body = answer.read()
    connection.close()
    return answer


def listening(preview, at: str, pages: str):
    door = preview.preview.shared
    connection = socket.create_connection((OWN, door.port), timeout=LIMIT)
    target = f"{door.root}/~preview/events?at={at}&pages={quote(pages)}"
    connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {OWN}:{door.port}\r\n\r\n".encode())
    return connection


def test_who_has_the_address_sees_the_site(preview):
    root = preview.preview.shared.root
    said = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}
    for target in ("/", "/ja/", "/ja/news/", "/ja/feed.xml", "/media/a%20b.jpg"):
        answer, own = ask(preview, root + target), preview.ask(target)
        assert answer.status == own.status == 200
        assert answer.body.replace(f'data-root="{root}"'.encode(), b'data-root=""') == own.body
        assert said.items() <= dict(answer.headers).items()
        assert not {"Referrer-Policy", "X-Robots-Tag"} & set(own.headers)  # this machine is answered as before


def test_who_does_not_have_it_learns_nothing(preview):
    token = preview.preview.shared.token
    swapped, quoted = token.swapcase(), f"%{ord(token[0]):02x}{token[1:]}"
    targets = (
        "/", "/ja/", "/404.html", "/~preview/events", f"/{token[:-1]}/ja/", f"/{token}x/ja/", f"//{token}/ja/",
        f"/ja/../{token}/ja/", f"/{swapped}/ja/", f"/{quoted}/ja/", f"/{token}", f"/{token}?/ja/", f"/{token}\\ja/",
        f"/./{token}/", f"{token}/ja/", "*", f"http://{OWN}/{token}/ja/", "/t\u00e9/ja/",
    )  # fmt: skip
    for target in targets:
        with socket.create_connection((OWN, preview.preview.shared.port), timeout=LIMIT) as connection:
            lines = f"GET {target} HTTP/1.1\r\nHost: {OWN}:{preview.preview.shared.port}\r\n\r\n"
            connection.sendall(lines.encode("latin-1"))
            head, _, body = connection.makefile("rb").read().partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 404 Not Found\r\n") and not body and token.encode() not in head, target


def test_every_wrong_request_has_the_same_answer(preview):
    root, port = preview.preview.shared.root, preview.preview.shared.port
    wrong = [ask(preview, "/"), ask(preview, "/wrong/ja/"), ask(preview, "/wrong/", "POST")]
    hosts = ("union.example", f"union.example:{port}", f"localhost:{port}", f"127.0.0.1:{port}", OWN, f"{OWN}:1", "")
    wrong += [ask(preview, f"{root}/ja/", Host=host) for host in hosts]
    assert {(one.status, one.body, str(one.headers)) for one in wrong} == {(404, b"", str(wrong[0].headers))}
    assert ask(preview, f"{root}/ja/", "POST").status == 405


def test_what_is_not_there_shows_its_page_with_links_that_lead_on(preview):
    root = preview.preview.shared.root
    for target in ("/../content/x", "/%2e%2e/x", "//ja/", "/ja/nowhere", "/..%2f..%2fja/", "/%00"):
        answer = ask(preview, root + target)
        assert answer.status == 404
        assert f'href="{root}/ja/"'.encode() in answer.body and f'src="{root}/theme/a.svg"'.encode() in answer.body
    assert URL.encode() in preview.ask("/nowhere").body  # on this machine as before


def test_a_redirect_keeps_the_root(preview):
    root = preview.preview.shared.root
    answer = ask(preview, f"{root}/ja/news?a=1")
    assert (answer.status, answer.headers["Location"]) == (302, f"{root}/ja/news/?a=1")


def test_this_machine_knows_no_token_and_is_not_asked_for_one(preview):
    assert preview.ask(f"{preview.preview.shared.root}/ja/").status == 404
    assert preview.preview.listener.getsockname()[0] == "127.0.0.1"
    assert preview.preview.shared.listener.getsockname()[0] == OWN
    own = preview.ask("/ja/", Host=f"{OWN}:{preview.preview.port}")
    assert own.status == 421


def test_nobody_but_this_machine_is_listened_to_unless_asked(make_preview):
    alone = make_preview(SITE)
    assert alone.preview.doors == (alone.preview.doors[0],) and alone.preview.shared is None
    if OWN != "127.0.0.2":
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((OWN, alone.preview.port), timeout=LIMIT)


def test_an_open_page_on_a_phone_is_told_of_its_own_changes_alone(preview):
    at = preview.preview.showing.at
    with listening(preview, at, "ja/index.html") as connection, preview.events_since_now() as own:
        stream = connection.makefile("rb")
        phone = Events(stream)
        assert "X-Robots-Tag: noindex" in phone.head and "Referrer-Policy: no-referrer" in phone.head
        preview.write("ja/secret/index.html", page_of("of another page"))
        assert own.next() == ("changed", ["ja/secret/index.html"])
        preview.write("ja/index.html", page_of("saved"))
        assert own.next() == phone.next() == ("changed", ["ja/index.html"])
    with listening(preview, at, "ja/index.html") as late:
        assert Events(late.makefile("rb")).next() == ("changed", ["ja/index.html"])  # not the other one, missed too
    with listening(preview, "1.1", "ja/index.html") as other_run:
        assert Events(other_run.makefile("rb")).next() == ("changed", ["ja/index.html"])


def test_a_fault_is_told_to_this_machine_alone(preview):
    at, root = preview.preview.showing.at, preview.preview.shared.root
    with listening(preview, at, "ja/index.html") as connection, preview.events_since_now() as own:
        phone = Events(connection.makefile("rb"))
        preview.write("ja/draft/index.html", "FAULT")
        assert own.next()[0] == "faults"
        assert b"ja/draft" in preview.ask("/ja/").body
        for target in ("/ja/", "/nowhere"):
            assert b"ja/draft" not in ask(preview, root + target).body
        with listening(preview, at, "ja/index.html") as late:
            preview.write("ja/draft/index.html", page_of("mended"))
            preview.write("ja/index.html", page_of("saved"))
            assert phone.next() == ("changed", ["ja/index.html"])
            assert Events(late.makefile("rb")).next() == ("changed", ["ja/index.html"])


def test_phones_do_not_take_the_places_of_the_writer_s_own_pages(preview):
    at = preview.preview.showing.at
    with preview.events_since_now() as own:
        phones = [listening(preview, at, "ja/index.html") for _ in range(5)]
        assert Events(phones[0].makefile("rb")).next() == ("rest", None)
        preview.write("ja/index.html", page_of("saved"))
        assert own.next() == ("changed", ["ja/index.html"])
        for phone in phones:
            phone.close()


def test_whoever_opens_connections_without_end_does_not_stop_this_machine(preview, monkeypatch):
    monkeypatch.setattr("plugins.preview.server.MOST_GUESTS", 2)
    door = preview.preview.shared
    with socket.create_connection((OWN, door.port)), socket.create_connection((OWN, door.port)):
        with socket.create_connection((OWN, door.port), timeout=LIMIT) as third:
            assert third.recv(1) == b""
        assert preview.ask("/ja/").status == 200
    while ask_until(preview, f"{door.root}/ja/") != 200:
        pass


def ask_until(preview, target: str) -> int:
    try:
        return ask(preview, target).status
    except (http.client.RemoteDisconnected, ConnectionError):  # the ones before are not forgotten yet
        return 0


def test_each_start_has_another_token_long_enough_that_nobody_guesses_it():
    tokens = {share_at(OWN, "en").token for _ in range(50)}
    assert len(tokens) == 50 and all(len(token) >= 22 for token in tokens)


def test_a_kept_address_is_used_once(monkeypatch):
    monkeypatch.setenv(sharing.KEPT, "127.0.0.2 abc 8123")
    assert share_at("", "en") == ("127.0.0.2", "abc", 8123)
    assert share_at("127.0.0.2", "en").token != "abc"


@pytest.mark.parametrize(
    ("found", "is_one"),
    [
        ("192.168.1.5", True), ("10.0.0.2", True), ("172.20.1.1", True), ("169.254.1.1", True), ("100.64.1.1", True),
        ("8.8.8.8", False), ("127.0.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("fe80::1", False),
        ("", False), ("house", False),
    ],
)  # fmt: skip
def test_only_an_address_that_the_internet_does_not_reach_is_local(found, is_one):
    assert is_local(found) is is_one


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_network_several_and_a_wrong_address_say_what_to_type(lang, monkeypatch, tmp_path):
    site = FolderSite(tmp_path)
    for found, said in (([], "Wi-Fi"), (["8.8.8.8"], "Wi-Fi"), (["192.168.1.5", "10.8.0.2"], "--share=10.8.0.2")):
        monkeypatch.setattr(sharing, "addresses", lambda found=found: found)
        with pytest.raises(CannotShare, match=said):
            share_at("", lang)
    monkeypatch.setattr(sharing, "addresses", lambda: ["192.168.1.5"])
    assert share_at("", lang).host == "192.168.1.5"
    for wrong in ("8.8.8.8", "0.0.0.0", "house", "203.0.113.9"):
        with pytest.raises(CannotShare, match="preview --share"):
            Preview(site, Watched((tmp_path,)), lang, 0, print, share=share_at(wrong, lang))


def test_to_look_for_the_address_sends_nothing(monkeypatch):
    """A datagram socket that is connected has looked up the way; only `send` would put something on it."""
    used: list[str] = []

    class Watching(socket.socket):
        def __getattribute__(self, name):
            used.append(name)
            return super().__getattribute__(name)

    monkeypatch.setattr(sharing.socket, "socket", Watching)
    addresses()
    assert {name for name in used if not name.startswith("_")} <= {"connect", "getsockname", "close"}


def test_what_is_printed_says_who_sees_it(make_preview, capsys):
    address = make_preview(SITE, share=share_at(OWN, "en")).preview.shared.address
    out = capsys.readouterr().out
    assert f"{address}\n" in out
    assert "can see what would be published" in out and "public Wi-Fi" in out and "Ctrl-C" in out
    assert "\x1b" not in out and "█" not in out  # no terminal
