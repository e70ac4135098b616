#!/usr/bin/env bash
# Installs everything the tests need, also on a bare machine, and runs them all.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi; }
have() { command -v "$1" >/dev/null 2>&1; }

find_python() {
  for candidate in python3.14 python3.13 python3.12 python3.11 python3 python; do
    if have "$candidate" && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

if have apt-get; then
  packages=()
  have git || packages+=(git)
  find_python >/dev/null || packages+=(python3 python3-venv)
  have chromium || have google-chrome || packages+=(chromium)
  have chromedriver || packages+=(chromium-driver)
  if [ ${#packages[@]} -gt 0 ]; then
    # The tests with a browser are left out where it cannot be installed, and say so.
    (as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}") >/dev/null 2>&1 || true
  fi
fi
python=$(find_python) || { echo "plainlang needs Python 3.11 or newer, with venv." >&2; exit 2; }
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'

.venv/bin/ruff check .
.venv/bin/ruff format --check .
.venv/bin/mypy
.venv/bin/python -m pytest -p no:cacheprovider --cov --cov-report=term:skip-covered "$@"
