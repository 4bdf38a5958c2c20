"""Which pages there are: the site to jobs, one module with its views for each page type."""
