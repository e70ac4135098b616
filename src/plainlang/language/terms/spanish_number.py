"""Put the plain words and the meaning of a Spanish term in its form: "crónicos (que duran …)".

Says None where it is not sure; the words then stay as they are listed. May not know pages or rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.language.terms.morphology import spanish_forms, spanish_plural
from plainlang.language.terms.spanish_agreement import with_a
from plainlang.language.terms.spanish_conjugation import in_form_of
from plainlang.patterns import compile_pattern

# Nouns that can be counted and that plain words are often made with.
_COUNTED = frozenset(
    "acumulación aguja agujero ampolla animal aparato arteria articulación ataque ayudante bacteria banda bebé bola bolita bolsa"
    " bolsita bulto cambio cáncer capa célula charla cicatriz coágulo compuerta conducto corte cosa coyuntura crema"
    " daño defensa dentista diente dolor efecto ejercicio embarazo enfermedad enfermera espacio especialista estudio examen"
    " empresa error experto foto germen grano grieta grupo gota gusano herida hinchazón hoja hueco hongo hormona hueso infección inyección irritación"
    " insecto latido ley línea líquido lista llaga lombriz lugar mancha máquina medicamento medicina médica médico mensajero mineral"
    " músculo nervio número niño objeto ojo operación órgano pago papel pared parte pastilla pedacito pedazo persona pieza piel permiso pinchazo"
    " plan problema producto programa proteína prueba puente pulmonía punto quemadura reacción regla requisito revisión"
    " ruido sangrado señal síntoma sustancia taza tejido terapia tipo trabajador tratamiento tubo tumor uña vacuna vaso vena virus vitamina"
    .split()
)  # fmt: skip
_ARTICLES = {"un": "", "una": "", "el": "los ", "la": "las "}
# What ends a noun and its adjectives: "médico | que trata …", "hueso | de la mano".
_LINKS = (
    "a al bajo como con contra cuando de del dentro desde detrás debajo donde durante en entre fuera junto para por que sin"
    " sobre"
).split()
_TAIL = compile_pattern(rf"\s(?:{'|'.join(_LINKS)})\s")
_PARTICIPLE = compile_pattern(
    r"\b(?!(?:bebida|cada|caída|comida|cuidado|entrada|grado|herida|hígado|lado|latido|líquido|medida|nada|oído|salida"
    r"|sentido|sonido|tejido|vida|ácido)\b)(?:hech|puest|\w+[ai]d)[oa]\b"
)
_WHICH = compile_pattern(r"(?<!\blo)\sque\s(?:(?:no|se|le|les)\s)*(\S*)")  # not "lo que"
_UNBENT = frozenset("bien casi mal más menos mucho no o poco siempre tan u y e".split())
_ADVERBS = frozenset({"demasiado", "muy"})  # before an adjective, which alone changes
# "que no se quita": the verb of a clause whose subject is the term
_CLAUSE = compile_pattern(
    r"(?:^|(?<=\so\s)|(?<=\sy\s))que((?:\s(?:no|ya|todavía|también|solo|se|le|les|nos))*)\s([a-záéíóúñ]+)"
)
_NO_VERB = frozenset(
    "alguien basta cada el la las lo los nadie quien sus todos su una un uno usted".split()
)
_IRREGULAR = {"es": "son", "ha": "han", "va": "van", "da": "dan"}
_LINKING = frozenset("es está parece queda vuelve pone nace".split())
# Behind a linking verb, what does not change with the number: "que no es cáncer".
_NO_QUALITIES = frozenset(
    "a al cáncer cerca con de debajo del dentro detrás en entre fuera junto lejos para por sobre como".split()
)
# Behind a verb, what goes on with things, not with another verb.
_JOINED = compile_pattern(r"(?:,|\s(?:y|o|e|u|pero|ni))\s(?!que\s)([^\s,]+)")
_THINGS = frozenset(
    "a al algo con como de del donde el en entre la las lo los otra otras otro otros para por su sus sobre un una"
    " unas unos".split()
)


def is_plural(said: str, forms: Iterable[str]) -> bool:
    """Tell whether `said`, in lower case, is the plural of one of a term's forms."""
    return _one_of(said, forms) is not None


def _one_of(said: str, forms: Iterable[str]) -> str | None:
    """Return the form of a term of which `said`, in lower case, is the plural."""
    tokens = tuple(said.split())
    last = tokens[0] if tokens else ""
    if not last.endswith("s"):
        return None
    for number, form in enumerate(forms):
        own = tuple(form.lower().split())
        if own == tokens and number == 0:
            return None  # "tétanos", of which "tétano" is another name
        if own == tokens or len(own) != len(tokens) or len(own[0]) >= len(last):
            continue
        if any(tokens == found for found in spanish_forms(own)):
            return form
    return None


def in_plural(words: str) -> str | None:
    """Return a meaning of one thing as it is said of several, None where that is not sure.

    "una prueba que mira" -> "pruebas que miran"; "que no se quita" -> "que no se quitan".
    """
    if words.startswith("que "):
        return _clause(words)
    tail = _TAIL.search(words)
    start, rest = (words[: tail.start()], words[tail.start() :]) if tail else (words, "")
    if (two := _bent_both(start)) is not None and not rest.startswith(" que "):
        return f"{two}{rest}"
    article, *noun = start.split() if start.split()[0] in _ARTICLES else ("", *start.split())
    newly = "recién " if noun[:1] == ["recién"] else ""
    noun = noun[1:] if newly else noun
    if not noun or not (newly or noun[0] in _COUNTED) or not _UNBENT.isdisjoint(noun):
        return None
    several = newly + " ".join(w if w in _ADVERBS else spanish_plural(w) for w in noun)
    if rest.startswith(" que "):
        clause = _clause(rest[1:])
        if clause is None:
            return None
        rest = f" {clause}"
    elif _of_one(rest):
        return None
    return f"{_ARTICLES.get(article, '')}{several}{rest}"


def _of_one(rest: str) -> bool:
    """Tell whether what stands behind a noun may be said of one thing: "en el cuerpo, hecho de grasa"."""
    if _PARTICIPLE.search(rest) or any(m[1] not in _THINGS for m in _JOINED.finditer(rest)):
        return True
    return any(not m[1].endswith("n") for m in _WHICH.finditer(rest))


def _bent_both(words: str) -> str | None:
    """Return two things in the plural: "herida o parte dañada" -> "heridas o partes dañadas"."""
    things = [thing.split() for thing in words.split(" o ")]
    if len(things) != 2 or any(not t or t[0] not in _COUNTED for t in things):
        return None
    if any(not _UNBENT.isdisjoint(thing) for thing in things):
        return None
    return " o ".join(" ".join(map(spanish_plural, thing)) for thing in things)


def plain_form(plain: str, said: str, forms: Iterable[str], definition: str) -> str:
    """Return plain words in the number, an adjective in the gender, a verb in the form in which a term is used."""
    forms = tuple(forms)
    if definition.startswith("que ") and (found := _ADJECTIVE.match(plain)):
        ending = ("a" if _FEMININE.match(said) else "o") + ("s" if is_plural(said, forms) else "")
        return f"{found[1]}{ending}{plain[found.end() :]}"
    if (form := in_form_of(plain, said, forms[0].lower())) is not None:
        return form
    if plain.startswith("médico ") and _is_woman(said, forms[0]):
        plain = plain.replace("médico", "médica", 1)
    return (in_plural(plain) if is_plural(said, forms) else None) or plain


def _is_woman(said: str, term: str) -> bool:
    """Tell whether a word is the name of a woman for a term that is a man's: "cardiólogas"."""
    return term[-1:] == "o" and said.removesuffix("s") == f"{term[:-1].lower()}a"


# "venenoso", "internado en el hospital"
_ADJECTIVE = compile_pattern(r"(\w+)o(?:$|(?<=[ai]do)(?=\s(?:en|por|con)\s))")
_FEMININE = compile_pattern(r"\S*as?(?:\s|$)")


def definition_form(definition: str, said: str, forms: Iterable[str], plain: str) -> str:
    """Return a meaning as it fits behind a term in brackets; as it is listed where that is not sure.

    Behind a verb form stands that of the `plain` words: "supura (suelta pus)".
    """
    forms = tuple(forms)
    if (form := in_form_of(plain, said, forms[0].lower())) is not None:
        return form
    if definition.startswith("un médico ") and _is_woman(said, forms[0]):
        definition = definition.replace("un médico", "una médica", 1)
    one = _one_of(said, forms)
    if one is None:
        return definition
    many = in_plural(definition)
    if many is None and _IS_ONE.match(definition) and (name := with_a(one)) is not None:
        return f"{name} es {definition}"  # "catéteres (un catéter es un tubo que …)"
    return many or definition


def has_number_of(plain: str, said: str, forms: Iterable[str]) -> bool:
    """Tell whether plain words in their form for `said` are many if it is."""
    return not is_plural(said, forms) or plain.lower().split(maxsplit=1)[0] not in _COUNTED


def fits_behind(definition: str, said: str, forms: Iterable[str]) -> bool:
    """Tell whether a meaning, in its form for `said`, can stand behind it: one thing not behind several."""
    if (one := _one_of(said, forms)) is not None and definition.startswith(f"{with_a(one)} es "):
        return True
    return _OF_ONE.match(definition) is None or not is_plural(said, forms)


_IS_ONE = compile_pattern(r"(?:un|una|el|la)\s")
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
        if verb in _LINKING and (not follows or follows[0].strip(",") not in _NO_QUALITIES):
            return None
        if (several := _plural_verb(verb)) is None:
            return None
        out += words[end:at] + several
        end = found.end()
    out += words[end:]
    # What ends in "s" is no verb of one thing: "que hace líquidos u hormonas".
    if not end or any(
        not m[1].endswith("s") and m[1] not in _THINGS for m in _JOINED.finditer(out)
    ):
        return None
    return out


def _plural_verb(verb: str) -> str | None:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    for end, ends in (("yó", "yeron"), ("ió", "ieron"), ("ó", "aron"), ("á", "án")):
        if verb.endswith(end):
            return verb.removesuffix(end) + ends
    return verb + "n" if verb.endswith(("a", "e")) else None
