"""Whether a text is in another language than it declares.

Nearly every block of a page is asked, and the answer is nearly always no. Small words tell that fast;
they were gathered by hand for this project. `identify` looks closer, and is loaded only then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plainlang.language.subtags import primary
from plainlang.patterns import compile_pattern

_LONGEST = 300  # words of a text that are looked at
_FEW_TOKENS = 8  # too few to tell by small words, some of which two languages share
_FOREIGN = compile_pattern("[\u0370-\u1dff\u2c00-\u2fef\u3040-\ud7ff\uf900-\ufefe]")


def _by_language(words: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(text.split()) for language, text in words.items()}


# Small words that carry a sentence, to see fast that a text may not be in the declared language.
_SMALL_WORDS = _by_language({
    "en": "the of and to in is you that it for are with as your be on this have or by if can may from not an"
    " at she he her his they we our has was will do does how what when who more all about after",
    "es": "de la que el en y los del se las por un para con una su es al lo como más o puede si sus son"
    " cuando qué cómo está sobre entre también hasta usted muy todo todos este esta",
    "fr": "le la les des et en un une du est que qui dans pour pas sur au avec vous votre ce il ne ou",
    "de": "der die und das ist nicht ein eine zu den mit von für auf sie wenn oder im dem sich bei wird",
    "pt": "de o que e do da em um para com uma os no se na por mais as dos como ao ou seu sua você",
    "it": "di e il la che in un per è una sono con del della non i le si da al come più o",
    "nl": "de het een van en in is dat op te voor met zijn niet aan je u ook als bij of om",
    "pl": "i w na z do się nie jest to że jak o od po dla są lub może przez za",
    "vi": "và của là có cho không được các một với khi người bạn trong để những này bị hoặc nếu",
    "tl": "ang ng mga sa at na ay para kung hindi ito ka mo inyong ninyo may iyong o isang",
    "ht": "yo nan ak pou ou gen pa se li ki sa mwen nou si tou lè oswa yon pi anpil",
    "so": "iyo waa oo in ka ku waxaa uu ay u la aad ama si haddii",
    "sw": "na ya wa kwa ni katika za la kuwa au cha hii una kama",
})  # fmt: skip

# Words that tell, in a text full of small words that a language shares with others, of another one.
_RIVALS = _by_language(
    {
        "es": "és amb els dels també són molt perquè unha ata moi moito moita tamén não são uma você ou em à aux est"
        " une et des avec vous pour dans les è di che gli della sono",
    }
)


def may_differ(text: str, declared: str, runs: Sequence[str] = ()) -> bool:
    """Tell fast whether a closer look could find `text` in another language than `declared`.

    Faster still for whoever has what stands between the blanks of `text`, its `runs`.
    """
    language = primary(declared)
    own = _SMALL_WORDS.get(language)
    if own is None or (not text.isascii() and _FOREIGN.search(text)):
        return True
    if _FEW_TOKENS <= len(runs) <= _LONGEST:
        if sum(map(own.__contains__, runs)) * 6 >= len(runs):
            return language in _RIVALS and _are_many(_RIVALS[language], runs)
    tokens = text.lower().split(None, _LONGEST)
    if len(tokens) < _FEW_TOKENS:
        return True
    mine = sum(map(own.__contains__, tokens))
    if mine * 6 >= len(tokens):
        return language in _RIVALS and _are_many(_RIVALS[language], tokens)
    return any(
        sum(map(words.__contains__, tokens)) > mine
        for words in _SMALL_WORDS.values()
        if words is not own
    )


def _are_many(rivals: frozenset[str], words: Sequence[str]) -> bool:
    """Tell whether many words are those of another language."""
    return sum(map(rivals.__contains__, words)) * 12 >= len(words)


def contradicts(text: str, declared: str, *, odds: float = 4.0, words: int = 3) -> str | None:
    """Return the language `text` is in when it surely is not `declared`, else None; see `identify`."""
    from plainlang.language.identify import contradicts as look_closer

    return look_closer(text, declared, odds=odds, words=words)
