"""Why there is no build, in words."""

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings
from plugins.build.words import reason_of

SETTINGS = BuildSettings(
    Path("/p/content"), Path("/p/output"), Path("/p/theme"), "https://union.example", datetime.now(UTC)
)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "full", "/p/.output/spare/x"), "cannot write /p/.output/spare/x (full). "),
        (PermissionError(errno.EACCES, "no", "/p/theme/static/x"), "cannot read /p/theme/static/x (no). "),
        (ChildProcessError("ended"), "the build was ended from outside. "),
        (Locked("1@here"), "another build (1@here) is at work. "),
        (Locked("1@there", "/p/.output/lock"), "another build (1@there) is at work. "),
    ],
)
def test_each_reason_is_one_plain_sentence(fault, said):
    assert reason_of(fault, SETTINGS).startswith(said)


def test_only_a_lock_of_which_nothing_is_known_is_to_be_deleted():
    assert "delete /p/.output/lock" in reason_of(Locked("1@there", "/p/.output/lock"), SETTINGS)
    assert "delete" not in reason_of(Locked("1@here"), SETTINGS)
