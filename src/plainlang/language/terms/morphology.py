"""How the words of a term change: number, gender, spelling, verb forms, English and Spanish.

Used when word lists are compiled, so it may make forms that nobody writes ("measleses") but must
not make everyday words that mean something else. Knows no list, no page.
"""

from __future__ import annotations

from plainlang.patterns import compile_pattern

_ENGLISH_IRREGULAR = {
    "calf": "calves",
    "child": "children",
    "foot": "feet",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "man": "men",
    "mouse": "mice",
    "person": "people",
    "self": "selves",
    "shelf": "shelves",
    "tooth": "teeth",
    "wife": "wives",
    "woman": "women",
}

# Latin and Greek plurals that stand beside the regular ones.
_CLASSICAL = (
    ("sis", "ses"),
    ("xis", "xes"),
    ("itis", "itides"),
    ("nx", "nges"),
    ("ex", "ices"),
    ("ix", "ices"),
    ("us", "i"),
    ("um", "a"),
    ("ion", "ia"),
    ("oma", "omata"),
    ("a", "ae"),
    ("men", "mina"),
)


def english_plurals(word: str) -> list[str]:
    """Return the plurals that lower-case `word` may have, the regular one first."""
    if word in _ENGLISH_IRREGULAR:
        return [_ENGLISH_IRREGULAR[word]]
    if len(word) < 2 or not word.isalpha():
        return [word + "s"] if word[-1:].isalpha() else []
    found = []
    if word.endswith(("s", "x", "z", "ch", "sh")):
        if not word.endswith(("ss", "x", "z", "ch", "sh", "us", "as", "is")):
            return []  # "rabies", "feces", "forceps": plural as they are
        if not word.endswith("is"):
            found.append(word + "es")
    elif word[-1] == "y" and word[-2] not in "aeiou":
        found.append(word[:-1] + "ies")
    else:
        found.append(word + "s")
        if word[-1] == "o" and word[-2] not in "aeiou":
            found.append(word + "es")
    if len(word) > 4:
        found += [word[: -len(end)] + to for end, to in _CLASSICAL if word.endswith(end)]
    return found


def english_singulars(word: str) -> list[str]:
    """Return what lower-case `word` may be the regular plural of."""
    if len(word) < 5 or word[-1] != "s" or word.endswith(("ss", "us", "is")):
        return []
    if word.endswith("ies"):
        return [word[:-3] + "y"] if len(word) > 6 else []
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return [word[:-2]]
    return [word[:-1]]


# American spelling -> British spelling, on whole words; each is tried in both directions.
_SPELLINGS = (
    ("emia", "aemia"),
    ("emic", "aemic"),
    ("hemo", "haemo"),
    ("hema", "haema"),
    ("hemorrh", "haemorrh"),
    ("esoph", "oesoph"),
    ("diarrhea", "diarrhoea"),
    ("pediatr", "paediatr"),
    ("orthoped", "orthopaed"),
    ("anesth", "anaesth"),
    ("gynec", "gynaec"),
    ("leuko", "leuco"),
    ("estrogen", "oestrogen"),
    ("edema", "oedema"),
    ("fetus", "foetus"),
    ("fetal", "foetal"),
    ("feces", "faeces"),
    ("fecal", "faecal"),
    ("celiac", "coeliac"),
    ("apnea", "apnoea"),
    ("pnea", "pnoea"),
    ("cecum", "caecum"),
    ("tumor", "tumour"),
    ("color", "colour"),
    ("fiber", "fibre"),
    ("center", "centre"),
    ("behavior", "behaviour"),
    ("labor", "labour"),
    ("humor", "humour"),
    ("ization", "isation"),
    ("lyze", "lyse"),
    ("lyzing", "lysing"),
    ("counseling", "counselling"),
    ("counselor", "counsellor"),
    ("sulf", "sulph"),
    ("ischem", "ischaem"),
)
_ISE = compile_pattern(r"i(z)(e|es|ed|ing)$")
_NOT_BRITISH = compile_pattern(r"aemia|aemic|haem|laborat|elabor|collab|colorect|humora|coloro")


def english_spellings(word: str) -> list[str]:
    """Return the American or British twins of lower-case `word` ("tumor" -> "tumour")."""
    found = []
    for american, british in _SPELLINGS:
        if british in word:
            found.append(word.replace(british, american))
        elif american in word and not _NOT_BRITISH.search(word):
            found.append(word.replace(american, british))
    if len(word) > 6 and _ISE.search(word):
        found.append(_ISE.sub(r"is\2", word))
    return found


_ACCENTS = str.maketrans("áéíóú", "aeiou")
_ACUTE = dict(zip("aeiou", "áéíóú", strict=True))
_SPANISH_LINKS = frozenset(
    "a al ante bajo con contra de del desde e en entre hacia hasta o para por que según sin "
    "sobre tras u y".split()
)
# Endings of adjectives and of names for people; other nouns have one gender only.
_ADJECTIVE = compile_pattern(
    r"(?:[ií]c|os|iv|ari|ori|ad|id|ne|ge|an|in|er|gn|log|ud|gud|anj|ient|ens|úne|ómic|úbic|atr)[oa]$"
)


def spanish_plural(word: str) -> str:
    """Return the plural of lower-case `word`; itself where it does not change."""
    if not word or not word[-1].isalpha():
        return word
    last = word[-1]
    if last in "aeiouáéó":
        return word + "s"
    if last in "íú":
        return word + "es"
    if last == "z":
        return word[:-1] + "ces"
    if last in "sx":
        if len(word) > 3 and word[-2] in "áéíóú":
            return word[:-2] + word[-2].translate(_ACCENTS) + last + "es"
        return word
    if len(word) > 2 and word[-2] in "áéíóú" and last == "n":
        return word[:-2] + word[-2].translate(_ACCENTS) + "nes"
    if last == "n" and not any(c in "áéíóú" for c in word):
        # "examen" -> "exámenes": the stress keeps its syllable and now has to be written.
        for i in range(len(word) - 3, -1, -1):
            if word[i] in _ACUTE:
                return word[:i] + _ACUTE[word[i]] + word[i + 1 :] + "es"
    return word + "es"


def spanish_forms(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return a phrase's plural, and for adjectives the other gender, as token tuples."""
    head = next((i for i, token in enumerate(tokens) if token in _SPANISH_LINKS), len(tokens))
    if head == 0:
        return []
    tail = tokens[head:]
    found = [(*map(spanish_plural, tokens[:head]), *tail)]
    if len(tokens) == 1:
        word = tokens[0]
        if len(word) > 5 and _ADJECTIVE.search(word):
            other = word[:-1] + ("a" if word[-1] == "o" else "o")
            found += [(other,), (other + "s",)]
        elif len(word) > 5 and word.endswith(("dor", "tor", "sor")):
            found += [(word + "a",), (word + "as",)]
        elif word.endswith(("dores", "tores", "icos", "icas", "ones", "itis")):
            pass
        elif len(word) > 5 and word.endswith(("as", "os", "es")):
            found.append((word[:-1],))
    return found


def english_forms(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return a phrase's plurals or singulars, spellings and bare possessives, as token tuples.

    A possessive is its owner and the token "s" ("crohn s disease").
    """
    found: list[tuple[str, ...]] = []
    spelled = [tokens]
    for i, token in enumerate(tokens):
        spelled += [(*tokens[:i], other, *tokens[i + 1 :]) for other in english_spellings(token)]
    for form in spelled:
        found.append(form)
        *start, last = form
        found += [(*start, other) for other in english_plurals(last)]
        found += [(*start, other) for other in english_singulars(last)]
    for i in range(1, len(tokens) - 1):
        if tokens[i] == "s":
            found.append((*tokens[:i], *tokens[i + 1 :]))
            found.append((*tokens[: i - 1], tokens[i - 1] + "s", *tokens[i + 1 :]))
    return found[1:]


_IRREGULAR_VERBS = {
    "be": ("is", "was", "been", "being"),
    "begin": ("begins", "began", "begun", "beginning"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "bring": ("brings", "brought", "brought", "bringing"),
    "buy": ("buys", "bought", "bought", "buying"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "come", "coming"),
    "cut": ("cuts", "cut", "cut", "cutting"),
    "do": ("does", "did", "done", "doing"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "find": ("finds", "found", "found", "finding"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "had", "having"),
    "hold": ("holds", "held", "held", "holding"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "leave": ("leaves", "left", "left", "leaving"),
    "let": ("lets", "let", "let", "letting"),
    "lose": ("loses", "lost", "lost", "losing"),
    "make": ("makes", "made", "made", "making"),
    "meet": ("meets", "met", "met", "meeting"),
    "pay": ("pays", "paid", "paid", "paying"),
    "put": ("puts", "put", "put", "putting"),
    "run": ("runs", "ran", "run", "running"),
    "say": ("says", "said", "said", "saying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "send": ("sends", "sent", "sent", "sending"),
    "set": ("sets", "set", "set", "setting"),
    "show": ("shows", "showed", "shown", "showing"),
    "speed": ("speeds", "sped", "sped", "speeding"),
    "spread": ("spreads", "spread", "spread", "spreading"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "told", "telling"),
    "tie": ("ties", "tied", "tied", "tying"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"),
}
_DOUBLING = frozenset(
    "stop plan clot drop fit rid cap step wrap ban chat top swap trim skip".split()
)


def english_verb(base: str) -> tuple[str, str, str, str]:
    """Return third person, past, past participle and -ing form of the lower-case verb `base`."""
    if base in _IRREGULAR_VERBS:
        return _IRREGULAR_VERBS[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif len(base) > 1 and base[-1] == "y" and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base[-1:] == "e":
        past = base + "d"
        present = base + "ing" if base.endswith(("ee", "oe", "ye")) else base[:-1] + "ing"
    elif third.endswith("ies"):
        past, present = base[:-1] + "ied", base + "ing"
    elif base in _DOUBLING:
        past, present = base + base[-1] + "ed", base + base[-1] + "ing"
    else:
        past, present = base + "ed", base + "ing"
    return third, past, past, present
