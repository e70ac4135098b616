"""How English and Spanish explain a word: the patterns, by language. Data, no logic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language. Each looks at the text behind or before a term.

    `copula`: "is a …", `means`: "means …", `does`: what the term does, `called`: stands before the
    term, `aside`: opens an apposition, `restates`: opens a following sentence, `not_meaning`: opens
    brackets that explain nothing, `empty_genus`: says nothing about what a thing is, `question`: a
    heading that asks for a definition, `or_`: "or", `preposition`: the term is not the subject.
    """

    copula: re.Pattern[str]
    means: re.Pattern[str]
    does: re.Pattern[str]
    called: re.Pattern[str]
    aside: re.Pattern[str]
    restates: re.Pattern[str]
    not_meaning: re.Pattern[str]
    empty_genus: re.Pattern[str]
    question: re.Pattern[str]
    or_: str
    preposition: frozenset[str]
    lead: frozenset[str]


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_ADVERBS = r"(?:(?:also|often|usually|sometimes|generally|simply|just|actually|basically|really|typically)\s+)*"


@lru_cache(maxsize=1)
def _english() -> Patterns:
    return Patterns(
        copula=_re(
            rf"""\s+(?:is|are|was|were)\s+{_ADVERBS}(?P<said>
            (?:when|where|what|how)\b
            | (?:any|anything|something|someone|anyone)\b
            | (?:an?|the|one|two|three|another)\s+(?:\S+\s+){{0,7}}?\S+
            | (?:[\w-]+,?\s+){{0,6}}?[\w-]+\s+(?:that|which|who|whose|where|used|made|caused|found|given|designed|meant
                |of|in|for|from|between|on|by|inside|around|with|to)\b
            | (?:types?|kinds?|forms?|groups?|parts?|ways?)\s+of\b)"""
        ),
        means=_re(
            rf"""\s*,?\s*{_ADVERBS}(?:(?P<verb>means?|refers?\s+to|describes?|stands?\s+for|consists?\s+of|involves?|includes?\s+any)\b
            | is\s+(?:defined|known|described)\s+as\b
            | (?:is|are)\s+(?:the\s+|a\s+|an\s+)?(?:medical\s+|doctor'?s'?\s+|technical\s+|general\s+|scientific\s+)?(?:term|name|word)s?\s+(?:for|that|used)\b
            | (?:happens?|occurs?|develops?|starts?|begins?|forms?|appears?|results?)\s+(?:when|if|because|as\s+a\s+result|from)\b
            | (?:is|are)\s+caused\s+(?:by|when)\b
            | (?:is|are)\s+(?:often\s+|sometimes\s+|also\s+|commonly\s+)*(?:called|known\s+as)\b)"""
        ),
        does=_re(
            r"""\s+(?:(?:work(?:s)?\s+(?:by|to)|help(?:s)?(?:\s+to)?|is\s+used\s+to|are\s+used\s+to|lets?|allows?)\s+)?
            (?:relax|block|slow|lower|reduce|stop|kill|prevent|remov|destroy|attack|affect|mak|carr|control|protect|boost
            |strengthen|weaken|thin|open|widen|narrow|clean|filter|fight|replac|look|us|take|check|measur|test|show|creat
            |produc|destroy|shrink|target|numb|calm|ease|reliev|keep|help|chang|cut|turn|put|send|record|damag|harm
            |spread|swell|tell|treat)(?:e|es|s|y|ies|ing|ed)?\b"""
        ),
        called=_re(
            r"""(?:\b(?:called|termed|named|(?:known|referred\s+to)\s+as|(?:term|name|word)\s+(?:for\s+[^.]{3,40}\s+)?is|meaning)
            \s*:?\s*(?:an?\s+|the\s+)?["“'‘*(]*(?:[\w-]+\s+(?:and/or|or)\s+)?)$"""
        ),
        aside=_re(
            r"""(?:which\s+(?:is|are|means?|refers?)\b|that\s+is\b|i\.e\.|meaning\b|namely\b|in\s+other\s+words\b
            |(?:also|sometimes|commonly|often|better|formerly)\s+(?:called|known\s+as|referred\s+to\s+as)\b|known\s+as\b|called\b
            |where\b|when\b|(?:an?|the|any|one|your|another)\s+|types?\s+of\b|kinds?\s+of\b)"""
        ),
        restates=_re(
            r"""(?:this|it|these|they|that|both|such\s+\w+)\s+(?:\w+\s+){0,3}?(?:
            (?:is|are|was)\s+(?:when|where|an?|the|any|one|caused|used|done|made|types?|kinds?|medicines?|drugs?|tests?)\b
            |means?\b|refers?\b|happens?\b|occurs?\b|involves?\b|includes?\s+(?!all)|helps?\b|works?\b|uses?\b|makes?\b|describes?\b|lets?\b|looks?\b|shows?\b|checks?\b|measures?\b|can\s+(?:help|be\s+used)\b)"""
        ),
        not_meaning=_re(
            r"""(?:(?:the\s+)?(?:left|right|top|bottom|above|below|upper|lower|shown|panel)\b|such\s+as|for\s+example|e\.?g\.?|see|also\s+see|including|like|especially|usually|for\s+instance|if|not\s+(?:\S+\s+){3}|and|about|up\s+to
            |more|less|at\s+least|approximately|figure|fig|table|http|www|note|plural|pronounced|pro-|click|read|mainly|mostly|except|with|without
            |in|at|by|from|on|to|for|of|but|only)\b"""
        ),
        empty_genus=_re(
            r"""(?:an?\s+|the\s+|one\s+of\s+the\s+|one\s+|another\s+)?(?:very\s+|most\s+|more\s+|especially\s+|particularly\s+)*
            (?:\w{2,}est\b|\w+ed\s+(?:in|into|by|with|to|from|for|on|at|as|under|through)\b|(?:put|given|found|seen|taken|kept|sent|done|made|grown|born)\s+(?!of\b)|\w+er\s+than\b|most\b|more\b|less\b|least\b|good|great|common|important|main|leading|major|best|only|first|second|third|next|last|right|better|possible|option|concern|likely|effective|safe
            |serious\s+(?:problem|concern)|rare|helpful|useful|key|risk\s+factor|risk|cause|sign|symptom|side\s+effect|way\s+to\s+(?:find|get|help)|choice|problem
            |reason|result|same|different|higher|lower|needed|recommended|available|used|done|given|treated|diagnosed|known|not|no|able|unable|based|usually
            |often|associated|linked|related|due|caused|part\s+of\s+(?:the|your)\s+(?:treatment|care|plan))\b"""
        ),
        question=_re(
            r"""(?:what\s+(?:is|are|does|do|causes)|what['’]s|about|overview\s+of|understanding|facts\s+about|definition\s+of|introduction\s+to|learn\s+about)\b"""
        ),
        or_="or",
        preposition=frozenset(
            """of with for in to about from by on than as like including against after before during without have has
            had having get gets getting treat treats treating prevent cause causes causing and or this these that such
            any no if when is are was were be been being can may will would should must do does did not other some many most more their your his her our its include includes called""".split()
        ),
        lead=frozenset("a an the what term word your in most all called this these some".split()),
    )


@lru_cache(maxsize=1)
def _spanish() -> Patterns:
    return Patterns(
        copula=_re(
            r"""\s+(?:es|son|era|eran)\s+(?:también\s+|generalmente\s+|por\s+lo\s+general\s+|simplemente\s+)*(?P<said>
            (?:cuando|donde|lo\s+que)\b|cualquier\w*\b|algo\b
            |(?:un|una|unos|unas|el|la|los|las|otro|otra)\s+(?:\S+\s+){0,7}?\S+
            |(?:[\w-]+,?\s+){0,6}?[\w-]+\s+(?:que|donde|cuyo|cuya|usad[oa]s?|hech[oa]s?|causad[oa]s?|de|en|para|por|entre|con)\b)"""
        ),
        means=_re(
            r"""\s*,?\s*(?:significan?|quiere\s+decir|se\s+refieren?\s+a|describen?|consisten?\s+en|implican?
            |se\s+define\s+como|se\s+conocen?\s+como|se\s+llaman?
            |(?:ocurren?|suceden?|aparecen?|se\s+forman?|se\s+produce|comienzan?|se\s+presentan?)\s+(?:cuando|si|porque|en)\b
            |es\s+el\s+(?:término|nombre)\b|es\s+causad[oa]\s+por)"""
        ),
        does=_re(
            r"""\s+(?:(?:puede|pueden|ayudan?\s+a|sirven?\s+para|se\s+usan?\s+para|permiten?)\s+)?(?:relaj|bloque|reduc|baj|disminuy
            |deten|mat|previen|destruy|atac|afect|produc|llev|control|proteg|fortalec|debilit|abr|limpi|filtr|combat|reemplaz|us|mid|muestr|elimin
            |ayud|cambi|quit|alivi|hac|permit|trat|estimul|impid|extra|examin)\w*\b"""
        ),
        called=_re(
            r"""(?:\b(?:llamad[oa]s?|denominad[oa]s?|conocid[oa]s?\s+(?:también\s+)?como|se\s+(?:le\s+)?(?:llaman?|conocen?\s+como|denominan?)|es\s+decir|o\s+sea)
            \s*:?\s*(?:un\s+|una\s+|el\s+|la\s+|los\s+|las\s+)?["“'‘«*(]*)$"""
        ),
        aside=_re(
            r"""(?:que\s+(?:es|son|significa|quiere)\b|es\s+decir\b|o\s+sea\b|esto\s+es\b|a\s+saber\b|en\s+otras\s+palabras\b
            |también\s+(?:llamad|conocid|denominad)\w*\b|(?:llamad|conocid|denominad)\w*\b|cuando\b|(?:un|una|unos|unas|el|la|los|las|cualquier)\s+|tipos?\s+de\b)"""
        ),
        restates=_re(
            r"""(?:est[eoa]s?|eso|ell[oa]s?|se\s+trata\s+de)\s*(?:\w+\s+){0,3}?(?:(?:es|son)\s+(?:cuando|un|una|el|la|los|las|tipos?)\b|significa\b|quiere\s+decir\b
            |ocurre\b|sucede\b|consiste\b|ayuda\b|implica\b|se\s+refiere\b|se\s+llama\b|usa\b|produce\b)|(?:es|son)\s+(?:un|una|el|la|los|las|cuando)\b|se\s+trata\s+de\b|consiste\s+en\b"""
        ),
        not_meaning=_re(
            r"""(?:como|por\s+ejemplo|p\.?\s?ej\.?|vea|véase|ver|incluid|incluye|especialmente|si|no|y|más|menos|al\s+menos|figura|tabla|http|www|nota|en|a|por|de|con|sin|para|hasta)\b"""
        ),
        empty_genus=_re(
            r"""(?:un[ao]?s?\s+|el\s+|la\s+|los\s+|las\s+)?(?:muy\s+|más\s+)*(?:buen|comun|común|important|principal|mejor|únic|primer|segund|posible|opción|frecuente|grave\s+problema
            |rar[oa]|útil|factor|riesgo|causa|signo|síntoma|efecto|razón|result|mism|diferent|necesari|recomend|disponible|usad|hech|dad[oa]|tratad|no\b|parte\s+de(?:l)?\s+tratamiento)"""
        ),
        question=_re(
            r"""[¿]?\s*(?:qué\s+(?:es|son)|acerca\s+de|información\s+sobre|definición\s+de)\b"""
        ),
        or_="o",
        preposition=frozenset(
            """de del con para en a al sobre por que como contra después antes durante sin tiene tienen tener tratar causa
            causan y o otro otra otros otras algunos muchas muchos su sus sea es son fue era puede pueden debe deben no incluye incluyen si cuando""".split()
        ),
        lead=frozenset("un una el la los las término palabra su este esta".split()),
    )


def patterns_for(language: str) -> Patterns:
    """Return the patterns of a language, those of English for one that has none of its own."""
    return _spanish() if language == "es" else _english()
