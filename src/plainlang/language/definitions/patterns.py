"""How English and Spanish explain a word: the patterns, by language. Data, no logic."""

from __future__ import annotations

import re
from functools import lru_cache

from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple


class Patterns(NamedTuple):
    """The patterns of one language. Each looks at the text behind or before a term.

    `copula`: "is a …", `means`: "means …", `does`: what the term does, `called`: stands before the
    term, `relative`: "which is", before a copula, `aside`: opens an apposition, `not_aside`: opens
    one that explains nothing, `that_is`: leads to the same in other words, `genus`: opens an
    explanation that has no article, `genus_noun`: its noun, `restates`: opens a following sentence, `not_meaning`: opens
    brackets that explain nothing, `empty_genus`: says nothing about what a thing is, `question`: a
    heading that asks for a definition, `or_`: "or", `preposition`: the term is not the subject,
    `generic`: what stands before a term that speaks of all of its kind.

    Three ask cheaply whether to look further: where `goes_on` does not match, nor do `copula`, `means`,
    `does` and `relative`, nor does another clause begin; whatever `called` matches ends with one of
    the words in `names`, but for marks, blanks and one of the `articles`; `takes_up` opens `restates`.
    """

    copula: re.Pattern[str]
    means: re.Pattern[str]
    does: re.Pattern[str]
    called: re.Pattern[str]
    relative: re.Pattern[str]
    aside: re.Pattern[str]
    not_aside: re.Pattern[str]
    that_is: re.Pattern[str]
    genus: re.Pattern[str]
    genus_noun: re.Pattern[str]
    restates: re.Pattern[str]
    not_meaning: re.Pattern[str]
    empty_genus: re.Pattern[str]
    question: re.Pattern[str]
    or_: str
    preposition: frozenset[str]
    lead: frozenset[str]
    generic: re.Pattern[str]
    goes_on: re.Pattern[str]
    names: tuple[str, ...]
    articles: tuple[str, ...]
    takes_up: re.Pattern[str]


def _re(pattern: str) -> re.Pattern[str]:
    return compile_pattern(pattern, re.IGNORECASE | re.VERBOSE)


def opening(words: str) -> re.Pattern[str]:
    """Return a pattern of first words for texts in lower case; it lets pass a word with other letters.

    To ask for both cases takes ten times as long.
    """
    return compile_pattern(rf"\s*(?:{words}|[a-z]*[^\W\d_a-z])", re.VERBOSE)


def _opening_sentence(words: str) -> re.Pattern[str]:
    """Return such a pattern for words whose first letter may be a capital."""
    both = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split())
    return compile_pattern(rf"{both}|[A-Za-z][a-z]*[^\W\d_a-z]|[^\W\d_A-Za-z]")


_NEVER = compile_pattern(r"(?!)")
# What things are: plural nouns that open an explanation without an article.
_GENUS_EN = (
    r"(?:growths|tumou?rs|cells|drugs|medicines|medications|hormones|proteins|chemicals|substances|tubes|sacs|glands"
    r"|organs|muscles|bones|nerves|bacteria|viruses|germs|parasites|worms|doctors|specialists|x-rays)"
)
_ADVERB = r"also|often|usually|sometimes|generally|simply|just|actually|basically|really|typically|nothing\s(?:more|other)\sthan|nothing\sbut|no\smore\sthan"
_ADVERBS = rf"(?:(?:{_ADVERB})\s+)*"
_DOES_EN = r"""relax|block|slow|lower|reduce|stop|kill|prevent|remov|destroy|attack|affect|mak|carr|control|protect|boost
    |strengthen|weaken|thin|open|widen|narrow|clean|filter|fight|replac|look|us|take|check|measur|test|show|creat
    |produc|destroy|shrink|target|numb|calm|ease|reliev|keep|help|chang|cut|turn|put|send|record|damag|harm
    |spread|swell|tell|treat|combin|deliver|surround|connect|pump|absorb|digest|dissolv
    |freez|cover|suppl|process|bring|giv(?=es?\s(?!you\b|me\b|us\b|up\b|way\b)(?:\w+\s){1,3}to\s)|stor(?=es?\s)|hold(?=s?\s(?!up\b|out\b|back\b|your\b|the\b))|sens(?=es?\s(?!of\b|in\b|that\b))|join(?=s?\s)|squeez|drain|releas(?=es?\s(?!of\b|from\b))|recogni[sz]|identif|detect
    |mov(?=es?\s(?:\w+\s){1,3}(?:to|into|from|through|out)\s)|push(?=(?:es)?\s(?:\w+\s){1,3}(?:to|into|from|through|out)\s)|expos(?=es\s(?:your|the)\s)|names(?=\s(?:someone|the\s(?:person|one)|who)\b)|says(?=\s(?:what|who|how|which|when)\b)|regulat|repair|restor|suppress|stimulat|loosen|soften|trap"""


@lru_cache(maxsize=1)
def _english() -> Patterns:
    return Patterns(
        copula=_re(
            rf"""\s+(?:is|are|was|were)\s+{_ADVERBS}(?P<said>
            (?:when|where|what|how)\b
            | (?:any|anything|something|someone|anyone)\b
            | (?:an?|the|one|two|three|another)\s+(?:\S+\s+){{0,7}}?\S+
            | (?:[\w-]+(?:,(?!\s+(?:and|but|or)\b))?\s+){{0,6}}?[\w-]+\s+(?:that|which|who|whose|where|used|made|caused|found|given|designed|meant
                |of|in|for|from|between|on|by|inside|around|with|to|behind|beneath|under|near|above|below|within|through|across|along)\b
            | (?:types?|kinds?|forms?|groups?|parts?|ways?)\s+of\b
            | (?:trouble|difficulty)\s+\w+ing\b
            | (?:[\w-]+\s+){{0,3}}?(?:\([^()]*\)\s+)?{_GENUS_EN}\b(?!\s*,|\s+(?:and|or)\b))"""
        ),
        means=_re(
            rf"""\s*,?\s*{_ADVERBS}(?:(?P<verb>means?|refers?\s+to|describes?|stands?\s+for|feels?\s+like|consists?\s+of|involves?|includes?\s+any)\b
            |(?:is|are)\s+made\s+(?:up\s+)?(?:of|from)\b
            |speciali[sz]es?\s+in\b|(?:works?\s+like|acts?\s+(?:like|as)|serves?\s+as)\s+(?=(?:an?|the)\s)
            |(?:sits?|lies|(?:is|are)\s+(?:located|found))\s+(?=(?:just\s+)?(?:behind|under|above|below|between|at\s+the\s+(?:back|base|top|bottom|front|end))\s)
            | is\s+(?:defined|known|described)\s+as\b | (?:is|are)\s+involved\s+in\b
            | (?:is|are)\s+(?:the\s+|a\s+|an\s+)?(?:medical\s+|doctor'?s'?\s+|technical\s+|general\s+|scientific\s+)?(?:term|name|word)s?\s+(?:for|that|used)\b
            | (?:happens?|occurs?|develops?|starts?|begins?|forms?|appears?)\s+(?:when|if|because)\b
            | (?:is|are)\s+(?:often\s+|sometimes\s+|also\s+|commonly\s+)*(?:called|known\s+as)\b)"""
        ),
        does=_re(
            rf"""\s+(?!used\b|(?:affect|attack|kill|harm|damage)s?\s+(?:both\s+)?(?:men|women|people|children|adults|everyone)\b)(?-i:(?=[a-z]))(?:(?:work(?:s)?\s+(?:by|to)|help(?:s)?(?:\s+to)?|lets?|allows?)\s+)?
            (?:{_DOES_EN})(?:e|es|s|y|ies|ing|ed)?\b
            (?!,|(?<=\btakes)\s+(?:time|place|effect|an?\s+(?:few|hour|day|week|month|while|minute|lot|long)|half|several|weeks|months|days|hours|minutes|longer)\b|\s+(?:about|around|almost|nearly|up\s+to|(?:more|fewer|less)\s+than|(?:most|some|much|half|part)\s+of|at\s+least|one\s+(?:in|out|person|child|man|woman|adult|patient)|(?:\w+\s+)?(?:millions?|thousands|hundreds|dozens)|\d+|that|which|who|may|might|can|could|will|would|should|is|are|was|were|has|have|for|or|and|of|in|on|results?)\b)
            |\s+(?:is|are|was|were)\s+(?:often\s+|usually\s+|sometimes\s+)?(?:used|designed|meant|intended|taken|given|done|performed|prescribed)\s+to\s+(?!(?!bring)\w+ing\s)\w+\s
            |\s+(?:aims?|seeks?|tries|try)\s+to\s+\w+\s
            |\s+(?:lets?|allows?)\s+(?:you|people|others|someone|patients|doctors?|surgeons?|nurses?|providers?|air|blood|fluid|urine|food|light|oxygen
                |(?:your|the|an?)\s+[\w-]+)\s+(?:to\s+)?(?!and\b|or\b)[a-z]+\s"""
        ),
        called=_re(
            r"""(?:\b(?:called|termed|named|(?:knows?|known|referred\s+to)\s+as|(?:term|name|word)\s+(?:for\s+(?P<said>[^.]{3,40}?)\s+)?is|meaning)
            \s*:?\s*(?:an?\s+|the\s+)?["“'‘*(]*(?:(?:[\w-]+\s+){1,6}(?:and/or|or)\s+)?)$"""
        ),
        relative=_re(r",?\s+(?:who|that|which)(?=\s+(?:is|are)\s)"),
        not_aside=_re(
            r"(?:the|your)\s+(?:doctor|nurse|surgeon|technician|provider|patient)\s+(?!(?:who|that|whose|in|of|for|at|with|responsible|you)\b)"
            r"|an?\s+(?:[\w-]+\s+){0,2}(?:report|review|update)\s+(?:of|from|by|in)\b"
        ),
        that_is=_re(r"(?:that\s+is|in\s+other\s+words)\s*,\s+|i\.e\.\s*,?\s+"),
        genus=_NEVER,
        genus_noun=_NEVER,
        aside=_re(
            rf"""(?:which\s+(?:is|are|means?|refers?|consists?\s+of|involves?)\b|(?!(?:and|or|but|other|many|some)\s)(?:[\w-]+\s+){{0,2}}?{_GENUS_EN}\s+(?:that|which|who|in|of|on|from|used|made|for)\b|that\s+is\b|i\.e\.|meaning\b|namely\b|in\s+other\s+words\b
            |(?:also|sometimes|commonly|often|better|formerly)\s+(?:called|known\s+as|referred\s+to\s+as)\b|known\s+as\b|called\b|in\s+which\s+(?!\d)
            |(?:where|when)\s+(?!(?:in|on|at|from|to|by|\w+ed|possible|needed|necessary)\b)|(?:an?|the(?!\s+(?:more|less|\w+er)\s+(?:you|your|he|she|her|his|the|it|they|their|a)\b)|any|one(?!\s+(?:on|in|at|for|from|with|after|by)\b)|your|another)\s+|types?\s+of\b|kinds?\s+of\b|part\s+of\s+(?:the|your|an?)\s)"""
        ),
        restates=_re(
            rf"""(?:in|during|with|for)\s+(?:this|these|an?)\s+(?:test|exam|scan|procedure|surgery|operation|treatment|therapy|method|technique|disease|condition|disorder)s?\b(?=[\s,]+\S+\s+\S+\s+\S+)
            |(?:this|it|these|they|that|such\s+\w+)\s+(?:\w+\s+){{0,3}}?(?:
            (?:is|are|was)\s+(?:(?:when|where|an?|the|any|one|caused|used|done|made|types?|kinds?|medicines?|drugs?|tests?)\b
                |(?:[\w-]+\s+){{0,2}}?(?:care|treatment|therapy|surgery|swelling|inflammation|infection|damage|pain|bleeding|cancers?|tumou?rs?
                |cells?|tissue|fluid|help|support|training|insurance|money|doctors?|nurses?|people|feelings|growths|sores|lumps|organs|glands|tubes|vessels|hormones|proteins|chemicals|germs|worms)\s+(?:that|which|who|for|of|in|from|given|used|caused|when|where|around|to)\b)
            |means?\b|refers?\b|(?:happens?|occurs?)\s+(?:when|if)\b|involves?\b|helps?\b|works?\b|uses?\b|makes?\b|describes?\b|lets?\b|looks?\b|shows?\b|checks?\b|measures?\b|can\s+be\s+used\b)|(?:this|these)\s+(?:(?:kinds?|types?|forms?)\s+of\s+)?(?:care|treatments?|therap(?:y|ies)|drugs?|medicines?|medications?|pills?|surgery)\s+(?P<does>{_DOES_EN})(?:e|es|s)?\b
            |(?:this|these)\s+(?:test|scan|exam|procedure|machine|device|tool|method)s?\s+(?:compares?|finds?|detects?|creates?|records?|examines?|checks?|tells?|takes?\s+(?:pictures|images|samples))\b
            |(?:that\s+is|in\s+other\s+words|simply\s+put|put\s+simply),\s+(?!(?:do|don['’]t|please|you\s(?:need|must|should)|ask|call|come|get|go|if|see|tell)\b)
            |(?:this|it|that)['’]s\s+(?:\w+\s+)?(?:when|where|an?|the|any|one|types?|kinds?)\b|they['’]re\s+(?:\w+\s+)?(?:types?|kinds?|tests?|medicines?|drugs?|\w+\s+that)\b"""
        ),
        not_meaning=_re(
            r"""(?:(?:the\s+)?(?:left|right|top|bottom|above|below|(?:upper|lower)\s+(?:left|right|row|panel)|shown|(?:\w+\s+)?panel)\b|such\s+as|for\s+example|e\.?g\.?|see|also\s+see|including|like|especially|usually|for\s+instance|if|not\s+(?:\S+\s+){3}|and|about|up\s+to
            |more|less|at\s+least|approximately|figure|fig|table|http|www|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:one|two|three|four|five|six|half|once|twice)\s+(?:an?\s+)?(?:day|cup|glass|pill|tablet|time|dose|drop|hour|week|month|year)(?:s|es)?|note|plural|pronounced|pro-|click|read|mainly|mostly|except|with|without
            |in|at|by|from|on|to|for|of|but|only|rare|common|optional|unless|alone|(?:when|where|if|as)\s+\w+ed\b|(?:if|as|when)\s+needed|(?:most|less|more)\s+\w+$)\b"""
        ),
        empty_genus=_re(
            r"""(?:an?\s+|the\s+|one\s+of\s+the\s+|one\s+|another\s+)?(?:(?:very|most|more|being|still|now|also|often|quite|so|too|always|never|sometimes|\w+ly)\s+)*
            (?:(?:(?:about|around|between|from|up\s+to|at\s+least|over|under|nearly|almost|roughly)\s+)?(?:\d[\d.,/–-]*|one|two|three|four|five|six|seven|eight|nine|ten|several|half)
                \s*(?:%|percent|to|and|or|out\s+of|in\s+\d+|mg|ml|mm|cm|kg|days?|weeks?|months?|years?|hours?|minutes?|times?|tablets?|pills?|doses?|grams?|inch(?:es)?)(?!\s+(?:of|that|in\s+which)\b)
            |(?!(?:main|major|largest|biggest|longest|smallest|outermost|innermost)\s+(?:\w+\s+)?(?:arter(?:y|ies)|veins?|vessels?|bones?|organs?|glands?|muscles?
                |nerves?|joints?|tubes?|airways?|parts?|layers?|chambers?|hormones?|proteins?|chemicals?|substances?|sugars?)\b)
            (?:(?!chest|arrest|interest|request|digest|forest)\w{2,}est\b|\w+ed\s+(?:in|into|inside|around|within|between|during|by|with|to|from|for|on|at|as|under|through|near|behind|beneath|above|below|across|along|and|or|either|both|only|mostly|mainly|so|when|if|because|until)\b|(?:one|two|three|four|some|many)\s+of\s+(?:these|those|them|many|several)|(?:put|spread|given|found|seen|shown|taken|kept|sent|done|made|grown|born)\s+(?!of\b)|\w+er\s+than\b|most\b(?!\s+\w+\s+(?:kind|type|form)\s+of\s+\w+\s+\w)|more\b|less\b|least\b|(?:good|great|common|important|main|leading|major|rare)\b(?!\s+(?!(?:in|for|among|with|to|at|on|of|during)\b)(?:[\w-]+\s+){1,4}?(?:that|in\s+which|where|when|who|whose)\s)|best|only|first|second|third|next|last|right|better|possible|option|concern|(?:un)?likely|effective|safe
            |(?:hard|easy|difficult|tough|simple|free|ready|quick|slow|cheap)\s+(?:to|for|on|at)\b|(?:[\w-]+\s+)?(?:step|deal|decision|challenge|burden|matter|surprise|relief|mystery|worry)\b(?!\s+(?:that|in|of|by|for)\b)
            |\w+\s+(?:treatments?|therapy|choice|option|cause)\s+(?:for|of)|serious\s+(?:problem|concern)|helpful|useful|key|(?:\w+\s+)?(?:risk\s+factor|cause|sign|symptom|side\s+effect|reason|result)s?|risk|way\s+to\s+(?:find|get|help)|choice|problem
            |reason|result|same|different|higher|lower|needed|recommended|available|used|done|given|treated|diagnosed|known|not|no|able|unable|based|usually
            |often|associated|linked|related|due|caused|part\s+of\s+(?:the|your)\s+(?:treatment|care|plan)
            |(?:\w+(?:ous|ive|able|ible|ful|ial|ical|ary)|\w{3,}(?<!m)ent|\w{3,}ant)\s+(?:of|in|for|from|with|to|on|at|by|when|if)
            |\w+ic\s+(?:in|for|from|with|to|on|at|by|when|if|throughout|among|across)|\w{3,}ing\s+(?:to|on|for|at)|ones?\s+(?:(?:that|which)\s+)?(?:you|we|he|she|they|i)\b|(?:size|shape|colou?r|height|length|weight|width)\s+of|basis|goal|aim|case|(?:(?:rare|common|serious|bad)\s+)?(?:disease|illness|condition|infection|problem|disorder)s?\s+that\s+(?:\w+\s+)?affects?\s+(?:any|every|some|many|most|more|people|adults|children|men|women|both|mostly|mainly|about|over|up|\d)\w*|one\s+part\s+of|(?:registered\s+)?trademark|brand))\b"""
        ),
        question=_re(
            r"""(?:(?:so|and|but|first)?,?\s*what(?:\s+exactly|\s+really)?\s+(?:is|are|does|do)(?:\s+(?:exactly|really|meant\s+by))?|what['’]s|about|overview\s+of|understanding|facts\s+about|definition\s+of|introduction\s+to|learn\s+about)\b"""
        ),
        or_="or",
        preposition=frozenset(
            """of with for in to about from by on than as like including against after before during without have has
            had having get gets getting treat treats treating prevent cause causes causing and or this these that such
            any no if when where which who while is are was were be been being can may will would should must do does did not other some many most more their your his her our its include includes called""".split()
        ),
        lead=frozenset("a an the what term word your in most all called this these some".split()),
        generic=_re(r"\s*(?:an?|your|the\s+[\w-]+[’']s)\s"),
        goes_on=opening(
            rf"""[,(]|is|are|was|were|es\b|who|that|which|{_ADVERB}|mean|refer|describe|stand|feel|consist|involve
            |include|happen|occur|develop|start|begin|form|appear|work|act|serv|sit|lies|speciali|let|allow|aim|seek|tries|try|{_DOES_EN}"""
        ),
        names=("called", "termed", "named", "as", "is", "meaning", "or"),
        articles=("a", "an", "the"),
        takes_up=_opening_sentence("in during with for this it these they that such simply put"),
    )


# What things are: nouns that open an explanation also without an article.
_GENUS = r"""(?:medicinas?|medicamentos?|fármacos?|remedios?|pastillas?|píldoras?|cremas?|vacunas?|sustancias?|químicos?
    |células?|órganos?|tejidos?|músculos?|huesos?|glándulas?|vasos?|venas?|arterias?|nervios?|capas?|bolsas?|tubos?|conductos?
    |cavidad|cavidades|espacios?|proteínas?|hormonas?|enzimas?|grasas?|azúcares|azúcar|vitaminas?|minerales|mineral|líquidos?|gas|gases
    |bacterias?|virus|hongos?|parásitos?|gérmenes|germen|insectos?|plantas?|alimentos?|productos?
    |enfermedad|enfermedades|infección|infecciones|inflamación|hinchazón|dolor|dolores|trastornos?|afección|afecciones|tumores|tumor
    |cáncer|cánceres|lesión|lesiones|heridas?|llagas?|manchas?|bultos?|ampollas?|coágulos?|bloqueo|daños?|sangrado|crecimiento|cambios?|reacción
    |reacciones|respuesta|pruebas?|exámenes|examen|análisis|estudios?|imagen|imágenes|radiografías?|operación|operaciones|cirugías?|procedimientos?
    |tratamientos?|terapias?|ejercicios?|aparatos?|dispositivos?|instrumentos?|herramientas?|máquinas?|sistemas?|médic[oa]s?|doctor|doctora|doctores
    |profesional|profesionales|especialistas?|enfermer[oa]s?|expert[oa]s?|personas?|servicios?|programas?|plan|planes|centros?|lugar|lugares
    |documentos?|contratos?|permisos?|ayuda|cantidad|cantidades|dinero|costos?|pagos?|precios?|tipos?|clases?|formas?|maneras?|grupos?|conjuntos?|series?
    |partes?|cuidados?|medidas?|reglas?|ley|leyes|porcentaje|falta|exceso|pérdida|aumento|disminución|presencia|ausencia|acumulación|sensación|capacidad|incapacidad|dificultad|necesidad
    |estado|período|periodo|etapa|proceso|acción|uso|extirpación|salida|entrada|extracción|número|señal|señales|molestias?|problemas?)"""
# A noun of this kind, its adjectives, and what follows: "enfermedad grave que", "hinchazón de".
_GENUS_OPENS = rf"""{_GENUS}\s+(?:[\w-]+,?\s+){{0,4}}?(?:que|donde|cuyo|cuya|en|de|del|al|para|por|causad[oa]s?|usad[oa]s?|hech[oa]s?|con|entre|como)\b"""
_DOES_ES = r"""(?:relaja|bloquea|reduce|baja|disminuye|detiene|frena|mata|previene|evita|destruye|elimina|ataca|produce|transporta|lleva
    |controla|regula|protege|fortalece|debilita|abre|ensancha|dilata|estrecha|limpia|filtra|da(?=n?\s\w+\s(?:a|al)\s)|combate|reemplaza|sustituye|mide|registra|graba
    |estimula|impide|extrae|extirpa|examina|alivia|calma|adormece|disuelve|diluye|absorbe|almacena|usa|utiliza|emplea|estudia
    |observa|busca|revisa|guarda|analiza|detecta|identifica|diagnostica|trata|atiende|cuida|nubla|daña|tapa|obstruye|repara|bombea|suelta|quita|retira|cierra)n?
    |(?:mantiene|retiene|convierte|cubre|une|divide|sostiene|conecta|envía|hace\s+que|permite|sirve\s+para|se\s+(?:usa|utiliza|emplea)\s+para)n?
    |ayudan?\s+al?\s+(?:\w+\s+){0,5}?\w+[aei]r(?:se|l[aeo]s?)?|sirven\s+para|se\s+(?:usan|utilizan|emplean)\s+para|hacen\s+que|se\s+(?:hace|realiza)n?\s+para\s+\w+[aei]r|se\s+(?:encarga|especializa|ocupa)n?\s+(?:de|en)\s+(?!\w+[aei]r\b)"""


@lru_cache(maxsize=1)
def _spanish() -> Patterns:
    adverbs = r"(?:(?:también|generalmente|normalmente|básicamente|simplemente|solo|por\s+lo\s+general|en\s+general|a\s+menudo|a\s+veces|en\s+realidad)\s+)*"
    article = r"(?:un|una|unos|unas|el|la|los|las|otro|otra|cualquier)"
    means = r"(?:significan?|quieren?\s+decir)"
    return Patterns(
        copula=_re(
            rf"""\s+(?:es|son|era|eran|no\s+(?:es|son)\s+(?:más|otra\s+cosa|nada\s+más)\s+que)\s+{adverbs}(?P<said>
            (?:cuando|donde|lo\s+que)\b|(?:tener|perder|dejar\s+de|no\s+poder|sentir)\s+\w+\s+\w|cualquiera?\b|algo\b|alguien\b|(?:dos|tres|cuatro|varios|varias)\s+[\w-]{{4,}}\s
            |{article}\s+(?:\S+\s+){{0,7}}?\S+
            |{_GENUS_OPENS}
            |(?!(?:más|menos|tan|muy|igual|lo|mejor|peor|mayor|menor)\b)(?:(?!(?:para|en|con|por|a|al|de|del|y|o|e)\s)[\w-]+,?\s+){{0,4}}?[\w-]{{4,}}\s+(?:que|donde|cuyo|cuya|de)\b)"""
        ),
        means=_re(
            rf"""\s*,?\s*(?:(?:que|lo\s+que|lo\s+cual)\s+)?{adverbs}(?:{means}
            |(?:se\s+refieren?|hacen?\s+referencia|equivalen?|corresponden?)\s+(?:a|al)\b|describen?|consisten?\s+en|implican?|se\s+tratan?\s+de
            |se\s+(?:define|entiende)n?\s+como|(?:se\s+(?:le|les|la|lo|las|los)\s+|se\s+)(?:conocen?|denominan?|llaman?|dicen?)(?:\s+también)?(?:\s+como)?
            |(?:ocurren?|suceden?|aparecen?|se\s+forman?|se\s+producen?|se\s+desarrollan?|comienzan?|empiezan?|se\s+presentan?|se\s+dan?)\s+(?:cuando|si|porque)\b
            |(?:es|son)\s+(?:el|la|un|otro|otra|los|las)\s+(?:términos?|nombres?|palabras?|formas?\s+de\s+llamar)\b
            |(?:es|son)\s+(?:causad|provocad|producid)[oa]s?\s+por|(?:está|se\s+(?:encuentra|ubica|sitúa))n?\s+(?=(?:justo\s+)?(?:detrás|debajo|encima|entre|delante|al\s+(?:final|fondo|lado))\s))"""
        ),
        does=_re(
            rf"\s+(?:{_DOES_ES})\b(?!\s+(?:a\s+)?(?:much[oa]s?|más|menos|unos|unas|casi|cerca|alrededor|entre\s+\d|hasta\s+\d|\d"
            r"|una?\s+de\s+cada|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b)"
        ),
        called=_re(
            rf"""(?:\b(?:llamad[oa]s?|denominad[oa]s?|(?:más\s+)?conocid[oa]s?\s+(?:[\w]+\s+){{0,2}}?(?:como|por)
            |se\s+(?:(?:le|les|la|lo|las|los)\s+)?(?:llaman?|dice|denominan?|conocen?\s+(?:también\s+)?como)|(?:forman|componen|constituyen|integran)(?:\s+junt[oa]s)?
            |(?:cuyo|su|el|otro|con\s+el|recibe\s+el|reciben\s+el)\s+(?:nombre|término)(?:\s+(?:médico|técnico|científico|común))?(?:\s+(?:para|del?)\s+(?P<said>[^.,;]{{3,50}}?)\s+es|\s+es|\s+de)?
            |(?:es\s+decir|o\s+sea|esto\s+es|en\s+(?:términos|lenguaje)\s+(?:médicos?|técnicos?)),?
            |,\s*(?:lo\s+)?que\s+(?:[\w-]+\s+){{1,3}}(?:llaman?|denominan?))
            \s*:?\s*(?:también\s+)?{article}?\s*["“'‘«*(]*)$"""
        ),
        relative=_re(r",?\s+(?:que|(?:el|la)\s+cual|(?:los|las)\s+cuales)(?=\s+(?:es|son)\s)"),
        aside=_re(
            rf"""(?:(?:que|lo\s+que|lo\s+cual|(?:el|la|los|las)\s+cual(?:es)?)\s+{means}\b|es\s+decir\b|o\s+sea\b|a\s+saber\b
            |en\s+otras\s+palabras\b|(?:(?:también|más|a\s+veces|comúnmente|antes)\s+)?(?:llamad|conocid|denominad)[oa]s?\b
            |cuando\b|lo\s+que\b|{article}\s+|{_GENUS_OPENS})"""
        ),
        not_aside=_re(
            r"""(?:(?:la|una?)\s+(?:mayoría|minoría|gran|mitad|tercera|vez|cuarta|decena|docena)\b|un\s+(?:tercio|cuarto|\d)|(?:el|la)\s+(?:doctora?|dra?\.|señora?|sra?\.|profesora?|\d)
            |(?:síntomas?|causas?|tratamientos?|prevención|diagnóstico)\s*(?:,|[yeo]\s|$)|preguntas\b|datos\b|información\b|guía\b|todo\s|qué\s|cómo\s|cuándo\s
            |(?:el|la|los|las|un|una)\s+(?:día|noche|mañana|tarde|semana|mes|año|hora|vez|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b
            |(?:el|la|los|las)\s+(?:cual|cuales|que|resto|demás|primer\w*|segund\w*|mism\w*|otr[oa]s?|otr\w+)\b|un\s+poco\b)"""
        ),
        that_is=_re(
            r"(?:(?:es\s+decir|o\s+sea|a\s+saber|en\s+otras\s+palabras|dicho\s+de\s+otr[oa]\s+(?:modo|manera|forma))\s*,?|esto\s+es\s*,)\s+"
        ),
        genus=_re(_GENUS_OPENS),
        genus_noun=_re(rf"{_GENUS}\s"),
        restates=_re(
            rf"""(?:en|durante|con|para)\s+est[ea]\s+(?:prueba|examen|estudio|análisis|procedimiento|operación|cirugía|tratamiento|terapia|técnica|enfermedad|afección)\b
            |(?:est[eoa]s?|eso|es[eoa]s?|ell[oa]s?|ambos|ambas)\s+(?:\w+\s+){{0,3}}?(?:(?:es|son)\s+(?:cuando|{article}|tipos?|{_GENUS})\b|{means}\b
            |(?:ocurre|sucede|consiste|implica|se\s+refiere|se\s+llama|{_DOES_ES})n?\b)
            |(?:es|son)\s+(?:cuando\b|(?:{article}|dos|tres|cuatro|vari[oa]s)\s|{_GENUS}\s)|se\s+tratan?\s+de\b|consisten?\s+en\b|{means}\b|es\s+decir,|o\s+sea,"""
        ),
        not_meaning=_re(
            r"""(?:como|por\s+ejemplo|p\.?\s?ej\.?|vea|véase|ver|incluid\w*|incluye\w*|incluso|especialmente|sobre\s+todo|generalmente|se\s+(?:muestra|ve|indica|señala)n?|mostrad[oa]s?|aparece|si|no\s+(?:\S+\s+){3}|y|más|menos|al\s+menos
            |cerca\s+de|alrededor\s+de|entre|figura|tabla|imagen|foto\w*|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|gráfico|dibujo|cortesía|fuente|http|www|nota|en|a|por|de|desde|del|con|sin|para|hasta|según|excepto|salvo
            |solo|arriba|abajo|derech[oa]s?|izquierd[oa]s?|superior|inferior|estadios?|etapas?|fases?|grados?|tipos?\s+\w+$|versión|pdq|plural|panel|recuadro|justo|a\s+menos|salvo|excepto|cuando\s+\w+[aei]d[oa]s?\b|haga|lea|consulte|llame)\b"""
        ),
        empty_genus=_re(
            r"""(?:(?:una?s?|el|la|los|las|otr[oa]s?|un[oa]\s+de\s+(?:los|las|sus))\s+)?(?:(?:muy|más|menos|tan|gran|grandes|nuev[oa]s?|verdader[oa]s?)\s+)*
            (?:buen|malo|mala|comun|común|important|principal|mejor|peor|mayor|menor|únic|primer|segund|tercer|últim|próxim|posib|probab|opci[óo]n|opciones|alternativa|frecuente
            |rar[oa]|útil|factor|riesgo|causas?\b|causante|signos?\b|síntomas?\b|efecto|raz[óo]n|result|mism|diferent|distint|necesari|recomend|disponible|segur|fácil|difícil|capa[zc]|igual
            |típic|propi|responsab|característic|parecid|usad[oa]s?\b|hech|dad[oa]|tratad|peligr|normal|prioridad|emergencia|urgencia|amenaza|desafío|reto|paso|tema|ejemplo|consecuencia
            |complicaci[óo]n\s+(?:grave|común|frecuente|rara)|(?:graves?\s+)?problemas?\s+(?:graves?|serios?|comun|común|frecuente|muy|important|de\s+salud)|grave\s+problema|decisi[óo]n|derech|obligaci[óo]n|experiencia|cuesti[óo]n|noticia|oportunidad|ventaja|desventaja|motivo|meta\b|moment
            |éxito|fracaso|[\w-]+(?:\s+[\w-]+)?\s+(?:más|menos)\s+(?:comun|común|frecuente|importan|usad|conocid|grave|habitual|peligros|efica|segur|rar[oa]|extendid)
            |no\b|parte\s+(?:del?|important|fundamental|esencial|normal)|enfermedad(?:es)?\s+más|tratamientos?\s+(?:más|de\s+elección|habitual|estándar|principal))"""
        ),
        question=_re(
            r"""[¿]?\s*(?:qué\s+(?:es|son|significan?|quiere\s+decir)|en\s+qué\s+consisten?|acerca\s+de|información\s+sobre|definición\s+de|sobre)\b(?:\s+(?:el|la|los|las|un|una)\b)?"""
        ),
        or_="o",
        preposition=frozenset(
            """de del con para en a al sobre por que como contra después antes durante sin tiene tienen tener tratar causa
            causan y o otro otra otros otras algunos muchas muchos su sus sea es son fue era puede pueden debe deben no incluye incluyen si cuando
            hay había sufre sufren desde hasta entre según hacia tras ni se""".split()
        ),
        lead=frozenset(
            "un una unos unas el la los las término palabra su sus tu tus este esta expresión".split()
        ),
        generic=_re(r"\s*(?:un|una|unos|unas|el|la|los|las|su|sus|tu|tus)\s+[\"“«*_]*$"),
        goes_on=opening(
            rf"""[,(]|es|son|era|is|are|no|que|lo|el|la|los|las|también|generalmente|normalmente|básicamente|simplemente
            |solo|por|en|a|significa|quiere|se|hace|sirve|ayuda|equivale|corresponde|describe|consiste|implica|ocurre|sucede
            |aparece|comienza|empieza|{_DOES_ES}"""
        ),
        names=tuple(
            """llamado llamada llamados llamadas denominado denominada denominados denominadas como por llama llaman dice
            denomina denominan forman componen constituyen integran juntos juntas nombre término médico médicos técnico
            técnicos científico común es de decir sea también""".split()
        ),
        articles=tuple("un una unos unas el la los las otro otra cualquier".split()),
        takes_up=_opening_sentence(
            "en durante con para est es ell amb son se consiste significa quiere o"
        ),
    )


def patterns_for(language: str) -> Patterns:
    """Return the patterns of a language, those of English for one that has none of its own."""
    return _spanish() if language == "es" else _english()
