"""Parts stay within their whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import numpy as np

from audit.checks.check import Operation, Verdict
from audit.interval import Interval
from audit.lang import load
from audit.series.finding import Cell, Finding
from audit.series.groups import runs, so_many_rows
from audit.series.names import Name, parse_name
from audit.series.rule import Kind, Rule
from audit.series.slips import slip
from audit.series.table import Table
from audit.series.words import count, number, say
from audit.vocabulary import kept

__all__ = ["check", "infer"]

ASKED = 0.2
"""Share of the rows above the whole up to which columns whose names make one a part of the other are asked about."""
NAMED = 0.9
"""A column named as a part ('killed_women' of 'killed') must stay within its whole at this share of the rows ..."""
GUESSED = 0.98
"""... one whose further word is unknown ('killed_night' of 'killed') at this, and its breaks are put as questions."""
FEW = 3
"""Rows with which a relation can be shown at all ..."""
ENOUGH = 8
"""... and from which on one may be off."""
LONG = 7
"""Of names with more words only wholes are looked for that lack `FURTHER` of them at most."""
FURTHER = 2


def infer(table: Table, rules: list[Rule]) -> Iterator[Rule]:
    """Wholes and their parts, by names."""
    running = {rule.columns[0] for rule in rules if rule.kind is Kind.CUMULATIVE and rule.on}
    counts = [c for c in table.columns if parse_name(c).counts and not parse_name(c).has("population")]
    place = {name: at for at, name in enumerate(counts)}
    pairs = {(whole, part) for part in counts for whole in _wholes(part, _by_words(tuple(counts)))}
    for whole, part in sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])):
        if part == whole or (part in running) != (whole in running):
            continue
        relation = _relation(parse_name(whole), parse_name(part), whole in running)
        if relation is None:
            continue
        known, why = relation
        a, b = table.columns[part].values, table.columns[whole].values
        both = ~np.isnan(a) & ~np.isnan(b)
        rows, above = int(both.sum()), int((a[both] > b[both]).sum())
        if rows < FEW or not a[both].any():
            continue
        on = above <= max(1 if rows >= ENOUGH else 0, (1 - (NAMED if known else GUESSED)) * rows)
        seen = f"{why}; it stays within at {rows - above:,} of {count(rows, 'row')}"
        # where names say so, a slip in few rows is a question and never silence
        asked = not on and known and above <= ASKED * rows
        firm = known and not asked
        yield Rule(Kind.WITHIN, (whole, part), f"{part} stays within {whole}", seen, firm=firm, on=on or asked)


@kept(most=4)
def _by_words(counts: tuple[str, ...]) -> dict[frozenset[str], list[str]]:
    """The columns by the words of their names that say what is counted."""
    found: dict[frozenset[str], list[str]] = {}
    for name in counts:
        found.setdefault(parse_name(name).without("cumulative", "new"), []).append(name)
    return found


def _wholes(part: str, counts: dict[frozenset[str], list[str]]) -> Iterator[str]:
    """The columns whose names say no more than some of the part's words, or a measure that holds the part's."""
    said = parse_name(part)
    words = said.without("cumulative", "new")
    sizes = range(max(0, len(words) - FURTHER), len(words) + 1) if len(words) > LONG else range(len(words) + 1)
    for size in sizes:
        for some in combinations(sorted(words), size):
            yield from counts.get(frozenset(some), ())
    for within in ("within", "within_running"):
        for general, special in load("columns")[within].items():
            if said.measure in special:
                yield from counts.get(words - {str(said.measure)} | {general}, ())
                if within == "within" and general == "aboard" and words == {str(said.measure)}:
                    yield from (
                        name for names in counts.values() for name in names if parse_name(name).measure == general
                    )


def _relation(whole: Name, part: Name, running: bool) -> tuple[bool, str] | None:
    """Whether `part` counts some of what `whole` counts, by their names; and whether the words for it are known."""
    words = load("columns")
    if whole.has("low", "best", "high") or part.has("low", "best", "high") or whole.has("new") != part.has("new"):
        return None
    one, other = whole.without("cumulative", "new"), part.without("cumulative", "new")
    if whole.measure == "aboard" and part.measure in words["within"]["aboard"]:
        # whoever died on the ground, or beside, was not aboard
        return (True, "who was aboard is all that could be harmed") if other == {str(part.measure)} else None
    for within in ("within", *(("within_running",) if running else ())):
        for general, special in words[within].items():
            if whole.measure == general and part.measure in special and one - {general} == other - {str(part.measure)}:
                return True, f"{general} include {part.measure} by definition"
    if one == other and whole.has("whole") and not part.has("whole", "cumulative") and not whole.has("cumulative"):
        return True, "its name says that it is a total of the same"
    if not one < other or not one or (whole.measure is None and not whole.has("part")):
        return None
    extra = other - one
    if any(word.isdigit() for word in extra):
        return None
    named = frozenset(words["part"]["words"]) - frozenset(words["part"]["other_unit"])
    if extra & (
        frozenset(words["variant"]["words"]) | frozenset(words["part"]["other_unit"]) | frozenset(words["measures"])
    ):
        return None
    return extra <= named, f"its name says {' '.join(sorted(extra))} of the same"


def check(table: Table, rule: Rule) -> Iterator[Finding]:
    """The rows at which a part is above its whole, rows in a row told once; or that it never is."""
    whole, part = rule.columns
    a, b = table.columns[part].values, table.columns[whole].values
    above = np.flatnonzero(a > b)
    for first, last in runs(above, table.key):
        worst = above[first + int(np.argmax((a - b)[above[first : last + 1]]))]
        cell, total = Cell(table, part, int(worst)), Cell(table, whole, int(worst))
        more = so_many_rows(table, int(above[first]), int(above[last]))
        yield Finding(
            Operation.PARTS,
            Verdict.INCONSISTENT if rule.firm else Verdict.UNVERIFIABLE,
            cell,
            f"at most {whole}",
            f"{cell.where} is {cell.text}, above {whole} with {total.text}: "
            f"a part larger than its whole by {say(cell.value - total.value)}",
            (("whole", total),),
            f"at most {total.text}",
            Interval.below(number(total.value), floor=min(Fraction(0), number(total.value))),
            (Interval.above(number(cell.value)),),
            more,
            () if rule.firm else (f"whether {part} counts a part of {whole}",),
            slip(cell.value, total.value),
            cell.value - total.value,
        )
    if not len(above):
        both = np.flatnonzero(~np.isnan(a) & ~np.isnan(b))
        last_cell = Cell(table, part, int(both[-1]))
        yield Finding(
            Operation.PARTS, Verdict.CONSISTENT, last_cell, rule.says, f"{rule.says} at all {count(len(both), 'row')}"
        )
