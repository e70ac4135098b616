"""Which format a file's name announces."""

from __future__ import annotations

from typing import Literal

Format = Literal["html", "markdown", "text"]

FORMATS: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".svg": "html",
    ".md": "markdown", ".mdx": "markdown", ".qmd": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".txt": "text", ".text": "text",
    ".jinja": "html", ".jinja2": "html", ".j2": "html", ".njk": "html", ".liquid": "html",
    ".hbs": "html", ".handlebars": "html", ".mustache": "html", ".erb": "html", ".php": "html",
    ".twig": "html", ".xml": "html",
}  # fmt: skip


def format_of(path: str) -> Format | None:
    """Return the format that a file's name announces, or None."""
    dot = path.rfind(".")
    return FORMATS.get(path[dot:].lower()) if dot >= 0 else None
