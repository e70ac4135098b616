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
    r"(?:tests?|scans?|exams?|biopsy|procedure|surgery|therapy|treatment|transplant|(?:ectom|otom|ostom|scop|graph|plast|metr)y|centesis|puncture"
    r"|(?:tub|bl|spir|radi|iz)ation|fusion)$",
    re.IGNORECASE,
)
# but "the nurse will stay with you", "your doctor may ask for …" do not
_THEN = compile_pattern(
    r"(?:\s\([A-Za-z]{2,6}\))?,\s(?=(?:an?|the|your|only|\w+s|cells|doctors?)\s(?:\S+\s){5})"
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
# "With dysphagia, you have trouble swallowing", "People with gout can't …", "Con la apnea, usted deja de …":
# what it does to people, but not what a treatment brings
_WITH_IT = compile_pattern(
    r"(?:with|con|(?:if|when)\syou\shave|if\ssomeone\shas|(?P<they>(?:some\s|most\s|many\s)?(?:people|persons|patients|those|adults|children|women|men)"
    r"|an?\s(?:person|child|man|woman|patient|baby)|someone|(?:las\s)?personas|(?:una?|la|el)\s(?:persona|paciente))?\s?(?:with|who\shave|who\shas|con))"
    r"\s(?:(?:an?|el|la|los|las|una?)\s)?[\"“'‘«*_]*$",
    re.IGNORECASE,
)
_PEOPLE_DO = compile_pattern(
    r"""[\"”’»*_]*(?:,\s(?:your?|it|they|people|someone|the\sperson|usted|(?:la|una)\spersona)\s|\s)(?P<said>
    (?:(?:have|has)\s(?:trouble|difficulty|problems|a\shard\stime|no\s(?:sense|feeling|control))
    |(?:cannot|can['’]t|can\snot|(?:are|is)\s(?:unable\sto|not\sable\sto))\s(?:easily\s|fully\s|properly\s)?(?:see|hear|smell|taste|feel|move|walk|talk|speak|swallow|sleep
        |breathe|digest|process|make|fight|control|hold|remember|think|absorb|break|clot|empty|stay|stop)
    |(?:do|does)(?:\snot|n['’]t)\s(?:make|see|hear|feel|sleep|breathe|have\senough)
    |(?:is|makes\sit)\shard\s(?:for\syou\s)?to|loses?|stops?\s(?=\w+ing\b)|forgets?|bleeds?|(?:sees?|hears?)\s(?:things|double|voices|sounds|flashes|spots)
    |deja\sde|dejan\sde|pierden?|respiran?|ven?|oyen?|olvidan?|duermen?|comen?|sangran?|no\spueden?|tienen?\s(?:dificultad|problemas)\s(?:para|al))
    \s\w{2})""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_IN_THE_BODY = compile_pattern(
    r"[^.;]*?\b(?:find(?:ing)?|get(?:ting)?\s(?:help|care|to)|pay(?:ing)?|work(?:ing)?|job|insurance|money|join|take\s(?:this|these|part)|use\s(?:this|these)|have\s(?:this|these)|choice)\b",
    re.IGNORECASE,
)
_TREATS = compile_pattern(
    r"therapy|treatment|surgery|drug|vaccin|terapia|tratamiento|cirug|medic|operaci|[^aeiou]ectom",
    re.IGNORECASE,
)
PEOPLE_LEADS = tuple('with ,have ,has ,con ,a ,an ,el ,la ,los ,las ,un ,",“'.split(","))
LONGEST_LEAD = 40  # characters of "Most people who have "
_RARE = 4.0  # Zipf: not "pregnancy", "children"
# "In stage II, cancer has spread …", "In metastatic melanoma, the cancer has …"
_STAGE = compile_pattern(r"(?:stage|estadio|etapa)\s", re.IGNORECASE)
_TUMOR = ("oma", "cancer", "cáncer")
_THE_CANCER = (
    r",\s(?:the\s|el\s)?(?P<said>(?:cancer|tumou?r|lymphoma|melanoma|disease|cáncer|enfermedad)\s"
)
_IN_STAGE = compile_pattern(rf"{_THE_CANCER}\S+\s\S)")
_IN_TUMOR = compile_pattern(
    rf"{_THE_CANCER}(?:cells|has|have|is|are|starts?|begins?|grows?|forms?|spreads?|células|ha|se|está|crece)\s\S+\s\S)"
)


def done_in_it(place: Place) -> Iterator[tuple[str, Span]]:
    """ "In asthma, the airways swell", "In stage II, cancer has spread", "During a biopsy, …"."""
    text, behind, stop = place.text, place.behind, place.stop
    if 0 < len(place.before) < _SHORT and _IN_ALL.match(place.before):
        if _STAGE.match(place.term):
            found = _IN_STAGE.match(text, behind, stop)
        else:
            found = _BODY_DOES.match(text, behind, stop) if place.level < _RARE else None
            if not found and place.term.endswith(_TUMOR):
                found = _IN_TUMOR.match(text, behind, stop)
        if found:
            yield "does", Span(found.start("said"), stop)
    then = _THEN.match(text, behind, stop)
    if then and (during := _DURING.match(place.before)):
        if during["sure"] or _DONE.search(place.term):
            yield "does", Span(then.end(), stop)


def done_to_people(place: Place) -> Iterator[tuple[str, Span]]:
    """ "With dysphagia, you have trouble swallowing", "People with gout cannot …"."""
    before = place.before
    if not _WITH_IT.match(before):
        return
    if place.level >= _RARE or _TREATS.search(place.term):
        return
    found = _PEOPLE_DO.match(place.text, place.behind, place.stop)
    if found and not _NOT_IN_THE_BODY.match(place.text, found.start("said"), place.stop):
        yield "does", Span(found.start("said"), place.stop)
