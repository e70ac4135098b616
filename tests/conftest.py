"""Tests keep what they make in a cache folder of their own, which goes when they end."""

from __future__ import annotations

import os
import shutil
import tempfile

_OWN = None if "PLAINLANG_CACHE_DIR" in os.environ else tempfile.mkdtemp(prefix="plainlang-tests-")
if _OWN is not None:
    os.environ["PLAINLANG_CACHE_DIR"] = _OWN


def pytest_unconfigure() -> None:
    if _OWN is not None:
        shutil.rmtree(_OWN, ignore_errors=True)
