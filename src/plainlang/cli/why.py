"""`plainlang why TERM`: why a word counts as jargon, or does not."""

from __future__ import annotations

import json
from pathlib import Path

import click

from plainlang.checks.terms.uses import lexicon_for
from plainlang.cli.options import CONFIG, given_config
from plainlang.config import Config
from plainlang.language.frequency.rarity import rare_zipf
from plainlang.language.frequency.zipf import has_frequencies
from plainlang.language.terms.jargon import why_jargon
from plainlang.language.terms.lexicon import with_kept_name
from plainlang.run import Setup
from plainlang.selection import language_problem

_SOURCES = {
    "cancer-terms": "a US government glossary of cancer terms",
    "public-health-terms": "US public health plain-language thesauri",
    "own": "plainlang's own list",
}
_KINDS = {
    "list": "Word list",
    "everyday": "Everyday word",
    "form": "Form",
    "frequency": "Rarity",
    "parts": "Made of everyday words",
    "name": "No word of the language",
}


@click.command("why")
@click.argument("term")
@click.option("--language", default="en", show_default=True, metavar="TAG")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@CONFIG
def command(term: str, language: str, format_: str, config_path: Path | None) -> None:
    """Say why TERM counts as jargon: its list, how rare it is, how it is formed."""
    if (problem := language_problem(language)) is not None:
        raise click.UsageError(f"--language: {problem}")
    config = Setup(given_config(config_path)).config_for(Path.cwd())
    entry = lexicon_for(language, config.settings).get(term)
    told = [why_jargon(word, language) for word in term.split()]
    known = term.lower() in config.settings.known_terms
    jargon = not known and (entry is not None or any(t.jargon for t in told))
    if format_ == "json":
        data = {
            "term": term,
            "jargon": jargon,
            "entry": entry._asdict() if entry is not None else None,
            "words": [dict(zip(("word", *t._fields), (w, *t), strict=True))
                      for w, t in zip(term.split(), told, strict=True)],
        }  # fmt: skip
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    click.echo(f"“{term}” {'counts' if jargon else 'does not count'} as jargon.")
    if known:
        click.echo("  Your config says that your readers know it.")
    if entry is not None:
        other = "" if entry.term.lower() == term.lower() else f" as “{entry.term}”"
        if _is_own(entry.term, config):
            click.echo(f"  List: your config has it{other}.")
        else:
            source = _SOURCES.get(entry.source, "plainlang's own list")
            click.echo(
                f"  List: it is a term of “{entry.topic}”{other}; the headword is from {source}."
            )
        click.echo(f"  Write: {with_kept_name(entry.plain, term, language)}.")
        click.echo(f"  It means: {entry.definition}.")
    for word, reason in zip(term.split(), told, strict=True):
        label = f" of “{word}”" if len(told) > 1 else ""
        click.echo(f"  {_KINDS[reason.kind]}{label}: {reason.detail}.")
        if has_frequencies(language):
            click.echo(f"  Frequency{label}: {_frequency(rare_zipf(word.lower(), language))}.")


def _is_own(term: str, config: Config) -> bool:
    return any(own == term for own, *_ in config.settings.own_terms)


def _frequency(zipf: float) -> str:
    """Return a Zipf value in words that say how often a word is met."""
    if not zipf:
        return "less than once in 30 million words"
    once = round(10 ** (9 - zipf), -max(0, int(9 - zipf) - 1))
    return f"about once in {once:,.0f} words (Zipf {zipf:.1f})"
