"""What a page owes to its template: changes when, and only when, something that the template uses changes."""

import hashlib
from functools import lru_cache

from plugins.rendering.scripts import scripts_of
from plugins.rendering.styles import fixed_tokens, sheets_of, short_names
from plugins.rendering.theme import Theme, closure_of


@lru_cache(maxsize=1024)
def template_fingerprint(theme: Theme, name: str) -> str:
    """Return the hash of the template, of all templates that it uses, of their styles and scripts."""
    digest = hashlib.blake2b(digest_size=16)
    for used in closure_of(theme, name):
        digest.update(f"{used}\0{theme.templates[used]}\0".encode())
    sheets = [*sheets_of(theme, name), *fixed_tokens(theme), *short_names(theme), scripts_of(theme, name).code]
    digest.update("\0".join(sheets).encode())
    return digest.hexdigest()
