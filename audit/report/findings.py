"""One check in words: title, quotes, who says so, working, what would make it fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from audit import show
from audit.checks.check import AGREEING, Check, Implied, Operand, Reading, Verdict
from audit.checks.working import one_line
from audit.claims.claim import Claim, Confidence
from audit.figures.figure import Figure, Kind
from audit.figures.rounding import Policy, stands_for
from audit.report import model
from audit.report.chart import needed_of, panels, stated, what_of, whole
from audit.report.entries import Index, Stretch, cut, index_of, passed_on, place_of_words, where
from audit.report.groups import LOOK, is_between
from audit.report.weekday import UNIT as WEEKDAY
from audit.report.weekday import weekday_title
from audit.report.words import operation, said_by, say, shown, verdict_words
from audit.result import Part
from audit.strings import strings

__all__ = ["alone", "finding_of"]

_SMALL = 0.01
"""A chance below which a report says no more than that it is below."""


def finding_of(
    key: str, number: int, check: Check, indexes: Mapping[int, Index], policy: Policy, group: str = ""
) -> model.Finding:
    """The check in words. `indexes` are those of the documents at hand, by the document's `id`."""
    words = verdict_words(check.verdict)
    if group == LOOK or (not group and check.verdict is Verdict.UNVERIFIABLE and check.odds is not None):
        words = words | strings("report")[LOOK] | {"group": LOOK}
    claim, title = check.claim, _title(check, words)
    told = bool(check.working) and title.endswith(shown(check.working))
    return model.Finding(
        key=key,
        number=number,
        document=shown(claim.document.name),
        verdict=str(check.verdict),
        label=words["label"],
        sign=words["sign"],
        group=words["group"],
        operation=operation(check.operation),
        title=title,
        source=_said(check),
        quotes=_quotes(check, indexes),
        working=shown(check.working),
        told="" if told or check.working == one_line(check.claim.figure, check.readings) else shown(check.working),
        readings=tuple(_reading(reading, check) for reading in check.readings),
        implied=tuple(_implied(implied) for implied in sorted(check.implied, key=lambda implied: abs(implied.slack))),
        statements=_statements(check, indexes, policy),
        lines=tuple(_lines(check)),
        panels=panels(check, policy, beside=is_between(check)),
        check=check,
    )


def _said(check: Check) -> str:
    """Who says it; of two statements beside each other both."""
    claims = check.claims if is_between(check) else (check.claim,)
    return "; ".join(dict.fromkeys(said_by(claim) for claim in claims))


def alone(check: Check, policy: Policy = Policy.TWO_FIGURE) -> model.Finding:
    """The finding of a check without its audit: its own claims are all that is marked."""
    used = check.claims
    documents = {id(claim.document): claim.document for claim in used}
    indexes = {
        name: index_of(
            f"d{number}", Part(document, (), tuple(c for c in used if c.document is document)), [("", check)]
        )
        for number, (name, document) in enumerate(documents.items(), start=1)
    }
    return finding_of("", 1, check, indexes, policy)


def _title(check: Check, words: Mapping[str, str]) -> str:
    said = weekday_title(check, words["group"])
    if said is not None:
        return said
    text = f"“{shown(check.claim.figure.text)}”"
    if check.claim.locator:
        text = f"{text} ({shown(check.claim.locator)})"
    if is_between(check) and check.operands and check.verdict is Verdict.INCONSISTENT:
        return say(
            "sentences",
            "apart",
            text=text + _outlet(check, 0),
            other=f"“{shown(check.operands[0].text)}”" + _outlet(check, 1),
        )
    unit = check.claim.figure.unit
    results = dict.fromkeys(
        show.interval(whole(reading.as_printed, check.claim.figure), unit) for reading in check.readings
    )
    template = words["title"]
    if check.claim.locator and not results and check.working and check.verdict in AGREEING:
        # of a whole column: its last cell, which bears the finding, is not what it is about
        named = operation(check.operation)
        return say("sentences", "whole", operation=named[:1].upper() + named[1:], working=shown(check.working))
    if (not results and "{recomputed}" in template) or (not check.missing and "{missing}" in template):
        return words["bare"].format(text=text) if "bare" in words else f"{text} {words['label']}"
    return template.format(text=text, recomputed=" or ".join(results), missing=shown(" and ".join(check.missing)))


def _outlet(check: Check, side: int) -> str:
    """The outlet of one of two statements, where both have one and not the same."""
    outlets = [claim.document.publisher for claim in check.claims[:2]]
    return f" ({shown(outlets[side] or '')})" if all(outlets) and len(set(outlets)) > 1 else ""


def _quotes(check: Check, indexes: Mapping[int, Index]) -> tuple[model.Quote, ...]:
    """The sentence of the claim, then those of its operands; of the cells of a table the claim's alone."""
    roles: dict[tuple[int, int], dict[Figure, str]] = {}
    first: dict[tuple[int, int], Claim] = {}
    own, *operands = check.claims
    for claim in (own, *(operand for operand in operands if not operand.locator)):
        place = (id(claim.document), claim.sentence.index if claim.sentence and not claim.locator else -1 - claim.index)
        first.setdefault(place, claim)
        role = "claim" if claim is check.claim and not is_between(check) else "operand"
        roles.setdefault(place, {}).setdefault(claim.figure, role)
    words = _words(check)
    index = indexes.get(id(own.document))
    quotes = [
        _quote(claim, roles[place], indexes.get(place[0]), words.pop(place, ())) for place, claim in first.items()
    ]
    if is_between(check):
        quotes = [replace(quote, where=passed_on(claim)) for quote, claim in zip(quotes, first.values(), strict=True)]
    if index is not None:
        quotes += [_quote_of_words(index, number, spans) for (_, number), spans in words.items()]
    return tuple(quotes)


def _words(check: Check) -> dict[tuple[int, int], tuple[Stretch, ...]]:
    """The stretches of the operands that are no claims, by the document's `id` and the number of their sentence."""
    document = check.claim.document
    found: dict[tuple[int, int], tuple[Stretch, ...]] = {}
    for operand in _figureless(check):
        start, end = operand.start, operand.end
        sentence = None if start is None or end is None else document.sentence_at(start)
        if sentence is not None and start is not None and end is not None:
            place = (id(document), sentence.index)
            found[place] = (*found.get(place, ()), (start, end, "operand"))
    return found


def _figureless(check: Check) -> tuple[Operand, ...]:
    """The operands that are no claims, each place once."""
    operands = (operand for reading in check.readings for operand in reading.operands)
    return tuple({(operand.start, operand.text): operand for operand in operands if operand.claim is None}.values())


def _quote_of_words(index: Index, number: int, spans: Sequence[Stretch]) -> model.Quote:
    document = index.part.document
    sentence = document.sentences[number]
    pieces = cut(index, sentence.start, sentence.end, {}, spans)
    return model.Quote(place_of_words(document, sentence.start), "", pieces)


def _quote(
    claim: Claim, roles: Mapping[Figure, str], index: Index | None, spans: Sequence[Stretch] = ()
) -> model.Quote:
    figure = claim.figure
    pieces: model.Paragraph = (model.Piece(shown(figure.text), role=roles[figure]),)
    if claim.sentence is not None and index is not None and claim.locator is None:
        pieces = cut(index, claim.sentence.start, claim.sentence.end, roles, spans)
    elif claim.sentence is not None and claim.locator is None:
        text, sentence = claim.document.text, claim.sentence
        around = (text[sentence.start : figure.start], figure.text, text[figure.end : sentence.end])
        marked = zip(around, ("", roles[figure], ""), strict=True)
        pieces = tuple(model.Piece(shown(words), role=role) for words, role in marked if words)
    return model.Quote(where(claim), index.key_of(figure) if index else "", pieces)


def _reading(reading: Reading, check: Check) -> model.Reading:
    unit = check.claim.figure.unit
    printed, allowed = (whole(value, check.claim.figure) for value in (reading.as_printed, reading.recomputed))
    result, rounded = show.interval(printed, unit), show.interval(allowed, unit)
    formula = shown(reading.formula)
    used = [operand.figure for operand in reading.operands]
    if used and all(figure.kind is Kind.FRACTION and figure.words is not None for figure in used):
        result = rounded = formula  # 'all of its troops' beside other words: no number to show
    words = verdict_words(reading.verdict)
    # a reading may not look like a finding where the check as a whole is none
    borne = words["group"] == verdict_words(check.verdict)["group"]
    return model.Reading(
        shown(reading.label),
        formula if formula != result else "",
        result,
        rounded if rounded != result else "",
        words["label" if borne else "would"],
        words["sign"] if borne else "",
    )


def _implied(implied: Implied) -> str:
    unit = implied.operand.figure.unit
    values = {"what": what_of(implied), "needed": show.interval(needed_of(implied), unit)}
    was = show.interval(stated(implied), unit)
    if not implied.slack:
        return say("sentences", "implied_same", **values, stated=was)
    key = "implied" if implied.together else "implied_one"
    return say("sentences", key, **values, stated=was, **_change(implied))


def _change(implied: Implied) -> dict[str, str]:
    """By how much an operand would have to change: the amount where both values have ends, and the percentage."""
    before, unit = stated(implied), implied.operand.figure.unit
    if not (before.is_point and implied.value.is_finite) or unit in show.DAYS:
        return {"change": show.change(implied.slack), "percent": ""}
    needed = needed_of(implied)
    apart = needed - before if implied.slack > 0 else before - needed
    percent = show.number(abs(implied.slack) * 100) + "%"
    way = "implied_more" if implied.slack > 0 else "implied_less"
    share = "implied_percent" if implied.value.is_point else "implied_percent_range"
    amount = show.difference(apart, unit)
    return {
        "change": say("sentences", way, amount=amount),
        "percent": say("sentences", share, percent=percent),
    }


def _statements(check: Check, indexes: Mapping[int, Index], policy: Policy) -> tuple[model.Statement, ...]:
    """The claim, then each operand once, with what it stands for and who says so."""
    used = [(_own_role(check), check.claim)]
    operands = [operand for reading in check.readings for operand in reading.operands]
    # of two sources that differ neither is the other one
    equal = is_between(check) and not any(operand.role != "other" for operand in operands)
    one = say("labels", "one")
    used += [(one if equal else operand.role, operand.claim) for operand in operands if operand.claim is not None]
    found: dict[tuple[int, int], model.Statement] = {}
    for role, claim in used:
        if (id(claim.document), claim.index) in found:
            continue
        index = indexes.get(id(claim.document))
        entry = index.key_of(claim.figure) if index else ""
        found[id(claim.document), claim.index] = model.Statement(
            shown(", ".join(part for part in (role.replace("_", " "), claim.locator) if part)),
            shown(claim.figure.text),
            _stands_for(claim.figure, policy),
            said_by(claim),
            where(claim),
            entry,
        )
    return (*found.values(), *(_statement_of_words(check, operand) for operand in _figureless(check)))


def _own_role(check: Check) -> str:
    if not is_between(check):
        return say("labels", "claim")
    earlier = any(operand.role == "earlier" for operand in check.operands)
    return say("labels", "later" if earlier else "one")


def _statement_of_words(check: Check, operand: Operand) -> model.Statement:
    """A name that is counted, a day: what is no figure stands for nothing but itself."""
    place = "" if operand.start is None else place_of_words(check.claim.document, operand.start)
    return model.Statement(shown(operand.role.replace("_", " ")), shown(operand.text), "", "", place, "")


def _stands_for(figure: Figure, policy: Policy) -> str:
    if figure.is_quantity or figure.unit in show.DAYS:
        return show.interval(stands_for(figure, policy), figure.unit)
    return shown(show.figure(figure))


def _lines(check: Check) -> list[model.Line]:
    found = []
    odds = check.odds
    if odds is not None and check.verdict is Verdict.UNVERIFIABLE:
        percent = show.number(Fraction(round(odds * 100))) + "%"
        told = say("sentences", "odds", percent=percent) if odds >= _SMALL else say("sentences", "odds_small")
        found.append(model.Line(say("labels", "odds"), told))
    if check.gap is not None and check.claim.figure.unit != WEEKDAY:  # the title has both days
        found.append(model.Line(say("labels", "gap"), show.difference(check.gap, check.claim.figure.unit)))
    if check.diagnosis is not None:
        found.append(model.Line(say("labels", "slip"), shown(check.diagnosis.explanation)))
    if check.missing:
        found.append(model.Line(say("labels", "missing"), shown("; ".join(check.missing))))
    if check.note:
        found.append(model.Line(say("labels", "note"), shown(check.note)))
    if check.confidence is Confidence.LOW:
        found.append(model.Line(say("labels", "confidence"), say("sentences", "low_confidence")))
    if len(set(check.under.values())) > 1:
        key = "would" if check.verdict is Verdict.UNVERIFIABLE else "label"
        verdicts = [
            f"{say('policies', policy)}: {verdict_words(verdict)[key]}" for policy, verdict in check.under.items()
        ]
        found.append(model.Line(say("labels", "under"), "; ".join(verdicts)))
    return found
