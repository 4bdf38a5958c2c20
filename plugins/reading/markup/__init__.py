"""What we add to Markdown, each rule of writing in its own module."""
