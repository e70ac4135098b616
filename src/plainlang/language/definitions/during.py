"""What happens in a thing: "During a biopsy, a doctor takes …", "In asthma, the airways swell".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.place import Place
from plainlang.patterns import compile_pattern

# "During a biopsy, the doctor takes …", "For your colonoscopy, …"
_DURING = compile_pattern(
    r"\W*(?:(?P<sure>during)|in|with|for)\s(?:(?:an?|your)\s)?(?:[\w-]+\s)?$", re.IGNORECASE
)
_DONE = compile_pattern(
    r"(?:tests?|scans?|exams?|biopsy|procedure|surgery|therapy|treatment|transplant|(?:ectom|scop|graph|plast)y"
    r"|(?:tub|bl|spir|radi|iz)ation|fusion)$",
    re.IGNORECASE,
)
# but "the nurse will stay with you", "your doctor may ask for …" do not
_THEN = compile_pattern(
    r"(?:\s\([A-Za-z]{2,6}\))?,\s(?=(?:an?|the|your|\w+s|cells|doctors?)\s(?:\S+\s){5})"
    r"(?!(?:\S+\s){1,3}?(?:(?:will|may|might|can|could|should|must)\s(?:also\s)?)?(?:stay|talk|tell|ask|explain|speak"
    r"|answer|say|need|want|be|feel|watch|know|hear|recommend|order|suggest|refer|decide|go|come)s?\s)",
    re.IGNORECASE,
)
# "In tachycardia, the heart beats too fast": what a disease does in the body
_SHORT = 9  # characters of "In the " and a quote
_IN_ALL = compile_pattern(r"\W*(?:in|with|en|con)\s(?:el\s|la\s)?$", re.IGNORECASE)
_BODY_DOES = compile_pattern(
    r"""(?<![bcdfghklmnprtvwxy]s)(?<!ies)(?:\s\([A-Za-z]{2,6}\))?,\s
    (?P<said>(?:(?:the|your|some|one|both|part\sof\sthe|el|la|los|las|su|sus|una?)\s)?(?:[\w-]+\s)?
    (?:body|heart|blood|brain|lungs?|liver|kidneys?|bones?|joints?|muscles?|nerves?|skin|eyes?|ears?|bowels?|stomach|womb|uterus|cells|tissue
    |immune\ssystem|walls?(?:\sof\s(?:[\w-]+\s){0,2}[\w-]+)?|airways?|arter(?:y|ies)|veins?|vessels|valves?|marrow|fluid|plaque|clots?|glands?|pancreas|thyroid|spine
    |cuerpo|médula|corazón|sangre|cerebro|pulmón|pulmones|hígado|riñón|riñones|huesos?|músculos?|nervios?|piel|ojos?|células|tejido
    |sistema\sinmunitario|arterias?|venas?|líquido|páncreas|tiroides)
    \s(?!(?:should|must|may|might|can|could|will|is|are|was|were|puede|pueden|debe|deben|es|son)\b)(?:\S+\s){2})""",
    re.IGNORECASE | re.VERBOSE,
)
_RARE = 4.0  # Zipf: not "pregnancy", "children"
# "In stage II, cancer has spread …"
_STAGE = compile_pattern(r"(?:stage|estadio|etapa)\s", re.IGNORECASE)
_IN_STAGE = compile_pattern(
    r",\s(?:the\s|el\s)?(?P<said>(?:cancer|tumou?r|lymphoma|melanoma|disease|cáncer|enfermedad)\s(?:\S+\s){3})"
)


def done_in_it(place: Place) -> Iterator[tuple[str, Span]]:
    """ "In asthma, the airways swell", "In stage II, cancer has spread", "During a biopsy, …"."""
    text, behind, stop = place.text, place.behind, place.stop
    if 0 < len(place.before) < _SHORT and _IN_ALL.match(place.before):
        pattern = _IN_STAGE if _STAGE.match(place.term) else _BODY_DOES
        found = pattern.match(text, behind, stop)
        if found and (pattern is _IN_STAGE or place.level < _RARE):
            yield "does", Span(found.start("said"), stop)
    then = _THEN.match(text, behind, stop)
    if then and (during := _DURING.match(place.before)):
        if during["sure"] or _DONE.search(place.term):
            yield "does", Span(then.end(), stop)
