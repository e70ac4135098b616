"""Tests keep what they make in a cache folder of their own, which goes when they end."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "PLAINLANG_CACHE_DIR" not in os.environ:
    os.environ["PLAINLANG_CACHE_DIR"] = tempfile.mkdtemp(prefix="plainlang-tests-")
    # What is registered first runs last: plainlang writes what it learnt when a process ends.
    atexit.register(shutil.rmtree, os.environ["PLAINLANG_CACHE_DIR"], ignore_errors=True)
