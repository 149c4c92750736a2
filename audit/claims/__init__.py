"""Turns figures into claims: what is counted, of whom, where, as of when, who says so, how firmly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from audit.claims.bulletin import MEASURES, read_bulletin
from audit.claims.find import find_claims
from audit.claims.totals import Attacker, explain
from audit.interval import Interval
from audit.text.dates import as_day
from audit.text.document import Document

__all__ = ["casualties", "find_claims"]


def casualties(
    text: str | Document,
    *,
    convention: str = "airwars",
    published: date | str | None = None,
    attacker: Attacker | str = Attacker.EITHER,
) -> dict[str, Interval]:
    """The totals that the text itself gives, for the event or period that it is about: measure -> people.

    Measures are 'killed', 'injured', 'detained', 'missing' and 'displaced'; those without a count are left out.
    `convention` names the table for vague words (by default that of a casualty recorder), `published` the day on which the
    text came out (a date, or one in ISO 8601), `attacker` whether attackers are among the dead. Each sum is shown by
    `audit.claims.totals.explain`. Of an official bulletin they are the day's own, not those since the beginning.
    """
    document = text if isinstance(text, Document) else Document(text)
    if published is not None:
        document = replace(document, published=as_day(published))
    bulletin = read_bulletin(document)
    if bulletin.is_list:
        of_the_day = {measure: bulletin.of_the_day(measure) for measure in MEASURES}
        return {measure: Interval.of(number) for measure, number in of_the_day.items() if number is not None}
    claims = find_claims(document, convention=convention)
    return {measure: total.value for measure, total in explain(claims, attacker=Attacker(attacker)).items()}
