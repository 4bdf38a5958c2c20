"""Jobs to files: the whole build, and Pelican's adapter to it."""
