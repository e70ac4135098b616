"""The baseline: what is accepted for now, so that only what is new is reported.

A finding is known by what it says, not by its line: rule, words and neighbourhood (its fingerprint),
else rule and words on the same page. Both survive moved lines, re-wrapped paragraphs and renamed
files. Reads and writes one JSON file; checks no page.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from plainlang.errors import ConfigError, reason_of
from plainlang.findings import Finding, PageResult, Suppressed
from plainlang.messages import shortened
from plainlang.resources import write_atomically

T = TypeVar("T")

NAME = ".plainlang-baseline.json"
_SCHEMA = 1
_SHOWN = 60  # characters of an excerpt in a note


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is accepted, why, and until when (ISO 8601 date; "" for as long as it is)."""

    path: str
    rule: str
    excerpt: str
    fingerprint: str
    reason: str = ""
    expires: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings, and the overall score that each page had."""

    entries: tuple[Entry, ...] = ()
    scores: tuple[tuple[str, int], ...] = ()


def entry_of(finding: Finding, path: str) -> Entry:
    """Return the entry that accepts a finding."""
    return Entry(path, finding.rule, _words(finding.excerpt), finding.fingerprint)


def _words(text: str) -> str:
    return " ".join(text.split())


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigError: there is no such file, or it is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(data, dict) or not {"schema", "findings", "scores"} <= data.keys():
            raise ValueError("it lacks “schema”, “findings” or “scores”")
        if data["schema"] != _SCHEMA:
            raise ConfigError(
                f"this baseline has the format {data['schema']!r}; this plainlang knows {_SCHEMA}. "
                "Write it anew with “plainlang baseline create --force”.",
                path=str(path),
            )
        entries = tuple(map(_entry, data["findings"]))
        scores = tuple(data["scores"].items())
        if wrong := [page for page, score in scores if type(score) is not int]:
            raise ValueError(f"the score of “{wrong[0]}” must be a whole number")
        return Baseline(entries, scores)
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be read: {reason_of(error)}. "
            "Make one with “plainlang baseline create”.",
            path=str(path),
        ) from None
    except RecursionError:
        raise ConfigError("this is no baseline: it is nested too deeply.", path=str(path)) from None
    except (ValueError, TypeError, AttributeError) as error:
        raise ConfigError(f"this is no baseline: {error}.", path=str(path)) from None


def _entry(item: Any) -> Entry:
    """Return an entry as it is written in a file.

    Raises:
        ValueError: it lacks something, or has what no entry has.
    """
    names = [field.name for field in fields(Entry)]
    if not (isinstance(item, dict) and set(names[:4]) <= item.keys() <= set(names)):
        raise ValueError(
            f"an entry has {', '.join(f'“{name}”' for name in names)};"
            f" the last two are optional: {_line(item)[:80]}"
        )
    if wrong := [name for name, value in item.items() if not isinstance(value, str)]:
        raise ValueError(f"“{wrong[0]}” of an entry must be text: {_line(item)[:80]}")
    if item.get("expires"):
        date.fromisoformat(item["expires"])
    return Entry(**item)


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline file, one entry a line, so that changes to it are easy to review.

    Raises:
        ConfigError: the file cannot be written.
    """
    entries = sorted(baseline.entries, key=lambda e: (e.path, e.rule, e.excerpt, e.fingerprint))
    lines = ",\n".join(f"    {_line(_slim(asdict(e)))}" for e in entries)
    scores = ",\n".join(f"    {_line(p)}: {s}" for p, s in sorted(baseline.scores))
    text = (
        f'{{\n  "schema": {_SCHEMA},\n  "findings": [\n{lines}\n  ],\n'
        f'  "scores": {{\n{scores}\n  }}\n}}\n'
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be written: {reason_of(error)}.", path=str(path)
        ) from None


def _slim(data: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in data.items() if v or k not in ("reason", "expires")}


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class Filter:
    """Takes accepted findings out of results, page by page, and tells what became of the entries.

    `name_of` gives a page's path as the baseline has it; `exists` tells whether a page of the
    baseline is still there: entries of one that is gone may belong to a page of another name. `ran`
    tells whether a rule was looked for: of others nobody can tell what is gone.
    """

    def __init__(
        self,
        baseline: Baseline,
        *,
        name_of: Callable[[str], str] = str,
        exists: Callable[[str], bool] = lambda path: True,
        ran: Callable[[str], bool] = lambda rule: True,
        today: date | None = None,
    ) -> None:
        day = today or date.today()
        self._name_of = name_of
        self._ran = ran
        self.expired = tuple(e for e in baseline.entries if _is_over(e, day))
        valid = (e for e in baseline.entries if not _is_over(e, day))
        self._left, self._moved = _by_page(valid, exists)
        self._scores = dict(baseline.scores)
        self.worse: list[str] = []
        self._seen: set[str] = set()

    def touches(self, path: str) -> bool:
        """Tell whether a file has to be checked: each has."""
        return True

    def filter(self, results: Iterable[tuple[PageResult, T]]) -> Iterator[tuple[PageResult, T]]:
        """Yield the results without what the baseline accepts."""
        return ((self.apply(page), config) for page, config in results)

    def apply(self, page: PageResult) -> PageResult:
        """Return the result without the findings that the baseline accepts."""
        name = self._name_of(page.path)
        self._seen.add(name)
        before, now = self._scores.get(name), page.scores.get("overall")
        if before is not None and now is not None and now < before:
            self.worse.append(
                f"{page.path}: the overall score fell from {before} to {now}, below its baseline."
            )
        return _without(page, self._left.get(name, []), self._moved)

    def news(self, page: PageResult, config: object) -> PageResult:
        """Return what `apply` returns, but use no entry up: the page comes again."""
        left = self._left.get(self._name_of(page.path), [])
        return _without(page, list(left), list(self._moved))

    def gone(self) -> tuple[Entry, ...]:
        """Return the entries of the checked pages, and of pages that are gone, that nothing matched."""
        left = [e for name in sorted(self._seen) for e in self._left.get(name, [])]
        return tuple(e for e in (*left, *self._moved) if self._ran(e.rule))

    def notes(self) -> tuple[str, ...]:
        """Return what the reader of the report should know about the baseline itself."""
        notes = [
            f"{e.path}: the baseline's “{e.rule}” expired on {e.expires}: “{shortened(e.excerpt, _SHOWN)}”."
            for e in self.expired
        ]
        if gone := len(self.gone()):
            what = "entry of the baseline is" if gone == 1 else "entries of the baseline are"
            notes.append(f"{gone} {what} gone from the pages. Run “plainlang baseline prune”.")
        return tuple(notes)


def _is_over(entry: Entry, day: date) -> bool:
    return bool(entry.expires) and date.fromisoformat(entry.expires) < day


def _by_page(
    entries: Iterable[Entry], exists: Callable[[str], bool]
) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """Part entries into those of each page that is there, and those of pages that are gone."""
    left: dict[str, list[Entry]] = {}
    moved: list[Entry] = []
    there: dict[str, bool] = {}
    for entry in entries:
        if entry.path not in there:
            there[entry.path] = exists(entry.path)
        (left.setdefault(entry.path, []) if there[entry.path] else moved).append(entry)
    return left, moved


def _without(page: PageResult, left: list[Entry], moved: list[Entry]) -> PageResult:
    """Return the result without what the entries accept; those used are taken out of the lists."""
    kept: list[Finding] = []
    dropped = list(page.suppressed)
    # What an old revision had is out of the findings, but first to be what was accepted.
    old = [s.finding for s in dropped if s.kind == "revision"]
    entries = match([*old, *page.findings], left, moved)[len(old) :]
    for finding, entry in zip(page.findings, entries, strict=True):
        if entry is None:
            kept.append(finding)
        else:
            dropped.append(Suppressed(finding, "baseline", entry.reason or "in the baseline"))
    return page.keeping(kept, dropped)


def match(findings: Iterable[Finding], left: list[Entry], moved: list[Entry]) -> list[Entry | None]:
    """Return the entry that accepts each finding, or None; entries used are taken out of the lists."""
    findings = list(findings)
    found: list[Entry | None] = [None] * len(findings)
    for entries, keys in (
        (left, (_by_fingerprint, _by_words)),
        (moved, (_by_fingerprint,)),
    ):
        for key in keys:
            index: dict[tuple[str, str], list[Entry]] = {}
            for entry in entries:
                index.setdefault(key(entry), []).append(entry)
            used: Counter[Entry] = Counter()
            for i, finding in enumerate(findings):
                if found[i] is None and (same := index.get(key(entry_of(finding, "")))):
                    found[i] = same.pop(0)
                    used[found[i]] += 1  # type: ignore[index]
            for entry in used.elements():
                entries.remove(entry)
    return found


def _by_fingerprint(entry: Entry) -> tuple[str, str]:
    return entry.rule, entry.fingerprint


def _by_words(entry: Entry) -> tuple[str, str]:
    return entry.rule, entry.excerpt


def updated(
    old: Baseline,
    pages: Iterable[PageResult],
    name_of: Callable[[str], str],
    exists: Callable[[str], bool] = lambda path: True,
) -> Baseline:
    """Return a baseline of the pages as they are, with the reasons and dates of the old one.

    `exists` tells whether a page of the old one is still there; else it may have another name now.
    """
    left, moved = _by_page(old.entries, exists)
    entries: list[Entry] = []
    scores: list[tuple[str, int]] = []
    for page in pages:
        name = name_of(page.path)
        accepted = match(page.findings, left.get(name, []), moved)
        for finding, known in zip(page.findings, accepted, strict=True):
            new = entry_of(finding, name)
            if known is not None:
                new = replace(new, reason=known.reason, expires=known.expires)
            entries.append(new)
        if (score := page.scores.get("overall")) is not None:
            scores.append((name, score))
    return Baseline(tuple(entries), tuple(scores))
