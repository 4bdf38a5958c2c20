"""The site goes out, and comes back: what may be published, where to, on top of what, and how it is kept."""
