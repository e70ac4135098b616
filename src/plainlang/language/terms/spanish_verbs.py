"""From a Spanish verb form to the infinitives that it may belong to: "quítalo" -> "quitar".

Makes candidates, also ones that do not exist; the caller looks them up. May not know any list.
"""

from __future__ import annotations

from plainlang.patterns import compile_pattern

# Endings behind the stem, by the infinitives that have them; longer ones are tried as well.
_AR = (
    "o as a amos áis an é aste ó asteis aron aba abas ábamos abais aban aré arás ará aremos aréis arán "
    "aría arías aríamos aríais arían e es emos éis en ara aras áramos arais aran ase ases ásemos "
    "asen are aren ando ado ada ados adas ad ar"
).split()
_ER = (
    "o es e emos éis en í iste ió imos isteis ieron ía ías íamos íais ían eré erás erá eremos "
    "eréis erán ería erías eríamos eríais erían a as amos áis an iera ieras iéramos ierais ieran iese "
    "ieses iésemos iesen iere ieren iendo ido ida idos idas ed er"
).split()
_IR = (
    "iré irás irá iremos iréis irán iría irías iríamos iríais irían id ir ís yendo yó yeron yera "
    "yeran yese yesen"
).split()
_ENDINGS = {
    **dict.fromkeys(_AR, ("ar",)),
    **dict.fromkeys(_ER, ("er", "ir")),
    **{end: ("ar", "er", "ir") for end in _AR if end in _ER},
    **dict.fromkeys(_IR, ("ir", "er")),
}
_LONGEST = max(map(len, _ENDINGS))
_PRONOUNS = compile_pattern(r"(?:(?:[mtsn]e|nos|os)?l[aeo]s?|me|te|se|nos|os)$")
_PLAIN = str.maketrans("áéíóú", "aeiou")
_SHORTEST = 3  # letters of a stem


def infinitives(word: str) -> list[str]:
    """Return the infinitives that lower-case `word` may be a form of, the likeliest first."""
    found: list[str] = []
    forms = [word]
    if pronouns := _PRONOUNS.search(word):
        bare = word[: pronouns.start()]
        plain = bare.translate(_PLAIN)
        if plain != bare or plain.endswith(("ar", "er", "ir", "ando", "iendo")):
            forms.append(plain)
    for form in forms:
        for cut in range(max(_SHORTEST, len(form) - _LONGEST), len(form)):  # long endings first
            kinds = _ENDINGS.get(form[cut:])
            if kinds is not None:
                found += [s + kind for s in _stems(form[:cut]) for kind in kinds]
    return list(dict.fromkeys(found))


def _stems(stem: str) -> list[str]:
    """Return the stems of the infinitive: "organic" (organicé) gives "organiz" too."""
    stem = stem.translate(_PLAIN)
    stems = [stem]
    for written, spoken in (("qu", "c"), ("gu", "g"), ("c", "z"), ("j", "g"), ("zc", "c")):
        if stem.endswith(written):
            stems.append(stem[: -len(written)] + spoken)
    for changed, plain in (("ie", "e"), ("ue", "o")):
        at = stem.rfind(changed)
        if at > 0 and len(stem) - at <= 5:
            stems.append(stem[:at] + plain + stem[at + 2 :])
    return stems
