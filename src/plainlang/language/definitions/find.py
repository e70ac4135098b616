"""Is a term explained? Looks around its uses for the ways in which writers explain words.

Markup first (`dfn`, `abbr`, lists of definitions, tooltips), then the sentence itself: brackets, "X is
a …", appositions, "called X", what X does, and the sentence behind it. docs/definitions.md lists the
ways with examples. Reads passages; knows no page and no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from plainlang.findings import Span
from plainlang.language.definitions.clauses import explanations_in
from plainlang.language.definitions.following import restated
from plainlang.language.definitions.headings import note_under_heading
from plainlang.language.definitions.initials import is_easy_list
from plainlang.language.definitions.labels import is_all_of, note_behind_label
from plainlang.language.definitions.patterns import Patterns, patterns_for
from plainlang.language.definitions.place import Place, has_word
from plainlang.language.passage import Passage
from plainlang.language.sentences import sentence_at
from plainlang.language.subtags import primary
from plainlang.language.terms.plainness import plainness
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple


class Definition(NamedTuple):
    """An explanation: `span` is its text in `passages[passage]`, `at` the use that it belongs to.

    `kind` is one of: `dfn`, `abbr`, `tooltip`, `link`, `list`, `heading`, `brackets`,
    `brackets-reversed`, `is`, `means`, `does`, `apposition`, `called`, `or`, `following`.
    """

    kind: str
    passage: int
    span: Span
    text: str
    at: tuple[int, Span]


class _Sought(NamedTuple):
    """What is known of a term before its uses: see `Place`."""

    level: float
    language: str
    patterns: Patterns

    def at(self, text: str, start: int, end: int, span: Span) -> Place:
        """Return the place of a use in the sentence `text[start:end]`."""
        stop, before = max(end, span.end), text[start : span.start]
        return Place(text, start, stop, span, span.end, before, *self)


_FAR = 1_000  # characters: in a "sentence" without an end nothing further off explains a term
# "How Asthma Affects Airways The airways are …": a heading was run into the line
_BEGINS_ANEW = compile_pattern(r"(?<=[A-Za-z]\s)(?<!\bof\s)(?<!\bin\s)(?:The|An?)\s[\"“]?$")
_ARTICLES = tuple(article + mark for article in ("The ", "A ", "An ") for mark in ("", '"', "“"))
_NEAR = 24  # characters that hold the words before that article, and it
_VERB_NEAR = 20  # characters that hold a verb and what belongs to it
_GLOSSARY = compile_pattern(
    r"glossar|dictionar|definition|diccionario|glosario|terms?/def|/def/", re.IGNORECASE
)
NONE_LISTED: Mapping[int, int] = MappingProxyType({})
_NO_TERMS = frozenset(
    "who will may can however therefore including include includes following such".split()
)
_PRONOUN = compile_pattern(
    r"(?:this|these|that|it|them|l[aeo]s?)$|(?:this|these|such|it|they|est[aeo]s?)\b(?:\s[\w-]+){0,2}?\s(?:is|are|(?:may|can)(?: also)? be|es|son|se)(?:\s\w+)?\s*$",
    re.IGNORECASE,
)
# "Treatment given after surgery, to lower the risk, is" called
_VERB = compile_pattern(
    r",?\s(?:(?:may|can|might|could|puede|pueden)\s)?(?:also\s)?(?:is|are|was|were|be|es|son|se)$"
)


def find_uses(passages: Sequence[Passage], forms: Iterable[str]) -> list[tuple[int, Span]]:
    """Return all uses of a term: the passage's number and the span in its text."""
    pattern = _uses_pattern(tuple(forms))
    return [
        (number, Span(*match.span()))
        for number, passage in enumerate(passages)
        for match in pattern.finditer(passage.text)
    ]


@lru_cache(maxsize=512)
def _uses_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    parts = []
    for form in sorted(forms, key=len, reverse=True):
        words = [re.escape(w) for w in re.split(r"[\s-]+", form.strip()) if w]
        # "computed tomography (CT) scan": the letters in brackets part the words of one name.
        body = r"[\s-]+(?:\([A-Z]{1,5}s?\)\s)?".join(words).replace("'", "['’]")
        plural = r"(?:s|es)?" if form[-1:].isalpha() and not form.isupper() else "s?"
        if form[-1:] == "y":
            body, plural = body[:-1], "(?:y|ies)"
        elif form[-3:] == "sis":
            body, plural = body[:-2], "(?:is|es)"
        case = "" if form.isupper() and len(form) < 7 else "(?i:"
        parts.append(f"{case}{body}{plural}{')' if case else ''}")
    return re.compile(rf"(?<![\w]){'(?:' + '|'.join(parts) + ')'}(?![\w])")


def find_definition(
    passages: Sequence[Passage],
    term: str,
    *,
    variants: Iterable[str] = (),
    language: str = "en",
    listed: Mapping[int, int] = NONE_LISTED,
) -> Definition | None:
    """Return the first explanation of a term in the passages, None when there is none.

    A link to a glossary is no explanation here. `listed` is as in `explanations`.
    """
    if term in _NO_TERMS:
        return None
    uses = find_uses(passages, (term, *variants))
    for definition in explanations(passages, uses, term, language, listed):
        if definition.kind != "link":
            return definition
    return None


def explanations(
    passages: Sequence[Passage],
    uses: Iterable[tuple[int, Span]],
    term: str,
    language: str,
    listed: Mapping[int, int] = NONE_LISTED,
) -> Iterator[Definition]:
    """Yield the explanations at the given uses of a term, in their order.

    `listed` tells of passages that are cells of a table with a term alone which passage explains it.
    """
    base = primary(language)
    sought = _Sought(plainness(term, language), base, patterns_for(base))
    places = list(uses)
    for number, span in places:
        if number in listed and is_all_of(passages[number].text, span):
            yield _trimmed(_listed(passages, (number, span), listed[number]), passages)
            continue
        for found in _at_use(passages, (number, span), sought):
            # "COPD" behind "chronic obstructive pulmonary disease" is its other name, no
            # explanation; what marks the word itself (a title, a link) stands at the word.
            at = (found.passage, found.span)
            if at == (number, span) or not (
                (_is_a_use(at, places) and not is_easy_list(found.text, language))
                or found.text.lower().endswith(f" {term.lower()}")
                or _is_a_kind(found, passages[number].text[slice(*span)], term)
            ):
                yield _trimmed(found, passages)
                break


def _trimmed(found: Definition, passages: Sequence[Passage]) -> Definition:
    """Return an explanation without the blanks around it, and without a bracket that it does not open."""
    start, end = found.span
    said = passages[found.passage].text[start:end]
    inner = said.strip()
    if inner[-1:] == ")" and inner.count(")") > inner.count("("):
        inner = inner[:-1].rstrip()
    if len(inner) == len(said):
        return found
    start += len(said) - len(said.lstrip())
    span = Span(start, start + len(inner))
    is_its_text = found.text == said  # what a title says stands in no text
    return found._replace(span=span, text=inner if is_its_text else found.text.strip())


def _listed(passages: Sequence[Passage], use: tuple[int, Span], note: int) -> Definition:
    text = passages[note].text
    first = sentence_at(text, 0)
    return Definition("list", note, first, text[slice(*first)], use)


def _is_a_kind(found: Definition, said: str, term: str) -> bool:
    """Tell whether a text says of another form of the term that it is one: "Zoloft is an antidepressant"."""
    return said[:4].lower() != term[:4].lower() and has_word(found.text[:40], term)


def _is_a_use(at: tuple[int, Span], places: Iterable[tuple[int, Span]]) -> bool:
    """Tell whether an explanation is the term in another form: "warfarin (Coumadin)"."""
    number, said = at
    return any(
        n == number
        and said.start <= s.start
        and s.end <= said.end
        and (s.end == said.end or said.end - said.start < 1.3 * (s.end - s.start))
        for n, s in places
    )


def _at_use(
    passages: Sequence[Passage], use: tuple[int, Span], sought: _Sought
) -> Iterator[Definition]:
    """Yield what may explain the term at one use, the surest first."""
    marked = _marked(passages, use) if passages[use[0]].marks else None
    if marked is not None and marked.kind != "link":
        yield marked
    yield from _in_words(passages, use, sought)
    if marked is not None and marked.kind == "link":
        yield marked


def _in_words(
    passages: Sequence[Passage], use: tuple[int, Span], sought: _Sought
) -> Iterator[Definition]:
    number, span = use
    passage = passages[number]
    text = passage.text
    if passage.kind in ("term", "heading", "summary", "label"):
        headed = _headed(passages, use, sought)
        if headed is not None:
            yield headed
        return
    if passage.marks:
        note = note_behind_label(passages, number, span, sought.patterns)
        if note is not None:
            where, part = note
            yield Definition("list", where, part, passages[where].text[slice(*part)], use)
    start, end = sentence_at(text, span.start)
    start, end = max(start, span.start - _FAR), min(end, span.end + _FAR)
    if text[span.start].isupper() and _repeats(text, start, span):
        start = span.start  # "Laser Surgery Laser surgery uses …": a heading was run into the line
    elif text.endswith(_ARTICLES, start, span.start) and (
        anew := _BEGINS_ANEW.search(text, max(start, span.start - _NEAR), span.start)
    ):
        start = anew.start()
    place = sought.at(text, start, end, span)
    for kind, part in explanations_in(place):
        if kind == "called":
            if start > 0 and _PRONOUN.match(text, part.start, part.end):
                # "This is called X", "We call it X" name what the sentence before it tells.
                part = Span(sentence_at(text, start - 2).start, start - 1)
            elif verb := _VERB.search(text, max(part.start, part.end - _VERB_NEAR), part.end):
                part = Span(part.start, verb.start())
        yield Definition(kind, number, part, text[part.start : part.end], use)
    behind = restated(place)
    if behind is not None:
        yield Definition("following", number, behind, text[behind.start : behind.end], use)


def _repeats(text: str, start: int, span: Span) -> bool:
    """Tell whether a term stands twice: what is before it in its sentence ends with it."""
    said = text[slice(*span)].lower()
    return text[max(start, span.start - len(said) - 1) : span.start].lower().rstrip() == said


def _marked(passages: Sequence[Passage], use: tuple[int, Span]) -> Definition | None:
    number, span = use
    passage = passages[number]
    text = passage.text
    link = None
    for mark in passage.marks:
        if mark.end <= span.start or mark.start >= span.end:
            continue
        inside = Span(mark.start, mark.end)
        value = (mark.value or "").strip()
        if mark.kind == "dfn" and len(text.split()) > len(text[mark.start : mark.end].split()) + 3:
            return Definition("dfn", number, Span(0, len(text)), text, use)
        if mark.kind in ("abbr", "tooltip") and len(value) > mark.end - mark.start:
            if mark.end - mark.start <= 2 * (span.end - span.start) and "http" not in value:
                return Definition(mark.kind, number, inside, value, use)
        if mark.kind == "link" and _GLOSSARY.search(value) and mark.end - mark.start < 60:
            link = Definition("link", number, inside, value, use)
    return link


def _headed(
    passages: Sequence[Passage], use: tuple[int, Span], sought: _Sought
) -> Definition | None:
    """A term that is a heading or a list's term is explained by what stands under it."""
    number, span = use
    passage = passages[number]
    text = passage.text
    for kind, part in explanations_in(sought.at(text, 0, len(text), span)):
        if kind.startswith(("brackets", "or")):
            return Definition(kind, number, part, text[part.start : part.end], use)
    if number + 1 == len(passages):
        return None
    note = note_under_heading(passages, number, span, *sought)
    if note is None:
        return None
    kind, part = note
    return Definition(kind, number + 1, part, passages[number + 1].text[slice(*part)], use)
