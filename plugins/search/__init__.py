"""The index of words for the search page, made of finished pages."""
