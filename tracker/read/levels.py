"""What donors come to in all, as the rows hold it."""

from __future__ import annotations

from sqlalchemy import Boolean, Connection, String

from tracker.db.types import MoneyAmount
from tracker.read import order
from tracker.read.answers import LevelLine
from tracker.read.rows import PLEDGE_STATUS, money
from tracker.read.things import OF_MISSION, Query
from tracker.vocab import Money

_LEVELS = Query(
    """
    SELECT donor.name AS donor, recipient.name AS recipient, t.status, t.currency, t.amount, t.told_amount,
           t.agrees
    FROM money_levels t
    LEFT JOIN actors donor ON donor.id = t.donor_id
    LEFT JOIN actors recipient ON recipient.id = t.recipient_id
    WHERE {where}
    """,
    {
        "donor": String,
        "recipient": String,
        "status": PLEDGE_STATUS,
        "currency": String,
        "amount": MoneyAmount(),
        "told_amount": MoneyAmount(),
        "agrees": Boolean,
    },
)


def levels(connection: Connection, mission: int) -> tuple[LevelLine, ...]:
    """Return what each donor has promised and given to a mission (its id), or for it, in all."""
    return order.levels(
        LevelLine(
            donor=row.donor,
            recipient=row.recipient,
            status=row.status,
            amount=Money(row.amount, row.currency),
            told=money(row.told_amount, row.currency),
            agrees=row.agrees,
        )
        for row in _LEVELS.rows(connection, OF_MISSION, mission)
    )
