"""The header files of common hosts."""

from collections.abc import Iterable

from plugins.hosting.headers import render_headers_file, render_htaccess
from plugins.model.context import Context
from plugins.model.jobs import Job


def hosting_jobs(context: Context) -> Iterable[Job]:
    """Give one file for each kind of host."""
    yield Job("_headers", headers_file)
    yield Job(".htaccess", htaccess)


def headers_file(context: Context) -> str:
    """Return the file for Netlify and Cloudflare Pages."""
    return render_headers_file()


def htaccess(context: Context) -> str:
    """Return the file for Apache."""
    return render_htaccess()
