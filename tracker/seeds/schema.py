"""What the entries of a seed file may say, entry by entry."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

_ISO_4217 = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
    LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD
    XCG XDR XOF XPF YER ZAR ZMW ZWG
"""
_CURRENCIES = frozenset(_ISO_4217.split())
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _known_currency(code: str) -> str:
    if code not in _CURRENCIES:
        raise ValueError(f'"{code}" is no ISO 4217 currency code, such as KES')
    return code


def _day(value: Any) -> Any:
    if value is None:
        return None
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f'"{value}" is no day of the calendar written YYYY-MM-DD') from None


Text = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^\S(.*\S)?$")]
Texts = tuple[Text, ...]
Currency = Annotated[str, AfterValidator(_known_currency)]
Day = Annotated[date | None, BeforeValidator(_day)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class State(_Entry):
    """A state and all that stands for it in the news."""

    name: Text
    iso: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    currency: Currency
    adjectives: Texts = ()
    demonyms: Texts = ()
    capitals: Texts = ()
    governments: Texts = ()
    aliases: Texts = ()
    acronyms: Texts = ()


class Organization(_Entry):
    """An organization, or a body of a state or organization (then with its ``parent``)."""

    name: Text
    kind: Literal["organization", "body"]
    parent: Text | None = None
    currency: Currency | None = None
    capitals: Texts = ()
    aliases: Texts = ()
    acronyms: Texts = ()

    @model_validator(mode="after")
    def _parent_of_a_body(self) -> Organization:
        if self.kind == "body" and self.parent is None:
            raise ValueError(f'body "{self.name}" needs a parent, the state or organization it belongs to')
        if self.kind == "organization" and self.parent is not None:
            raise ValueError(
                f'organization "{self.name}" has a parent: write kind: body, or leave the parent out'
            )
        return self


class Outlet(_Entry):
    """A news outlet and the state it is based in (none for an international agency)."""

    name: Text
    country: Text | None = None
    aliases: Texts = ()


class Office(_Entry):
    """An office that a person held; a missing day is open or unknown."""

    office: Text
    of: Text
    held_from: Day = None
    held_to: Day = None

    @model_validator(mode="after")
    def _in_order(self) -> Office:
        if self.held_from and self.held_to and self.held_to < self.held_from:
            raise ValueError(f"held_to {self.held_to} is before held_from {self.held_from}")
        return self


class Person(_Entry):
    """A person and the offices they held."""

    name: Text
    aliases: Texts = ()
    offices: tuple[Office, ...] = ()


class Mission(_Entry):
    """A mission."""

    slug: Slug
    name: Text
    aliases: Texts = ()
    host: Text | None = None
    lead: Text | None = None
    authority: Text | None = None
    successor: Slug | None = None
    area: Text | None = None
    since: Year | None = None
    until: Year | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Mission:
        if self.since and self.until and self.until < self.since:
            raise ValueError(f"until {self.until} is before since {self.since}")
        return self


class SeedFile(_Entry):
    """One file: any of the sections."""

    states: tuple[State, ...] = ()
    organizations: tuple[Organization, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    persons: tuple[Person, ...] = ()
    missions: tuple[Mission, ...] = ()


SECTIONS: dict[str, type[BaseModel]] = {
    "states": State,
    "organizations": Organization,
    "outlets": Outlet,
    "persons": Person,
    "missions": Mission,
}
