"""Atom and RSS feeds: full text, permanent ids, byte-equal from equal content."""
