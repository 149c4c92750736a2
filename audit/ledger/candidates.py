"""Which claims of a ledger are worth holding against each other: a query that leaves the judging to the rules."""

from __future__ import annotations

from collections.abc import Mapping

from audit.figures.rounding import Policy
from audit.lang import load
from audit.ledger.whom import among
from audit.vocabulary import kept

__all__ = ["CONFLICTS", "PROVENANCE", "candidates"]

CONFLICTS = "conflicts"
PROVENANCE = "provenance"

_CLAIMS = """
WITH latest AS (
    SELECT document, published FROM documents
    WHERE document NOT IN (SELECT follows FROM documents WHERE follows IS NOT NULL)
), comparable AS MATERIALIZED (
    SELECT document, claim, what, unit, people, place_key, day, running, relation, published, anchors, located, scenes,
        events, sites, {policy}_low AS low, {policy}_high AS high
    FROM claims JOIN latest USING (document) WHERE what IS NOT NULL
), happened AS MATERIALIZED (
    SELECT events AS list, {events} AS events, {related} AS related FROM (SELECT DISTINCT events FROM comparable)
), hit AS MATERIALIZED (
    SELECT sites AS list, {sites} AS sites FROM (SELECT DISTINCT sites FROM comparable)
), who AS MATERIALIZED (
    SELECT people AS list, array_to_string(people, '|') AS people, {there} AS part, {nearly_all} AS most
    FROM (SELECT DISTINCT people FROM comparable)
), c AS MATERIALIZED (
    SELECT document, claim, what, coalesce(unit, '') AS unit, who.people, place_key, day,
        part, most, running AND list_has_all([{kept_up}], string_split(what, '+')) AS running,
        coalesce(relation, '') IN ('addition', 'subset') AS apart,
        coalesce(published, day) AS said,
        low, high, anchors, located, scenes, happened.events, related, hit.sites
    FROM comparable JOIN happened ON comparable.events = happened.list JOIN hit ON comparable.sites = hit.list
        JOIN who ON comparable.people = who.list
), places AS MATERIALIZED (
    SELECT c.* EXCLUDE (anchors, located, scenes), place_key AS place, true AS own FROM c WHERE place_key IS NOT NULL
    UNION ALL
    SELECT c.* EXCLUDE (anchors, located, scenes), unnest(anchors) AS place,
        list_contains(located, place) OR what IN ({of_parties}) AS own
    FROM c WHERE place_key IS NULL
    UNION ALL
    SELECT c.* EXCLUDE (anchors, located, scenes), unnest(located) AS place, false AS own
    FROM c WHERE place_key IS NOT NULL AND len(located) > 1
), own AS MATERIALIZED (SELECT * FROM places WHERE own)
"""
"""`running` are the totals that cannot fall: no others are held against later ones (`audit.ledger.trends`). Classes and
people are worked out once for each of the few lists that there are.

`places` has a row for each place that a claim can be of: its own, else every name in its sentence and lead, where `own`
says which of these stand as a place does. Two claims can be of one place if they share one that is own to either."""

_SAME = """a.place = b.place AND a.what = b.what AND a.unit = b.unit AND a.document <> b.document
    AND (a.related & b.events <> 0 OR a.events = 0 OR b.events = 0)
    AND (a.sites & b.sites <> 0 OR a.sites = 0 OR b.sites = 0)"""

_SURE = """NOT a.apart AND NOT b.apart AND (a.people = b.people
    OR (b.people = '' AND a.part AND (a.low > b.high OR a.most))
    OR (a.people = '' AND b.part AND (b.low > a.high OR b.most)))"""
"""What no contradiction can do without: see `audit.ledger.align`."""

_BEFORE = "(a.said, a.document) < (b.said, b.document)"

_NEAREST = "row_number() OVER (PARTITION BY b_document, b_claim ORDER BY said DESC, a_document, a_claim) <= 5"

_CONTRADICTING = f"{_SAME} AND {_SURE} AND a.day = b.day AND {_BEFORE} AND (a.high < b.low OR b.high < a.low)"

_RUNNING = f"""{_SAME} AND {_SURE} AND a.running AND b.running AND (a.said, a.day) < (b.said, b.day)
    AND (b.high < a.low OR (b.low >= 8 * a.high AND b.said - a.said <= 7))"""

_MET = f"{_SAME} AND {_BEFORE} AND a.day BETWEEN b.day - 7 AND b.day + 7 AND a.low <= b.high AND b.low <= a.high"


def _joined(condition: str) -> str:
    """Pairs that meet the condition, whichever of the two has the place as its own."""
    columns = "a.document AS a_document, a.claim AS a_claim, b.document AS b_document, b.claim AS b_claim, a.said"
    return f"""(SELECT {columns} FROM own a JOIN places b ON {condition}
        UNION SELECT {columns} FROM places a JOIN own b ON {condition})"""


_PAIR = "a_document, a_claim, b_document, b_claim"
_ORDER = "ORDER BY b_document, b_claim, a_document DESC, a_claim"

_ONE_SCENE = f"""
SELECT {_PAIR} FROM found
JOIN c a ON a.document = a_document AND a.claim = a_claim JOIN c b ON b.document = b_document AND b.claim = b_claim
WHERE list_has_all(b.anchors, a.scenes) OR list_has_all(a.anchors, b.scenes)
    OR list_has_any(string_split(a.people || '|' || b.people, '|'), list_intersect(a.anchors, b.anchors))
{_ORDER}
"""
"""Of the pairs those that may play in one place, or count people of one named group: see `audit.ledger.align`."""

_CONFLICTS = f""", found AS (
    SELECT {_PAIR} FROM {_joined(_CONTRADICTING)}
    UNION (SELECT {_PAIR} FROM {_joined(_RUNNING)} QUALIFY {_NEAREST})
) {_ONE_SCENE}"""

_PROVENANCE = f", found AS (SELECT {_PAIR} FROM {_joined(_MET)} QUALIFY {_NEAREST}) {_ONE_SCENE}"


def candidates(what: str, policy: Policy) -> str:
    """The query for pairs (document, claim, document, claim), the earlier claim first, that may be findings.

    A policy that is wider than `two_figure` finds less, so its candidates are among those of `two_figure`.
    """
    columns = Policy.AS_PRINTED if policy is Policy.AS_PRINTED else Policy.TWO_FIGURE
    return _CLAIMS.format(policy=columns, **_classes()) + (_CONFLICTS if what == CONFLICTS else _PROVENANCE)


@kept
def _classes() -> dict[str, str]:
    """Lists of classes as one number, a bit for each, so that a join can compare them quickly: what happened, that with all
    that one event can be called by turns, and where or to what."""
    words = load("events")
    there = ", ".join(f"'{word}'" for word in sorted(among()))
    most = ", ".join(f"'{word}'" for word in sorted(load("aliases")["populations"]["nearly_all"]))
    events = {name: 1 << place for place, name in enumerate(sorted(words["classes"]))}
    sites = {name: 1 << place for place, name in enumerate(sorted(words["sites"]))}
    related = dict(events)
    for one, other in words["related"]["together"]:
        related[one] |= events[other]
        related[other] |= events[one]
    return {
        "events": _bits("events", events),
        "related": _bits("events", related),
        "sites": _bits("sites", sites),
        "of_parties": ", ".join(f"'{what}'" for what in words["measures"]["of_parties"]),
        "kept_up": ", ".join(f"'{what}'" for what in load("ledger")["never_fall"]),
        "nearly_all": f"list_has_any([{most}], people)",
        "there": f"len(people) > 0 AND list_has_all([{there}], people)",
    }


def _bits(column: str, bits: Mapping[str, int]) -> str:
    """The bits of all classes in a column of lists, in SQL; a class that the vocabulary has no longer counts for none."""
    return " | ".join(
        f"(CASE WHEN list_contains({column}, '{name}') THEN {bit} ELSE 0 END)" for name, bit in bits.items()
    )
