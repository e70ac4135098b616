"""What `identify` knows of languages: their scripts, and which are too close to tell.

Data alone. The word lists were gathered by hand for this project.
"""

from __future__ import annotations

# Letters of one script, and the languages that use it; the first stands for them all.
SCRIPTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("kana", "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f", ("ja",)),
    ("hangul", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", ("ko",)),
    ("han", "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", ("zh", "ja", "yue", "wuu", "cmn")),
    ("thai", "\u0e00-\u0e7f", ("th",)),
    ("lao", "\u0e80-\u0eff", ("lo",)),
    ("khmer", "\u1780-\u17ff", ("km",)),
    ("burmese", "\u1000-\u109f", ("my", "shn", "mnw", "kar")),
    ("greek", "\u0370-\u03ff\u1f00-\u1fff", ("el", "grc")),
    ("hebrew", "\u0590-\u05ff", ("he", "iw", "yi", "lad")),
    ("armenian", "\u0530-\u058f", ("hy",)),
    ("georgian", "\u10a0-\u10ff\u2d00-\u2d2f", ("ka",)),
    ("ethiopic", "\u1200-\u139f", ("am", "ti", "gez")),
    ("bengali", "\u0980-\u09ff", ("bn", "as")),
    ("gurmukhi", "\u0a00-\u0a7f", ("pa",)),
    ("gujarati", "\u0a80-\u0aff", ("gu",)),
    ("tamil", "\u0b80-\u0bff", ("ta",)),
    ("telugu", "\u0c00-\u0c7f", ("te",)),
    ("kannada", "\u0c80-\u0cff", ("kn",)),
    ("malayalam", "\u0d00-\u0d7f", ("ml",)),
    ("sinhala", "\u0d80-\u0dff", ("si",)),
    ("devanagari", "\u0900-\u097f", ("hi", "mr", "ne", "sa", "mai", "bho", "kok")),
    ("cyrillic", "\u0400-\u052f", ("ru", "uk", "bg", "mk", "be", "sr", "kk", "ky", "mn", "tg", "tt", "ba", "sh", "bs", "uz", "az", "ce", "cv", "os")),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe", ("ar", "fa", "ur", "ps", "ku", "ckb", "sd", "ug", "prs", "pnb", "ks", "az", "ha")),
)  # fmt: skip

# Languages so close that word lists cannot surely tell them apart; tags for one language.
FAMILIES = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sh", "cnr"}),
    frozenset({"id", "ms", "jv", "su"}),
    frozenset({"fil", "tl"}),
    frozenset({"cs", "sk"}),
    frozenset({"bg", "mk"}),
    frozenset({"pt", "gl"}),
    frozenset({"es", "ast", "gl", "lad", "an"}),
    frozenset({"ca", "oc", "va"}),
    frozenset({"nl", "af", "fy", "li", "vls"}),
    frozenset({"de", "nds", "gsw", "lb", "bar", "ksh"}),
    frozenset({"it", "co", "scn", "vec", "nap", "fur", "lmo"}),
    frozenset({"fr", "wa", "frp", "ht"}),
    frozenset({"ro", "mo"}),
    frozenset({"ru", "be", "uk"}),
    frozenset({"hi", "mr", "ne", "sa", "mai", "bho", "kok"}),
    frozenset({"fa", "prs", "tg"}),
    frozenset({"en", "sco", "ang"}),
    frozenset({"fi", "et"}),
    frozenset({"tr", "az"}),
    frozenset({"zh", "yue", "wuu", "cmn"}),
    frozenset({"he", "iw"}),
)
SURELY_APART = (
    frozenset({"fr", "ht"}),
    frozenset({"ru", "uk"}),
    frozenset({"fi", "et"}),
)
LISTED_AS = {"tl": "fil", "no": "nb", "nn": "nb", "hr": "sh", "sr": "sh", "bs": "sh", "iw": "he"}
NAMED = {"fil": "tl", "nb": "no", "sh": "hr"}

# Haitian Creole has no list in wordfreq: its most common words, gathered by hand.
HAITIAN = frozenset(
    "mwen ou li nou yo nan ak pou gen pa se ki sa te ap pral kapab ka dwe lè tou tout moun yon men"
    " oswa oubyen anpil plis doktè sante malad maladi ede pran fè bay konnen vle bezwen jwenn rele"
    " lopital klinik timoun fanm gason kò tèt san dlo manje travay lekòl kay fanmi poukisa kijan"
    " kote kisa kilè paske depi jouk pandan avan apre anvan chak lòt menm sèl bon move gwo ti kèk"
    " anyen okenn toujou jamè deja ankò byen mal mete wè di pale li ekri mande reponn ale vini rete"
    " ba nimewo telefòn sèvis èd swen medikaman vaksen lafyèv doulè tretman enfòmasyon lang gratis"
    " pitit manman papa fòk konsa tankou sou anba devan dèyè ant san avèk san pèdi pèsonn jodi demen"
    " la an lan jou jounen maten aswè midi semèn mwa ane lane lib louvri fèmen fèt lave men zòrèy je nen bouch dan"
    " vant janm pye zo po kè poumon ren fwa sèvo kwaze pike grip tous tèt-fè-mal grangou swaf pwa vyann legim fwi"
    " lèt sik sèl alkòl fimen fimè lajan frè papye fòm ranpli siyen randevou depatman leta lwa dwa kote-a adrès"
    " respire dòmi leve chita mache kouri jwe aprann etidye achte vann peye resevwa voye ouvè ka-a atansyon danje"
    " ijans vin vini tounen soti antre monte desann mete retire chanje kontinye kòmanse fini sispann evite pwoteje"
    " enfeksyon enfimyè famasi famasyen operasyon tès rezilta chimi grenn konprime piki dòz chak-jou regilye nòmal"
    " grav fasil difisil vre fo nouvo ansyen gran piti anlè anndan deyò agoch adwat premye dezyèm dènye lòt-la"
    " yonn de twa kat senk sis sèt uit nèf dis sa-a moun-nan nenpòt chwazi chwa kesyon repons konprann eksplike"
    .split()
)  # fmt: skip
HAITIAN_ZIPF = 5.5


# What tells Galician, which has no list of words, from Portuguese: its words, and letters it lacks.
GALICIAN = frozenset(
    "unha unhas nunha dunha ata moi moito moita moitos moitas tamén non coa coas cando xa máis polo".split()
)
NO_GALICIAN = frozenset("ãõçâêô")
