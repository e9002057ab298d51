"""Years and sea areas of missions, by which the extractor tells those in one place apart.

The columns are added in place: SQLite's ADD COLUMN keeps the table, its AUTOINCREMENT and the views over it,
and DROP COLUMN takes a column's own CHECK with it.
"""

from alembic import op

revision = "202611241640"
down_revision = "202611241340"
branch_labels = None
depends_on = None

_COLUMNS = {
    "area": "TEXT CONSTRAINT ck_missions_area CHECK (length(area) BETWEEN 1 AND 300)",
    "since_year": "INTEGER CONSTRAINT ck_missions_since_year CHECK (since_year BETWEEN 1900 AND 2200)",
    "until_year": "INTEGER CONSTRAINT ck_missions_until_year CHECK (until_year BETWEEN 1900 AND 2200)",
}


def upgrade() -> None:
    for column, definition in _COLUMNS.items():
        op.execute(f"ALTER TABLE missions ADD COLUMN {column} {definition}")


def downgrade() -> None:
    for column in reversed(_COLUMNS):
        op.execute(f"ALTER TABLE missions DROP COLUMN {column}")
