"""`plainlang why TERM`: why a word counts as jargon, or does not."""

from __future__ import annotations

import json

import click

from plainlang.language.frequency import has_frequencies
from plainlang.language.jargon import why_jargon
from plainlang.language.lexicon import load_lexicon
from plainlang.language.rarity import rare_zipf
from plainlang.language.subtags import is_registered, tag_meant

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
def command(term: str, language: str, format_: str) -> None:
    """Say why TERM counts as jargon: its list, how rare it is, how it is formed."""
    if not is_registered(language):
        meant = tag_meant(language)
        hint = f" Did you mean “{meant}”?" if meant else ""
        raise click.UsageError(f"--language: “{language}” is no tag of a language.{hint}")
    entry = load_lexicon(language).get(term)
    told = [why_jargon(word, language) for word in term.split()]
    jargon = entry is not None or any(t.jargon for t in told)
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
    if entry is not None:
        source = _SOURCES.get(entry.source, "plainlang's own list")
        other = "" if entry.term.lower() == term.lower() else f" as “{entry.term}”"
        click.echo(
            f"  List: it is a term of “{entry.topic}”{other}; the headword is from {source}."
        )
        click.echo(f"  Write: {entry.plain}.")
        click.echo(f"  It means: {entry.definition}.")
    for word, reason in zip(term.split(), told, strict=True):
        label = f" of “{word}”" if len(told) > 1 else ""
        click.echo(f"  {_KINDS[reason.kind]}{label}: {reason.detail}.")
        if has_frequencies(language):
            click.echo(f"  Frequency{label}: {_frequency(rare_zipf(word.lower(), language))}.")


def _frequency(zipf: float) -> str:
    """Return a Zipf value in words that say how often a word is met."""
    if not zipf:
        return "less than once in 30 million words"
    once = round(10 ** (9 - zipf), -max(0, int(9 - zipf) - 1))
    return f"about once in {once:,.0f} words (Zipf {zipf:.1f})"
