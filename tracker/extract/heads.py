"""Patterns that find, in one cheap pass, where a grammar is worth trying."""

from __future__ import annotations

from collections.abc import Iterable


def by_first(forms: Iterable[str]) -> str:
    """Return an alternation of ``forms`` (patterns that begin with a plain character) grouped by it.

    The regular expression engine rejects a branch by its first character at once, but tries each of a
    flat list of a hundred words in turn.
    """
    groups: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        groups.setdefault(form[0], []).append(form[1:])
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in sorted(groups.items()))


def cased(words: Iterable[str], tail: str = "") -> list[str]:
    """Return each word in lower case, capitalized and in capitals, with the pattern ``tail`` behind it."""
    return [form + tail for word in words for form in (word, word.capitalize(), word.upper())]


def titled(words: Iterable[str], tail: str = "") -> list[str]:
    """Return each word capitalized and in capitals, with the pattern ``tail`` behind it."""
    return [form + tail for word in words for form in (word.capitalize(), word.upper())]
