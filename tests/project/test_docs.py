"""The documentation: its examples run, its site builds, and it leaves nothing out.

A fenced block right behind a line that ends with a file's name and a colon is that file. Blocks
marked `console` are run in a folder with those files; in what they print, "…" stands for anything.
"""

from __future__ import annotations

import doctest
import html
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import plainlang
from plainlang.cli import _COMMANDS
from plainlang.config.schema import _KEYS as SETTINGS
from plainlang.config.schema import SCORES, validate
from plainlang.examples import run_examples
from plainlang.reports import FORMATS
from plainlang.rules.compile import _KEYS as RULE_KEYS
from plainlang.rules.load import load_folder, load_rules

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
FENCE = re.compile(
    r"(?:(?P<before>[^\n]*)\n\n)?^```(?P<language>[\w-]+)\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
FILE = re.compile(r"`([\w./-]+)`:$")


class Block(NamedTuple):
    """A fenced block: its language, its text, and the file that it is, if any."""

    language: str
    body: str
    file: str | None


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for match in FENCE.finditer(text):
        named = FILE.search(match["before"] or "")
        found.append(Block(match["language"], match["body"], named[1] if named else None))
    return found


def in_pages(*languages: str) -> Iterator[Any]:
    for page in PAGES:
        for number, block in enumerate(blocks(page)):
            if block.language in languages:
                yield pytest.param(block, id=f"{page.stem}-{number}")


def with_blocks(language: str) -> list[Any]:
    return [
        pytest.param(page, id=page.stem)
        for page in PAGES
        if any(block.language == language for block in blocks(page))
    ]


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def sessions(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block and what it prints."""
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def looks_like(wanted: str, printed: str) -> bool:
    """Compare line by line; a line of "…" stands for any lines, one in a line for any text."""
    pattern = "".join(
        "(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + "\n"
        for line in wanted.strip().splitlines()
    )
    return re.fullmatch(pattern, printed.strip() + "\n") is not None


@pytest.mark.parametrize("page", with_blocks("console"))
def test_commands_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("the examples are for bash")
    env = {**os.environ, "PYTHON": sys.executable, "NO_COLOR": "1", "COLUMNS": "88"}
    plainlang = 'plainlang() { "$PYTHON" -m plainlang "$@"; }\n'
    ran = 0
    for block in blocks(page):
        if block.file is not None:
            path = tmp_path / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        if block.language != "console":
            continue
        for command, wanted in sessions(block):
            done = subprocess.run(
                ["bash", "-c", plainlang + command],
                cwd=tmp_path, env=env, text=True, encoding="utf-8", check=False,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            ran += 1
            assert looks_like(wanted, done.stdout), f"$ {command}\n{done.stdout}"
    assert ran


@pytest.mark.parametrize("page", with_blocks("pycon"))
def test_python_sessions_show_what_happens(page: Path) -> None:
    text = "\n".join(b.body for b in blocks(page) if b.language == "pycon")
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert test.examples
    told: list[str] = []
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    doctest.DocTestRunner(verbose=False, optionflags=flags).run(test, out=told.append)
    assert "".join(told) == ""


def with_rules() -> list[Any]:
    return [p for p in with_blocks("yaml") if any(is_rule(b) for b in blocks(p.values[0]))]


def is_rule(block: Block) -> bool:
    return block.language == "yaml" and block.body.startswith("id: ")


@pytest.mark.parametrize("page", with_rules())
def test_rules_in_the_docs_hold_with_their_examples(page: Path, tmp_path: Path) -> None:
    checks = []
    for number, block in enumerate(blocks(page)):
        if block.language == "python":
            code: dict[str, Any] = {}
            name = f"docs_checks_{page.stem.replace('-', '_').lower()}_{number}"
            (tmp_path / f"{name}.py").write_text(block.body, encoding="utf-8")
            sys.path.insert(0, str(tmp_path))
            exec(compile(block.body, name, "exec"), code)
            checks.append(name)
        if is_rule(block):
            rule = yaml.safe_load(block.body)
            (tmp_path / f"{rule['id']}.yaml").write_text(block.body, encoding="utf-8")
    loaded = load_folder(tmp_path, tuple(checks))
    assert [str(e) for e in loaded.errors] == []
    assert loaded.rules
    assert [f for rule in loaded.rules for f in run_examples(rule)] == []


def settings_in_pages() -> list[Any]:
    """Return the settings that the docs show, without those of an editor or of a package."""
    others = {"language-server", "project"}
    return [p for p in in_pages("toml") if not others & tomllib.loads(p.values[0].body).keys()]


@pytest.mark.parametrize("block", settings_in_pages())
def test_settings_in_the_docs_can_be_used(block: Block) -> None:
    data = tomllib.loads(block.body)
    validate(data.get("tool", {}).get("plainlang", data), Path("docs"), block.body)


def test_every_setting_is_explained() -> None:
    text = text_of("configuration.md")
    assert [key for key in SETTINGS if f"`{key}`" not in text] == []


def test_every_key_of_a_rule_is_explained() -> None:
    text = text_of("rules-of-your-own.md")
    assert [key for key in RULE_KEYS if f"`{key}`" not in text] == []


def test_every_command_format_and_score_is_named() -> None:
    assert [c for c in _COMMANDS if f"`plainlang {c}`" not in text_of("getting-started.md")] == []
    assert [f for f in FORMATS if f"`{f}`" not in text_of("reports.md")] == []
    assert [s for s in SCORES if f"`{s}`" not in text_of("scores.md")] == []


def test_every_dependency_is_named_with_its_license() -> None:
    text = text_of("data.md").lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [r for name, needed in project["optional-dependencies"].items() if name != "dev"
              for r in needed]  # fmt: skip
    wanted = [re.split(r"[\s<>=!~;\[]", r)[0] for r in (*project["dependencies"], *extras)]
    assert len(wanted) > 5
    assert [name for name in wanted if f"`{name.lower()}`" not in text] == []


def kinds() -> list[Any]:
    rows = re.findall(
        r"^\| `([\w-]+)` \| (.+) \| (\w+) \|$", text_of("definitions.md"), re.MULTILINE
    )
    return [pytest.param(*row, id=row[0]) for row in rows]


@pytest.mark.parametrize(("kind", "example", "term"), kinds())
def test_each_kind_of_explanation_is_found_in_its_example(
    kind: str, example: str, term: str
) -> None:
    source = example.strip("`") if example.startswith("`") else f"<p>{example}</p>"
    found = plainlang.find_definition(source, term)
    assert found is not None
    assert found.kind == kind


def test_every_kind_of_explanation_has_an_example() -> None:
    from plainlang.language.definitions.find import Definition

    said = re.findall(r"`([\w-]+)`", (Definition.__doc__ or "").partition("one of:")[2])
    shown = {p.values[0] for p in kinds()}
    assert len(said) > 10
    assert set(said) - shown == {"link"}  # it is no explanation; the page says so


def test_workflows_use_inputs_and_hooks_that_exist() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    used: set[str] = set()
    named: set[str] = set()
    for block in blocks(ROOT / "docs" / "ci.md"):
        if block.language != "yaml":
            continue
        data = yaml.safe_load(block.body)
        for job in data.get("jobs", {}).values():
            for step in job["steps"]:
                if "plainlang@" in step.get("uses", ""):
                    used.update(step.get("with", {}))
        named.update(h["id"] for repo in data.get("repos", ()) for h in repo["hooks"])
    assert used
    assert named
    assert used <= set(action["inputs"])
    assert named <= {hook["id"] for hook in hooks}
    text = text_of("ci.md")
    assert [i for i in action["inputs"] if f"`{i}`" not in text] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("mkdocs")
    out = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(out)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return out


def test_the_site_has_a_page_for_each_rule(site: Path) -> None:
    index = (site / "rules" / "index.html").read_text(encoding="utf-8")
    for rule in load_rules().rules:
        page = (site / "rules" / rule.id / "index.html").read_text(encoding="utf-8")
        assert "<mark>" in page, rule.id
        assert f'href="{rule.id}/"' in index
        settings = html.unescape(
            re.findall(r'<code class="language-toml">(.*?)</code>', page, re.S)[0]
        )
        validate(tomllib.loads(settings), Path("docs"), settings)


def test_the_site_says_which_rules_look_at_a_part_of_a_standard(site: Path) -> None:
    index = (site / "rules" / "index.html").read_text(encoding="utf-8")
    rows = {row[1]: row[0] for row in re.findall(r"(<tr>\s*<td><a href=\"[^\"]*\">([^<]*)</a>.*?</tr>)", index, re.S)}  # fmt: skip
    assert 'href="frame-without-title/"' in rows["4.1.2 Name, Role, Value"]
    assert 'href="image-without-alt/"' in rows["23a2a8"]
    assert "2.4.1 Bypass Blocks" not in rows


def test_building_the_site_writes_nothing_into_the_docs(site: Path) -> None:
    assert not (ROOT / "docs" / "rules").exists()


def test_the_site_loads_nothing_from_elsewhere(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (
        re.findall(r'<(?:script|link|img)\b[^>]*\b(?:src|href)="https?://(?!plainlang\.)', page)
        == []
    )


def test_the_changelog_has_the_form_that_it_names() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[([^\]]+)\]", text, re.MULTILINE)
    assert plainlang.__version__ in versions
    groups = set(re.findall(r"^### (\w+)$", text, re.MULTILINE))
    assert groups <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
