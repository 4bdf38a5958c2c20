"""The policy of a served page allows one script and its connection besides what it allowed."""

import pytest

from plugins.preview.policy import open_policies, opened

HASH = b"'sha256-abc='"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            b"default-src 'none'; style-src 'sha256-x'; img-src 'self'",
            b"default-src 'none'; style-src 'sha256-x'; img-src 'self'; script-src 'sha256-abc='; connect-src 'self'",
        ),
        (
            b"default-src 'none'; script-src 'none'; img-src 'self'",
            b"default-src 'none'; script-src 'sha256-abc='; img-src 'self'; connect-src 'self'",
        ),
        (
            b"script-src 'sha256-own='; default-src 'none'; connect-src https://example.org",
            b"script-src 'sha256-own=' 'sha256-abc='; default-src 'none'; connect-src https://example.org 'self'",
        ),
        (
            b"default-src 'self'",
            b"default-src 'self'; script-src 'self' 'sha256-abc='; connect-src 'self'",
        ),
        (
            b"default-src 'none'; script-src 'self'; script-src-elem 'none';",
            b"default-src 'none'; script-src 'self'; script-src-elem 'sha256-abc='; connect-src 'self'",
        ),
        (b"script-src 'none'", b"script-src 'sha256-abc='"),
        (b"img-src 'self'", b"img-src 'self'"),
        (b"", b""),
    ],
)
def test_a_policy_gains_one_script_and_one_connection(policy, expected):
    assert opened(policy, HASH) == expected


def test_a_policy_that_a_text_shows_is_no_policy():
    meta = b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    page = b"<head>" + meta + b"</head><body>" + meta + b"</body>"
    served = open_policies(page, HASH)
    assert served.endswith(b"</head><body>" + meta + b"</body>")
    assert served.count(HASH) == 1
