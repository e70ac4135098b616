"""Put the plain words for a Spanish verb in the form that a text uses: "extirpan" -> "quitan".

Knows the third persons, in which pages speak of what happens, and the gerund. Other forms stay as
they are listed. May not know pages or rules.
"""

from __future__ import annotations

from plainlang.patterns import compile_pattern

_INFINITIVE = compile_pattern(r"([a-záéíóúñ]+)([aei]r)(se)?$")
# Endings behind the stem: present, subjunctive, past, each of one and of several, then the gerund.
_ENDINGS = {
    "ar": ("a", "an", "e", "en", "ó", "aron", "ando"),
    "er": ("e", "en", "a", "an", "ió", "ieron", "iendo"),
    "ir": ("e", "en", "a", "an", "ió", "ieron", "iendo"),
}
# Stems that change in the present, and the whole forms of verbs that change elsewhere, too.
_STEMS = {
    "extend": "extiend", "solt": "suelt", "perd": "pierd", "devolv": "devuelv", "volv": "vuelv",
    "cerr": "cierr", "apret": "apriet", "mov": "muev", "dol": "duel", "mostr": "muestr",
    "empez": "empiez",
}  # fmt: skip
_IRREGULAR = {
    "tener": "tiene tienen tenga tengan tuvo tuvieron teniendo",
    "poner": "pone ponen ponga pongan puso pusieron poniendo",
    "hacer": "hace hacen haga hagan hizo hicieron haciendo",
    "dar": "da dan dé den dio dieron dando",
    "ir": "va van vaya vayan fue fueron yendo",
    "pedir": "pide piden pida pidan pidió pidieron pidiendo",
    "decir": "dice dicen diga digan dijo dijeron diciendo",
    "sentir": "siente sienten sienta sientan sintió sintieron sintiendo",
}
_SPELLED = {"c": "qu", "g": "gu", "z": "c"}  # before "e": "sacar" -> "saque"
_SUBJUNCTIVE = (2, 3)
_IN_PRESENT = 4  # forms


def in_form_of(plain: str, said: str, term: str) -> str | None:
    """Return the plain words for `term`, an infinitive, in the form of it that is `said`.

    Both in lower case; None where the form is another or `plain` opens with no infinitive.
    """
    verb = _INFINITIVE.match(term.split(" ", 1)[0])
    words = plain.split()
    if verb is None or " " in said:
        return None
    endings = _ENDINGS[verb[2]]
    ending = said[len(verb[1]) :]
    if not said.startswith(verb[1]) or ending not in endings:
        return None
    at = endings.index(ending)
    # "usar y cambiar": both verbs change
    places = (0, 2) if words[1:2] in (["y"], ["o"]) and _INFINITIVE.match(words[2]) else (0,)
    for place in places:
        changed = _conjugated(words[place], at)
        if changed is None:
            return None
        words[place] = changed
    return " ".join(words)


def _conjugated(infinitive: str, at: int) -> str | None:
    found = _INFINITIVE.match(infinitive)
    if found is None:
        return None
    stem, kind, itself = found.groups()
    forms = _IRREGULAR.get(stem + kind)
    if forms is not None:
        form = forms.split()[at]
    else:
        if at < _IN_PRESENT:
            stem = _STEMS.get(stem, stem)
        ending = _ENDINGS[kind][at]
        if kind == "ar" and at in _SUBJUNCTIVE:
            stem = stem[:-1] + _SPELLED.get(stem[-1], stem[-1])
        form = stem + ending
    if itself is None:
        return form
    return f"se {form}" if at < len(_ENDINGS[kind]) - 1 else None
