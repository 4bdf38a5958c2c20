"""The resident preview: it watches the sources, serves the site on this machine and has open pages reload."""
