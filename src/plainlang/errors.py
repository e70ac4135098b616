"""What can go wrong, said so that the person at the keyboard can mend it.

Every error that plainlang raises on purpose is a `PlainlangError`: the command line prints its
message and exits with 2. Anything else is a bug.
"""

from __future__ import annotations

from collections.abc import Iterable


class PlainlangError(Exception):
    """Something the user can mend: what, where and how.

    `path` and `line` (1-based) say where, when a file is to blame.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        if self.path is None:
            return self.message
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}"


class ConfigError(PlainlangError):
    """A setting that cannot be used."""


class RuleError(PlainlangError):
    """A rule file that cannot be used."""


class PageError(PlainlangError):
    """A page that cannot be read."""


def reason_of(error: OSError) -> str:
    """Return why the system could not do what it was asked, as it stands in a sentence."""
    return (error.strerror or str(error)).lower()


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the known word closest to `word`, or all of them, or nothing.

    The result starts with a blank, ready to be appended to a message.
    """
    import difflib  # only a mistake needs it

    choices = sorted(known)
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.55)
    if not close:  # capitals are no other letters
        close = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.55)
    if not close and len(word) > 2:
        close = [choice for choice in choices if choice.startswith(word)]
    if close:
        return f" Did you mean “{close[0]}”?"
    if 0 < len(choices) <= 16:
        return f" Use one of: {', '.join(choices)}."
    return ""
