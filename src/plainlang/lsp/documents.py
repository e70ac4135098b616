"""A document in an editor, checked: its findings, its rules, and what kept it from being checked.

Finds the config for each check anew, so that no change of a config or a rule goes unseen. A config
that cannot be used is told, never raised. Knows no protocol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from plainlang.config import Config
from plainlang.errors import PlainlangError
from plainlang.findings import Finding
from plainlang.page import Page, format_of, read_page
from plainlang.rules.model import Rule
from plainlang.run import Setup, check_text
from plainlang.sources import is_excluded

# The languages that editors name, and the ending of such a file. Editors disagree on templates.
LANGUAGES = {
    "html": ".html", "xhtml": ".html", "markdown": ".md", "plaintext": ".txt", "text": ".txt",
    "django-html": ".html", "htmldjango": ".html", "jinja": ".html", "jinja-html": ".html",
    "jinja2": ".html", "liquid": ".html", "handlebars": ".html", "twig": ".html", "erb": ".html",
    "eruby": ".html", "nunjucks": ".html", "php": ".html",
}  # fmt: skip


def path_of(path: str, language: str) -> str | None:
    """Return the path a document is checked under, None when its language is none of ours.

    A name that does not tell the format ("Untitled-1") gets the ending of the language.
    """
    ending = LANGUAGES.get(language)
    if ending is None:
        return None
    return path if format_of(path) else f"{path}{ending}"


@dataclass(frozen=True)
class Checked:
    """What a check of a document gave.

    `rules` are those that know the document, by id. `problems` are what is wrong beside the page:
    the config, a rule. With a broken config there are no findings.
    """

    source: str
    path: str
    config: Config = field(default_factory=Config)
    findings: tuple[Finding, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    problems: tuple[PlainlangError, ...] = ()

    @cached_property
    def page(self) -> Page:
        return read_page(self.source, self.path, language=self.config.settings.language)


def check_document(source: str, path: str, config: Path | None = None) -> Checked:
    """Check a document's source; `config` is used in place of the nearest one.

    A document that the config leaves out has no findings.
    """
    try:
        setup = Setup(config)
        found = setup.config_for(Path(path).parent)
        # Without a config there is no top folder to judge a path from: its name alone counts.
        if is_excluded(Path(path) if found.path else Path(Path(path).name), found):
            return Checked(source, path, found)
        rules = {rule.id: rule for rule in setup.loaded(found).rules}
        result = check_text(source, path, found, setup)
    except PlainlangError as error:
        return Checked(source, path, problems=(error,))
    except Exception as error:  # whatever a config holds, the editor must go on
        told = PlainlangError(f"plainlang broke: {type(error).__name__}: {error}")
        return Checked(source, path, problems=(told,))
    faults = (PlainlangError(fault) for fault in result.faults)
    return Checked(source, path, found, result.findings, rules, (*setup.errors, *faults))
