"""Which language a text is in: by its script, and by the little words that every text is full of."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tracker.vocab import ENGLISH

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LATIN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u036f\u1d00-\u1eff\u2071-\u212b\ua720-\ua7ff\ufb00-\ufb06]")
# Most texts are English, and show it at once: every ninth word is one of these, or each 55 characters.
_PLAINLY_ENGLISH = (" the ", " of ", " and ")
_CHARACTERS_EACH = 70
_ENOUGH = 5
# A text in two languages is the other one only where that clearly outweighs English: much is lost where an
# English text is not read, and little where another is read in vain.
_OUTWEIGHS = 1.6
# A little word that n languages have counts n ** -_SHARING for each of them.
_SHARING = 0.75
# Words tell nothing that weigh less together, of which fewer differ, or that weigh less by word of the text.
_LEAST_WEIGHT = 1.5
_LEAST_DIFFERENT = 3
_LEAST_SHARE = 0.06
# Nor do fewer letters of a script that is not Latin. A sign may stand for a syllable or a word.
_LEAST_LETTERS = 12
_LETTERS_IN_A_SIGN = {"CJK": 4, "HIRAGANA": 2, "KATAKANA": 2, "HANGUL": 3, "ETHIOPIC": 2}
# What a telling letter counts beside a little word, and how much kana Japanese has at least.
_WORDS_A_LETTER = 0.5
_LEAST_KANA = 0.05


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The languages that have a little word or a telling letter, each with what it counts for it.

    ``scripts`` is the language of a script where neither tells.
    """

    words: Mapping[str, tuple[tuple[str, float], ...]]
    letters: Mapping[str, tuple[tuple[str, float], ...]]
    scripts: Mapping[str, str]


def language_of(body: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is mainly in; None where too little tells.

    A text in English and another language is English, unless the other is some two thirds of it.
    """
    plainly = sum(map(body.count, _PLAINLY_ENGLISH))
    if plainly >= _ENOUGH and plainly * _CHARACTERS_EACH >= len(body):
        return ENGLISH
    words = Counter(_WORD.findall(body.lower()))
    if _NOT_LATIN.search(body):
        other = {word: count for word, count in words.items() if _NOT_LATIN.match(word)}
        scripts = _scripts(other)
        latin = sum(len(word) * count for word, count in words.items() if word not in other)
        if scripts.total() >= max(_LEAST_LETTERS, _OUTWEIGHS * latin):
            return _by_script(scripts, other)
    return _by_words(words)


def _by_words(words: Counter[str]) -> str | None:
    weight, different = _weigh(words)
    least = max(_LEAST_WEIGHT, _LEAST_SHARE * words.total())
    telling = {
        language: each
        for language, each in weight.items()
        if each >= least and different[language] >= _LEAST_DIFFERENT
    }
    if not telling:
        return None
    heaviest = max(telling, key=lambda language: (telling[language], language))
    return heaviest if telling[heaviest] >= _OUTWEIGHS * weight[ENGLISH] else ENGLISH


def _by_script(scripts: Counter[str], words: Mapping[str, int]) -> str | None:
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts.total() * _LEAST_KANA:
        return "ja"
    weight, _ = _weigh(words)
    letters = _lexicon().letters
    for word, count in words.items():
        for letter in word:
            for language, each in letters.get(letter, ()):
                weight[language] += each * count * _WORDS_A_LETTER
    if weight:
        return max(weight, key=lambda language: (weight[language], language))
    return _lexicon().scripts.get(scripts.most_common(1)[0][0])


def _weigh(words: Mapping[str, int]) -> tuple[defaultdict[str, float], Counter[str]]:
    """Return what the little words among ``words`` weigh for each language, and how many differ."""
    known = _lexicon().words
    weight: defaultdict[str, float] = defaultdict(float)
    different: Counter[str] = Counter()
    for word in words.keys() & known.keys():
        for language, each in known[word]:
            weight[language] += each * words[word]
            different[language] += 1
    return weight, different


def _scripts(words: Mapping[str, int]) -> Counter[str]:
    """Count letters by script; a sign that stands for more than a letter counts for more."""
    scripts: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for word, count in words.items():
        for letter in word:
            letters[letter] += count
    for letter, count in letters.items():
        script = unicodedata.name(letter, "").partition(" ")[0]
        scripts[script] += count * _LETTERS_IN_A_SIGN.get(script, 1)
    return scripts


@cache
def _lexicon() -> _Lexicon:
    content = tomllib.loads(files("tracker.documents").joinpath("languages.toml").read_text(encoding="utf-8"))
    words = {language: listed.split() for language, listed in content["words"].items()}
    return _Lexicon(_shared(words), _shared(content["letters"]), content["scripts"])


def _shared(listed: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return, for each item, the languages that list it with its weight: the less, the more of them do."""
    having: dict[str, list[str]] = {}
    for language, items in listed.items():
        for item in dict.fromkeys(items):
            having.setdefault(item, []).append(language)
    return {
        item: tuple((language, len(languages) ** -_SHARING) for language in languages)
        for item, languages in having.items()
    }
