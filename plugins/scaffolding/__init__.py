"""A new item's files: headers filled in as far as they are known, and what to write as comments."""

from plugins.scaffolding.posts import NewPost, files_of, slug_of

__all__ = ["NewPost", "files_of", "slug_of"]
