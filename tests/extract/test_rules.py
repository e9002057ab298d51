"""The rules have names that stay; each is listed, and reads what its line says that it reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.conftest import ReadArticle
from tests.extract.test_fields import GOLDS, complete, read
from tracker.extract.rules import RuleText, rule_text, rules
from tracker.knowledge import Knowledge

MISSION = "The Kenya-led mission in Haiti is short of money. "


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_reads_its_example(rule: RuleText, read_article: ReadArticle) -> None:
    text = (MISSION + "\n\n" if "\n" in rule.example else MISSION) + rule.example
    made = {claim.rule for _kind, claim in read_article(text).claims()}
    assert any(rule_text(each) == rule for each in made), made


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("pledge-verb-pledge", "pledge-verb-*"),
        ("deployment-send-send", "deployment-send-*"),
        ("deployment-send-send-people", "deployment-send-*-people"),
        ("deployment-strength-never-more", "deployment-strength-never-more"),
        ("milestone-authorized-come", "milestone-authorized-come"),
        ("milestone-authorized-adopt", "milestone-authorized-*"),
        ("pledge-no-such", None),
    ],
)
def test_a_full_name_goes_before_a_family(rule: str, name: str | None) -> None:
    found = rule_text(rule)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.name.removesuffix(".gold.json"))
def test_every_rule_of_the_corpora_is_listed(gold: Path, knowledge: Knowledge) -> None:
    _text, _published, found = read(gold, knowledge)
    assert {claim.rule for _kind, claim in found.claims() if rule_text(claim.rule) is None} == set()


def sentences_of_the_tests() -> Iterator[str]:
    """Yield the texts that the tables of the extractor's tests hold."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value[:1500]:
                yield node.value[:1500]


def test_every_rule_of_the_tests_is_listed_and_gives_its_fields_spans(read_article: ReadArticle) -> None:
    unlisted = set()
    for text in (before + sentence for sentence in set(sentences_of_the_tests()) for before in ("", MISSION)):
        for _kind, claim in read_article(text).claims():
            complete(claim, text)
            unlisted |= {claim.rule} if rule_text(claim.rule) is None else set()
    assert unlisted == set()
