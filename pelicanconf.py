"""Settings for writing and looking at the site on one's own machine. Values only; docs/settings.md explains each."""

import sys
from pathlib import Path

# Pelican's console script does not have the project's folder on its path.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from plugins.build.plugin import Danketsu

PELICAN_CLASS = Danketsu  # the build is ours, inside Pelican
PLUGINS: list[str] = []  # always set: without it every installed namespace plugin is loaded
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITEURL = "http://localhost:8000"  # stands in feeds and canonical links only
TIMEZONE = "Asia/Tokyo"  # Pelican warns without one; our own dates are Japan time whatever stands here
WRITE_IDS = True  # give a new post its permanent id
SEARCH = False  # make the index of words for the search page; `build --search` and `publish` do
SEVERITIES: dict[str, str] = {}  # rule: "error", "warning" or "off"
PRIVATE = "../danketsu-private"  # a folder outside the repository: what must not lie in it
HAS_PRIVATE_NAMES = True  # publish nothing without the list of private names that lies there
SOURCE_IS_PUBLIC = False  # True: everybody may read the drafts and the history of content/
