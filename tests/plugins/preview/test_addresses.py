"""Which file answers an address, and that nothing outside of the site ever does."""

import pytest

from plugins.preview.addresses import address_of, file_of


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("/", "index.html"),
        ("/ja/", "ja/index.html"),
        ("/ja/feed.xml?since=1", "ja/feed.xml"),
        ("/media/%E5%9B%B3%20a.jpg", "media/図 a.jpg"),
        ("/ja/a%2Fb/", "ja/a/b/index.html"),
    ],
)
def test_an_address_names_a_file(target, file):
    assert file_of(target) == file


@pytest.mark.parametrize(
    "target",
    [
        "/../etc/passwd",
        "/ja/../../secret",
        "/%2e%2e/secret",
        "/ja/%2e%2e%2fsecret",
        "/..",
        "/.",
        "//elsewhere.example/",
        "/ja//x",
        "/a\\..\\b",
        "/a%5c..%5cb",
        "/a%00b",
        "http://elsewhere.example/",
        "*",
        "",
    ],
)
def test_an_address_that_leads_elsewhere_names_none(target):
    assert file_of(target) is None


@pytest.mark.parametrize(("file", "address"), [("ja/index.html", "/ja/"), ("図.pdf", "/%E5%9B%B3.pdf")])
def test_a_file_has_one_address(file, address):
    assert address_of(file) == address
