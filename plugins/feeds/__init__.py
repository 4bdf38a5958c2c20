"""Atom, RSS and JSON feeds, and lists of them: full text, permanent ids, byte-equal from equal content."""
