"""Pages: sources read into blocks and elements, each tied to its exact place."""

from plainlang.page.formats import format_of
from plainlang.page.model import Block, Page
from plainlang.page.read import read_page

__all__ = ["Block", "Page", "format_of", "read_page"]
