"""Explanations hold for every text: they are as their schema says, and tell of nothing that is not there."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from hypothesis import given

from tests.cli.test_explain import RECORDS, places
from tests.cli.test_extract import SCHEMA
from tests.extract.conftest import article
from tests.extract.test_properties import KNOWLEDGE, mutated
from tracker.export.explanation import explained
from tracker.export.records import record
from tracker.extract import extract

VALID = jsonschema.Draft202012Validator(SCHEMA)


@given(mutated())
def test_any_text_is_explained(text: str) -> None:
    document = article(text)
    found: dict[str, Any] = explained(document, KNOWLEDGE)
    VALID.validate(json.loads(json.dumps(found)))
    told = found.pop("explanation")
    assert found == record(document, extract(document, KNOWLEDGE))
    assert all(text[each["start"] : each["end"]] == each["quote"] for each in places(told))
    patterns = [each for sentence in told["sentences"] for each in sentence["patterns"]]
    made = {(each["record"]["list"], each["record"]["index"]) for each in patterns if each["record"]}
    assert made == {(kind, index) for kind in RECORDS for index in range(len(found[kind]))}
