"""Who may talk to the desk: one browser of this machine, with the token that was printed, from the desk's own pages."""

import hmac
from http import HTTPStatus

from flask import Flask, Request, Response, abort, make_response, redirect, request

MOST_BYTES = 40_000_000  # of one request: a photograph of fifty million pixels
MOST_TYPED = 4_000_000  # of the texts in one
READING = frozenset(("GET", "HEAD"))
KEY = "key"


def guard(app: Flask, port: int, token: str, frames: str) -> None:
    """Refuse every request that is not this browser's own; `frames` is the origin of the preview.

    Source: Fetch Metadata, W3C; RFC 6265bis, SameSite; a page from elsewhere can have its own name lead to this
    machine, but then that name stands in Host.
    """
    app.config |= {"MAX_CONTENT_LENGTH": MOST_BYTES, "MAX_FORM_MEMORY_SIZE": MOST_TYPED, "MAX_FORM_PARTS": 20_000}
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    cookie = f"desk-{port}"

    @app.before_request
    def refuse() -> Response | None:
        if request.host not in hosts:
            abort(HTTPStatus.MISDIRECTED_REQUEST)
        if request.method not in READING and not _is_own(request):
            abort(HTTPStatus.FORBIDDEN)
        if (given := request.args.get(KEY)) is not None and request.method == "GET":
            return _enter(given, token, cookie)
        if not hmac.compare_digest(request.cookies.get(cookie, "").encode(), token.encode()):
            abort(HTTPStatus.FORBIDDEN)
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            abort(HTTPStatus.FORBIDDEN)
        return None

    @app.after_request
    def harden(response: Response) -> Response:
        response.headers |= {
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            f"connect-src 'self'; frame-src {frames}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "same-origin",  # with "no-referrer" a form would send no origin either
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
        return response


def _is_own(asked: Request) -> bool:
    """Say whether a page of the desk sends a request; a browser names the origin of each that changes anything."""
    return asked.headers.get("Origin") == f"http://{asked.host}"


def _enter(given: str, token: str, cookie: str) -> Response:
    """Take the token out of the address, so that it stands in no history, and remember it."""
    if not hmac.compare_digest(given.encode(), token.encode()):
        abort(HTTPStatus.FORBIDDEN)
    response = make_response(redirect("/", HTTPStatus.SEE_OTHER))
    response.set_cookie(cookie, token, httponly=True, samesite="Strict", path="/")
    return response
