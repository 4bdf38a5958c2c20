"""Documents as they are published: PDFs that tell nothing but their text."""
