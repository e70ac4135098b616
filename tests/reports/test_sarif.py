"""SARIF 2.1.0: valid, complete, and within what code scanning takes."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

import plainlang
from plainlang.findings import Report, Severity
from plainlang.reports import render, sarif

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)


def sarif_run(report: Report) -> dict[str, Any]:
    """Return the one run of a report's SARIF, which must be valid."""
    text = render(report, "sarif")
    assert isinstance(text, str)
    log = json.loads(text.encode("utf-8", "replace"))
    errors = [f"{list(e.path)}: {e.message}" for e in Draft4Validator(SCHEMA).iter_errors(log)]
    assert errors == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def many(report: Report, number: int) -> Report:
    """Return the report with its first page's findings multiplied."""
    page = report.pages[0]
    few = page.findings
    findings = tuple(
        few[i % len(few)]._replace(fingerprint=f"{i:x}", message=f"{i} {few[i % len(few)].message}")
        for i in range(number)
    )
    return report._replace(pages=(page._replace(findings=findings), *report.pages[1:]))


def test_sarif(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.sarif", json.dumps(sarif_run(report), indent=1, ensure_ascii=False) + "\n")


def test_hostile_text_keeps_it_valid_and_makes_no_link(hostile: Report) -> None:
    run = sarif_run(hostile)
    assert "[x](javascript" not in run["results"][0]["message"]["text"]


def test_a_real_run_is_valid() -> None:
    source = "<html><title></title><h1>Care</h1><p>Your hypertension <img src=a.png></p></html>"
    run = sarif_run(plainlang.check(source))
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(ids[r["ruleIndex"]] == r["ruleId"] for r in run["results"])
    assert {r["ruleId"] for r in run["results"]} >= {"undefined-term"}
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 20


def test_help_for_a_rule_has_no_blanks_that_a_finding_fills_in() -> None:
    """Code scanning shows it beside each finding."""
    log = json.loads(str(render(plainlang.check("<p>You have edema.</p>"), "sarif")).encode())
    helps = {r["id"]: r["help"] for r in log["runs"][0]["tool"]["driver"]["rules"]}
    assert helps["page-near-target"]["text"].endswith("Rewrite … to be sure.")
    said = [h["text"] + h["markdown"].partition("**Not like this**")[0] for h in helps.values()]
    assert [text for text in said if "{" in text] == []


def test_the_worst_come_first_and_what_a_person_must_judge_is_no_failure(report: Report) -> None:
    results = sarif_run(report)["results"]
    assert [r["ruleId"] for r in results if "suppressions" not in r] == [
        "image-without-alt", "unreadable-page", "undefined-term", "vague-link-label",
        "hard-sentence",
    ]  # fmt: skip
    review = next(r for r in results if r["ruleId"] == "vague-link-label")
    assert (review["kind"], review["level"]) == ("review", "none")


def test_suppressed_findings_say_why(report: Report) -> None:
    (suppressed,) = (r for r in sarif_run(report)["results"] if "suppressions" in r)
    assert suppressed["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "The editor wants it."}
    ]


def test_uris_are_relative_to_the_folder_of_the_run(report: Report) -> None:
    run = sarif_run(report)
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "site/flu%20advice.html", "uriBaseId": "SRCROOT", "index": 0}
    assert run["artifacts"][0]["location"]["uri"] == location["uri"]
    assert "SRCROOT" in run["originalUriBaseIds"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a.html", "a.html"),
        ("é 100%.md", "%C3%A9%20100%25.md"),
        ("a:b.html", "a%3Ab.html"),
        ("/srv/a b.html", "file:///srv/a%20b.html"),
        ("C:\\x\\a b.html", "file:///C:/x/a%20b.html"),
        ("dir\\a.html", "dir/a.html"),
        ("caf\udce9.html", "caf%E9.html"),  # a name in Latin-1
        ("caf\ud83d.html", "caf%3F.html"),  # no bytes make this
    ],
)
def test_any_path_makes_a_good_uri(path: str, uri: str, report: Report) -> None:
    page = report.pages[1]._replace(path=path)
    (artifact,) = sarif_run(report._replace(pages=(page,)))["artifacts"]
    assert artifact["location"]["uri"] == uri


def test_columns_count_code_points_and_fixes_name_their_place(report: Report) -> None:
    run = sarif_run(report)
    assert run["columnKind"] == "unicodeCodePoints"
    term = next(r for r in run["results"] if r["ruleId"] == "undefined-term")
    region = term["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 20, 27)
    (change,) = term["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["deletedRegion"] == region
    assert change["replacements"][0]["insertedContent"] == {"text": "muscle pain"}


def test_it_says_what_was_not_run_and_what_cannot_be_read(report: Report) -> None:
    (invocation,) = sarif_run(report)["invocations"]
    config = " ".join(n["message"]["text"] for n in invocation["toolConfigurationNotifications"])
    assert "wordy-phrase" in config
    assert "browser" in config
    notes = " ".join(n["message"]["text"] for n in invocation["toolExecutionNotifications"])
    assert "site/broken.html: this file cannot be read" in notes
    assert invocation["executionSuccessful"] is False


def test_too_many_results_are_cut_to_the_worst_and_it_says_so(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 40)
    monkeypatch.setattr(sarif, "SHOWN_RESULTS", 10)
    run = sarif_run(many(report, 100))
    assert len(run["results"]) == 40
    errors = [r for r in run["results"] if r["level"] == "error"]
    assert errors == run["results"][: len(errors)]
    assert len(errors) == 26  # 25 of the page, and the page that cannot be read
    notes = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes[0].startswith("There are 102 findings. This file holds the worst 40")
    assert notes[1] == "Code scanning shows the first 10 findings: the worst."


def test_a_list_of_pages_that_is_cut_says_so(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MAX_ARTIFACTS", 20_000)
    names = (random.Random(i).randbytes(1_000).hex() for i in range(60))
    pages = tuple(report.pages[1]._replace(path=f"{name}.html") for name in names)
    run = sarif_run(report._replace(pages=pages))
    listed = len(run["artifacts"])
    assert 10 < listed < 60
    notes = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert f"This file lists {listed} of 60 pages." in notes


def test_it_stays_small_enough_when_packed(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_PACKED", 30_000)
    text = str(render(many(report, 4_000), "sarif")).encode()
    (run,) = json.loads(text)["runs"]
    assert len(gzip.compress(text, 6)) < 40_000
    assert 100 < len(run["results"]) < 4_000
    assert (
        "holds the worst"
        in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    )


def test_severities_map_to_levels(report: Report) -> None:
    levels = {r["ruleId"]: r["level"] for r in sarif_run(report)["results"]}
    assert levels["image-without-alt"] == Severity.ERROR.value
    assert levels["undefined-term"] == "warning"
    assert levels["hard-sentence"] == "note"
