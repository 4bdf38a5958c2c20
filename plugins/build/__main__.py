"""Commands that look at the content without building the site: `check` and `id`."""

import sys

from plugins.build.plugin import run_command

sys.exit(run_command(sys.argv[1:]))
