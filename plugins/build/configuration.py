"""Pelican's settings and the environment, as what one build is asked to do."""

import os
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.build.settings import BuildSettings
from plugins.build.telling import BuildStopped

SITE_URL = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*[^\s/?#])?")  # no slash at the end, as Pelican wants it


def build_settings(settings: Mapping[str, Any]) -> BuildSettings:
    """Return what a build needs of Pelican's settings and the environment."""
    severities = settings.get("SEVERITIES") or {}
    _refuse_unknown(severities)
    if not SITE_URL.fullmatch(settings["SITEURL"]):
        raise BuildStopped(f'SITEURL: "{settings["SITEURL"]}"? ("https://union.example")')
    in_ci = os.environ.get("CI", "") not in {"", "0", "false"}
    may_write = settings.get("WRITE_IDS", False) and not in_ci
    return BuildSettings(
        content=Path(settings["PATH"]),
        output=Path(settings["OUTPUT_PATH"]).resolve(),
        theme=Path(settings["THEME"]),
        url=settings["SITEURL"],
        now=build_moment(),
        lang=message_language(),
        severities=severities,
        write_ids=may_write,
        write_addresses=may_write,
        in_public=in_ci,
        private=_private_folder(settings),
        source_is_public=settings.get("SOURCE_IS_PUBLIC") is True,
        has_names=settings.get("HAS_PRIVATE_NAMES", True),
        search=settings.get("SEARCH") is True,
    )


def _private_folder(settings: Mapping[str, Any]) -> Path:
    """Return the folder for what must not lie in the repository, as seen from the project."""
    written = settings.get("PRIVATE", "../danketsu-private")
    project = Path(settings["PATH"]).resolve().parent
    folder = Path(written).expanduser() if isinstance(written, str) and written else project
    if (project / folder).resolve().is_relative_to(project):
        raise BuildStopped(f'PRIVATE: "{written}"? ("../danketsu-private")')
    return folder


def _refuse_unknown(severities: dict[str, str]) -> None:
    if not severities:
        return
    from plugins.problems import RULES

    for rule, severity in severities.items():
        if rule == "site-missing" and severity != "error":  # there is nothing to build then
            raise BuildStopped(f'SEVERITIES: "{rule}": "{severity}"? ("error")')
        if rule not in RULES or severity not in {"error", "warning", "off"}:
            known = 'docs/checks.md: a rule, and "error", "warning" or "off"'
            raise BuildStopped(f'SEVERITIES: "{rule}": "{severity}"? ({known})')


def build_moment() -> datetime:
    """Return the moment the site is built for: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated.

    Source: reproducible-builds.org, SOURCE_DATE_EPOCH.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    tokyo = ZoneInfo("Asia/Tokyo")
    if not epoch:
        return datetime.now(tokyo)
    if not epoch.isdecimal():
        raise BuildStopped(f'SOURCE_DATE_EPOCH: "{epoch}"?')
    try:
        return datetime.fromtimestamp(int(epoch), tokyo)
    except (ValueError, OverflowError, OSError):  # after the year 9999
        raise BuildStopped(f'SOURCE_DATE_EPOCH: "{epoch}"?') from None


def message_language() -> str:
    """Return the language of messages: the one asked for, else that of the desktop; Japanese or English."""
    wanted = (os.environ.get(name) for name in ("DANKETSU_LANG", "LC_ALL", "LANG"))
    return "ja" if next(filter(None, wanted), "").startswith("ja") else "en"
