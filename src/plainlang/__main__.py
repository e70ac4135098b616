"""What `plainlang` and `python -m plainlang` start: the command line as a process of its own."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress


def run() -> None:
    """Run the command line and end the process with its exit code.

    To look for garbage while modules are loaded, and to take them apart at the end, takes a tenth of a
    short run and frees nothing that the end of the process does not.
    """
    gc.set_threshold(100_000, 50, 50)
    from plainlang.cli import main

    code = None
    try:
        main()
    except SystemExit as end:
        code = end.code
    atexit._run_exitfuncs()
    with suppress(OSError, ValueError):  # a stream that is closed or full was told of already
        sys.stdout.flush()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    run()
