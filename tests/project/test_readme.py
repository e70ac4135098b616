"""What the README promises holds."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_report_shown_is_the_report_printed() -> None:
    spec = importlib.util.spec_from_file_location("update", ROOT / "scripts" / "update_readme.py")
    assert spec is not None
    assert spec.loader is not None
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    assert update.with_excerpt(README) == README


def test_its_links_lead_to_files() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(targets) > 5
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_its_yaml_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    hooks = yaml.safe_load(blocks[0])["repos"][0]["hooks"]
    known = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {h["id"] for h in hooks} <= {h["id"] for h in known}
    assert yaml.safe_load(blocks[1])["jobs"]


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    assert "bash scripts/test.sh" in README
    assert "bash scripts/test.sh" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
