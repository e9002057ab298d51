"""What many articles tell together: contradictions, flows, parts, corrections, near-identical texts.

Columns are added in place (see the revision before); the views over the tables that grow are made anew. The
sketches of the texts that are there already are computed here, by a frozen copy of the function: they are
data that the program would else have to make good on every reading.
"""

import hashlib
import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "202611242040"
down_revision = "202611241640"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INTEGER = sa.Integer()
TEXT = sa.Text()
WORD = sa.String(32)
DIGEST = sa.String(64)
CURRENCY = sa.String(3)
MONEY = sa.Numeric()

PLEDGE_STATUSES = ("offered", "committed", "delivered", "withdrawn")
RECORDS = ("pledge", "deployment", "statement", "milestone")
FIELDS = ("amount", "count", "date", "until", "by", "speaker", "total")
RULES = ("correction", "later-event", "more-sources", "more-precise", "first-told")
THINGS = ("pledges", "deployments", "statements", "milestones")


def money(column):
    return f"{column} >= 0 AND {column} < 10000000000000 AND {column} = round({column}, 2)"


def _sum(table, column):
    return f"CONSTRAINT ck_{table}_{column} CHECK ({money(column)})"


def _counted(table):
    return (
        f"INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_{table}_independent_count CHECK (independent_count >= 0)"
    )


COLUMNS = (
    ("texts", "sketch", "TEXT CONSTRAINT ck_texts_sketch CHECK (length(sketch) <= 512)"),
    *((table, "independent_count", _counted(table)) for table in THINGS),
    ("pledge_claims", "corrected_from", "NUMERIC " + _sum("pledge_claims", "corrected_from")),
    (
        "deployment_claims",
        "corrected_from",
        "INTEGER CONSTRAINT ck_deployment_claims_corrected_from CHECK (corrected_from >= 0)",
    ),
    (
        "deployments",
        "level_count",
        "INTEGER CONSTRAINT ck_deployments_level_count CHECK (level_count >= 0)",
    ),
    ("deployments", "level_on", "DATE"),
    (
        "deployments",
        "in_strength",
        "BOOLEAN DEFAULT false NOT NULL"
        " CONSTRAINT ck_deployments_in_strength CHECK (in_strength IN (true, false))",
    ),
    ("missions", "replaced_by", "VARCHAR(100)"),
    ("sources", "publisher_as_told", "TEXT"),
)
"""Table, column and definition, in the order of adding."""


def upgrade() -> None:
    for view in VIEWS_BEFORE:
        op.execute(f"DROP VIEW {view}")
    for table, column, definition in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {definition}")
    create_tables()
    if not op.get_context().as_sql:
        fill_sketches(op.get_bind())
    for view, select in VIEWS.items():
        op.execute(f"CREATE VIEW {view} AS {select}")


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW {view}")
    for table in reversed(TABLES):
        op.drop_table(table)
    for table, column, _ in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    for view, select in VIEWS_BEFORE.items():
        op.execute(f"CREATE VIEW {view} AS {select}")


def fill_sketches(connection) -> None:
    """Give every text its sketch, some at a time: bodies are long."""
    done = 0
    while rows := connection.execute(
        sa.text("SELECT id, body FROM texts WHERE id > :done ORDER BY id LIMIT 200"), {"done": done}
    ).all():
        connection.execute(
            sa.text("UPDATE texts SET sketch = :sketch WHERE id = :id"),
            [{"id": number, "sketch": sketch(body)} for number, body in rows],
        )
        done = rows[-1][0]


def sketch(body):
    """Return the least 64 hashes, in hex, of the runs of four folded words."""
    folded = unicodedata.normalize("NFKD", body.casefold())
    words = re.findall(r"\w+", "".join(char for char in folded if not unicodedata.combining(char)))
    runs = {" ".join(words[at : at + 4]) for at in range(max(1, len(words) - 3))}
    hashes = sorted({hashlib.blake2b(run.encode(), digest_size=4).hexdigest() for run in runs})
    return "".join(hashes[:64])


def check(name, rule):
    return sa.CheckConstraint(rule, name=op.f(name))


def one_of(table, column, words):
    listed = ", ".join(f"'{word}'" for word in words)
    return check(f"ck_{table}_{column}", f"{column} IN ({listed})")


def refers(table, column, target, on_delete):
    return sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_{table}_{column}"), ondelete=on_delete)


def create_tables():
    op.create_table(
        "source_forms",
        sa.Column("source_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_on", sa.Date()),
        sa.Column("publisher", TEXT),
        sa.Column("url", TEXT),
        sa.Column("title", TEXT),
        sa.Column("byline", TEXT),
        sa.PrimaryKeyConstraint("source_id", "position", name="pk_source_forms"),
        check("ck_source_forms_position", "position >= 0"),
        refers("source_forms", "source_id", "sources.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pledge_flows",
        sa.Column("pledge_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("amount", MONEY),
        sa.Column("currency", CURRENCY),
        sa.Column("since_from", sa.Date()),
        sa.Column("since_to", sa.Date()),
        sa.Column("since_precision", WORD),
        sa.PrimaryKeyConstraint("pledge_id", "position", name="pk_pledge_flows"),
        one_of("pledge_flows", "status", PLEDGE_STATUSES),
        check("ck_pledge_flows_amount", money("amount")),
        check("ck_pledge_flows_amount_has_currency", "(amount IS NULL) = (currency IS NULL)"),
        check("ck_pledge_flows_currency", "length(currency) = 3 AND currency = upper(currency)"),
        check(
            "ck_pledge_flows_since",
            "(since_from IS NULL AND since_to IS NULL AND since_precision IS NULL)"
            " OR (since_from IS NOT NULL AND since_to IS NOT NULL AND since_precision IS NOT NULL"
            " AND since_from <= since_to AND since_precision IN ('day', 'month', 'year'))",
        ),
        refers("pledge_flows", "pledge_id", "pledges.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pledge_parts",
        sa.Column("pledge_id", BIG, nullable=False),
        sa.Column("whole_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("pledge_id", name="pk_pledge_parts"),
        check("ck_pledge_parts_whole_id", "whole_id <> pledge_id"),
        refers("pledge_parts", "pledge_id", "pledges.id", "CASCADE"),
        refers("pledge_parts", "whole_id", "pledges.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pledge_parts_whole_id", "pledge_parts", ["whole_id"])
    op.create_table(
        "money_levels",
        sa.Column("id", BIG, sa.Identity(), nullable=False),
        sa.Column("mission_id", BIG),
        sa.Column("donor_id", BIG),
        sa.Column("recipient_id", BIG),
        sa.Column("status", WORD, nullable=False),
        sa.Column("currency", CURRENCY, nullable=False),
        sa.Column("amount", MONEY, nullable=False),
        sa.Column("told_amount", MONEY),
        sa.Column("agrees", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name="pk_money_levels"),
        one_of("money_levels", "status", PLEDGE_STATUSES),
        check("ck_money_levels_amount", money("amount")),
        check("ck_money_levels_told_amount", money("told_amount")),
        check("ck_money_levels_currency", "length(currency) = 3 AND currency = upper(currency)"),
        check(
            "ck_money_levels_agrees", "(agrees IS NULL) = (told_amount IS NULL) AND agrees IN (true, false)"
        ),
        refers("money_levels", "mission_id", "missions.id", "CASCADE"),
        refers("money_levels", "donor_id", "actors.id", "SET NULL"),
        refers("money_levels", "recipient_id", "actors.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_money_levels_mission_id", "money_levels", ["mission_id"])
    op.create_table(
        "contradictions",
        sa.Column("id", BIG, sa.Identity(), nullable=False),
        sa.Column("mission_id", BIG),
        sa.Column("record", WORD, nullable=False),
        sa.Column("pledge_id", BIG),
        sa.Column("deployment_id", BIG),
        sa.Column("statement_id", BIG),
        sa.Column("milestone_id", BIG),
        sa.Column("field", WORD, nullable=False),
        sa.Column("rule", WORD, nullable=False),
        sa.Column("content_key", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contradictions"),
        sa.UniqueConstraint("content_key", name="uq_contradictions_content_key"),
        check("ck_contradictions_content_key", "length(content_key) = 64"),
        one_of("contradictions", "record", RECORDS),
        one_of("contradictions", "field", FIELDS),
        one_of("contradictions", "rule", RULES),
        check(
            "ck_contradictions_thing",
            " AND ".join(f"(record = '{record}') = ({record}_id IS NOT NULL)" for record in RECORDS),
        ),
        refers("contradictions", "mission_id", "missions.id", "CASCADE"),
        *(refers("contradictions", f"{record}_id", f"{record}s.id", "CASCADE") for record in RECORDS),
        sqlite_autoincrement=True,
    )
    for column in ("mission_id", *(f"{record}_id" for record in RECORDS)):
        op.create_index(f"ix_contradictions_{column}", "contradictions", [column])
    op.create_table(
        "contradiction_sides",
        sa.Column("contradiction_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("said", TEXT, nullable=False),
        sa.Column("source_count", INTEGER, nullable=False),
        sa.Column("independent_count", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("contradiction_id", "position", name="pk_contradiction_sides"),
        check("ck_contradiction_sides_position", "position >= 0"),
        check(
            "ck_contradiction_sides_independent_count",
            "independent_count >= 0 AND source_count >= independent_count",
        ),
        refers("contradiction_sides", "contradiction_id", "contradictions.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contradiction_claims",
        sa.Column("contradiction_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("claim_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("contradiction_id", "position", "claim_id", name="pk_contradiction_claims"),
        sa.ForeignKeyConstraint(
            ["contradiction_id", "position"],
            ["contradiction_sides.contradiction_id", "contradiction_sides.position"],
            name=op.f("fk_contradiction_claims_contradiction_id_position"),
            ondelete="CASCADE",
        ),
        refers("contradiction_claims", "claim_id", "claims.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_contradiction_claims_claim_id", "contradiction_claims", ["claim_id"])
    op.create_table(
        "redirects",
        sa.Column("record", WORD, nullable=False),
        sa.Column("from_id", BIG, nullable=False),
        sa.Column("to_id", BIG, nullable=False),
        sa.PrimaryKeyConstraint("record", "from_id", name="pk_redirects"),
        one_of("redirects", "record", RECORDS),
        check("ck_redirects_to_id", "to_id <> from_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_redirects_record_to_id", "redirects", ["record", "to_id"])
    op.create_table(
        "projections",
        sa.Column("id", BIG, nullable=False, autoincrement=False),
        sa.Column("version", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_projections"),
        check("ck_projections_id", "id = 1"),
        check("ck_projections_version", "version >= 0"),
    )


TABLES = (
    "source_forms",
    "pledge_flows",
    "pledge_parts",
    "money_levels",
    "contradictions",
    "contradiction_sides",
    "contradiction_claims",
    "redirects",
    "projections",
)


def iso(field):
    return (
        f"substr(CAST({field}_from AS TEXT), 1,"
        f" CASE {field}_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END)"
    )


def v_pledges(more="", join=""):
    return f"""
SELECT p.id, m.slug AS mission, d.name AS donor, r.name AS recipient, p.kind, p.amount, p.currency,
       p.amount_usd, p.status, p.total, p.additional, {iso("p.announced_on")} AS announced_on,
       p.first_seen, p.last_seen, p.source_count{more}
FROM pledges AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS d ON d.id = p.donor_id
LEFT JOIN actors AS r ON r.id = p.recipient_id{join}
"""  # noqa: S608


def v_deployments(more=""):
    return f"""
SELECT p.id, m.slug AS mission, c.name AS contributor, p.count, p.count_max, p.qualifier, p.unit, p.status,
       {iso("p.date")} AS date, p.basis, p.total, p.additional, p.strength_id,
       p.first_seen, p.last_seen, p.source_count{more}
FROM deployments AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS c ON c.id = p.contributor_id
"""  # noqa: S608


def v_statements(more=""):
    return f"""
SELECT s.id, m.slug AS mission, a.name AS speaker, s.direct, s.content,
       s.first_seen, s.last_seen, s.source_count{more}
FROM statements AS s
LEFT JOIN missions AS m ON m.id = s.mission_id
LEFT JOIN actors AS a ON a.id = s.speaker_id
"""  # noqa: S608


V_TIMELINE = f"""
SELECT m.slug AS mission, e.date_from, e.date, e.record, e.record_id, e.kind, a.name AS actor,
       e.status, e.amount, e.currency, e.count, e.source_count
FROM (
    SELECT mission_id, date_from, {iso("date")} AS date, 'milestone' AS record, id AS record_id, kind,
           by_actor_id AS actor_id, CAST(NULL AS TEXT) AS status, CAST(NULL AS NUMERIC) AS amount,
           CAST(NULL AS TEXT) AS currency, CAST(NULL AS INTEGER) AS count, source_count
    FROM milestones
    UNION ALL
    SELECT mission_id, announced_on_from, {iso("announced_on")}, 'pledge', id, kind,
           donor_id, status, amount, currency, NULL, source_count
    FROM pledges
    UNION ALL
    SELECT mission_id, date_from, {iso("date")}, 'deployment', id, unit,
           contributor_id, status, NULL, NULL, count, source_count
    FROM deployments
) AS e
LEFT JOIN missions AS m ON m.id = e.mission_id
LEFT JOIN actors AS a ON a.id = e.actor_id
"""  # noqa: S608

VIEWS_BEFORE = {
    "v_pledges": v_pledges(),
    "v_deployments": v_deployments(),
    "v_statements": v_statements(),
    "v_timeline": V_TIMELINE,
}
VIEWS = {
    "v_pledges": v_pledges(
        ", p.independent_count, w.whole_id AS part_of_id",
        "\nLEFT JOIN pledge_parts AS w ON w.pledge_id = p.id",
    ),
    "v_deployments": v_deployments(", p.independent_count"),
    "v_statements": v_statements(", s.independent_count"),
    "v_timeline": V_TIMELINE,
    "v_contradictions": """
SELECT x.id, m.slug AS mission, x.record,
       coalesce(x.pledge_id, x.deployment_id, x.statement_id, x.milestone_id) AS record_id,
       x.field, s.position, s.said, (s.position = 0) AS leads, x.rule, s.source_count, s.independent_count
FROM contradictions AS x
JOIN contradiction_sides AS s ON s.contradiction_id = x.id
LEFT JOIN missions AS m ON m.id = x.mission_id
""",
}
