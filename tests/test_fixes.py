"""Fixes put into a source: nothing else changes, no edit lands in another, a diff can be applied."""

from __future__ import annotations

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plainlang
from plainlang.findings import Edit, Finding, Fix, Position, Severity, Span
from plainlang.fixes import apply_fixes, diff


def finding(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    fix = (
        Fix(tuple(Edit(Span(a, b), text) for a, b, text in edits), "mend", safe) if edits else None
    )
    return Finding(
        rule="r", category="wording", severity=Severity.NOTE, path="a.html", message="m",
        span=Span(0, 0), start=Position(1, 1), end=Position(1, 1), excerpt="", fix=fix,
    )  # fmt: skip


def mended(source: str, *findings: Finding, unsafe: bool = False) -> tuple[str, int, int]:
    fixed = apply_fixes(source, findings, unsafe=unsafe)
    return fixed.source, len(fixed.applied), len(fixed.waiting)


def test_edits_are_put_in_whatever_their_order() -> None:
    first, second = finding((0, 3, "A")), finding((4, 7, "longer than before"))
    assert mended("one two", second, first) == ("A longer than before", 2, 0)
    assert mended("one two", first, second) == ("A longer than before", 2, 0)


def test_a_fix_may_edit_several_places() -> None:
    assert mended("a b c", finding((0, 1, "x"), (4, 5, "z"))) == ("x b z", 1, 0)


def test_what_has_no_fix_is_left_alone() -> None:
    assert mended("a b c", finding()) == ("a b c", 0, 0)


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    unsafe = finding((0, 1, "x"), safe=False)
    assert mended("a", unsafe) == ("a", 0, 0)
    assert mended("a", unsafe, unsafe=True) == ("x", 1, 0)


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        ((0, 3, "X"), (2, 5, "Y"), ("Xdef", 1, 1)),
        ((0, 6, "X"), (2, 3, "Y"), ("X", 1, 1)),
        ((2, 3, "Y"), (0, 6, "X"), ("abYdef", 1, 1)),
        ((2, 2, "X"), (2, 2, "Y"), ("abXcdef", 1, 1)),
        ((2, 2, "X"), (2, 4, "Y"), ("abXcdef", 1, 1)),
        ((0, 2, "X"), (2, 4, "Y"), ("XYef", 2, 0)),
        ((0, 2, "X"), (2, 2, "Y"), ("XYcdef", 2, 0)),
        ((0, 3, "X"), (0, 3, "X"), ("Xdef", 2, 0)),
    ],
)
def test_where_two_fixes_meet_the_first_stands_and_the_other_waits(
    one: tuple[int, int, str], other: tuple[int, int, str], result: tuple[str, int, int]
) -> None:
    assert mended("abcdef", finding(one), finding(other)) == result


def test_a_fix_waits_as_a_whole() -> None:
    both = finding((0, 1, "X"), (4, 5, "Y"))
    assert mended("abcdef", finding((4, 5, "E")), both) == ("abcdEf", 1, 1)


@st.composite
def sources_with_fixes(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    """A source of lower case letters and odd characters, and fixes whose texts are capitals."""
    source = draw(st.text("abc \r\n\t\u2028\x0cé𝒳&<>", max_size=40))
    place = st.integers(0, len(source))
    edit = st.tuples(place, place, st.text("XYZ", max_size=3)).map(
        lambda e: (min(e[0], e[1]), max(e[0], e[1]), e[2])
    )

    def apart(edits: list[tuple[int, int, str]]) -> bool:
        ordered = sorted(edits)
        return all(a[1] <= b[0] and a[0] < b[0] for a, b in pairwise(ordered))

    fixes = st.lists(edit, min_size=1, max_size=3).filter(apart)
    return source, [finding(*edits) for edits in draw(st.lists(fixes, max_size=6))]


@settings(deadline=None)
@given(sources_with_fixes())
def test_what_no_applied_edit_names_stays_as_it_was(given: tuple[str, list[Finding]]) -> None:
    source, findings = given
    fixed = apply_fixes(source, findings)
    edits = sorted({e for f in fixed.applied if f.fix for e in f.fix.edits}, key=lambda e: e.span)
    for one, other in pairwise(edits):
        assert one.span.end <= other.span.start  # no two overlap
    expected, at = "", 0
    for edit in edits:
        expected += source[at : edit.span.start] + edit.text
        at = edit.span.end
    assert fixed.source == expected + source[at:]
    assert len(fixed.applied) + len(fixed.waiting) == len(findings)


@settings(deadline=None)
@given(sources_with_fixes())
def test_the_first_fix_is_never_kept_waiting_and_rounds_come_to_an_end(
    given: tuple[str, list[Finding]],
) -> None:
    source, findings = given
    waiting = findings
    while waiting:
        fixed = apply_fixes(source, waiting)
        assert fixed.applied[:1] == tuple(waiting[:1])
        waiting = list(fixed.waiting)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["in order to eat", "in the event that", "<b>sleep</b>", "&amp;",
                                 "prior to", "rest", "\r\n", "\r\n\r\n", "Utilize"]), max_size=12))  # fmt: skip
def test_fixes_of_real_findings_keep_line_ends_and_markup(parts: list[str]) -> None:
    source = f"<p>{' '.join(parts)}</p>\r\n"
    findings = plainlang.check(source, config={"select": ["wordy-phrase"]}).findings
    fixed = apply_fixes(source, findings, unsafe=True)
    assert fixed.source.count("\r\n") == source.count("\r\n")
    assert fixed.source.count("\n") == source.count("\n")
    for mark in ("<p>", "</p>", "<b>", "</b>", "&amp;", "rest"):
        assert fixed.source.count(mark) == source.count(mark)


# Diffs


def test_no_change_is_no_diff() -> None:
    assert diff("a\n", "a\n", "a.html") == ""


def test_a_diff_names_the_file_and_a_missing_line_end() -> None:
    assert diff("a\nb", "a\nc", "x/a.html") == (
        "--- x/a.html\n+++ x/a.html\n@@ -1,2 +1,2 @@\n a\n"
        "-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("odd", ["\x0c", "\u2028", "\x85", "\x0b", "\r", "\x1e", "é𝒳"])
def test_a_diff_can_be_applied(tmp_path: Path, end: str, odd: str) -> None:
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    before = end.join(["one", f"tw{odd}o", "in order to", f"four{odd}", "five"])
    after = before.replace("in order to", "to")
    page = tmp_path / "a.html"
    page.write_bytes(before.encode())
    patch = diff(before, after, "a/a.html").replace("+++ a/", "+++ b/")
    subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
        cwd=tmp_path, input=patch.encode(), check=True, capture_output=True,
    )  # fmt: skip
    assert page.read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>The confidence interval (CI) was wide.</p>", "<p>The confidence interval (CI, "),
        ("<p>COPD (chronic obstructive pulmonary disease) is here.</p>",
         "<p>COPD (chronic obstructive pulmonary disease, "),
    ],
)  # fmt: skip
def test_a_meaning_joins_the_other_name_in_brackets(before: str, after: str) -> None:
    only = {"select": ["undefined-term", "undefined-acronym"]}
    fixed = apply_fixes(before, plainlang.check(before, config=only).findings, unsafe=True).source
    assert fixed.startswith(after)
    assert plainlang.check(fixed, config=only).findings == ()


@pytest.mark.parametrize(
    "before",
    [
        "<p>She had a rash (eclampsia can show so) and more.</p>",
        "<p>Some stents (Xience) last.</p>",
        "<p>Take <b>warfarin</b> [5 mg] now.</p>",
        "<p>You may get magnesium sulfate.</p>",
        "<p>Ask for your dialysis machine.</p>",
        "<p>It is a dialysis-related rash.</p>",
        "<p>Tell the hematologist’s nurse.</p>",
        "<p>Ask the team (a nurse, an oncologist and you) today.</p>",
        "<p lang='es'>Tiene hipertensión arterial grave.</p>",
    ],
)
def test_no_meaning_is_put_inside_brackets_or_a_longer_name(before: str) -> None:
    only = {"select": ["undefined-term"]}
    findings = plainlang.check(before, config=only).findings
    assert findings
    assert apply_fixes(before, findings, unsafe=True).source == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>You need dialysis.</p>", "<p>You need dialysis ("),
        ("<p>You need dialysis</p>", "<p>You need dialysis ("),
        ("<p>If you need <b>dialysis</b>, call.</p>", "<p>If you need <b>dialysis ("),
        ("<p>You need dialysis when you are ill.</p>", "<p>You need dialysis ("),
        ("<p>Here dialysis can’t be done.</p>", "<p>Here dialysis ("),
        ("<p lang='es'>La diálisis se hace aquí.</p>", "<p lang='es'>La diálisis ("),
    ],
)
def test_a_meaning_is_put_behind_a_term_that_ends_its_name(before: str, after: str) -> None:
    findings = plainlang.check(before, config={"select": ["undefined-term"]}).findings
    assert apply_fixes(before, findings, unsafe=True).source.startswith(after)


@pytest.mark.parametrize(
    ("settings", "told"),
    [({}, "Quite “Foto de”"), ({"message-language": "en"}, "Take “Foto de” out")],
)
def test_what_a_fix_does_is_told_in_the_language_of_the_messages(
    settings: dict[str, str], told: str
) -> None:
    source = '<html lang="es"><p>Descanse. <img src="a.jpg" alt="Foto de una enfermera"></p>'
    (fix,) = [f.fix for f in plainlang.check(source, config=settings).findings if f.fix]
    assert fix.description == told
