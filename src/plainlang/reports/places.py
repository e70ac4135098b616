"""Where pages lie, as the tools see it that show findings beside the code. Pure: looks at no file."""

from __future__ import annotations

import os

from plainlang.reports import Options


def path_in_repository(path: str, options: Options) -> str:
    """Return a page's path as seen from the top of the repository; as it is, for one that lies elsewhere."""
    return path_below_top(path, options) or path.removeprefix("./")


def path_below_top(path: str, options: Options) -> str | None:
    """Return a page's path as seen from the top of the repository, None when it lies elsewhere."""
    if not options.top:
        return None
    top = options.top.rstrip(os.sep) + os.sep
    full = os.path.normpath(os.path.join(options.folder, path))  # noqa: PTH118
    return full[len(top) :].replace(os.sep, "/") if full.startswith(top) else None
