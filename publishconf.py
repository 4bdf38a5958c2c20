"""Settings for the site that goes out: what differs from pelicanconf.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = "https://danketsu.example"
WRITE_IDS = False  # a post without an id stops the build: its id must be in the repository first
SEVERITIES = dict.fromkeys(  # what must be settled before it goes out
    ("addresses-missing", "revisions-missing", "html-removed", "photo-metadata", "photo-not-listed",
     "photo-people-unsaid"), "error",
)  # fmt: skip
PUBLISH_REMOTE = ""  # where `run.py publish` puts the site: "git@github.com:UNION/site.git"
