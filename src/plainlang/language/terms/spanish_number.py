"""Put the plain words and the meaning of a Spanish term in the plural: "crónicos (que duran …)".

Says None where it is not sure; the words then stay as they are listed. May not know pages or rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.language.terms.morphology import spanish_forms, spanish_plural
from plainlang.patterns import compile_pattern

# Nouns that can be counted and that plain words are often made with.
_COUNTED = frozenset(
    "aguja agujero ampolla animal aparato arteria ataque bacteria banda bebé bolita bolsa bolsita bulto"
    " cambio cáncer capa célula charla cicatriz coágulo compuerta conducto corte cosa coyuntura crema"
    " daño defensa dentista diente dolor efecto ejercicio embarazo enfermedad enfermera especialista estudio examen"
    " experto foto germen grano grieta grupo herida hinchazón hoja hongo hormona hueso infección inyección irritación"
    " líquido lista llaga lombriz lugar mancha máquina medicamento medicina médico mensajero mineral"
    " músculo nervio número objeto ojo operación órgano papel parte pastilla pedacito pedazo persona pieza piel"
    " plan problema producto programa proteína prueba puente pulmonía punto quemadura reacción regla requisito revisión"
    " ruido sangrado señal síntoma sustancia tejido terapia tipo trabajador tratamiento tubo tumor uña vacuna vena virus vitamina"
    .split()
)  # fmt: skip
_ARTICLES = {"un": "", "una": "", "el": "los ", "la": "las "}
# What ends a noun and its adjectives: "médico | que trata …", "hueso | de la mano".
_LINKS = (
    "a al bajo como con contra cuando de del dentro desde detrás debajo donde durante en entre junto para por que sin"
    " sobre"
).split()
_TAIL = compile_pattern(rf"\s(?:{'|'.join(_LINKS)})\s")
_PARTICIPLE = compile_pattern(r"\b(?:hech|puest|\w+[ai]d)[oa]\b")
_UNBENT = frozenset("casi más menos mucho muy no o poco tan u y e".split())
# "que no se quita": the verb of a clause whose subject is the term
_CLAUSE = compile_pattern(
    r"(?:^|(?<=\so\s)|(?<=\sy\s))que((?:\s(?:no|ya|todavía|también|solo|se|le|les|nos))*)\s([a-záéíóúñ]+)"
)
_NO_VERB = frozenset(
    "alguien basta cada el la las lo los nadie quien sus todos su una un uno usted".split()
)
_IRREGULAR = {"es": "son", "ha": "han", "va": "van", "da": "dan"}
_LINKING = frozenset("es está parece queda vuelve pone nace".split())
_PLACES = frozenset(
    "a al cerca con de debajo del dentro detrás en entre fuera junto lejos para por sobre como".split()
)
# Behind a verb, what goes on with things, not with another verb.
_JOINED = compile_pattern(r"(?:,|\s(?:y|o|e|u|pero|ni))\s(?!que\s)([^\s,]+)")
_THINGS = frozenset(
    "a al algo con como de del donde el en entre la las lo los otra otras otro otros para por su sus sobre un una"
    " unas unos".split()
)


def is_plural(said: str, forms: Iterable[str]) -> bool:
    """Tell whether `said`, in lower case, is the plural of one of a term's forms."""
    tokens = tuple(said.split())
    last = tokens[0] if tokens else ""
    if not last.endswith("s"):
        return False
    for form in forms:
        own = tuple(form.lower().split())
        if own == tokens or len(own) != len(tokens) or len(own[0]) >= len(last):
            continue
        if any(tokens == found for found in spanish_forms(own)):
            return True
    return False


def in_plural(words: str) -> str | None:
    """Return a meaning of one thing as it is said of several, None where that is not sure.

    "una prueba que mira" -> "pruebas que miran"; "que no se quita" -> "que no se quitan".
    """
    if words.startswith("que "):
        return _clause(words)
    tail = _TAIL.search(words)
    start, rest = (words[: tail.start()], words[tail.start() :]) if tail else (words, "")
    article, *noun = start.split() if start.split()[0] in _ARTICLES else ("", *start.split())
    if not noun or noun[0] not in _COUNTED or not _UNBENT.isdisjoint(noun):
        return None
    several = " ".join(map(spanish_plural, noun))
    if rest.startswith(" que "):
        clause = _clause(rest[1:])
        if clause is None:
            return None
        rest = f" {clause}"
    elif " que " in rest or _JOINED.search(rest) or _PARTICIPLE.search(rest):
        return None
    return f"{_ARTICLES.get(article, '')}{several}{rest}"


def plain_form(plain: str, said: str, forms: Iterable[str], definition: str) -> str:
    """Return plain words in the number, and an adjective in the gender, in which a term is used."""
    if definition.startswith("que ") and _ADJECTIVE.fullmatch(plain):
        feminine = _FEMININE.search(said) is not None
        plain = plain[:-1] + "a" if feminine else plain
        return plain + "s" if is_plural(said, forms) else plain
    return (in_plural(plain) if is_plural(said, forms) else None) or plain


_ADJECTIVE = compile_pattern(r"\w+o")
_FEMININE = compile_pattern(r"as?$")


def definition_form(definition: str, said: str, forms: Iterable[str]) -> str:
    """Return a meaning as it fits behind a term in brackets; as it is listed where that is not sure."""
    return (in_plural(definition) if is_plural(said, forms) else None) or definition


def fits_behind(definition: str, said: str, forms: Iterable[str]) -> bool:
    """Tell whether a meaning, in its form for `said`, can stand behind it: one thing not behind several."""
    return _OF_ONE.match(definition) is None or not is_plural(said, forms)


_OF_ONE = compile_pattern(
    r"(?:un|una|el|la)\s|que(?:\s(?:no|ya|todavía|también|solo|se|le|les|nos))*\s(?!usted\s)[a-záéíóúñ]*[^\sn](?:\s|$)"
)


def _clause(words: str) -> str | None:
    """Return "que mira la sangre" as "que miran la sangre"."""
    out, end = "", 0
    for found in _CLAUSE.finditer(words):
        verb, at = found[2], found.start(2)
        if verb in _NO_VERB or (verb == "sabe" and "se" in found[1]):
            return None
        follows = words[found.end() :].split(maxsplit=1)
        if verb in _LINKING and (not follows or follows[0].strip(",") not in _PLACES):
            return None
        if (several := _plural_verb(verb)) is None:
            return None
        out += words[end:at] + several
        end = found.end()
    out += words[end:]
    if not end or any(m[1] not in _THINGS for m in _JOINED.finditer(out)):
        return None
    return out


def _plural_verb(verb: str) -> str | None:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    for end, ends in (("yó", "yeron"), ("ió", "ieron"), ("ó", "aron"), ("á", "án")):
        if verb.endswith(end):
            return verb.removesuffix(end) + ends
    return verb + "n" if verb.endswith(("a", "e")) else None
