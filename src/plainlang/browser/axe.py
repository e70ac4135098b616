"""axe-core in the browser: its version, its rules as plainlang's, and what it says of a page.

Runs it through `axe_selenium_python.Axe`, whose own axe-core is 3.1.1 of 2018; a newer one can be
given. Knows no source: what it returns are paths of elements in the living page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium.common.exceptions import WebDriverException

from plainlang.browser import places
from plainlang.browser.chromium import Chromium, explain
from plainlang.errors import PageError, PlainlangError
from plainlang.findings import BROWSER_RULES, Severity
from plainlang.records import NamedTuple
from plainlang.rules.model import Rule

_IN_NODE = Path("node_modules", "axe-core", "axe.min.js")
_SEVERITIES = {"critical": Severity.ERROR, "serious": Severity.WARNING}
_CRITERION = re.compile(r"wcag(\d)(\d)(\d+)")
_OBSOLETE = frozenset({"4.1.1"})  # taken out of WCAG 2.2
_NOT_OURS = frozenset(
    {"frame-tested"}
)  # it asks for axe in each frame; frames are pages of their own
_OPTIONS = {"iframes": False, "preload": False}


class Node(NamedTuple):
    """An element that breaks a rule, or may (`review`): its path, and what axe says of it.

    `inner` tells that it stands in a shadow tree of what is at the path.
    """

    rule: str
    review: bool
    severity: Severity
    impact: str
    path: places.Path
    inner: bool
    html: str
    advice: str
    data: Mapping[str, Any]


class Seen(NamedTuple):
    """What axe found on a page, in the order of its rules and of the page, and its elements."""

    nodes: tuple[Node, ...]
    levels: Mapping[places.Path, Sequence[places.Child]]


class Tester:
    """axe in a browser. `rules` are its rules by their names; those that it leaves out are off.

    Raises:
        PlainlangError: the script is no axe-core.
    """

    def __init__(self, browser: Chromium, script: Path | None = None) -> None:
        self._browser = browser
        self._script = script
        driver = browser.driver
        driver.get("about:blank")
        try:
            axe = self._axe()
            axe.inject()
            self.version = str(driver.execute_script("return axe.version"))
            known = driver.execute_script("return axe.getRules()")
            ran = axe.run(None, json.dumps(_OPTIONS))
        except (WebDriverException, OSError, UnicodeDecodeError) as error:
            said = explain(error) if isinstance(error, WebDriverException) else f"{error}."
            where = None if script is None else str(script)
            raise PlainlangError(f"this is no axe-core that can run: {said}", path=where) from None
        kinds = ("violations", "incomplete", "passes", "inapplicable")
        on = {rule["id"] for kind in kinds for rule in ran[kind]}
        self.rules = {
            data["ruleId"]: rule_of(data, data["ruleId"] in on)
            for data in sorted(known, key=lambda data: str(data["ruleId"]))
            if data["ruleId"] not in _NOT_OURS
        }
        self.help = {data["ruleId"]: str(data.get("helpUrl", "")) for data in known}

    def test(self, path: Path, rules: Collection[str]) -> Seen:
        """Open a page and run those rules (axe's ids) on it.

        Raises:
            PageError: the page cannot be opened, or axe cannot run on it.
        """
        options = {**_OPTIONS, "runOnly": {"type": "rule", "values": sorted(rules)}}
        try:
            self._browser.open(path)
            axe = self._axe()
            axe.inject()
            self._browser.driver.execute_script(_script())
            answer = axe.run(None, json.dumps(options))
        except WebDriverException as error:
            self._browser.close()  # it may hang; the next page gets a fresh one
            raise PageError(explain(error)) from None
        if "error" in answer:
            raise PageError(f"axe says: {answer['error'].rstrip('.')}.")
        levels = {
            tuple(map(int, key.split())): [places.Child(*child) for child in children]
            for key, children in answer["levels"].items()
        }
        return Seen(tuple(map(_node, answer["nodes"])), levels)

    def _axe(self) -> Any:
        driver = self._browser.driver
        return Axe(driver) if self._script is None else Axe(driver, str(self._script))


def find_axe(folder: Path) -> Path | None:
    """Return the axe-core that npm installed in a folder or above it."""
    found = (above / _IN_NODE for above in (folder, *folder.parents))
    return next((path for path in found if path.is_file()), None)


def rule_of(data: Mapping[str, Any], enabled: bool) -> Rule:
    """Return a rule of axe as one of plainlang's, in axe's words."""
    message, why = (str(data.get(key) or data["ruleId"]) for key in ("help", "description"))
    return Rule(
        id=BROWSER_RULES + data["ruleId"],
        category="structure",
        severity=Severity.WARNING,
        check="",
        message=_sentence(message),
        why=_sentence(why),
        fix=_sentence(message),
        bad=(),
        good=(),
        references=_references(data),
        enabled=enabled,
    )


def _references(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found = (_CRITERION.fullmatch(tag) for tag in data.get("tags", ()))
    wcag = {".".join(match.groups()) for match in found if match} - _OBSOLETE
    act = data.get("actIds") or ()
    both = {"wcag": tuple(sorted(wcag, key=_number)), "act": tuple(act)}
    return {name: parts for name, parts in both.items() if parts}


def _number(criterion: str) -> tuple[int, ...]:
    return tuple(map(int, criterion.split(".")))


def _sentence(text: str) -> str:
    """Return axe's words as a sentence in which no brace is a placeholder."""
    return f"{text.rstrip('.')}.".replace("{", "{{").replace("}", "}}")


def _node(data: Mapping[str, Any]) -> Node:
    review = bool(data["review"])
    impact = data["impact"] or "minor"
    return Node(
        rule=data["rule"],
        review=review,
        severity=Severity.NOTE if review else _SEVERITIES.get(impact, Severity.NOTE),
        impact=impact,
        path=tuple(data["path"]),
        inner=data["inner"],
        html=" ".join(data["html"].split()),
        advice=_advice(data["summary"]) or " ".join(map(_sentence, data["reasons"])),
        data=data["data"],
    )


def _advice(summary: str) -> str:
    """Return axe's list of what to mend in one line: a heading, then one line for each way."""
    out: list[str] = []
    for line in filter(str.strip, summary.splitlines()):
        text = line.strip().rstrip(".")
        if line[:1].isspace() and out and not out[-1].endswith(":"):
            out[-1] += f"; {text}"
        elif line[:1].isspace() and out:
            out[-1] += f" {text}"
        else:
            out.append(text)
    return " ".join(f"{part}." for part in out)


def _script() -> str:
    return (files(__package__) / "script.js").read_text(encoding="utf-8")
