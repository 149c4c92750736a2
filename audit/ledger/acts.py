"""Which act two counts are of where no measure says so, or where two measures say it of one noun ('lost eight soldiers').

Two documents tell one count in other words: 'forced 12,000 families from their homes', '7,500 families have fled'. An act of
`acts.toml` that has the name of a measure joins the claims of that measure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from audit.claims.claim import Claim
from audit.figures.figure import Figure, Kind
from audit.lang import load
from audit.ledger.names import people_key, singular
from audit.syntax.nouns import nouns
from audit.text.words import alternatives
from audit.vocabulary import kept

__all__ = ["Act", "act_of", "fixed", "head_of", "kind_of", "whole"]

_REACH = 90
"""Characters to either side of a counted phrase in which the words of its act stand."""
_GAP = r"(?:\s(?:[\w’'-]+)){0,3}?\s"
"""Words between the act and the counted."""
_MONEY, _SHARE, _AREA, _BARE = "money", "share", "area", "bare"


class Act(NamedTuple):
    name: str
    who: str
    """The noun that is counted, where it stands apart from its number ('the number of refugees has reached 44,700')."""


class _Pattern(NamedTuple):
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


def act_of(claim: Claim) -> Act | None:
    """The act that the words around a figure tell; None where they tell none of those that are known."""
    if not claim.measures or _is_area(claim.figure):
        return _told_of(claim)
    # hostages are people who were kidnapped, until somebody let them go
    return (_told_of(claim) if _by_noun(claim) else None) or _joined(claim)


def _by_noun(claim: Claim) -> bool:
    """Whether the counted noun alone says what is measured, and people can come to be what another act makes of them."""
    cue, figure = claim.measure_cue, claim.figure
    if not set(claim.measures) <= set(load("acts")["passing"]["measures"]):
        return False
    return cue is not None and cue.start >= figure.end and singular(cue.text.lower()) == head_of(figure)


def _told_of(claim: Claim) -> Act | None:
    text, figure = claim.document.text, claim.figure
    sentence = claim.sentence
    if sentence is None:
        return None
    end = figure.phrase.end if figure.phrase is not None and figure.phrase.start >= figure.start else figure.end
    front = text[max(sentence.start, figure.start - _REACH) : figure.start]
    noun = head_of(figure)
    if not noun and figure.kind is Kind.COUNT and (spoken := _spoken(text[sentence.start : figure.start])):
        return spoken
    behind = text[max(end, figure.end) : min(sentence.end, max(end, figure.end) + _REACH)]
    behind = _clause(behind)
    front = front[max((match.end() - 1 for match in _before().finditer(front)), default=0) :]
    kinds = _kinds(figure, noun)
    for name, wanted, patterns in _acts():
        if kinds & wanted and any(_told(pattern, front, behind) for pattern in patterns):
            return Act(name, noun)
    return None


def whole(what: str) -> frozenset[str]:
    """Nouns that are all of those whom the act counts."""
    return frozenset(load("acts").get(what, {}).get("whole", ()))


def fixed(what: str) -> bool:
    """Whether a count of the act is closed with the event."""
    return what in _closed()


def head_of(figure: Figure) -> str:
    """The noun that is counted, in the singular; of 'measles cases' the cases."""
    if figure.phrase is not None and (last := figure.phrase.text.split()[-1:]) and last[0].lower() in _cases():
        return singular(last[0].lower())
    return singular((figure.noun or "").rpartition(" ")[2].lower())


def kind_of(noun: str) -> frozenset[str]:
    """The noun, the one it is taken for, and the kind of thing that it names."""
    same = people_key(noun) or {noun}
    kind = nouns().kind_of
    found = {noun, *same, *(kind[one] for one in (noun, *same) if one in kind)}
    if same & set(load("aliases")["populations"]["bystanders"]["words"]) or same & _people():
        found.add("person")
    return frozenset(found)


def _told(pattern: _Pattern, front: str, behind: str) -> bool:
    if pattern.before is not None and not pattern.before.search(front):
        return False
    return pattern.after is None or pattern.after.match(behind) is not None


def _clause(behind: str) -> str:
    """The words behind a count up to the end of its clause; 'who' and 'that' lead to what the counted did."""
    match = _behind().search(behind)
    return behind[: match.start()] if match else behind


def _joined(claim: Claim) -> Act | None:
    """The act that a measure is of this noun: 'recovered 11 survivors' is of those who were rescued."""
    if len(claim.measures) != 1:
        return None
    noun = head_of(claim.figure)
    own = kind_of(noun) if noun else frozenset()
    for name, table in load("acts").items():
        if claim.measures[0] in table.get("joins", ()):
            if (nouns_of := table.get("joined")) and not own & set(nouns_of):
                continue
            cue = claim.measure_cue.text.lower() if claim.measure_cue else ""
            if "cues" in table and cue not in table["cues"]:
                continue
            return Act(name, noun)
    return None


def _spoken(front: str) -> Act | None:
    match = _speaking().search(front)
    if match is None:
        return None
    noun = match["noun"].lower()
    return Act(load("acts")["spoken"]["nouns"][noun], noun)


def _kinds(figure: Figure, noun: str) -> frozenset[str]:
    if figure.kind is Kind.MONEY:
        return frozenset({_MONEY})
    if figure.kind is Kind.PERCENT:
        return frozenset({_SHARE})
    if _is_area(figure):
        return frozenset({_AREA})
    return (kind_of(noun) if noun else frozenset({_BARE})) if figure.kind is Kind.COUNT else frozenset()


def _is_area(figure: Figure) -> bool:
    return figure.kind is Kind.MEASURE and figure.per is None and figure.unit in load("ledger")["units"]["area"]


@kept
def _cases() -> frozenset[str]:
    return frozenset(f"{noun}s" for noun in load("acts")["infected"]["nouns"])


@kept
def _people() -> frozenset[str]:
    same = load("aliases")["populations"]["same"]
    return frozenset(name for name in same if name not in load("aliases")["populations"]["things"]["words"])


@kept
def _closed() -> frozenset[str]:
    return frozenset(name for name, table in load("acts").items() if table.get("fixed"))


@kept
def _acts() -> tuple[tuple[str, frozenset[str], tuple[_Pattern, ...]], ...]:
    tables = load("acts")
    return tuple(
        (name, frozenset(told["nouns"]), tuple(_pattern(phrase) for phrase in told["phrases"]))
        for name, table in tables.items()
        for told in (table, *(more for more in table.values() if isinstance(more, dict)))
        if "phrases" in told
    )


def _pattern(phrase: str) -> _Pattern:
    before, after = (part.strip() for part in phrase.split("#"))
    gap = r"\s(?:[^\s]+\s)*" if before.endswith("~") else _GAP
    before = before.rstrip("~")
    return _Pattern(
        re.compile(rf"\b{re.escape(before)}{gap}$", re.IGNORECASE) if before else None,
        re.compile(rf"(?:\s[\w’'-]+){{0,6}}?\s{re.escape(after)}\b", re.IGNORECASE) if after else None,
    )


@kept
def _behind() -> re.Pattern[str]:
    """What ends the clause of a count behind it."""
    numbers = "|".join(load("numerals")["cardinals"])
    return re.compile(rf"[.;:!?—\n]|,(?!\d)|\s(?:{'|'.join(load('acts')['breaks']['words'])})\s(?!\d|(?:{numbers})\b)")


@kept
def _before() -> re.Pattern[str]:
    """What begins the clause of a count before it."""
    words = load("acts")["breaks"]
    return re.compile(rf"[.;:!?—\n]|,(?!\d)|\s(?:{'|'.join((*words['words'], *words['leading']))})\s")


@kept
def _speaking() -> re.Pattern[str]:
    table = load("acts")["spoken"]
    whom = "|".join(map(re.escape, table["nouns"]))
    verbs, of, bounds = (alternatives(table[name]) for name in ("verbs", "of", "bounds"))
    of = of.replace(r"\ ", r"\s")
    return re.compile(
        rf"\bthe\s(?:(?:{of})\s(?:[a-z-]+\s){{0,2}}?)?(?P<noun>{whom})\b[^.;:]*?\b(?:{verbs})\s(?:(?:{bounds})\s)?$",
        re.IGNORECASE,
    )
