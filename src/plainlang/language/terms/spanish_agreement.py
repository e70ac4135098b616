"""Tell the gender and number of Spanish words, and the article that goes with them: "el paso", "la prueba".

Says None where it is not sure. May not know pages or rules.
"""

from __future__ import annotations

import re

from plainlang.patterns import compile_pattern

# Nouns whose ending does not tell their gender, without accents.
_FEMININE = frozenset(
    "ayuda base capa carne charla cicatriz clase corriente crema cruz diabetes fase fiebre flema forma foto fuente gente"
    " gripe hambre hez imagen leche ley llave lombriz luz mano matriz mente muerte mujer nariz niñez noche nube orden pared"
    " parte piel pierna radio raiz red sal salud sangre sed señal serie suerte tarde tiroides tos vejez voz vez".split()
)
_MASCULINE = frozenset(
    "aire analisis azucar cancer cateter apendice arroz ataque avance bebe bloqueo borde brote calambre calmante cierre choque cojin colesterol"
    " coma control corazon corte cromosoma dentista derrame desgaste dia diente drama escape esquema examen fin gas germen"
    " golpe hombre huesped idioma iman lapiz lente lugar lunar mal malestar mapa marcapasos margen mensaje mes nivel nombre"
    " origen paciente padre pan parche pie plan pliegue problema programa pulmon pus reloj riñon sintoma sistema soporte"
    " tema tendon tumor vientre virus".split()
)
_ONE_IN_S = compile_pattern(
    r"(?:gas|marcapasos|mes|pus|tos|tetanos|virus|tiroides|diabetes|[a-z]{2,}is)$"
)
_ENDS_FEMININE = compile_pattern(
    r"(?:(?<!m)a|cion|sion|xion|zon|union|dad|tad|tud|itis|osis|umbre|ez)$"
)
_ENDS_MASCULINE = compile_pattern(r"(?:o|or|on|en|an|er|ar|il|al|el|aje)$")
_INFINITIVE = compile_pattern(r"[a-zñ]{2,}(?:ar|er|ir)(?:se|lo|la|los|las)?$")
_PLAIN_LETTERS = str.maketrans("áéíóúü", "aeiouu")
# Feminine nouns that begin with a stressed "a".
_STRESSED_A = compile_pattern(
    r"(?:agua|águila|ala|alma|ancla|ansia|área|arma|asma|habla|hambre)\b", re.IGNORECASE
)
# Articles by whether they are feminine and many, for "the", "a", "of the" and "to the".
_Articles = tuple[tuple[str, str], tuple[str, str]]
_SETS: tuple[_Articles, ...] = (
    (("el", "los"), ("la", "las")),
    (("un", "unos"), ("una", "unas")),
    (("del", "de los"), ("de la", "de las")),
    (("al", "a los"), ("a la", "a las")),
)
_OTHER = compile_pattern(
    r"(?:est[aeo]s?|es[aeo]s?|aquell?[ao]s?|otr[ao]s?|much[ao]s?|poc[ao]s?|algun[ao]s?|algún|ningun[ao]|ningún|ciert[ao]s?"
    r"|nuestr[ao]s?|tod[ao]s?|cuy[ao]s?|vari[ao]s|divers[ao]s|distint[ao]s|primera?|mism[ao]s?)$"
)


def gender(words: str) -> tuple[bool, bool] | None:
    """Return whether the noun that opens some words is feminine, and whether it is many."""
    word = words.lower().partition(" ")[0].strip(",.;:").translate(_PLAIN_LETTERS)
    many = word.endswith("s") and _ONE_IN_S.match(word) is None
    forms = (
        (f"{word[:-3]}z", word[:-2], word[:-1]) if many else (word,)
    )  # "luces", "señales", "fotos"
    for one in forms:
        if one in _FEMININE:
            return True, many
        if one in _MASCULINE:
            return False, many
    one = word[:-1] if many else word
    if many and one.endswith(("cione", "sione", "xione", "zone", "unione", "dade", "tade", "tude")):
        return True, many
    if word == "lo" or (not many and _INFINITIVE.match(one)):
        return None
    if _ENDS_FEMININE.search(one):
        return True, many
    return (False, many) if _ENDS_MASCULINE.search(one) else None


def with_a(words: str) -> str | None:
    """Return a noun in the singular with "un" or "una"."""
    found = gender(words)
    if found is None or found[1]:
        return None
    return f"{_fitting(_SETS[1], words, *found)} {words}"


def agree(before: str, plain: str) -> tuple[str, str] | None:
    """Return the article at the end of a text, and the one that `plain` takes instead, both "" if none is there.

    None where the words before it cannot be made to fit.
    """
    text = before.rstrip().lower()
    two, last = " ".join(text.split()[-2:]), text.rpartition(" ")[2]
    if _OTHER.match(last):
        found = gender(plain)
        return ("", "") if found is not None and found == gender(last) else None
    for articles in reversed(_SETS):
        for row in articles:
            for article in row:
                if article in (two, last):
                    found = gender(plain)
                    if found is None:
                        return None
                    return article, _fitting(articles, plain, *found)
    return "", ""


def _fitting(articles: _Articles, words: str, is_feminine: bool, many: bool) -> str:
    """Return the article of a set that stands before words: "el agua", though "esta agua"."""
    if is_feminine and not many and _STRESSED_A.match(words):
        is_feminine = False
    return articles[is_feminine][many]
