"""A binding as data: which figures, by which rule, how likely it is meant, and what its numbers say."""

from __future__ import annotations

from math import isfinite
from typing import Any

from audit import show
from audit.account import Binding
from audit.account.fit import fits, worked
from audit.account.trust import of_grade, table
from audit.account.weights import weighed_as
from audit.checks.check import Check
from audit.figures.figure import Figure
from audit.operations import record
from audit.syntax import Reading

__all__ = ["binding_data", "key_of", "key_of_check", "printed"]


def printed(reading: Reading, figure: Figure) -> dict[str, Any]:
    """Where a figure or a name stands: its words, its offsets, and its sentence, counted from 1; None outside the text."""
    if figure.start < 0:
        return {"text": show.text(figure.text), "start": None, "end": None, "sentence": None}
    sentence = reading.document.sentence_at(figure.start)
    return {
        "text": show.text(figure.text),
        "start": figure.start,
        "end": figure.end,
        "sentence": None if sentence is None else sentence.index + 1,
    }


def binding_data(reading: Reading, binding: Binding, chance: float) -> dict[str, Any]:
    """One relation of the account."""
    known = record(binding.operation, binding.form)
    operands = [{"role": role.name, **printed(reading, role.figure)} for role in binding.roles]
    is_number = not known.discrete and binding.claim.figure.is_quantity
    result = worked(binding) if is_number else None
    return {
        "operation": binding.operation,
        "rule": binding.rule,
        "chance": round(chance, 4),
        "claim": printed(reading, binding.claim.figure),
        "operands": operands,
        "formula": known.expression(len(operands)).format(*(each["text"] for each in operands)),
        "result": result[0] if result is not None and isfinite(result[0]) else None,
        "limit": known.limit,
        "fits": fits(binding),
        "trust": trust_data(binding, chance),
    }


def trust_data(binding: Binding, chance: float) -> dict[str, Any]:
    """How often the bindings of its rule and those of its grade fitted in unmarked news; None where none was seen."""
    seen = {"rule": table().get(binding.rule), "grade": of_grade(weighed_as(binding), chance)}
    return {
        name: None
        if found is None
        else {"bindings": found.bindings, "fitted": found.fitted, "by_chance": found.by_chance}
        for name, found in seen.items()
    }


def key_of(binding: Binding) -> tuple[str, int, frozenset[int]]:
    """What makes two bindings one relation: the operation, the claim and the figures it follows from."""
    return binding.operation, binding.claim.start, frozenset(role.figure.start for role in binding.roles)


def key_of_check(check: Check) -> tuple[str, int, frozenset[int]]:
    """The same of a check."""
    operands = frozenset(operand.figure.start for operand in check.operands)
    return str(check.operation), check.claim.figure.start, operands
