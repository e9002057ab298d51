"""What a gold file may say: the format of the annotation guide, checked before anything is scored."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tracker.errors import DocumentError
from tracker.evaluate.score import Record
from tracker.vocab import (
    Basis,
    DeploymentStatus,
    MilestoneKind,
    PartialDate,
    Phase,
    PledgeKind,
    PledgeStatus,
    Purpose,
    Qualifier,
    Unit,
)


def _partial_date(text: str) -> str:
    if PartialDate.parse(text).iso() != text:
        raise ValueError
    return text


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError
    return text


When = Annotated[str, AfterValidator(_partial_date)]
Day = Annotated[str, AfterValidator(_day)]
Amount = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    """Keys that are not scored may stand beside those that are."""

    model_config = ConfigDict(extra="ignore", strict=True)


class _Record(_Part):
    mission: str | None = None


class _Sum(_Part):
    amount: Amount
    currency: str


class _Pledge(_Record):
    donor: str | None
    kind: PledgeKind
    amount: Amount | None = None
    currency: str | None = None
    equivalents: list[_Sum] | None = None
    purposes: list[Purpose] | None = None
    status: PledgeStatus
    to: str | None = None
    announced_on: When | None = None
    total: bool | None = None
    additional: bool | None = None


class _Deployment(_Record):
    contributor: str | None
    count: Count | None
    count_max: Count | None = None
    qualifier: Qualifier | None = None
    unit: Unit
    status: DeploymentStatus
    date: When | None = None
    basis: Basis | None = None
    total: bool | None = None
    additional: bool | None = None


class _Statement(_Record):
    speaker: str | None
    direct: bool
    starts: str


class _Milestone(_Record):
    kind: MilestoneKind
    date: When | None
    by: str | None = None
    until: When | None = None
    replaced_by: str | None = None


class _Gold(_Part):
    article: str | None = None
    published: Day | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    mission: str | None
    pledges: list[_Pledge]
    deployments: list[_Deployment]
    statements: list[_Statement]
    milestones: list[_Milestone]
    phase: Phase | None


def read_gold(path: Path) -> Record:
    """Return the content of a gold file as it stands there.

    Raises ``DocumentError``, whose one line begins with the path, where it cannot be read, is no JSON, or a
    value is none that the annotation guide allows.
    """
    try:
        text = path.read_text(encoding="utf-8")
        content = json.loads(text)
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DocumentError(f"{path}: is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise DocumentError(f"{path}:{error.lineno}: is no JSON: {error.msg}") from error
    try:
        _Gold.model_validate_json(text)
    except ValidationError as error:
        raise DocumentError(f"{path}: {_reason(error)}") from error
    return dict(content)


def _reason(error: ValidationError) -> str:
    """Say what the first wrong value is, where it stands, and what may stand there."""
    first = error.errors(include_url=False)[0]
    where = _where(first["loc"])
    if first["type"] == "json_invalid":
        return f"is no JSON: {first['ctx']['error']}"
    if first["type"] == "missing":
        return f"{where} is missing"
    if not first["loc"]:
        return "must be a JSON object with the keys of the annotation guide"
    given = json.dumps(first["input"], ensure_ascii=False, default=str)
    return f"{where} is {given if len(given) <= 80 else given[:79] + '…'}: {_demand(first)}"


def _demand(problem: Any) -> str:
    if problem["type"] == "enum":
        return f"it must be {problem['ctx']['expected']}"
    if problem["type"] == "value_error":
        return "it must be a date of the calendar, written YYYY-MM-DD, YYYY-MM or YYYY"
    said = str(problem["msg"])
    return said[0].lower() + said[1:].replace("Input", "it")


def _where(location: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location).lstrip(".")
