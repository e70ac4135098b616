"""`plainlang rules`: list the rules, show one, test their examples."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from plainlang.cli.options import complain, complete_rules
from plainlang.errors import PlainlangError, nearest
from plainlang.messages import plural
from plainlang.rules.load import Loaded, load_folder, rule_files
from plainlang.rules.model import Rule
from plainlang.run import Setup


def _loaded() -> Loaded:
    setup = Setup()
    return setup.loaded(setup.config_for(Path.cwd()))


def _known() -> tuple[Rule, ...]:
    loaded = _loaded()
    for error in loaded.errors:
        complain(error)
    return loaded.rules


@click.group("rules", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the rules; `show` one, `test` their examples."""
    if ctx.invoked_subcommand is not None:
        return
    rules = _known()
    width = max((len(r.id) for r in rules), default=10)
    for category in dict.fromkeys(r.category for r in rules):
        click.echo(category)
        for rule in rules:
            if rule.category == category:
                off = "" if rule.enabled else " (off)"
                click.echo(
                    f"  {rule.id:<{width}}  {rule.severity.value:<7}  {_first(rule.why)}{off}"
                )


def _first(text: str) -> str:
    return textwrap.shorten(text, 90, placeholder="…")


@command.command("show")
@click.argument("rule_id", metavar="ID", shell_complete=complete_rules)
def show(rule_id: str) -> None:
    """Explain one rule, with what it says of its first example."""
    from plainlang.examples import findings_of

    rules = {r.id: r for r in _known()}
    if rule_id not in rules:
        raise PlainlangError(f"there is no rule “{rule_id}”.{nearest(rule_id, rules)}")
    rule = rules[rule_id]
    click.echo(f"{rule.id}  ({rule.category}, {rule.severity.value}"
               f"{'' if rule.enabled else ', off unless selected'})")  # fmt: skip
    found = next(findings_of(rule), None)  # words with blanks to fill in would tell less
    message, fix = (found.message, found.how) if found else (rule.message, rule.fix)
    for label, text in (("Message", message), ("Why", rule.why), ("How to mend", fix),
                        ("Measured", rule.precision), ("Notes", rule.notes)):  # fmt: skip
        if text:
            click.echo(f"\n{label}: {text}")
    for standard, parts in rule.references.items():
        click.echo(f"\n{standard.upper()}: {', '.join(parts)}")
    for label, examples in (("Reported", rule.bad), ("Right", rule.good)):
        click.echo(f"\n{label}:")
        for example in examples:
            if example.files:
                click.echo(f"    (beside {', '.join(path for path, _ in example.files)})")
            click.echo(textwrap.indent(example.text.rstrip(), "    "))


@command.command("test")
@click.argument("path", required=False, type=click.Path(path_type=Path))
def test(path: Path | None) -> int:
    """Run the examples of all rules, or of those in a folder or file.

    Rules may use the checks that the config names.
    """
    from plainlang.examples import run_examples

    only: str | None = None
    if path is None:
        loaded = _loaded()
    else:
        if not path.exists():
            raise PlainlangError(
                "there is no such file or folder; check the spelling.", path=str(path)
            )
        if path.is_file():
            only, path = path.stem, path.parent
        if not rule_files(path):
            problem = "there is no rule right in this folder; a rule is a file that ends in .yaml."
            raise PlainlangError(problem, path=str(path))
        loaded = load_folder(path, _loaded().checks)
    rules = [r for r in loaded.rules if only in (None, r.id)]
    errors = [e for e in loaded.errors if only is None or Path(e.path or "").stem == only]
    for error in errors:
        complain(error)
    failures = [f for rule in rules for f in run_examples(rule)]
    for failure in failures:
        click.echo(f"{failure.rule}: {failure.problem}\n{textwrap.indent(failure.example, '    ')}")
    examples = sum(len(r.bad) + len(r.good) for r in rules)
    click.echo(
        f"{plural(len(rules), 'rule')}, {plural(examples, 'example')}, {len(failures)} failed."
    )
    if errors or not rules:
        return 2
    return 1 if failures else 0
