"""Run rules over a page and make findings of what they match.

The engine knows no rule: it selects elements, calls the check that a rule names and words what it
yields. A check that fails is a bug of that rule; the others still run.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import lru_cache
from typing import Any

from plainlang.checks.match import MESSAGES, Match, files_asked
from plainlang.checks.suppressions import FAULTS, UNUSED
from plainlang.config import Config
from plainlang.findings import Detail, Finding, PageResult, Span, Suppressed
from plainlang.messages import shortened
from plainlang.page import Page
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.resources import blake2b
from plainlang.rules.model import CATEGORIES, Rule
from plainlang.rules.signature import resolve
from plainlang.scoring import counts_of, reading_of, scores_of
from plainlang.selection import is_exempt
from plainlang.settings import Settings
from plainlang.suppress import Suppression, apply, from_config, read_suppressions

_BLANKS = compile_pattern(r"\s+")
_LAST = "suppression_is_unused"
_EXCERPT = 160
_ASKS_FOR_JARGON = frozenset(("jargon", "overall"))  # limits that need the terms counted


@lru_cache(maxsize=512)
def _function(reference: str) -> tuple[Callable[..., Any], bool]:
    """Return a check and whether it wants to know the settings."""
    function = resolve(reference)
    code = getattr(function, "__wrapped__", function).__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    if not reference.startswith("plainlang.checks."):
        function = _kept_in_bounds(function)
    return function, "settings" in names


def _kept_in_bounds(check: Callable[..., Any]) -> Callable[..., list[Match]]:
    """Return an own check whose matches are known to be right.

    It prints to standard error: the other output is the report's.
    """

    def called(page: Page, *args: Any, **parameters: Any) -> list[Match]:
        with redirect_stdout(sys.stderr):
            found = check(page, *args, **parameters)
            if found is None:
                raise TypeError("a check yields a Match for each place, or returns a list of them")
            matches = list(found)
        for match in matches:
            if not isinstance(match, Match):
                raise TypeError(f"a check yields a Match for each place, and no {match!r:.80}")
            _check_span(match.span, len(page.source))
        return matches

    return called


def _check_span(span: Any, length: int) -> None:
    """Refuse what is no place in a page of so many characters.

    Raises:
        TypeError: it is no Span of whole numbers.
        ValueError: it lies outside of the page.
    """
    if not (isinstance(span, Span) and all(isinstance(n, int) for n in span)):
        raise TypeError(f"the place of a Match is a Span of two whole numbers, and no {span!r:.80}")
    if not 0 <= span.start <= span.end <= length:
        raise ValueError(f"{span} is no place in a page of {length} characters")


def matches_of(rule: Rule, page: Page, settings: Settings) -> list[Match]:
    """Return what one rule matches on a page."""
    elements: Sequence[Any] = ()
    if rule.select is not None:
        elements = page.select(rule.select)
        if not elements:
            return []
    function, wants_settings = _function(rule.check)
    if wants_settings:
        return list(function(page, elements, settings=settings, **rule.parameters))
    return list(function(page, elements, **rule.parameters))


def findings_of(rule: Rule, page: Page, settings: Settings) -> list[Finding]:
    """Return the findings of one rule on a page, in the order it yields them."""
    if not rule.speaks(page.language):
        return []
    return [word(rule, match, page, settings) for match in matches_of(rule, page, settings)]


def word(rule: Rule, match: Match, page: Page, settings: Settings) -> Finding:
    """Make a finding of a match: the rule's words, the match's place."""
    language = settings.message_language or page.language
    span = match.span
    excerpt = match.excerpt
    if excerpt is None:
        excerpt = " ".join(page.source[span.start : span.end].split())
    excerpt = shortened(excerpt, _EXCERPT)
    # A label stands behind the tag that is the place: what is around the tag is not around the label.
    apart = page.source[span.start : span.start + 1] == "<" and excerpt[:1] != "<"
    values = {"excerpt": excerpt, **match.values}
    lines = page.lines
    start, end = lines.position(span.start), lines.position(span.end)
    try:
        message = rule.words("message", language).format_map(values)
        why = rule.words("why", language).format_map(values)
        how = rule.words("fix", language).format_map(values).rstrip()
    except (LookupError, ValueError, AttributeError, TypeError):
        known = ", ".join(f"{{{name}}}" for name in sorted(values))
        raise ValueError(
            f"its message, why or fix names what the check does not fill in; it fills in {known}"
        ) from None
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        path=page.path,
        message=message,
        span=span,
        start=start,
        end=end,
        excerpt=excerpt,
        why=why,
        how=how,
        suggestion=match.suggestion,
        fix=match.fix,
        references=dict(rule.references if match.references is None else match.references),
        term=match.term,
        needs_review=match.needs_review or rule.needs_review,
        related=match.related,
        language=language,
        before="" if apart else _before(page.source, span.start, start.column - 1),
        after="" if apart else _after(page.source, span.end),
        data=match.data,
    )


_AROUND = 48


def _before(source: str, at: int, column: int) -> str:
    """Return what stands before an offset on its line, cut at a word."""
    text = source[at - min(column, _AROUND) : at]
    if column > _AROUND and " " in text:
        text = text[text.index(" ") + 1 :]
    return _BLANKS.sub(" ", text).lstrip()


def _after(source: str, at: int) -> str:
    """Return what stands behind an offset on its line, cut at a word."""
    text = source[at : at + _AROUND]
    line = text.splitlines()[0] if text else ""
    if len(line) == _AROUND and " " in line:
        line = line[: line.rindex(" ")]
    return _BLANKS.sub(" ", line).rstrip()


def check_page(
    page: Page,
    rules: Sequence[Rule],
    config: Config,
    *,
    known: Sequence[str] = (),
    detail: bool = False,
) -> PageResult:
    """Check one page with the rules chosen for it."""
    settings = config.settings
    page.facts[MESSAGES] = settings.message_language
    suppressions: list[Suppression] = []
    if any("plainlang-" in text for text, _ in page.comments):
        names = [*known, *(r.id for r in rules), *CATEGORIES, "all"]
        suppressions, faults = read_suppressions(page, names)
        page.facts[FAULTS] = faults
    last = [rule for rule in rules if rule.check.endswith(_LAST)]
    findings, broken = _found_by(
        [rule for rule in rules if not rule.check.endswith(_LAST)], page, settings
    )
    suppressions.extend(from_config(page, config.suppress, config.root))
    dropped: list[Suppressed] = []
    if suppressions:
        ran = {name for rule in rules for name in (rule.id, rule.category)}
        findings, dropped, unused = apply(findings, suppressions, ran)
        page.facts[UNUSED] = unused
        for rule in last:
            findings.extend(findings_of(rule, page, settings))
    findings.sort(key=lambda f: (f.span, f.rule))
    findings = with_fingerprints(findings, page)
    reading = reading_of(page, settings)
    checked = {rule.category for rule in rules}
    asked = not _ASKS_FOR_JARGON.isdisjoint(name for name, _ in config.min_score)
    if asked and not is_exempt(config, page.path, "jargon"):
        checked.add("jargon")
    return PageResult(
        path=page.path,
        format=page.format,
        language=page.language,
        title=title_of(page),
        is_document=page.is_document,
        scores=scores_of(page, settings, findings, dropped, reading, checked),
        reading=reading,
        counts=counts_of(page, settings, checked),
        findings=tuple(findings),
        suppressed=tuple(dropped),
        notes=page.notes,
        detail=_detail(page, findings, settings) if detail else None,
        depends=files_asked(page),
        faults=tuple(broken),
        off=tuple(sorted({*known}.difference(rule.id for rule in rules))),
    )


def _found_by(
    rules: Sequence[Rule], page: Page, settings: Settings
) -> tuple[list[Finding], list[str]]:
    """Return what rules find on a page, and what is to be said of those that broke."""
    findings: list[Finding] = []
    broken: list[str] = []
    for rule in rules:
        try:
            findings.extend(findings_of(rule, page, settings))
        except (Exception, SystemExit) as error:  # whatever a rule does, the others must run
            broken.append(
                f"{page.path}: the rule “{rule.id}” broke: {type(error).__name__}: {error}"
            )
    return findings, broken


def _detail(page: Page, findings: Sequence[Finding], settings: Settings) -> Detail:
    from plainlang.detail import detail_of  # only the larger reports need it

    return detail_of(page, findings, settings)


def title_of(page: Page) -> str:
    """Return the page's title, or its first heading; “…” stands for what a template prints."""
    for kind in ("title", "heading"):
        for block in page.blocks:
            if block.kind == kind and block.text.strip(f" {UNKNOWN}"):
                return block.text.replace(UNKNOWN, "…")
    return page.facts.get("title") or ""


def with_fingerprints(findings: Sequence[Finding], page: Page) -> list[Finding]:
    """Give each finding an identity that moved lines and re-wrapped text do not change.

    It is made of the rule, the excerpt, the heading it stands under and, for twins, their number.
    """
    headings = [(b.span.start, b.text) for b in page.blocks if b.kind == "heading"]
    starts = [start for start, _ in headings]
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        index = bisect_right(starts, finding.span.start) - 1
        heading = headings[index][1] if index >= 0 else ""
        what = finding.term or finding.excerpt
        content = "\x1f".join((finding.rule, " ".join(what.split()), heading))
        seen[content] += 1
        key = f"{content}\x1f{seen[content]}"
        print_ = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        out.append(finding._replace(fingerprint=print_))
    return out
