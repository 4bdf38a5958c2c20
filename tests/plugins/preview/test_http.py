"""Requests as browsers send them, and some that they do not."""

import pytest

from plugins.preview.http import BadRequest, Request, parse_request


@pytest.mark.parametrize(
    ("head", "request_"),
    [
        (b"GET /ja/ HTTP/1.1\r\nHost: localhost:8000\r\n\r\n", Request("GET", "/ja/", "localhost:8000", False)),
        (b"HEAD / HTTP/1.1\r\nhost:a\r\nConnection: Close\r\n\r\n", Request("HEAD", "/", "a", True)),
        (b"GET / HTTP/1.0\r\n\r\n", Request("GET", "/", "", True)),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n", Request("POST", "/", "a", True)),
    ],
)
def test_a_request_says_what_is_asked(head, request_):
    assert parse_request(head) == request_


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/2\r\n\r\n",
        b"GET /a b HTTP/1.1\r\n\r\n",
        b"GET /a\nX:1 HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(head):
    with pytest.raises(BadRequest):
        parse_request(head)
