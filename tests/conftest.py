"""Tests keep what they make in a cache folder of their own, not in that of whoever runs them."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("PLAINLANG_CACHE_DIR", tempfile.mkdtemp(prefix="plainlang-tests-"))
