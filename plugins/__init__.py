"""Danketsu: every room of the site generator, one folder each."""
