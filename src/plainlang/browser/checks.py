"""The browser stage of a run: opens each page on disk and adds what axe finds to its result.

Adds nothing that plainlang's own rules have said, and takes nothing away but what they said of a
suppression that turns out to be used. Results come out in the order in which they went in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from plainlang.browser.axe import Node, Seen, Tester, find_axe
from plainlang.browser.chromium import Chromium
from plainlang.browser.doubles import is_said
from plainlang.browser.places import Places
from plainlang.browser.wording import (
    for_finding,
    in_more_places,
    in_plain_words,
    made_by_script,
)
from plainlang.checks.match import Match
from plainlang.checks.structure.document import root_of, span_of_root
from plainlang.config import Config
from plainlang.detail import detail_of
from plainlang.engine import with_fingerprints, word
from plainlang.errors import PageError
from plainlang.findings import BROWSER_RULES, Finding, PageResult, Related, Run, Severity, Span
from plainlang.messages import plural
from plainlang.page import Page, read_page
from plainlang.page.decode import decode
from plainlang.page.template import mask
from plainlang.records import NamedTuple
from plainlang.rules.model import CATEGORIES, Rule
from plainlang.run import Checked, read_bytes
from plainlang.selection import rules_for
from plainlang.suppress import apply, from_config, read_suppressions

_ENDINGS = (".html", ".htm", ".shtml", ".xhtml")
_NO_PARTS_OF_PAGES = frozenset({"region"})  # what it wants stands outside of a fragment
_NAMED = 5  # pages left out that are named
_RELATED = 20  # further places of a finding that are kept
_OLD = 4  # axe-core before this does not know today's browsers and rules


class _Opened(NamedTuple):
    """A page as the browser showed it, with the rules that ran on it by their names in axe."""

    page: Page
    config: Config
    rules: Mapping[str, Rule]
    seen: Seen


class BrowserChecks:
    """Filters results as a baseline does, but adds to them. Has to be closed."""

    worse: Sequence[str] = ()

    def __init__(
        self, *, network: bool = False, script: Path | None = None, stdin: str | None = None
    ) -> None:
        """Start the browser; `stdin` is the name of a page that is not on disk.

        Raises:
            PlainlangError: there is no browser, or `script` is no axe-core.
        """
        self._stdin = stdin
        self._browser = Chromium(network=network)
        try:
            self._tester = Tester(self._browser, script or find_axe(Path.cwd()))
        except BaseException:
            self.close()
            raise
        self._rules = [in_plain_words(rule, name) for name, rule in self._tester.rules.items()]
        self._left_out: Counter[str] = Counter()
        self._named: dict[str, list[str]] = {}
        self._opened = 0

    def touches(self, path: str) -> bool:
        """Tell whether a file has to be checked: each has."""
        return True

    def describe(self, run: Run, config: Config) -> Run:
        """Return what reports say about a run, with the browser, axe and its rules."""
        rules = rules_for(config, self._rules, "")
        if not rules:
            return run
        versions = {"Chromium": self._browser.version, "axe-core": self._tester.version}
        return run._replace(
            rules=(*run.rules, *(rule.info() for rule in rules)),
            settings={**run.settings, "browser": versions},
            standards={**run.standards, **versions},
        )

    def filter(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results with what the browser shows."""
        for result, config in results:
            yield self._add(result, config), config

    def notes(self) -> Sequence[str]:
        """Return how many pages were opened and in what, and which were not."""
        used = f"Chromium {self._browser.version} with axe-core {self._tester.version}"
        notes = [f"{plural(self._opened, 'page')} opened in {used}."]
        for reason, number in sorted(self._left_out.items()):
            paths = self._named[reason]
            more = f" and {number - len(paths):,} more" if number > len(paths) else ""
            notes.append(f"Not opened in the browser, {reason}: {', '.join(paths)}{more}.")
        if int(self._tester.version.partition(".")[0]) < _OLD:
            notes.append(
                "This axe-core is old. For a newer one run “npm install axe-core”, or use --axe."
            )
        return notes

    def close(self) -> None:
        self._browser.close()

    def _add(self, result: PageResult, config: Config) -> PageResult:
        chosen = {
            rule.id.removeprefix(BROWSER_RULES): rule
            for rule in rules_for(config, self._rules, result.path)
        }
        if result.error is not None or not chosen:
            return result
        path = Path(result.path)
        try:
            text, _, notes = decode(read_bytes(path))
        except PageError:
            text, notes = "", ()
        reason = self._reason(result, text)
        if reason is not None:
            self._left_out[reason] += 1
            if self._left_out[reason] <= _NAMED:
                self._named.setdefault(reason, []).append(result.path)
            return result
        try:
            seen = self._tester.test(path, chosen)
        except PageError as error:
            fault = f"{result.path}: the browser could not check this page: {error.message}"
            return result._replace(faults=(*result.faults, fault))
        self._opened += 1
        page = read_page(text, result.path, language=config.settings.language, notes=notes)
        return self._join(result, _Opened(page, config, chosen, seen))

    def _reason(self, result: PageResult, text: str) -> str | None:
        """Return why a page is not opened, None when it is."""
        if result.path == self._stdin:
            return "since they are not on disk"
        if result.format != "html":
            return "since they are no HTML"
        if not result.path.lower().endswith(_ENDINGS):
            return "since it does not show such files as pages"
        return "since they are templates" if mask(text) != text else None

    def _join(self, result: PageResult, opened: _Opened) -> PageResult:
        """Return a result with axe's findings in their places."""
        page, config = opened.page, opened.config
        said = [*result.findings, *(s.finding for s in result.suppressed)]
        new = sorted(self._findings(opened, said), key=_place)
        names = [*CATEGORIES, "all", *(rule.id for rule in self._rules), *(f.rule for f in said)]
        comments, _ = read_suppressions(page, names)
        hiding = [*comments, *from_config(page, config.suppress, config.root)]
        new, dropped, idle = apply(new, hiding, [name for s in hiding for name in s.rules])
        used = {s.span for s in comments} - {complaint.span for complaint in idle}
        old = [f for f in result.findings if f.rule != "unused-suppression" or f.span not in used]
        findings = sorted([*old, *with_fingerprints(gathered(new), page)], key=_place)
        return result._replace(
            findings=tuple(findings),
            suppressed=(*result.suppressed, *dropped),
            detail=detail_of(page, findings, config.settings) if result.detail else None,
        )

    def _findings(self, opened: _Opened, said: Sequence[Finding]) -> Iterator[Finding]:
        page = opened.page
        places = Places(page, opened.seen.levels)
        for node in opened.seen.nodes:
            element, is_it = places.find(node.path)
            implied = element.source_location is None
            if not page.is_document and ((is_it and implied) or node.rule in _NO_PARTS_OF_PAGES):
                continue  # it asks of a part of a page what only a whole page has
            root = root_of(page) if implied else None
            span = page.start_tag(element) if root is None else span_of_root(page, root)
            is_it = is_it and not node.inner
            if not (is_it and is_said(node.rule, span, element.tag == "html", said)):
                yield self._finding(opened, node, span, is_it)

    def _finding(self, opened: _Opened, node: Node, span: Span, is_it: bool) -> Finding:
        values = {**node.data, "advice": node.advice}
        its = self._tester.rules[node.rule]
        rule = for_finding(its, node.rule, review=node.review, values=values)
        data = {"help": self._tester.help[node.rule], "impact": node.impact, "element": node.html}
        match = Match(
            span,
            values=values,
            excerpt=None if is_it else node.html,
            needs_review=node.review,
            data=data,
        )
        finding = word(rule, match, opened.page, opened.config.settings)
        severity = Severity(opened.config.rule_options(rule.id).get("severity", node.severity))
        if not is_it:  # what stands around the place does not stand around the element
            message = made_by_script(finding.message, finding.language)
            finding = finding._replace(message=message, before="", after="")
        return finding._replace(severity=severity)


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """Return one finding for all that ask a person the same, at the first place, naming others.

    A picture behind a page makes axe unsure of each word on it; that is one thing to look at.
    """
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        same = (finding.rule, finding.how) if finding.needs_review else number
        groups.setdefault(same, []).append(finding)
    return [
        first
        if not rest
        else first._replace(
            message=in_more_places(first.message, len(rest), first.language),
            related=tuple(Related(f.span, f.message) for f in rest[:_RELATED]),
            data={**first.data, "places": len(rest) + 1},
        )
        for first, *rest in groups.values()
    ]


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.rule
