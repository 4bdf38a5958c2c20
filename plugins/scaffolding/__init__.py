"""A new item's files, and a new site's: filled in as far as they are known, and what to write as comments."""

from plugins.scaffolding.posts import NewPost, files_of, slug_of
from plugins.scaffolding.union import NewUnion, tags_text, terms_text, union_files

__all__ = ["NewPost", "NewUnion", "files_of", "slug_of", "tags_text", "terms_text", "union_files"]
