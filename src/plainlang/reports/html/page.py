"""One page in the HTML report: its text with the findings in place, and what to do. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plainlang.findings import Finding, PageResult, Severity
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.language.subtags import primary
from plainlang.messages import plural, shortened
from plainlang.reports.facts import SCORES, SEVERITIES, advice_of, level, rule_title, target
from plainlang.reports.html.text import SHORT, blocks, escape, line
from plainlang.standards import criterion_name

_NAMES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
_KINDS = {"revision": "earlier version"}
_HARDEST = 5
_SENTENCE_WORDS = 8  # a shorter sentence has too few words for a grade
_EXCERPT = 160


@dataclass(frozen=True, slots=True)
class Row:
    """What the summary says of a page."""

    number: int
    path: str
    title: str
    scores: dict[str, int | None]
    grade: float | None
    metric: str
    target: float | None
    meets: bool
    counts: tuple[int, int, int]
    reviews: int
    unread: bool
    left_out: int
    language: str

    @property
    def findings(self) -> int:
        return sum(self.counts)


def row_of(number: int, page: PageResult) -> Row:
    """Return a page's row."""
    reading = page.reading or {}
    counts = tuple(sum(f.severity is s for f in page.findings) for s in SEVERITIES)
    return Row(
        number,
        page.path,
        page.title,
        page.scores,
        reading.get("grade"),
        reading.get("metric", "plainlang"),
        reading.get("target"),
        reading.get("verdict") == "meets",
        (counts[0], counts[1], counts[2]),
        sum(f.needs_review for f in page.findings),
        page.error is not None,
        len(page.suppressed),
        page.language,
    )


def lang(language: str) -> str:
    """Return the attribute for words in a language, "" for the report's own."""
    return "" if primary(language) == "en" else f' lang="{line(language)}"'


def title_language(row: Row) -> str:
    """Return the attribute for what stands for a page: its title, or its path in no language."""
    return lang(row.language) if row.title else ""


def head(row: Row) -> str:
    """Return the line that stands for a page in the list of pages."""
    score = row.scores.get("overall")
    facts = []
    if score is not None:
        facts.append(f"<b>{score}</b> of 100")
    if row.grade is not None:
        measure = "grade" if row.metric == "plainlang" else line(row.metric)
        facts.append(f'{measure} <b class="{"fine" if row.meets else "over"}">{row.grade:g}</b>')
    for number, severity in zip(row.counts, SEVERITIES, strict=True):
        if number:
            facts.append(f'<b class="{SHORT[severity]}">{plural(number, severity)}</b>')
    if row.unread:
        facts.append("cannot be read")
    elif not row.findings and not row.left_out:
        facts.append("nothing found")
    if row.left_out:
        facts.append(f"{row.left_out:,} left out")
    path = f'<span class="path">{line(row.path)}</span>' if row.title else ""
    return (
        f'<h3><span class="title"{title_language(row)}>{line(row.title) or line(row.path)}</span>'
        f" {path}</h3>"
        f'<span class="facts">{" ".join(f"<span>{fact}</span>" for fact in facts)}</span>'
    )


def attributes(row: Row) -> str:
    """Return what the list of pages is sorted by, and the page's anchor."""
    score = row.scores.get("overall")
    if score is None:
        score = -1 if row.unread else 101
    return (
        f'id="p{row.number}" data-score="{score}"'
        f' data-grade="{-1 if row.grade is None else row.grade}" data-found="{row.findings}"'
        f' data-path="{line(row.path)}"'
    )


def view(row: Row, page: PageResult) -> str:
    """Return a page that can be opened."""
    return (
        f'<details class="page" {attributes(row)}>\n<summary>{head(row)}</summary>\n'
        f"{_body(row.number, page)}</details>\n"
    )


def plain(row: Row) -> str:
    """Return a page of which only the line is shown."""
    return f'<div class="page" {attributes(row)}><div class="row">{head(row)}</div></div>\n'


def _body(number: int, page: PageResult) -> str:
    views = page.detail.blocks if page.detail is not None else ()
    hardest = _hardest(views)
    grades = {
        (s["span"]["start"]["line"], s["heading"]): s["grade"]
        for s in (page.reading or {}).get("sections", ())
        if s["grade"] is not None and s["heading"]
    }
    language = line(page.language)
    anchors = frozenset(block for _, block, _ in hardest)
    text = blocks(views, page.findings, number, grades, anchors)
    shown = {n for v in views for _, _, n in v.findings}
    parts = [
        '<div class="body">',
        _facts(page),
        _sections(page),
        _sentences(number, hardest, language),
        '<div class="columns">',
    ]
    if text:
        parts.append(f'<section><h4>Text</h4><div class="text" lang="{language}" dir="auto">'
                     f"{text}</div></section>")  # fmt: skip
    if page.findings:
        items = "".join(
            finding(number, i, f, page.language, placed=i in shown)
            for i, f in enumerate(page.findings)
        )
        parts.append(f'<section><h4>What to mend</h4><ol class="found">{items}</ol></section>')
    parts.append("</div>")
    parts.append(_suppressed(page))
    parts.append("</div>")
    return "\n".join(part for part in parts if part)


def _facts(page: PageResult) -> str:
    reading = page.reading or {}
    lines = []
    if reading.get("grade") is not None:
        lines.append(
            f"Reads at {level(reading)}. The target is {target(reading)}."
            f" {plural(reading['words'], 'word')} in {plural(reading['sentences'], 'sentence')}."
        )
    if reading.get("note"):
        lines.append(f"Reading level: {reading['note']}.")
    scores = [f"{SCORES[key]} {score}" for key, score in page.scores.items()
              if key in SCORES and score is not None]  # fmt: skip
    if scores:
        lines.append(f"Scores: {', '.join(scores)}.")
    lines.extend(page.notes)
    if page.error:
        lines.append(f"Not checked: {page.error}")
    return "".join(f"<p>{line(text)}</p>" for text in lines)


def _sections(page: PageResult) -> str:
    """Return the grades of the page's sections, the hardest first."""
    reading = page.reading or {}
    sections = [s for s in reading.get("sections", ()) if s["grade"] is not None]
    if len(sections) < 2:
        return ""
    sign = 1 if reading["metric"] in EASIER_WHEN_HIGHER else -1
    rows = "".join(
        f'<tr><th scope="row" dir="auto"{lang(page.language) if s["heading"] else ""}>'
        f"{line(s['heading'] or 'Before the first heading')}</th>"
        f'<td class="num">{s["grade"]:g}</td><td class="num">{s["words"]:,}</td></tr>'
        for s in sorted(sections, key=lambda s: sign * s["grade"])
    )
    return (
        "<details><summary>Grade of each section</summary>"
        '<table aria-label="Grade of each section"><thead><tr><th scope="col">Section</th><th scope="col" class="num">Grade</th>'
        f'<th scope="col" class="num">Words</th></tr></thead><tbody>{rows}</tbody></table></details>'
    )


def _hardest(views: Any) -> list[tuple[float, int, str]]:
    """Return the hardest sentences as `(grade, number of the block, text)`."""
    found = [
        (grade, number, view.text[start:end])
        for number, view in enumerate(views)
        for start, end, grade in view.sentences
        if grade is not None and len(view.text[start:end].split()) >= _SENTENCE_WORDS
    ]
    return sorted(found, key=lambda item: -item[0])[:_HARDEST]


def _sentences(number: int, hardest: list[tuple[float, int, str]], language: str) -> str:
    if not hardest:
        return ""
    items = "".join(
        f'<li><a href="#p{number}b{block}">Grade {grade:g}</a>'
        f' <q lang="{language}" dir="auto">{escape(shortened(text, 400))}</q></li>'
        for grade, block, text in hardest
    )
    return f'<details><summary>Hardest sentences</summary><ol class="hard">{items}</ol></details>'


def finding(page: int, number: int, found: Finding, of_page: str, *, placed: bool = True) -> str:
    """Return what is said of a finding on a page in the language `of_page`.

    `placed` tells that the text has its mark.
    """
    mark = f'<span class="b">{number + 1}</span>'
    if placed:
        mark = (
            f'<a class="b" href="#p{page}m{number}" aria-label="Finding {number + 1}, in the text">'
            f"{number + 1}</a>"
        )
    review = ' <span class="s r">a person must decide</span>' if found.needs_review else ""
    wcag = found.references.get("wcag", ())
    standards = [f"WCAG {criterion_name(c)}" for c in wcag]
    language = lang(found.language)
    parts = [
        f'<li id="p{page}f{number}" data-rule="{line(found.rule)}"'
        f' data-severity="{found.severity.value}"{" data-review" if found.needs_review else ""}>',
        f'<p class="fh">{mark} <span class="s {SHORT[found.severity]}">{_NAMES[found.severity]}'
        f'</span> <a href="#r-{line(found.rule)}">{line(rule_title(found.rule))}</a>'
        f" line {found.start.line}, column {found.start.column}{review}</p>",
    ]
    if found.excerpt and found.excerpt not in found.message:
        quoted = escape(shortened(found.excerpt, _EXCERPT))
        parts.append(f'<p dir="auto"><q{lang(of_page)}>{quoted}</q></p>')
    parts.append(f"<p{language}>{escape(found.message)}</p>")
    if advice := advice_of(found):
        parts.append(f'<p class="how"{language}>{escape(advice)}</p>')
    identity = [f"fingerprint {found.fingerprint}"] if found.fingerprint else []
    if facts := "; ".join(standards + identity):
        parts.append(f'<p class="std">{line(facts)}</p>')
    parts.append("</li>")
    return "".join(parts)


def _suppressed(page: PageResult) -> str:
    if not page.suppressed:
        return ""
    items = "".join(
        f"<li>{line(rule_title(s.finding.rule))}, line {s.finding.start.line}:"
        f" <span{lang(s.finding.language)}>{escape(s.finding.message)}</span> <b>Why ({line(_KINDS.get(s.kind, s.kind))}):</b>"
        f" {escape(s.reason)}</li>"
        for s in page.suppressed
    )
    return (
        f"<details><summary>Left out ({len(page.suppressed):,})</summary><ul>{items}</ul></details>"
    )
