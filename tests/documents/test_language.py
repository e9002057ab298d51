"""Which language a text is in: a table of short texts, and what must hold of any."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.documents import document_from_bytes
from tracker.documents.language import language_of
from tracker.vocab import is_read

HERE = Path(__file__).parent
TEXTS = [
    (language, text)
    for language, section in tomllib.loads((HERE / "language_texts.toml").read_text(encoding="utf-8")).items()
    for text in section["texts"]
]
CORPUS = HERE.parent / "corpus"
ARTICLES = sorted(path for part in ("dev", "shared") for path in (CORPUS / part).glob("*.txt"))
ENGLISH = [text for language, text in TEXTS if language == "en"]
OTHERS = [(language, text) for language, text in TEXTS if language != "en"]


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=lambda value: value[:40])
def test_texts_of_other_languages_are_recognized(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ENGLISH, ids=lambda value: value[:40])
def test_english_is_read_with_foreign_names_and_quotations_and_where_little_tells(text: str) -> None:
    assert is_read(language_of(text))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_annotated_article_is_read_and_so_is_each_paragraph_of_it(path: Path) -> None:
    document = document_from_bytes(path.name, path.read_bytes())
    assert document.language == "en"
    unread = [part for part in document.body.split("\n\n") if not is_read(language_of(part))]
    assert unread == []


@pytest.mark.parametrize(("language", "text"), OTHERS, ids=lambda value: value[:40])
def test_an_english_article_stays_english_with_a_paragraph_in_another_language(
    language: str, text: str
) -> None:
    english = ENGLISH[0] + " " + ENGLISH[1]
    assert language_of(f"{english}\n\n{english}\n\n{text}\n\n{english}") == "en"


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    language = language_of(text)
    assert language is None or (len(language) == 2 and language.isascii() and language.islower())


@given(st.sampled_from(TEXTS), st.integers(2, 20))
def test_repeating_a_text_does_not_change_its_language(told: tuple[str, str], times: int) -> None:
    language, text = told
    if language != "en":
        assert language_of("\n".join([text] * times)) == language


@given(st.lists(st.sampled_from(OTHERS), min_size=1, max_size=5))
def test_case_does_not_matter(told: list[tuple[str, str]]) -> None:
    for language, text in told:
        if language != "tr":  # whose capitals Python cannot make: i is İ there
            assert language_of(text.upper()) == language
