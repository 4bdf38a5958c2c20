"""robots.txt: everything may be read."""

from plugins.model.urls import SITEMAP


def render_robots(siteurl: str) -> str:
    """Render the file that lets everybody in and names the sitemap; without a site address it names none.

    Source: RFC 9309; the address of a sitemap must be absolute.
    """
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {siteurl}{SITEMAP}"] if siteurl else [])]
    return "".join(f"{line}\n" for line in lines)
