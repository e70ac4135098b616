"""Reports: a run in one format or another. Pure: text in memory, no files, no console.

A reporter is told the run, then one page after the other, then the summary; what each call returns
is written at once, so that a run of any length needs the memory of one page. An end that is large
comes in parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Protocol

from plainlang.findings import PageResult, Report, Run, Summary
from plainlang.records import NamedTuple


class Reporter(Protocol):
    """Writes one format."""

    def begin(self, run: Run) -> str | bytes: ...
    def page(self, page: PageResult) -> str | bytes: ...
    def end(self, summary: Summary) -> str | bytes | Iterator[str]: ...


class Options(NamedTuple):
    """How a report is to look: in colour, how wide, with which extras.

    `top` is the top folder of the repository, "" for none; `folder` is where the run's paths start.
    """

    color: bool = False
    width: int = 88
    statistics: bool = False
    show_files: bool = False
    quiet: bool = False
    top: str = ""
    folder: str = ""


class FormatInfo(NamedTuple):
    """A format: where its reporter is made, whether it wants page details, whether it is binary."""

    factory: str
    summary: str
    detail: bool = False
    binary: bool = False


FORMATS: dict[str, FormatInfo] = {
    "text": FormatInfo("text:TextReporter", "for people: grouped by page"),
    "concise": FormatInfo("concise:ConciseReporter", "one line for each finding"),
    "markdown": FormatInfo(
        "markdown:MarkdownReporter", "for a comment on a pull request or a job summary"
    ),
    "json": FormatInfo("json:JsonReporter", "everything, for programs"),
    "html": FormatInfo("html:HtmlReporter", "one file for editors and auditors", detail=True),
    "jsonl": FormatInfo("jsonl:JsonlReporter", "one JSON object a line, streamed"),
    "sarif": FormatInfo("sarif:SarifReporter", "SARIF 2.1.0, for code scanning", detail=True),
    "github": FormatInfo("github:GithubReporter", "annotations in a GitHub workflow"),
    "gitlab": FormatInfo("gitlab:GitlabReporter", "GitLab Code Quality"),
    "junit": FormatInfo("junit:JunitReporter", "test results, for build servers"),
    "checkstyle": FormatInfo("checkstyle:CheckstyleReporter", "Checkstyle, for build servers"),
    "rdjson": FormatInfo("rdjson:RdjsonReporter", "for Reviewdog", detail=True),
    "csv": FormatInfo("csv:CsvReporter", "for spreadsheets"),
    "xlsx": FormatInfo(
        "xlsx:XlsxReporter", "for Excel: needs plainlang[xlsx]", detail=True, binary=True
    ),
    "earl": FormatInfo("earl:EarlReporter", "EARL in JSON-LD, for auditors"),
    "openacr": FormatInfo("openacr:OpenacrReporter", "draft conformance report in YAML"),
}


def make_reporter(name: str, options: Options) -> Reporter:
    """Return a reporter for the format of that name (a key of `FORMATS`)."""
    module, _, factory = FORMATS[name].factory.partition(":")
    make: Callable[[Options], Reporter] = getattr(
        import_module(f"plainlang.reports.{module}"), factory
    )
    return make(options)


def finish(reporter: Reporter, summary: Summary) -> Iterator[str | bytes]:
    """Yield the end of a report, in as many parts as it comes."""
    end = reporter.end(summary)
    if isinstance(end, str | bytes):
        yield end
    else:
        yield from end


def render(report: Report, name: str, options: Options | None = None) -> str | bytes:
    """Return a whole report in one format."""
    reporter = make_reporter(name, options or Options())
    parts = [reporter.begin(report.run)]
    parts.extend(reporter.page(page) for page in report.pages)
    parts.extend(finish(reporter, report.summary))
    if any(isinstance(part, bytes) for part in parts):
        return b"".join(p if isinstance(p, bytes) else p.encode() for p in parts)
    return "".join(p for p in parts if isinstance(p, str))
