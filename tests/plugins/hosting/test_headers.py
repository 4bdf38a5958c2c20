"""The header files say what a page cannot, in the form that each kind of host reads."""

import re

from plugins.hosting.headers import HEADERS, TYPES, render_headers_file, render_htaccess


def test_every_page_of_hosts_that_read_a_headers_file_gets_all_headers():
    path, *lines, end = render_headers_file().split("\n")
    assert (path, end) == ("/*", "")
    assert dict(line.removeprefix("  ").split(": ", 1) for line in lines) == dict(HEADERS)
    assert all(re.fullmatch(r"  [A-Za-z-]+: [ -~]+", line) for line in lines)


def test_apache_gets_the_same_and_nothing_that_a_host_may_forbid():
    lines = render_htaccess().splitlines()
    set_by_apache = [re.fullmatch(r'  Header always set (\S+) "([^"]+)"', line) for line in lines]
    assert {found[1]: found[2] for found in set_by_apache if found} == dict(HEADERS)
    rest = [line for line, found in zip(lines, set_by_apache, strict=True) if not found]
    assert all(re.match(r"</?IfModule |</IfModule>|  AddType '", line) for line in rest)
    opened = [line for line in lines if line.startswith("<IfModule")]
    assert len(opened) == lines.count("</IfModule>") and lines[0] == opened[0]


def test_the_header_policy_only_adds_what_a_page_cannot_say(built_once):
    page = built_once("clean").read("ja/index.html")
    in_page = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    directives = {part.split()[0] for part in in_page.split(";")}
    assert HEADERS["Content-Security-Policy"].split()[0] not in directives
    assert ";" not in HEADERS["Content-Security-Policy"]


def test_the_finished_site_holds_both(built_once):
    site = built_once("clean")
    assert site.read("_headers") == render_headers_file() and site.read(".htaccess") == render_htaccess()


def test_feeds_keep_the_type_with_which_browsers_show_them():
    assert "xml" not in TYPES and "rss" not in render_headers_file() + render_htaccess()
