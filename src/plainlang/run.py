"""A run: files in, PageResults out, each with the rules and the config for its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import plainlang
from plainlang.config import Config, blame, forget, load_config
from plainlang.config.files import find_config
from plainlang.config.text import as_dict
from plainlang.errors import ConfigError, PageError, PlainlangError, RuleError, reason_of
from plainlang.findings import (
    UNREADABLE,
    Finding,
    PageResult,
    Position,
    Run,
    Severity,
    Span,
    Summary,
)
from plainlang.messages import plural
from plainlang.plugins import installed_checks, installed_rules, load_check_file
from plainlang.rules.load import Loaded, load_rules, rule_files
from plainlang.rules.model import Rule
from plainlang.selection import check_selectors, rules_for

if TYPE_CHECKING:
    from plainlang.page import Page

STANDARDS = {"WCAG": "2.2", "ACT Rules Format": "1.1", "SARIF": "2.1.0"}
Checked = tuple[PageResult, Config]  # what a page gave, with the config of its file
MAX_BYTES = 64 * 1024 * 1024
_PIECE = 256 * 1024


class Setup:
    """Finds the config and the rules for a file; each is loaded once.

    A new one looks at all config files anew: they may have changed since the last. `change` turns a
    config found into the one used (the command line's options go in there).
    """

    def __init__(
        self,
        config: Path | Config | None = None,
        change: Callable[[Config], Config] = lambda config: config,
    ) -> None:
        forget()
        self._given = config
        self._change = change
        self._configs: dict[Path | None, Config] = {}
        self._chosen: dict[tuple[Config, str], tuple[Rule, ...]] = {}
        self.errors: list[RuleError] = []
        self._loaded: dict[Config, Loaded] = {}
        self._load = cache(load_rules)  # most configs have the same

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process finds configs and rules for itself."""
        return Setup, (self._given, self._change)

    def config_for(self, folder: Path) -> Config:
        """Return the config for the files in a folder."""
        if isinstance(self._given, Config):
            path: Path | None = None
        else:
            path = self._given or find_config(folder)
        if path not in self._configs:
            base = self._given if isinstance(self._given, Config) else load_config(path)
            self._configs[path] = self._change(base)
        return self._configs[path]

    def loaded(self, config: Config) -> Loaded:
        """Return all rules that a config knows, chosen or not."""
        if config not in self._loaded:
            checks = [self._check_file(config, name) for name in config.checks]
            own = [config.root / name for name in config.rules_folders]
            for name, folder in zip(config.rules_folders, own, strict=True):
                if not folder.is_dir():
                    problem = f"the folder of rules “{folder}” does not exist."
                    raise blame(config, problem, "rules-folders", name)
                if not rule_files(folder):
                    problem = f"there is no rule right in “{folder}”; a rule is a file that ends in .yaml."
                    raise blame(config, problem, "rules-folders", name)
            loaded = self._load((*installed_rules(), *own), (*installed_checks(), *checks))
            broken = [Path(e.path).stem for e in loaded.errors if e.path]
            check_selectors(config, loaded.rules, broken)
            self.errors.extend(e for e in loaded.errors if e not in self.errors)
            self._loaded[config] = loaded
        return self._loaded[config]

    @staticmethod
    def _check_file(config: Config, name: str) -> str:
        """Import a file of checks that a config names."""
        try:
            return load_check_file(config.root / name)
        except ConfigError as error:
            raise blame(config, error.message, "checks", name) from None

    def rules(self, config: Config, path: str) -> tuple[Rule, ...]:
        """Return the rules that run on the file at `path`."""
        loaded = self.loaded(config)
        key = (config, path if config.per_file_ignores else "")
        if key not in self._chosen:
            self._chosen[key] = rules_for(config, loaded.rules, path)
        return self._chosen[key]


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        PageError: it cannot be read, or is too large to be a page.
    """
    try:
        with path.open("rb") as file:
            return limited(file)
    except OSError as error:
        raise PageError(f"this file cannot be read: {reason_of(error)}.") from None


def limited(file: BinaryIO) -> bytes:
    """Return the bytes of an open file, which may have no end.

    Raises:
        PageError: it is too large to be a page.
    """
    parts, left = [], MAX_BYTES
    while part := file.read(_PIECE):  # as large a buffer as is asked for is made
        left -= len(part)
        if left < 0:
            raise PageError(f"this is larger than {MAX_BYTES >> 20} MB; no page is. Leave it out.")
        parts.append(part)
    return b"".join(parts)


def check_bytes(
    data: bytes, path: str, config: Config, setup: Setup, *, detail: bool = False
) -> PageResult:
    """Check a page's bytes. A page on which plainlang breaks hides no other."""
    from plainlang.page.read import page_of  # only a page whose result is not kept needs it

    try:
        page = page_of(data, path, language=config.settings.language)
        return _check(page, config, setup, detail=detail)
    except PageError as error:
        return unreadable(path, error.message)
    except PlainlangError:
        raise
    except Exception as error:
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        return unreadable(
            path, f"this page breaks plainlang itself ({what}). Please report it, with the page."
        )


def check_text(source: str, path: str, config: Config, setup: Setup) -> PageResult:
    """Check a page's decoded source."""
    from plainlang.page.read import read_page

    return _check(read_page(source, path, language=config.settings.language), config, setup)


def _check(page: Page, config: Config, setup: Setup, *, detail: bool = False) -> PageResult:
    """Check a page that nobody needs any more."""
    from plainlang.engine import check_page

    rules, known = setup.rules(config, page.path), setup.loaded(config).ids
    result = check_page(page, rules, config, known=known, detail=detail)
    page.release()
    return result


def unreadable(path: str, message: str) -> PageResult:
    """Return the result for a page that could not be read: an error finding of its own."""
    from plainlang.page.formats import format_of

    finding = Finding(
        rule=UNREADABLE.id,
        category=UNREADABLE.category,
        severity=UNREADABLE.severity,
        path=path,
        message=message[:1].upper() + message[1:],
        span=Span(0, 0),
        start=Position(1, 1),
        end=Position(1, 1),
        excerpt="",
        why=UNREADABLE.why,
        how=UNREADABLE.how,
        fingerprint=UNREADABLE.id,
    )
    return PageResult(path, format_of(path) or "html", findings=(finding,), error=message)


def describe(config: Config, setup: Setup, path: str = "", *, others: Sequence[Config] = ()) -> Run:
    """Return what reports say about a run: the rules that run at `path`, and those that are off.

    `others` are the configs that the pages are checked with, where these are several.
    """
    configs = others or (config,)
    known = {rule.id: rule for each in (*configs, config) for rule in setup.loaded(each).rules}
    chosen = [{rule.id: rule for rule in setup.rules(each, path)} for each in configs]
    on = {name: rule for rules in chosen for name, rule in rules.items()}
    everywhere = set(on).intersection(*chosen)
    infos = [on[name].info()._replace(enabled=True) for name in sorted(on)]
    infos.extend(known[name].info()._replace(enabled=False) for name in known if name not in on)
    return Run(
        version=plainlang.__version__,
        started=datetime.now(UTC).replace(microsecond=0).isoformat(),
        rules=tuple(infos),
        settings=as_dict(config),
        standards=STANDARDS,
        partly=tuple(sorted(set(on) - everywhere)),
        per_file=any(each.per_file_ignores for each in configs),
    )


class Stage(Protocol):
    """Stands between checks and reports: a browser adds findings, a baseline takes some out."""

    @property
    def worse(self) -> Sequence[str]:
        """Why the run does not pass, beside its findings."""

    def touches(self, path: str) -> bool:
        """Tell whether a file has to be checked."""

    def filter(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results with other findings, in their order."""

    def notes(self) -> Sequence[str]:
        """Return what the reader of the report should know of it, once all is done."""


class NewsFilter(Stage, Protocol):
    """Takes out of results what is no news: a revision, or a baseline, has it already."""

    def news(self, page: PageResult, config: Config) -> PageResult:
        """Return a result without what is no news, and keep no count: the page comes again."""


def _rank(severity: Severity) -> int:
    return severity.rank


class Tally:
    """Adds up the results of a run as they come; keeps no page."""

    def __init__(self) -> None:
        self.pages = 0
        self.counts = {"error": 0, "warning": 0, "note": 0}
        self.suppressed = 0
        self.unread = 0
        self._sums: dict[str, list[float]] = {}
        self.low: list[str] = []
        self._failing: Counter[Severity] = Counter()  # by the severity from which they count
        self.faults: list[str] = []

    def add(self, page: PageResult, config: Config) -> None:
        self.pages += 1
        self.unread += page.error is not None
        self.suppressed += len(page.suppressed)
        self.faults.extend(page.faults)
        counts = Counter(finding.severity for finding in page.findings)
        for severity, number in counts.items():
            self.counts[severity.value] += number
            if config.fail_on is not None and severity.rank >= config.fail_on.rank:
                self._failing[config.fail_on] += number
        for name, score in page.scores.items():
            if score is not None:
                self._sums.setdefault(name, []).append(score)
        for name, limit in config.min_score:
            score = page.scores.get(name)
            if score is not None and score < limit:
                words = name.replace("_", " ")
                self.low.append(f"{page.path}: the {words} score is {score}, below {limit:g}.")

    def scores(self) -> dict[str, float | None]:
        return {name: round(sum(v) / len(v), 1) for name, v in self._sums.items()}

    def summary(
        self,
        config: Config,
        *,
        worse: Sequence[str] = (),
        skipped: tuple[tuple[str, str], ...] = (),
        errors: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> Summary:
        """Return the end of the run; `worse` are further reasons why it does not pass.

        From which severity on a finding counts, the config of its page says; how many are allowed, `config`.
        """
        failing = self._failing.total()
        failed = []
        if failing and (config.max_findings is None or failing > config.max_findings):
            allowed = (
                f", {config.max_findings} are allowed" if config.max_findings is not None else ""
            )
            what = plural(failing, "finding")
            levels = " or ".join(f"“{least}”" for least in sorted(self._failing, key=_rank))
            failed.append(f"{what} at or above {levels}{allowed}.")
        failed.extend((*self.low, *worse))
        return Summary(
            pages=self.pages,
            counts=dict(self.counts),
            scores=self.scores(),
            failed=tuple(failed),
            suppressed=self.suppressed,
            skipped=skipped,
            errors=errors,
            notes=notes,
            unread=self.unread,
        )
