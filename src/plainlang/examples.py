"""The examples inside rules, run as tests (in pytest and by `plainlang rules test`) and to show them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plainlang.config import Config
from plainlang.engine import check_page
from plainlang.findings import Finding, LineIndex, Span
from plainlang.language.subtags import primary
from plainlang.page import Page
from plainlang.page.read import read_page
from plainlang.rules.model import Example, Rule

_ENDINGS = {"html": ".html", "markdown": ".md", "text": ".txt"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule gets wrong, and how."""

    rule: str
    example: str
    problem: str


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Return an example without its marks, and the spans they marked."""
    parts: list[str] = []
    spans: list[Span] = []
    open_at: list[int] = []
    length = at = 0
    while at < len(text):
        mark = text[at : at + 2]
        if mark == "[[":
            open_at.append(length)
            at += 2
        elif mark == "]]" and open_at:
            spans.append(Span(open_at.pop(), length))
            at += 2
        else:
            parts.append(text[at])
            length += 1
            at += 1
    return "".join(parts), sorted(spans)


def run_examples(rule: Rule) -> list[Failure]:
    """Run a rule's examples; a bad one must give exactly the marked spans, a good one nothing."""
    config = Config()
    failures = []
    for example in (*rule.bad, *rule.good):
        problem = _problem(rule, example, config)
        if problem:
            failures.append(Failure(rule.id, example.text, problem))
    return failures


def findings_of(rule: Rule) -> Iterator[Finding]:
    """Yield what a rule finds in its own bad examples, those in English first."""
    later = []
    for example in rule.bad:
        with example_page(example) as (page, _):
            result = check_page(page, (rule,), Config(), known=_KNOWN)
        found = [finding for finding in result.findings if finding.rule == rule.id]
        if primary(page.language) == "en":
            yield from found
        else:
            later += found
    yield from later


@contextmanager
def example_page(example: Example) -> Iterator[tuple[Page, list[Span]]]:
    """Give an example's page and the spans it marks; its files are there for that long."""
    source, wanted = unmarked(example.text)
    name = f"example{_ENDINGS[example.format]}"
    if not example.files:
        yield read_page(source, name), wanted
        return
    with TemporaryDirectory() as folder:
        for path, content in (*example.files, (name, source)):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        yield read_page(source, str(Path(folder, name))), wanted


def _problem(rule: Rule, example: Example, config: Config) -> str | None:
    with example_page(example) as (page, wanted):
        if rule.languages and not rule.speaks(page.language):
            return f"the example is in “{page.language}”, which the rule does not speak"
        result = check_page(page, (rule,), config, known=_KNOWN)
        found = sorted(f.span for f in result.findings if f.rule == rule.id)
        if result.faults:
            return result.faults[0]
        if found == wanted:
            return None
        return f"expected {_shown(page.source, wanted)}, found {_shown(page.source, found)}"


_KNOWN = ("some-rule",)  # a rule that examples of suppressions may name


def _shown(source: str, spans: list[Span]) -> str:
    if not spans:
        return "nothing"
    lines = LineIndex(source)
    places = ((lines.position(s.start), source[s.start : s.end]) for s in spans)
    return ", ".join(f"{at.line}:{at.column} “{text}”" for at, text in places)
