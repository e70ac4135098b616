"""Where a page lies, as the reports say it, is told from the top of the repository."""

from __future__ import annotations

import json
from pathlib import Path

from plainlang.findings import Report
from plainlang.reports import Options, render

TOP = Path("/repo").resolve()


def test_sarif_says_where_its_paths_start(report: Report) -> None:
    inside = Options(top=str(TOP), folder=str(TOP / "pages"))
    outside = inside._replace(folder=str(TOP.parent / "elsewhere"))
    (run,) = json.loads(str(render(report, "sarif", inside)))["runs"]
    assert "repository" in run["originalUriBaseIds"]["SRCROOT"]["description"]["text"]
    location = run["artifacts"][0]["location"]
    assert location == {"uri": "pages/site/flu%20advice.html", "uriBaseId": "SRCROOT"}
    (run,) = json.loads(str(render(report, "sarif", outside)))["runs"]
    assert run["artifacts"][0]["location"] == {"uri": "site/flu%20advice.html"}


def test_gitlab_knows_a_finding_again_from_another_folder(report: Report) -> None:
    (page, *_) = report.pages
    deeper = page._replace(path="../site/flu advice.html")
    seen = [
        [entry["fingerprint"] for entry in json.loads(str(render(each, "gitlab", options)))]
        for each, options in (
            (report._replace(pages=(page,)), Options(top=str(TOP), folder=str(TOP))),
            (report._replace(pages=(deeper,)), Options(top=str(TOP), folder=str(TOP / "x"))),
        )
    ]
    assert seen[0] == seen[1]
