"""The words that decide where a sentence ends: abbreviations by what may follow, and starters."""

from __future__ import annotations

import re

from plainlang.patterns import compile_pattern

# Titles: a name follows, whatever its capital letter suggests.
BEFORE_NAMES = frozenset(
    """dr drs messrs mme mlle prof rev fr sr sra srta sres dra dres hon gov gen col capt cmdr lt
    maj sgt cpl adm pres sen rep supt st ste mt ft pte insp det asst assoc ing lic d dña pbro arq mons cnel tte brig sto
    sta enf psic mtro mtra ldo lda ntro ntra excmo excma hno hna fdo""".split()
)
# A number follows ("Fig. 3"); before a capital letter they are words of their own.
BEFORE_NUMBERS = frozenset(
    """no nos nr fig figs eq eqs vol vols ch chap sec sect art pp p pg par para tab ref refs ex app núm
    pág págs cap n.º c pop est rm sat sun jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic lun mié jue vie sáb ext tel tlf tfno apdo hwy rte""".split()
)
# Something always follows.
NEVER_END = frozenset(
    """e.g i.e eg ie vs v viz cf ca approx al et.al resp incl esp i.v i.m s.c p.ej ej aprox avda av c/ ed eds
    trans tr op cit ibid id loc comp dept univ assn bros cia cía mfg nat natl intl gral depto ee rr jj mr mrs ms hosp prov nac hab máx mín wm clin edif
    urb ctra fracc prol pza cont atte""".split()
)
# Abbreviations that can stand at the end, when a sentence clearly starts behind them.
MAY_END = frozenset(
    """etc inc ltd co corp llc plc jr sr esq ph.d m.d m.p.h r.n d.o d.d.s b.a m.a b.s m.s j.d u.s u.s.a u.k u.n e.u
    d.c a.m p.m a.d b.c b.c.e c.e in mill max med ave blvd rd dept apt calif mass penn conn fla ill mich minn tex va wash wis ariz colo ee.uu uu hh oo ud uds
    vd admon mon tue tues wed thu thur thurs fri"""
    .split()
)  # fmt: skip
# Units: no name follows them, so a capital letter starts a sentence.
UNITS = frozenset(
    """min mins hr hrs sec secs yr yrs wk wks mo mos oz lb lbs mg mcg ml dl cm mm km kg gal tbsp tsp seg""".split()
)
SHORTENED = BEFORE_NAMES | BEFORE_NUMBERS | NEVER_END | MAY_END | UNITS
# States and days have a capital letter; without one these are words.
WORDS_WHEN_SMALL = frozenset("mass ill wash wed sat sun".split())
# Words that a letter follows, which is then no initial ("hepatitis B").
LETTERED = frozenset(
    """vitamin vitamins hepatitis type types influenza flu group class grade stage phase step part plan section
    appendix exhibit option room gate degrees vitamina vitaminas gripe tipo tipos grupo clase grado etapa fase parte
    sección anexo apéndice opción sala puerta grados""".split()
)
OF = frozenset({"of", "de"})
_TWO_LETTERS = frozenset(
    "me it us up do go so to on he we be is am pm ok at by if my or hi ha tv pc mí ti sí tú él va da ve fe".split()
)
# What follows a time of day without a new sentence.
AFTER_TIMES = frozenset(
    """ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET Eastern Central Mountain Pacific Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun January February March April May June
    July August September October November December""".split()
)
SAID = frozenset(
    """said says asked asks replied answered cried shouted whispered added explained wrote thought told
    murmured muttered exclaimed continued called yelled sighed laughed dijo preguntó respondió""".split()
)
STARTERS = frozenset(
    """The A An In On At By For From To With Without Within If When While Where Who What Why How Which This That
    These Those It Its He She His Her They Their We Our You Your I My There Here And But Or So Yet As After
    Before Because Since Although Though However Also Then Thus Therefore Most Many Some Any All Each Every
    Both One Two Three Other Others Another Such No Not Do Does Did Don't Is Are Was Were Has Have Had Can Could
    Will Would Should May Might Must Let Let's Please Ask Call Take Tell Talk See Use Make Get Go Keep Learn
    Read Contact Visit Try Avoid Check Give Drink Eat Rest Wait Stop Start Store Put Place Add Mix Wash Stay Find
    Follow Remember Bring Come People Patients Women Men Children Doctors Once Until Unless During
    Under Over Even Only Just Now Today Yesterday Tomorrow Later Next Last First Second Third Finally
    According Despite Between Through About Among Like Unlike More Less Few Several Perhaps Maybe Yes Oh Well
    None Nothing Everyone Everything Someone Something Nobody Still Instead Nevertheless Moreover Furthermore
    Meanwhile Although Sometimes Often Usually Never Always Later Fig Figure Table
    El La Los Las Un Una Unos Unas Lo Su Sus En De Del Al Con Sin Por Para Si Cuando Como Cómo Qué Quién Dónde
    Este Esta Estos Estas Ese Esa Esto Eso Es Son Fue Hay También Pero Y O Se Le Les No Más Muchos Muchas Algunos
    Algunas Otros Otras Todo Todos Cada Usted Ustedes Nosotros Ellos Ella Él Además Después Antes Durante
    Según Aunque Luego Entonces Así Mientras Ahora Siempre Nunca Quizá Quizás Solo Hoy Ayer Mañana Ya Aquí Allí
    Esos Esas Nadie Alguien Ninguno Hasta Desde Sobre Entre Tras Puede Debe Hable Llame Tome Pregunte Consulte
    Pida Use Evite Vaya Beba Coma Siga Haga Ponga Espere Revise Lea Busque Diga Tenga Trate Deje Recuerde Tiene Tienen Está Están Era Había Nació Vive""".split()
)
_VOWEL = compile_pattern(r"[aeiouyáéíóúü]", re.IGNORECASE)
_INNER = str.maketrans("", "", "-'’")


def is_plain_word(word: str) -> bool:
    """Tell whether a word can end a sentence before one without a capital letter, as in short mails.

    A number can that is too long for a list's.
    """
    core = word.strip("\"'”’)]*_,")
    if core[:1] in "$€£" or core[-1:] == "%":
        return True
    if len(core) < 3:
        return core.lower() in _TWO_LETTERS
    letters = core.translate(_INNER)
    return core.isdigit() or (letters.isalpha() and _VOWEL.search(letters) is not None)
