"""Which claims of a ledger are worth holding against each other: a query that leaves the judging to the rules."""

from __future__ import annotations

from audit.figures.rounding import Policy

__all__ = ["CONFLICTS", "PROVENANCE", "candidates"]

CONFLICTS = "conflicts"
PROVENANCE = "provenance"

_LATEST = """
WITH latest AS (
    SELECT document, published FROM documents
    WHERE document NOT IN (SELECT follows FROM documents WHERE follows IS NOT NULL)
), c AS (
    SELECT document, claim, what, unit, people, place_key, anchors, located, day, running, relation,
        coalesce(published, day) AS said, {policy}_low AS low, {policy}_high AS high
    FROM claims JOIN latest USING (document)
    WHERE what IS NOT NULL
)
"""

_SAME = """a.what = b.what AND a.unit IS NOT DISTINCT FROM b.unit AND a.document <> b.document
    AND CASE WHEN a.place_key IS NOT NULL AND b.place_key IS NOT NULL THEN a.place_key = b.place_key
        WHEN a.place_key IS NOT NULL THEN list_contains(b.anchors, a.place_key)
        WHEN b.place_key IS NOT NULL THEN list_contains(a.anchors, b.place_key)
        ELSE list_has_any(a.located, b.anchors) AND list_has_any(list_intersect(a.anchors, b.anchors), a.located)
            OR list_has_any(b.located, a.anchors) AND list_has_any(list_intersect(a.anchors, b.anchors), b.located) END"""

_SURE = """a.people = b.people
    AND coalesce(a.relation, '') NOT IN ('addition', 'subset') AND coalesce(b.relation, '') NOT IN ('addition', 'subset')"""
"""What no contradiction can do without: see `audit.ledger.align`."""

_BEFORE = "(a.said, a.document) < (b.said, b.document)"

_CONFLICTS = f"""
SELECT a.document, a.claim, b.document, b.claim FROM c a JOIN c b ON {_SAME} AND {_SURE} AND a.day = b.day AND {_BEFORE}
    AND (a.high < b.low OR b.high < a.low)
UNION
SELECT * FROM (
    SELECT a.document, a.claim, b.document, b.claim FROM c a JOIN c b ON {_SAME} AND {_SURE}
        AND a.running AND b.running AND a.said < b.said
        AND (b.high < a.low OR (b.low >= 8 * a.high AND b.said - a.said <= 7))
    QUALIFY row_number() OVER (PARTITION BY b.document, b.claim ORDER BY a.said DESC, a.document, a.claim) <= 5
)
ORDER BY 3, 4, 1 DESC, 2
"""

_PROVENANCE = f"""
SELECT a.document, a.claim, b.document, b.claim FROM c a JOIN c b ON {_SAME} AND {_BEFORE}
    AND a.day BETWEEN b.day - 7 AND b.day + 7 AND a.low <= b.high AND b.low <= a.high
QUALIFY row_number() OVER (PARTITION BY b.document, b.claim ORDER BY a.said DESC, a.document, a.claim) <= 5
ORDER BY 3, 4, 1 DESC, 2
"""


def candidates(what: str, policy: Policy) -> str:
    """The query for pairs (document, claim, document, claim), the earlier claim first, that may be findings.

    A policy that is wider than `two_figure` finds less, so its candidates are among those of `two_figure`.
    """
    columns = Policy.AS_PRINTED if policy is Policy.AS_PRINTED else Policy.TWO_FIGURE
    return _LATEST.format(policy=columns) + (_CONFLICTS if what == CONFLICTS else _PROVENANCE)
