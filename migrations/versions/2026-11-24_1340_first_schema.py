"""The first schema: missions, actors, sources, claims and the things that they tell of."""

import sqlalchemy as sa
from alembic import op

revision = "202611241340"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INTEGER = sa.Integer()
TEXT = sa.Text()
WORD = sa.String(32)
DIGEST = sa.String(64)
SLUG = sa.String(100)
CURRENCY = sa.String(3)
MONEY = sa.Numeric()
MOMENT = sa.DateTime(timezone=True)

ACTOR_KINDS = ("state", "organization", "body", "outlet", "person")
ALIAS_KINDS = ("name", "acronym", "adjective", "demonym", "capital", "government")
BASES = ("contingent", "level")
CLAIM_KINDS = ("pledge", "deployment", "statement", "milestone", "phase")
DEPLOYMENT_STATUSES = ("offered", "approved", "deployed", "withdrawn")
MENTION_FIELDS = ("donor", "recipient", "contributor", "speaker", "by", "awaits")
MILESTONE_KINDS = (
    "requested",
    "offered",
    "assessed",
    "authorized",
    "approved",
    "agreed",
    "blocked",
    "paused",
    "resumed",
    "deployed",
    "extended",
    "expanded",
    "drawdown",
    "ended",
)
ORIGINS = ("seed", "user", "text")
PHASES = ("proposed", "authorized", "suspended", "active", "ended")
PLEDGE_KINDS = ("money", "equipment", "training", "services")
PLEDGE_STATUSES = ("offered", "committed", "delivered", "withdrawn")
PURPOSES = (
    "logistics",
    "intelligence",
    "communications",
    "medical",
    "training",
    "equipment",
    "transport",
    "humanitarian",
    "salaries",
    "other",
)
QUALIFIERS = ("exact", "about", "at-least", "up-to")
ROLE_FIELDS = ("person", "of")
UNITS = ("police", "military", "mixed", "civilian", "unknown")


def identity():
    return sa.Column("id", BIG, sa.Identity(), nullable=False)


def check(name, rule):
    return sa.CheckConstraint(rule, name=op.f(name))


def one_of(table, column, words):
    listed = ", ".join(f"'{word}'" for word in words)
    return check(f"ck_{table}_{column}", f"{column} IN ({listed})")


def flag(table, column):
    return check(f"ck_{table}_{column}", f"{column} IN (true, false)")


def digest(table, column):
    return check(f"ck_{table}_{column}", f"length({column}) = 64")


def name(table):
    return check(f"ck_{table}_name", "length(name) BETWEEN 1 AND 400")


def span(table):
    return check(f"ck_{table}_span", "start_char >= 0 AND end_char > start_char")


def seen(table):
    return check(
        f"ck_{table}_seen",
        "(first_seen IS NULL AND last_seen IS NULL)"
        " OR (first_seen IS NOT NULL AND last_seen IS NOT NULL AND first_seen <= last_seen)",
    )


def partial_date(table, field):
    first, last, precision = f"{field}_from", f"{field}_to", f"{field}_precision"
    return check(
        f"ck_{table}_{field}",
        f"({first} IS NULL AND {last} IS NULL AND {precision} IS NULL)"
        f" OR ({first} IS NOT NULL AND {last} IS NOT NULL AND {precision} IS NOT NULL"
        f" AND {first} <= {last} AND {precision} IN ('day', 'month', 'year'))",
    )


def amount(table, column):
    return check(
        f"ck_{table}_{column}",
        f"{column} >= 0 AND {column} < 10000000000000 AND {column} = round({column}, 2)",
    )


def amount_has_currency(table):
    return check(f"ck_{table}_amount_has_currency", "(amount IS NULL) = (currency IS NULL)")


def currency(table):
    return check(f"ck_{table}_currency", "length(currency) = 3 AND currency = upper(currency)")


def claim_kind(table, kind):
    return check(f"ck_{table}_claim_kind", f"claim_kind = '{kind}'")


def claim_of_kind(table):
    return sa.ForeignKeyConstraint(
        ["claim_id", "claim_kind"],
        ["claims.id", "claims.kind"],
        name=op.f(f"fk_{table}_claim_id_claim_kind"),
        ondelete="CASCADE",
    )


def refers(table, column, target, on_delete=None, use_alter=False):
    return sa.ForeignKeyConstraint(
        [column], [target], name=op.f(f"fk_{table}_{column}"), ondelete=on_delete, use_alter=use_alter
    )


def upgrade() -> None:
    create_tables()
    for view, select in VIEWS.items():
        op.execute(f"CREATE VIEW {view} AS {select}")


def downgrade() -> None:
    for view in VIEWS:
        op.execute(f"DROP VIEW {view}")
    if op.get_context().dialect.name != "sqlite":
        op.drop_constraint("fk_missions_phase_milestone_id", "missions")
    for table in reversed(TABLES):
        op.drop_table(table)


def create_tables():
    op.create_table(
        "actors",
        identity(),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("name_key", TEXT, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("parent_id", BIG),
        sa.Column("currency", CURRENCY),
        sa.Column("origin", WORD, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("name_key", "kind", name="uq_actors_name_key_kind"),
        one_of("actors", "kind", ACTOR_KINDS),
        one_of("actors", "origin", ORIGINS),
        name("actors"),
        currency("actors"),
        refers("actors", "parent_id", "actors.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "publishers",
        identity(),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("name_key", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publishers"),
        sa.UniqueConstraint("name_key", name="uq_publishers_name_key"),
        name("publishers"),
    )
    op.create_table(
        "texts",
        identity(),
        sa.Column("sha256", DIGEST, nullable=False),
        sa.Column("body", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sa.UniqueConstraint("sha256", name="uq_texts_sha256"),
        digest("texts", "sha256"),
    )
    op.create_table(
        "actor_aliases",
        identity(),
        sa.Column("actor_id", BIG, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("name_key", TEXT, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("origin", WORD, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actor_aliases"),
        sa.UniqueConstraint(
            "name_key", "actor_id", "kind", "name", name="uq_actor_aliases_name_key_actor_id_kind_name"
        ),
        one_of("actor_aliases", "kind", ALIAS_KINDS),
        one_of("actor_aliases", "origin", ORIGINS),
        name("actor_aliases"),
        refers("actor_aliases", "actor_id", "actors.id", "CASCADE"),
    )
    op.create_table(
        "sources",
        identity(),
        sa.Column("identity_key", DIGEST, nullable=False),
        sa.Column("revision", INTEGER, nullable=False, server_default="1"),
        sa.Column("text_id", BIG, nullable=False),
        sa.Column("publisher_id", BIG),
        sa.Column("url", TEXT),
        sa.Column("title", TEXT),
        sa.Column("byline", TEXT),
        sa.Column("published_on", sa.Date()),
        sa.Column("language", TEXT),
        sa.Column("head_end", INTEGER, nullable=False, server_default="0"),
        sa.Column("retrieved_at", MOMENT),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("replaces_id", BIG),
        sa.Column("withdrawn_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("identity_key", "revision", name="uq_sources_identity_key_revision"),
        digest("sources", "identity_key"),
        check("ck_sources_revision", "revision >= 1 AND (revision = 1) = (replaces_id IS NULL)"),
        check("ck_sources_head_end", "head_end >= 0"),
        refers("sources", "text_id", "texts.id"),
        refers("sources", "publisher_id", "publishers.id"),
        refers("sources", "replaces_id", "sources.id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "extractions",
        identity(),
        sa.Column("source_id", BIG, nullable=False),
        sa.Column("extractor", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("knowledge_digest", DIGEST, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("superseded_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_extractions"),
        sa.UniqueConstraint(
            "source_id",
            "extractor",
            "version",
            "knowledge_digest",
            name="uq_extractions_source_id_extractor_version_knowledge_digest",
        ),
        digest("extractions", "knowledge_digest"),
        check("ck_extractions_extractor", "length(extractor) <= 100 AND length(version) <= 100"),
        refers("extractions", "source_id", "sources.id"),
    )
    op.create_table(
        "inputs",
        sa.Column("sha256", DIGEST, nullable=False),
        sa.Column("source_id", BIG, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_inputs"),
        digest("inputs", "sha256"),
        refers("inputs", "source_id", "sources.id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "missions",
        identity(),
        sa.Column("slug", SLUG, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("host_id", BIG),
        sa.Column("lead_id", BIG),
        sa.Column("authority_id", BIG),
        sa.Column("successor_id", BIG),
        sa.Column("origin", WORD, nullable=False),
        sa.Column("phase", WORD),
        sa.Column("phase_since_from", sa.Date()),
        sa.Column("phase_since_to", sa.Date()),
        sa.Column("phase_since_precision", WORD),
        sa.Column("phase_milestone_id", BIG),
        sa.Column("statement_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("source_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("undated_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("newest_source_id", BIG),
        sa.PrimaryKeyConstraint("id", name="pk_missions"),
        sa.UniqueConstraint("slug", name="uq_missions_slug"),
        one_of("missions", "origin", ORIGINS),
        one_of("missions", "phase", PHASES),
        partial_date("missions", "phase_since"),
        check("ck_missions_slug", "length(slug) BETWEEN 1 AND 100"),
        check("ck_missions_counts", "statement_count >= 0 AND source_count >= 0 AND undated_count >= 0"),
        refers("missions", "host_id", "actors.id", "SET NULL"),
        refers("missions", "lead_id", "actors.id", "SET NULL"),
        refers("missions", "authority_id", "actors.id", "SET NULL"),
        refers("missions", "successor_id", "missions.id", "SET NULL"),
        refers("missions", "phase_milestone_id", "milestones.id", "SET NULL", use_alter=True),
        refers("missions", "newest_source_id", "sources.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "actor_roles",
        identity(),
        sa.Column("person_id", BIG),
        sa.Column("office", TEXT, nullable=False),
        sa.Column("of_id", BIG),
        sa.Column("held_from", sa.Date()),
        sa.Column("held_to", sa.Date()),
        sa.Column("origin", WORD, nullable=False),
        sa.Column("identity_key", DIGEST),
        sa.Column("extraction_id", BIG),
        sa.Column("quote", TEXT),
        sa.Column("start_char", INTEGER),
        sa.Column("end_char", INTEGER),
        sa.PrimaryKeyConstraint("id", name="pk_actor_roles"),
        sa.UniqueConstraint("identity_key", name="uq_actor_roles_identity_key"),
        one_of("actor_roles", "origin", ORIGINS),
        digest("actor_roles", "identity_key"),
        check("ck_actor_roles_held", "held_from <= held_to"),
        span("actor_roles"),
        check(
            "ck_actor_roles_evidence",
            "(origin = 'text' AND extraction_id IS NOT NULL AND quote IS NOT NULL AND start_char IS NOT NULL"
            " AND end_char IS NOT NULL"
            " AND identity_key IS NULL)"
            " OR (origin <> 'text' AND extraction_id IS NULL AND quote IS NULL AND start_char IS NULL"
            " AND end_char IS NULL"
            " AND identity_key IS NOT NULL AND person_id IS NOT NULL)",
        ),
        refers("actor_roles", "person_id", "actors.id", "SET NULL"),
        refers("actor_roles", "of_id", "actors.id", "SET NULL"),
        refers("actor_roles", "extraction_id", "extractions.id", "CASCADE"),
    )
    op.create_index("ix_actor_roles_extraction_id", "actor_roles", ["extraction_id"])
    op.create_index("ix_actor_roles_person_id", "actor_roles", ["person_id"])
    op.create_table(
        "claims",
        identity(),
        sa.Column("extraction_id", BIG, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("mission_id", BIG),
        sa.Column("quote", TEXT, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
        sa.UniqueConstraint("id", "kind", name="uq_claims_id_kind"),
        one_of("claims", "kind", CLAIM_KINDS),
        span("claims"),
        check("ck_claims_confidence", "confidence >= 0 AND confidence <= 1"),
        refers("claims", "extraction_id", "extractions.id", "CASCADE"),
        refers("claims", "mission_id", "missions.id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_claims_extraction_id", "claims", ["extraction_id"])
    op.create_table(
        "extraction_missions",
        sa.Column("extraction_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("mission_id", BIG, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("host", TEXT),
        sa.PrimaryKeyConstraint("extraction_id", "position", name="pk_extraction_missions"),
        check("ck_extraction_missions_position", "position >= 0"),
        refers("extraction_missions", "extraction_id", "extractions.id", "CASCADE"),
        refers("extraction_missions", "mission_id", "missions.id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_extraction_missions_mission_id", "extraction_missions", ["mission_id"])
    op.create_table(
        "mission_aliases",
        identity(),
        sa.Column("mission_id", BIG, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("name_key", TEXT, nullable=False),
        sa.Column("origin", WORD, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_mission_aliases"),
        sa.UniqueConstraint(
            "name_key", "mission_id", "name", name="uq_mission_aliases_name_key_mission_id_name"
        ),
        one_of("mission_aliases", "origin", ORIGINS),
        name("mission_aliases"),
        refers("mission_aliases", "mission_id", "missions.id", "CASCADE"),
    )
    op.create_table(
        "mission_awaits",
        sa.Column("mission_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("by_actor_id", BIG),
        sa.PrimaryKeyConstraint("mission_id", "position", name="pk_mission_awaits"),
        one_of("mission_awaits", "kind", MILESTONE_KINDS),
        refers("mission_awaits", "mission_id", "missions.id", "CASCADE"),
        refers("mission_awaits", "by_actor_id", "actors.id", "SET NULL"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "open_dates",
        sa.Column("extraction_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("extraction_id", "position", name="pk_open_dates"),
        span("open_dates"),
        refers("open_dates", "extraction_id", "extractions.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_spans",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("field", TEXT, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_claim_spans"),
        span("claim_spans"),
        refers("claim_spans", "claim_id", "claims.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "deployments",
        identity(),
        sa.Column("mission_id", BIG),
        sa.Column("contributor_id", BIG),
        sa.Column("count", INTEGER),
        sa.Column("count_max", INTEGER),
        sa.Column("qualifier", WORD),
        sa.Column("unit", WORD, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("date_from", sa.Date()),
        sa.Column("date_to", sa.Date()),
        sa.Column("date_precision", WORD),
        sa.Column("basis", WORD, nullable=False),
        sa.Column("total", sa.Boolean(), nullable=False),
        sa.Column("additional", sa.Boolean(), nullable=False),
        sa.Column("strength_id", BIG),
        sa.Column("first_seen", sa.Date()),
        sa.Column("last_seen", sa.Date()),
        sa.Column("source_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("headline_claim_id", BIG),
        sa.Column("content_key", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deployments"),
        sa.UniqueConstraint("content_key", name="uq_deployments_content_key"),
        digest("deployments", "content_key"),
        seen("deployments"),
        check("ck_deployments_source_count", "source_count >= 0"),
        check("ck_deployments_count", "count >= 0 AND (count_max IS NULL OR count_max >= count)"),
        one_of("deployments", "qualifier", QUALIFIERS),
        one_of("deployments", "unit", UNITS),
        one_of("deployments", "status", DEPLOYMENT_STATUSES),
        partial_date("deployments", "date"),
        one_of("deployments", "basis", BASES),
        flag("deployments", "total"),
        flag("deployments", "additional"),
        refers("deployments", "mission_id", "missions.id", "SET NULL"),
        refers("deployments", "contributor_id", "actors.id", "SET NULL"),
        refers("deployments", "strength_id", "deployments.id", "SET NULL"),
        refers("deployments", "headline_claim_id", "claims.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_deployments_mission_id_contributor_id", "deployments", ["mission_id", "contributor_id"]
    )
    op.create_index("ix_deployments_strength_id", "deployments", ["strength_id"])
    op.create_table(
        "mentions",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("field", WORD, nullable=False),
        sa.Column("position", INTEGER, nullable=False, server_default="0"),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.Column("actor_id", BIG),
        sa.PrimaryKeyConstraint("claim_id", "field", "position", name="pk_mentions"),
        one_of("mentions", "field", MENTION_FIELDS),
        one_of("mentions", "kind", ACTOR_KINDS),
        span("mentions"),
        refers("mentions", "claim_id", "claims.id", "CASCADE"),
        refers("mentions", "actor_id", "actors.id", "SET NULL"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mentions_actor_id", "mentions", ["actor_id"])
    op.create_table(
        "milestones",
        identity(),
        sa.Column("mission_id", BIG),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("by_actor_id", BIG),
        sa.Column("date_from", sa.Date(), nullable=False),
        sa.Column("date_to", sa.Date(), nullable=False),
        sa.Column("date_precision", WORD, nullable=False),
        sa.Column("until_from", sa.Date()),
        sa.Column("until_to", sa.Date()),
        sa.Column("until_precision", WORD),
        sa.Column("replaced_by", TEXT),
        sa.Column("first_seen", sa.Date()),
        sa.Column("last_seen", sa.Date()),
        sa.Column("source_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("headline_claim_id", BIG),
        sa.Column("content_key", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_milestones"),
        sa.UniqueConstraint("content_key", name="uq_milestones_content_key"),
        digest("milestones", "content_key"),
        seen("milestones"),
        check("ck_milestones_source_count", "source_count >= 0"),
        one_of("milestones", "kind", MILESTONE_KINDS),
        partial_date("milestones", "date"),
        partial_date("milestones", "until"),
        refers("milestones", "mission_id", "missions.id", "SET NULL"),
        refers("milestones", "by_actor_id", "actors.id", "SET NULL"),
        refers("milestones", "headline_claim_id", "claims.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_milestones_mission_id_kind", "milestones", ["mission_id", "kind"])
    op.create_table(
        "phase_claims",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("claim_kind", WORD, nullable=False, server_default="phase"),
        sa.Column("phase", WORD, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", name="pk_phase_claims"),
        claim_kind("phase_claims", "phase"),
        one_of("phase_claims", "phase", PHASES),
        claim_of_kind("phase_claims"),
    )
    op.create_table(
        "pledges",
        identity(),
        sa.Column("mission_id", BIG),
        sa.Column("donor_id", BIG),
        sa.Column("recipient_id", BIG),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("amount", MONEY),
        sa.Column("currency", CURRENCY),
        sa.Column("amount_usd", MONEY),
        sa.Column("status", WORD, nullable=False),
        sa.Column("total", sa.Boolean(), nullable=False),
        sa.Column("additional", sa.Boolean(), nullable=False),
        sa.Column("announced_on_from", sa.Date()),
        sa.Column("announced_on_to", sa.Date()),
        sa.Column("announced_on_precision", WORD),
        sa.Column("first_seen", sa.Date()),
        sa.Column("last_seen", sa.Date()),
        sa.Column("source_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("headline_claim_id", BIG),
        sa.Column("content_key", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pledges"),
        sa.UniqueConstraint("content_key", name="uq_pledges_content_key"),
        digest("pledges", "content_key"),
        seen("pledges"),
        check("ck_pledges_source_count", "source_count >= 0"),
        one_of("pledges", "kind", PLEDGE_KINDS),
        amount("pledges", "amount"),
        amount_has_currency("pledges"),
        currency("pledges"),
        amount("pledges", "amount_usd"),
        one_of("pledges", "status", PLEDGE_STATUSES),
        flag("pledges", "total"),
        flag("pledges", "additional"),
        partial_date("pledges", "announced_on"),
        refers("pledges", "mission_id", "missions.id", "SET NULL"),
        refers("pledges", "donor_id", "actors.id", "SET NULL"),
        refers("pledges", "recipient_id", "actors.id", "SET NULL"),
        refers("pledges", "headline_claim_id", "claims.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pledges_mission_id_donor_id", "pledges", ["mission_id", "donor_id"])
    op.create_table(
        "role_mentions",
        sa.Column("role_id", BIG, nullable=False),
        sa.Column("field", WORD, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("role_id", "field", name="pk_role_mentions"),
        one_of("role_mentions", "field", ROLE_FIELDS),
        one_of("role_mentions", "kind", ACTOR_KINDS),
        span("role_mentions"),
        refers("role_mentions", "role_id", "actor_roles.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        identity(),
        sa.Column("mission_id", BIG),
        sa.Column("speaker_id", BIG),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("starts", TEXT, nullable=False),
        sa.Column("content", TEXT, nullable=False),
        sa.Column("first_seen", sa.Date()),
        sa.Column("last_seen", sa.Date()),
        sa.Column("source_count", INTEGER, nullable=False, server_default="0"),
        sa.Column("headline_claim_id", BIG),
        sa.Column("content_key", DIGEST, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.UniqueConstraint("content_key", name="uq_statements_content_key"),
        digest("statements", "content_key"),
        seen("statements"),
        check("ck_statements_source_count", "source_count >= 0"),
        flag("statements", "direct"),
        refers("statements", "mission_id", "missions.id", "SET NULL"),
        refers("statements", "speaker_id", "actors.id", "SET NULL"),
        refers("statements", "headline_claim_id", "claims.id", "SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statements_mission_id_speaker_id", "statements", ["mission_id", "speaker_id"])
    op.create_table(
        "deployment_claims",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("claim_kind", WORD, nullable=False, server_default="deployment"),
        sa.Column("count", INTEGER),
        sa.Column("count_max", INTEGER),
        sa.Column("qualifier", WORD),
        sa.Column("unit", WORD, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("date_from", sa.Date()),
        sa.Column("date_to", sa.Date()),
        sa.Column("date_precision", WORD),
        sa.Column("basis", WORD, nullable=False),
        sa.Column("total", sa.Boolean(), nullable=False),
        sa.Column("additional", sa.Boolean(), nullable=False),
        sa.Column("deployment_id", BIG),
        sa.PrimaryKeyConstraint("claim_id", name="pk_deployment_claims"),
        claim_kind("deployment_claims", "deployment"),
        check("ck_deployment_claims_count", "count >= 0 AND (count_max IS NULL OR count_max >= count)"),
        one_of("deployment_claims", "qualifier", QUALIFIERS),
        one_of("deployment_claims", "unit", UNITS),
        one_of("deployment_claims", "status", DEPLOYMENT_STATUSES),
        partial_date("deployment_claims", "date"),
        one_of("deployment_claims", "basis", BASES),
        flag("deployment_claims", "total"),
        flag("deployment_claims", "additional"),
        claim_of_kind("deployment_claims"),
        refers("deployment_claims", "deployment_id", "deployments.id", "SET NULL"),
    )
    op.create_index("ix_deployment_claims_deployment_id", "deployment_claims", ["deployment_id"])
    op.create_table(
        "milestone_claims",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("claim_kind", WORD, nullable=False, server_default="milestone"),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("date_from", sa.Date(), nullable=False),
        sa.Column("date_to", sa.Date(), nullable=False),
        sa.Column("date_precision", WORD, nullable=False),
        sa.Column("until_from", sa.Date()),
        sa.Column("until_to", sa.Date()),
        sa.Column("until_precision", WORD),
        sa.Column("replaced_by", TEXT),
        sa.Column("milestone_id", BIG),
        sa.PrimaryKeyConstraint("claim_id", name="pk_milestone_claims"),
        claim_kind("milestone_claims", "milestone"),
        one_of("milestone_claims", "kind", MILESTONE_KINDS),
        partial_date("milestone_claims", "date"),
        partial_date("milestone_claims", "until"),
        claim_of_kind("milestone_claims"),
        refers("milestone_claims", "milestone_id", "milestones.id", "SET NULL"),
    )
    op.create_index("ix_milestone_claims_milestone_id", "milestone_claims", ["milestone_id"])
    op.create_table(
        "phase_claim_awaits",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("start_char", INTEGER, nullable=False),
        sa.Column("end_char", INTEGER, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_phase_claim_awaits"),
        one_of("phase_claim_awaits", "kind", MILESTONE_KINDS),
        span("phase_claim_awaits"),
        refers("phase_claim_awaits", "claim_id", "phase_claims.claim_id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pledge_claims",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("claim_kind", WORD, nullable=False, server_default="pledge"),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("announced_on_from", sa.Date()),
        sa.Column("announced_on_to", sa.Date()),
        sa.Column("announced_on_precision", WORD),
        sa.Column("total", sa.Boolean(), nullable=False),
        sa.Column("additional", sa.Boolean(), nullable=False),
        sa.Column("pledge_id", BIG),
        sa.PrimaryKeyConstraint("claim_id", name="pk_pledge_claims"),
        claim_kind("pledge_claims", "pledge"),
        one_of("pledge_claims", "kind", PLEDGE_KINDS),
        one_of("pledge_claims", "status", PLEDGE_STATUSES),
        partial_date("pledge_claims", "announced_on"),
        flag("pledge_claims", "total"),
        flag("pledge_claims", "additional"),
        claim_of_kind("pledge_claims"),
        refers("pledge_claims", "pledge_id", "pledges.id", "SET NULL"),
    )
    op.create_index("ix_pledge_claims_pledge_id", "pledge_claims", ["pledge_id"])
    op.create_table(
        "pledge_equivalents",
        sa.Column("pledge_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("amount", MONEY, nullable=False),
        sa.Column("currency", CURRENCY, nullable=False),
        sa.PrimaryKeyConstraint("pledge_id", "position", name="pk_pledge_equivalents"),
        amount("pledge_equivalents", "amount"),
        amount_has_currency("pledge_equivalents"),
        currency("pledge_equivalents"),
        refers("pledge_equivalents", "pledge_id", "pledges.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pledge_purposes",
        sa.Column("pledge_id", BIG, nullable=False),
        sa.Column("purpose", WORD, nullable=False),
        sa.PrimaryKeyConstraint("pledge_id", "purpose", name="pk_pledge_purposes"),
        one_of("pledge_purposes", "purpose", PURPOSES),
        refers("pledge_purposes", "pledge_id", "pledges.id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_claims",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("claim_kind", WORD, nullable=False, server_default="statement"),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("starts", TEXT, nullable=False),
        sa.Column("content", TEXT, nullable=False),
        sa.Column("statement_id", BIG),
        sa.PrimaryKeyConstraint("claim_id", name="pk_statement_claims"),
        claim_kind("statement_claims", "statement"),
        flag("statement_claims", "direct"),
        claim_of_kind("statement_claims"),
        refers("statement_claims", "statement_id", "statements.id", "SET NULL"),
    )
    op.create_index("ix_statement_claims_statement_id", "statement_claims", ["statement_id"])
    op.create_table(
        "pledge_claim_amounts",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("amount", MONEY, nullable=False),
        sa.Column("currency", CURRENCY, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_pledge_claim_amounts"),
        amount("pledge_claim_amounts", "amount"),
        amount_has_currency("pledge_claim_amounts"),
        currency("pledge_claim_amounts"),
        refers("pledge_claim_amounts", "claim_id", "pledge_claims.claim_id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pledge_claim_purposes",
        sa.Column("claim_id", BIG, nullable=False),
        sa.Column("position", INTEGER, nullable=False),
        sa.Column("purpose", WORD, nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_pledge_claim_purposes"),
        one_of("pledge_claim_purposes", "purpose", PURPOSES),
        refers("pledge_claim_purposes", "claim_id", "pledge_claims.claim_id", "CASCADE"),
        sqlite_with_rowid=False,
    )
    # Missions and milestones point at each other; SQLite took the key with the table, others take it now.
    if op.get_context().dialect.name != "sqlite":
        op.create_foreign_key(
            "fk_missions_phase_milestone_id",
            "missions",
            "milestones",
            ["phase_milestone_id"],
            ["id"],
            ondelete="SET NULL",
        )


TABLES = (
    "actors",
    "publishers",
    "texts",
    "actor_aliases",
    "sources",
    "extractions",
    "inputs",
    "missions",
    "actor_roles",
    "claims",
    "extraction_missions",
    "mission_aliases",
    "mission_awaits",
    "open_dates",
    "claim_spans",
    "deployments",
    "mentions",
    "milestones",
    "phase_claims",
    "pledges",
    "role_mentions",
    "statements",
    "deployment_claims",
    "milestone_claims",
    "phase_claim_awaits",
    "pledge_claims",
    "pledge_equivalents",
    "pledge_purposes",
    "statement_claims",
    "pledge_claim_amounts",
    "pledge_claim_purposes",
)


def iso(field):
    return (
        f"substr(CAST({field}_from AS TEXT), 1,"
        f" CASE {field}_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END)"
    )


VIEWS = {
    "v_pledges": f"""
SELECT p.id, m.slug AS mission, d.name AS donor, r.name AS recipient, p.kind, p.amount, p.currency,
       p.amount_usd, p.status, p.total, p.additional, {iso("p.announced_on")} AS announced_on,
       p.first_seen, p.last_seen, p.source_count
FROM pledges AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS d ON d.id = p.donor_id
LEFT JOIN actors AS r ON r.id = p.recipient_id
""",  # noqa: S608
    "v_deployments": f"""
SELECT p.id, m.slug AS mission, c.name AS contributor, p.count, p.count_max, p.qualifier, p.unit, p.status,
       {iso("p.date")} AS date, p.basis, p.total, p.additional, p.strength_id,
       p.first_seen, p.last_seen, p.source_count
FROM deployments AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS c ON c.id = p.contributor_id
""",  # noqa: S608
    "v_statements": """
SELECT s.id, m.slug AS mission, a.name AS speaker, s.direct, s.content,
       s.first_seen, s.last_seen, s.source_count
FROM statements AS s
LEFT JOIN missions AS m ON m.id = s.mission_id
LEFT JOIN actors AS a ON a.id = s.speaker_id
""",
    "v_timeline": f"""
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
""",  # noqa: S608
    "v_evidence": """
SELECT m.slug AS mission, c.kind AS record,
       coalesce(pc.pledge_id, dc.deployment_id, sc.statement_id, mc.milestone_id) AS record_id,
       c.id AS claim_id, c.quote, c.start_char, c.end_char, c.rule, c.confidence,
       s.id AS source_id, s.title, p.name AS publisher, s.url, s.published_on,
       (x.superseded_at IS NULL) AS is_current
FROM claims AS c
JOIN extractions AS x ON x.id = c.extraction_id
JOIN sources AS s ON s.id = x.source_id
LEFT JOIN publishers AS p ON p.id = s.publisher_id
LEFT JOIN missions AS m ON m.id = c.mission_id
LEFT JOIN pledge_claims AS pc ON pc.claim_id = c.id
LEFT JOIN deployment_claims AS dc ON dc.claim_id = c.id
LEFT JOIN statement_claims AS sc ON sc.claim_id = c.id
LEFT JOIN milestone_claims AS mc ON mc.claim_id = c.id
""",
}
