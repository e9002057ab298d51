"""What people say in a short article, in one line each, for the tables of the extractor's tests."""

from __future__ import annotations

from tests.extract.conftest import ReadArticle

# Without a mission or an aid pledge an article has no records.
MISSION = "The Kenya-led mission in Haiti began in June. Kenya sent 400 officers to Haiti.\n\n"


def said(text: str, read_article: ReadArticle) -> list[str]:
    """Return what people say in ``text``: ``SPEAKER “first words`` or, indirect, ``SPEAKER: first words``."""
    return [
        f"{s.speaker.name if s.speaker else '?'}{' “' if s.direct else ': '}{s.starts}"
        for s in read_article(MISSION + text).statements
    ]
