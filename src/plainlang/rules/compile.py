"""One rule file to plain data, or to the list of what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from plainlang.errors import nearest
from plainlang.findings import Severity
from plainlang.language.subtags import is_registered, primary_subtag, tag_meant
from plainlang.rules.model import CATEGORIES
from plainlang.rules.signature import (
    checks_in,
    checks_of,
    misfit,
    needed_by,
    parameters_of,
    resolve,
    selector_problem,
)
from plainlang.standards import reference_problem

_KEYS = {
    "id": str, "category": str, "severity": str, "languages": list, "references": dict,
    "select": str, "check": str, "with": dict, "message": str, "why": str, "fix": str,
    "bad": list, "good": list, "enabled": bool, "needs_review": bool, "precision": str,
    "notes": str, "es": dict,
}  # fmt: skip
_NEEDED = ("id", "category", "severity", "check", "message", "why", "fix", "bad", "good")
_TYPES = {str: "text", list: "a list", dict: "a mapping", bool: "true or false"}
_TRANSLATED = ("message", "why", "fix")

FORMATS = ("html", "markdown", "text")
Wrong = tuple[str, str, int | None]  # message, path, line


def compile_rules(
    folder: Path, sources: list[tuple[Path, bytes]], checks: tuple[str, ...]
) -> tuple[list[dict[str, Any]], list[Wrong], set[str]]:
    """Compile rule files; returns the good ones as plain data, and what is wrong with the others.

    Returns the word lists that they name, too, whether these are there or not.
    """
    known = checks_in("plainlang.checks")
    others: set[str] = set()
    for name in checks:
        from importlib import import_module

        module = import_module(name)
        known.update(checks_of(module))
        others.update(checks_of(module, right=False))
    rules: list[dict[str, Any]] = []
    wrong: list[Wrong] = []
    lists: set[str] = set()
    for file, content in sources:
        reader = _RuleFile(folder, file, known, others - known.keys())
        rule = reader.read(content)
        lists |= reader.lists
        if rule is not None and any(rule["id"] == other["id"] for other in rules):
            reader.blame(f"there is another rule “{rule['id']}” in this folder; rename one.", "id")
        if reader.wrong or rule is None:
            wrong.extend(reader.wrong)
        else:
            rules.append(rule)
    return rules, wrong, lists


class _RuleFile:
    """Reads one file, collecting what is wrong with it."""

    def __init__(self, folder: Path, file: Path, checks: dict[str, str], others: set[str]) -> None:
        self.folder = folder
        self.file = file
        self.checks = checks
        self.others = others  # functions that take other things than a check does
        self.wrong: list[Wrong] = []
        self.lists: set[str] = set()
        self.lines: dict[str, int] = {}

    def blame(self, message: str, key: str | None = None) -> None:
        self.wrong.append((message, str(self.file), self.lines.get(key or "", 1)))

    def read(self, content: bytes) -> dict[str, Any] | None:
        data = self.parse(content)
        if data is None:
            return None
        self.check_keys(data)
        if self.wrong:
            return None
        self.check_values(data)
        self.check_references(data)
        parameters = self.parameters(data)
        if self.wrong:
            return None
        return {
            "id": data["id"],
            "category": data["category"],
            "severity": data["severity"],
            "check": self.checks[data["check"]],
            "message": data["message"].strip(),
            "why": data["why"].strip(),
            "fix": data["fix"].strip(),
            "bad": self.examples(data["bad"]),
            "good": self.examples(data["good"]),
            "select": data.get("select"),
            "parameters": parameters,
            "languages": tuple(data.get("languages", ())),
            "references": _references(data),
            "translations": {"es": dict(data["es"])} if "es" in data else {},
            "enabled": data.get("enabled", True),
            "needs_review": data.get("needs_review", False),
            "precision": data.get("precision", ""),
            "notes": data.get("notes", "").strip(),
            "path": str(self.file),
        }

    def parse(self, content: bytes) -> dict[str, Any] | None:
        loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            loader = loader_class(content)
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else None
        except UnicodeDecodeError:
            self.blame("the file is not UTF-8; save it as UTF-8.")
            return None
        except yaml.YAMLError as error:
            if not _is_utf8(content):
                self.blame("the file is not UTF-8; save it as UTF-8.")
                return None
            mark = getattr(error, "problem_mark", None)
            self.lines[""] = mark.line + 1 if mark else 1
            problem = " ".join((getattr(error, "problem", None) or str(error)).split())
            self.blame(f"this is not valid YAML: {problem}.")
            return None
        if not isinstance(data, dict):
            self.blame("a rule is a mapping of keys such as “id:” and “check:”.")
            return None
        self.note_lines(node)
        return data

    def note_lines(self, node: Any, above: str = "") -> None:
        """Note on which line each key stands, and blame one that stands there twice."""
        here: set[str] = set()
        for key, value in node.value:
            name = f"{above}{key.value}"
            self.lines[name] = key.start_mark.line + 1
            if name in here:
                self.blame(f"“{key.value}” stands there twice; keep one.", name)
            here.add(name)
            if not above and isinstance(value, yaml.MappingNode):
                self.note_lines(value, f"{name}.")

    def check_keys(self, data: dict[str, Any]) -> None:
        for key, value in data.items():
            wanted = _KEYS.get(str(key))
            if wanted is None:
                self.blame(f"“{key}” is no key of a rule.{nearest(str(key), _KEYS)}", str(key))
            elif not isinstance(value, wanted):
                self.blame(f"“{key}” must be {_TYPES[wanted]}.", str(key))
        missing = [key for key in _NEEDED if key not in data]
        if missing:
            self.blame(f"the rule lacks {', '.join(f'“{m}”' for m in missing)}.")

    def check_values(self, data: dict[str, Any]) -> None:
        if data["id"] != self.file.stem:
            self.blame(f"the id must be the file's name, “{self.file.stem}”.", "id")
        self.one_of(data["category"], CATEGORIES, "category")
        self.one_of(data["severity"], tuple(Severity), "severity")
        if data["check"] in self.others:
            name = data["check"].replace("-", "_")
            self.blame(f"a check takes “page” and “elements” first; “{name}” does not.", "check")
        else:
            self.one_of(data["check"], tuple(self.checks), "check")
        for key in ("bad", "good"):
            if not data[key]:
                self.blame(f"“{key}” needs at least one example.", key)
        for key in ("bad", "good"):
            for example in data[key]:
                self.check_example(example, key)
        for key, text in data.get("es", {}).items():
            if key not in _TRANSLATED:
                self.blame(f"“{key}” cannot be translated.{nearest(str(key), _TRANSLATED)}", "es")
            elif not isinstance(text, str):
                self.blame(f"“{key}” under “es” must be text.", "es")
            else:
                self.check_form(text, "es")
        for key in _TRANSLATED:
            self.check_form(data[key], key)
        for tag in data.get("languages", ()):
            primary = primary_subtag(str(tag))
            if tag != primary or not is_registered(primary):
                meant = tag_meant(str(tag)) or (primary if is_registered(primary) else None)
                hint = f" Did you mean “{meant}”?" if meant else " Use tags such as “en” or “es”."
                self.blame(f"“{tag}” is no tag of a language alone.{hint}", "languages")
        if (select := data.get("select")) is not None:
            if (problem := selector_problem(select)) is not None:
                self.blame(f"the selector “{select}” is not valid CSS: {problem}.", "select")

    def check_references(self, data: dict[str, Any]) -> None:
        for standard, parts in _references(data).items():
            for part in parts:
                if (problem := reference_problem(standard, part)) is not None:
                    self.blame(problem, f"references.{standard}")

    def check_form(self, text: str, key: str) -> None:
        """A `{` or `}` in a message is a place that the check fills in."""
        try:
            list(Formatter().parse(text))
        except ValueError:
            self.blame(
                f"“{key}” has a “{{” or “}}” too many; write “{{{{” for one that stays.", key
            )

    def check_example(self, example: Any, key: str) -> None:
        """An example is a page's source, or `{markdown: source}`, with `files` beside it or not."""
        if isinstance(example, dict):
            files = example.get("files", {})
            example = {k: v for k, v in example.items() if k != "files"}
            if not (isinstance(files, dict) and all(_is_file(k, v) for k, v in files.items())):
                self.blame(
                    "“files” must name files in the folder of the page, and say what they hold.",
                    key,
                )
            if len(example) == 1:
                format_, example = next(iter(example.items()))
                self.one_of(format_, FORMATS, "example format", key)
        if not isinstance(example, str):
            self.blame(f"an example of “{key}” must be text; put it in quotes.", key)
        elif example.count("[[") != example.count("]]") or ("[[" in example) != (key == "bad"):
            self.blame(
                "a bad example marks what must be reported with “[[” and “]]”; a good one has none.",
                key,
            )

    def examples(self, given: list[Any]) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
        """Return each example's format, source, and the files beside it."""
        out = []
        for example in given:
            parts = dict(example) if isinstance(example, dict) else {"html": example}
            files = parts.pop("files", {})
            ((format_, text),) = parts.items()
            out.append((format_, text, tuple(files.items())))
        return out

    def one_of(self, value: str, known: tuple[str, ...], what: str, key: str = "") -> None:
        if value not in known:
            self.blame(f"“{value}” is no {what}.{nearest(str(value), known)}", key or what)

    def parameters(self, data: dict[str, Any]) -> dict[str, Any]:
        if data["check"] not in self.checks:
            return {}
        check = resolve(self.checks[data["check"]])
        wanted = parameters_of(check)
        out: dict[str, Any] = {}
        for name in needed_by(check):
            if name not in data.get("with", {}):
                self.blame(f"“{data['check']}” needs the parameter “{name}” under “with”.", "check")
        for name, value in data.get("with", {}).items():
            where = f"with.{name}"
            annotation = wanted.get(name)
            if annotation is None:
                hint = nearest(name, wanted) if wanted else " It takes none."
                self.blame(f"“{data['check']}” takes no parameter “{name}”.{hint}", where)
            elif (misfitting := misfit(annotation, value)) is not None:
                self.blame(f"the parameter “{name}” must be {misfitting}.", where)
            elif annotation == "Words":
                out[name] = {"words": self.words(value, data.get("languages", []), where)}
            else:
                out[name] = value
        return out

    def words(self, path: str, languages: list[str], where: str) -> dict[str, list[str]]:
        """Read a word list; `{language}` in its path stands for each of the rule's languages."""
        out: dict[str, list[str]] = {}
        for language in languages or ["en"]:
            file = self.folder / path.replace("{language}", language)
            self.lists.add(str(file))
            if not file.is_file():
                self.blame(f"there is no word list “{file}”.", where)
                continue
            try:
                lines = file.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError):
                self.blame(f"the word list “{file}” cannot be read as UTF-8.", where)
                continue
            out[language] = [
                " ".join(line.split()).lower()
                for line in lines
                if line.strip() and not line.startswith("#")
            ]
        return out


def _references(data: dict[str, Any]) -> dict[str, list[str]]:
    """Return the parts of each standard that a rule names; one alone needs no list."""
    given = data.get("references", {}).items()
    return {str(k): [str(part) for part in (v if isinstance(v, list) else [v])] for k, v in given}


def _is_file(path: Any, content: Any) -> bool:
    """Tell whether an example may put a file there: inside the folder of its page."""
    if not (isinstance(path, str) and isinstance(content, str)):
        return False
    return bool(path) and not path.startswith("/") and ".." not in path.split("/")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
