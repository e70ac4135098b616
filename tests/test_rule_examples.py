"""Examples of rules that need other files beside their page."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.examples import example_page, run_examples
from plainlang.rules.load import load_folder
from plainlang.rules.model import Example

RULE = """id: house-links
category: link-labels
severity: note
check: local-file-is-missing
message: "There is no “{{target}}”."
why: People follow the link and get an error.
fix: Mend the link.
bad:
  - {{files: {{{files}}}, html: '<p><a href="[[map.html]]">Map</a></p>'}}
good:
  - {{files: {{plans/map.html: "<h1>Map</h1>"}}, html: '<p><a href="plans/map.html">Map</a></p>'}}
"""


def write_rule(folder: Path, files: str) -> Path:
    (folder / "house-links.yaml").write_text(RULE.format(files=files))
    return folder


def test_files_stand_beside_the_page_of_an_example(tmp_path: Path) -> None:
    loaded = load_folder(write_rule(tmp_path, "mop.html: <h1>Mop</h1>"))
    assert loaded.errors == ()
    assert run_examples(loaded.rules[0]) == []


def test_an_example_fails_when_its_files_say_otherwise(tmp_path: Path) -> None:
    loaded = load_folder(write_rule(tmp_path, "map.html: <h1>Map</h1>"))
    (failure,) = run_examples(loaded.rules[0])
    assert "found nothing" in failure.problem


def test_files_are_gone_when_the_example_is_done() -> None:
    with example_page(Example("markdown", "[a](a.md)", (("b/a.md", "# A"),))) as (page, spans):
        folder = Path(page.path).parent
        assert (folder / "b" / "a.md").read_text() == "# A"
        assert page.format == "markdown"
        assert spans == []
    assert not folder.exists()


@pytest.mark.parametrize(
    "files", ["/etc/map.html: x", "../map.html: x", "a/../../b.html: x", "map.html: [x]", "1: x"]
)
def test_files_elsewhere_are_an_error_of_the_rule(tmp_path: Path, files: str) -> None:
    loaded = load_folder(write_rule(tmp_path, files))
    (error,) = loaded.errors
    assert "“files” must name files in the folder of the page" in str(error)
    assert error.line == 8
