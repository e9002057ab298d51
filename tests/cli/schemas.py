"""The schemas of ``docs``, which may point at one another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource

_DOCS = Path(__file__).parents[2] / "docs"


def validate(answer: Any, name: str) -> None:
    """Check what a command printed against ``docs/{name}.schema.json``, and that schema itself."""
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in _DOCS.glob("*.schema.json")}
    schema = schemas[f"{name}.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    registry: Registry[Any] = Registry().with_resources(
        (file, Resource.from_contents(contents)) for file, contents in schemas.items()
    )
    jsonschema.Draft202012Validator(schema, registry=registry).validate(answer)
