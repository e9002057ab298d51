"""The views, with names instead of ids: what a reader's first queries ask.

These are the views as they stand now; each migration that makes one carries its own frozen text, and a test
compares. They are plain SQL for both databases, in no MetaData, so that Alembic never takes them for tables.
"""

from __future__ import annotations


def _iso(field: str) -> str:
    """Return SQL for a partial date as text, as precise as it is known."""
    return (
        f"substr(CAST({field}_from AS TEXT), 1,"
        f" CASE {field}_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END)"
    )


V_PLEDGES = f"""
SELECT p.id, m.slug AS mission, d.name AS donor, r.name AS recipient, p.kind, p.amount, p.currency,
       p.amount_usd, p.status, p.total, p.additional, {_iso("p.announced_on")} AS announced_on,
       p.first_seen, p.last_seen, p.source_count, p.independent_count, w.whole_id AS part_of_id
FROM pledges AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS d ON d.id = p.donor_id
LEFT JOIN actors AS r ON r.id = p.recipient_id
LEFT JOIN pledge_parts AS w ON w.pledge_id = p.id
"""  # noqa: S608 - built of our own names only

V_DEPLOYMENTS = f"""
SELECT p.id, m.slug AS mission, c.name AS contributor, p.count, p.count_max, p.qualifier, p.unit, p.status,
       {_iso("p.date")} AS date, p.basis, p.total, p.additional, p.strength_id,
       p.first_seen, p.last_seen, p.source_count, p.independent_count
FROM deployments AS p
LEFT JOIN missions AS m ON m.id = p.mission_id
LEFT JOIN actors AS c ON c.id = p.contributor_id
"""  # noqa: S608 - built of our own names only

V_STATEMENTS = """
SELECT s.id, m.slug AS mission, a.name AS speaker, s.direct, s.content,
       s.first_seen, s.last_seen, s.source_count, s.independent_count
FROM statements AS s
LEFT JOIN missions AS m ON m.id = s.mission_id
LEFT JOIN actors AS a ON a.id = s.speaker_id
"""

V_TIMELINE = f"""
SELECT m.slug AS mission, e.date_from, e.date, e.record, e.record_id, e.kind, a.name AS actor,
       e.status, e.amount, e.currency, e.count, e.source_count
FROM (
    SELECT mission_id, date_from, {_iso("date")} AS date, 'milestone' AS record, id AS record_id, kind,
           by_actor_id AS actor_id, CAST(NULL AS TEXT) AS status, CAST(NULL AS NUMERIC) AS amount,
           CAST(NULL AS TEXT) AS currency, CAST(NULL AS INTEGER) AS count, source_count
    FROM milestones
    UNION ALL
    SELECT mission_id, announced_on_from, {_iso("announced_on")}, 'pledge', id, kind,
           donor_id, status, amount, currency, NULL, source_count
    FROM pledges
    UNION ALL
    SELECT mission_id, date_from, {_iso("date")}, 'deployment', id, unit,
           contributor_id, status, NULL, NULL, count, source_count
    FROM deployments
) AS e
LEFT JOIN missions AS m ON m.id = e.mission_id
LEFT JOIN actors AS a ON a.id = e.actor_id
"""  # noqa: S608 - built of our own names only

V_EVIDENCE = """
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
"""

V_CONTRADICTIONS = """
SELECT x.id, m.slug AS mission, x.record,
       coalesce(x.pledge_id, x.deployment_id, x.statement_id, x.milestone_id) AS record_id,
       x.field, s.position, s.said, (s.position = 0) AS leads, x.rule, s.source_count, s.independent_count
FROM contradictions AS x
JOIN contradiction_sides AS s ON s.contradiction_id = x.id
LEFT JOIN missions AS m ON m.id = x.mission_id
"""

VIEWS = {
    "v_pledges": V_PLEDGES,
    "v_deployments": V_DEPLOYMENTS,
    "v_statements": V_STATEMENTS,
    "v_timeline": V_TIMELINE,
    "v_evidence": V_EVIDENCE,
    "v_contradictions": V_CONTRADICTIONS,
}
"""Name and SELECT of each view."""
