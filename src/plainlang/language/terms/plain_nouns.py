"""Nouns that plain words are made with: which can be counted, which take "a", and where their phrase ends.

English only. May not know pages or rules.
"""

from __future__ import annotations

from plainlang.patterns import compile_pattern

# Nouns that can be counted and that plain words are often made with.
COUNTED = frozenset(
    "account advocate aide allergy amount animal area arm artery attack baby bag ball band bar base"
    " benefit billionth birthmark bite blister block blockage board boil bone branch break bruise bug"
    " bulge bump bundle burst button camera canal cancer cap carrier case cause cell chamber change charge"
    " chart check checkup chemical child citizen clinic clip clock clot coach coat code collection company"
    " condition copy cord cost count country cover crack cramp cream creature crystal cushion cut cycle"
    " decision dentist deposit device difference disc disease dish disorder doctor dog dose dot drain"
    " drink driver drop drug edge effect egg error event exam expert eye factor fall family fat fee fever"
    " film filter fit flap fold foot form fund gap gas gene germ gland goal grade grain group growth guess"
    " hand happening headache heartbeat helper hole home hormone hospital illness imbalance infection"
    " inhaler injury item joint killer kind knot label law layer leader leak leg lesson letter level"
    " limit link list louse lump lung machine man map mark mask mass material meal measure medicine"
    " meeting member message messenger metal meter microbe millionth mineral minute mistake mixture mold"
    " mole month mouth move movement muscle name need needle nerve nipple node note number nurse office"
    " official opening operation opinion order organ outbreak package pad painkiller paper parasite part"
    " particle passage patch patient pattern payment penalty period person picture pill pipe place plan"
    " plant plate pocket point poison policy pouch powder practice price prick problem procedure product"
    " program protein pull pump question range rash rate ray reaction reading reason record reflex remedy"
    " report request researcher response result right ring rise risk room root round rule sac salt sample"
    " scale scan scar scientist score scratch seat section seizure sensor service session set setting"
    " share sheet shock shot side sign signal size skill slice sock sore sound source space spasm"
    " specialist specimen spell sponge spot spray stage step stitch stone store strip stroke study"
    " substance support surface surgeon switch symptom syringe system tablet tag tank teacher team tear"
    " teen teenager test thing thinner tool tooth trait transplant trap treatment trial trigger tube tumor"
    " twin twitch type unit urge vaccine valve vein vessel virus visit vitamin voice wall ward warning"
    " wash watch way weapon website week woman word worker worm wound wrinkle x-ray year"
    .split()
)  # fmt: skip
# Nouns for which a bare one needs an article: "take a drug that …". Others may be bare: "risk of cancer".
WITH_ARTICLE = frozenset(
    "acid artery bug check chemical condition cream device disease doctor drug gap germ gland growth"
    " helper hormone illness inhaler lump machine medicine microbe mineral needle organ painkiller"
    " parasite person pill poison protein remedy scan shot specialist spray surgeon syringe tablet teacher"
    " test thinner tool tube tumor vaccine vein vessel virus vitamin worm"
    .split()
)  # fmt: skip
# Nouns that no "a" or "each" stands before: "a bland diet" is no "a plain, mild food".
NOT_COUNTED = frozenset(
    "advice blood care damage equipment fluid food harm help information lack money pain skin stuff swelling"
    " tissue trouble weakness".split()
)
# What ends the noun and its adjectives: "doctor | who treats …", "gland | in the neck".
TAIL = compile_pattern(
    r"\s(?:about|after|against|aimed|around|at|before|behind|between|born|by|carried|caught|caused|done|due|during"
    r"|for|found|from|given|in|inside|into|joined|linked|made|most|near|needed|not|of|on|outside|over|placed"
    r"|put|spread|taken|that|through|to|under|used|when|where|which|who|with|without|you)\s"
)


def head_of(plain: str) -> str:
    """Return the noun of plain words: "germ" of "food poisoning germ", "test" of "test of the eye"."""
    tail = TAIL.search(plain)
    return (plain[: tail.start()] if tail else plain).rpartition(" ")[2]
