"""The second look: only the finished folder counts here; nothing of the builder is known."""
