"""A person taken out of the sources: where somebody is named, and a file without what is theirs alone."""
