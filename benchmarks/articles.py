"""Articles without end: paragraphs of the annotated ones, shuffled, with other days, numbers and words.

They read like news, tell new things and old ones again, and no two of them are alike. The same seed gives the
same articles.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SHARED = Path(__file__).parents[1] / "tests" / "corpus" / "shared"

_NUMBER = re.compile(r"(?<![\d,.])\d{2,3}(?![\d,.:]|(?:st|nd|rd|th)\b)")
_YEAR = re.compile(r"\b20(?:22|23|24|25)\b")
_QUOTED = re.compile(r"([“\"])([^”\"]{30,}?)([,.!?]?[”\"])")
_PARAGRAPHS = 12
_HOSTS = """
    Benin Bolivia Botswana Bulgaria Cambodia Cameroon Croatia Ecuador Eritrea Estonia Fiji Gabon Ghana
    Honduras Hungary Iceland Indonesia Kazakhstan Kyrgyzstan Laos Latvia Lesotho Liberia Lithuania
    Madagascar Malawi Malaysia Maldives Mauritius Moldova Mongolia Morocco Nepal Nicaragua Oman Paraguay
    Peru Romania Samoa Senegal Slovakia Slovenia Suriname Tajikistan Thailand Togo Tonga Tunisia Uruguay
    Zambia
""".split()  # noqa: SIM905 - fifty names


def articles(number: int, *, seed: int, scattered: bool = False) -> Iterator[str]:
    """Yield lines of JSON, an article each: about one mission, or ``scattered`` over fifty."""
    draw = random.Random(seed)
    paragraphs = _paragraphs()
    for turn in range(number):
        published = date(2022, 10, 10) + timedelta(days=draw.randrange(1100))
        opening = draw.choice(paragraphs[0])
        chosen = [opening, *draw.sample(paragraphs[1], _PARAGRAPHS)]
        text = "\n\n".join(_changed(paragraph, published, draw) for paragraph in chosen)
        if scattered:
            host = _HOSTS[turn % len(_HOSTS)]
            text = text.replace("Haitian", host).replace("Haiti", host)
        yield json.dumps(
            {"text": text, "publisher": f"Paper {turn % 40}", "published": published.isoformat()}
        )


def _paragraphs() -> tuple[list[str], list[str]]:
    """Return the paragraphs that name the mission, and the others."""
    named: list[str] = []
    others: list[str] = []
    for path in sorted(SHARED.glob("[012]*.txt"))[:20]:
        for paragraph in path.read_text().split("\n\n")[1:]:
            if len(paragraph) > 80:
                is_named = "mission" in paragraph and "Haiti" in paragraph
                (named if is_named else others).append(paragraph)
    return named, others


def _changed(paragraph: str, published: date, draw: random.Random) -> str:
    """Return a paragraph of another day: with other numbers, years and ends of quotations."""

    def number(match: re.Match[str]) -> str:
        return match[0] if draw.random() < 0.5 else str(draw.randrange(10, 900))

    def quoted(match: re.Match[str]) -> str:
        again = draw.random() < 0.3
        return match[0] if again else f"{match[1]}{match[2]}, {draw.randrange(9999)} times over{match[3]}"

    text = _YEAR.sub(lambda _: str(published.year), paragraph)
    return _QUOTED.sub(quoted, _NUMBER.sub(number, text))
