"""The account of a document as data: its quantities, each with all places that tell it, and the relations of its figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.account import Binding, bindings
from audit.account.fit import fits
from audit.account.weights import chance_as_printed
from audit.checks.check import AGREEING, Check, Operation
from audit.explain.relations import binding_data, key_of, key_of_check, printed
from audit.result import Part
from audit.syntax import Mention, Reading, read

__all__ = ["LEAST", "account_data"]

LEAST = 0.1
"""Relations less likely than this are left out, unless a check was made of them."""


def account_data(part: Part) -> dict[str, Any]:
    """The quantities and the relations of one document, with what was left out."""
    reading = read(part.document, part.claims)
    likeliest: dict[tuple[str, int, frozenset[int]], tuple[Binding, float]] = {}
    for binding, said in bindings(reading):
        key, chance = key_of(binding), chance_as_printed(binding, said, fitting=fits(binding))
        if key not in likeliest or chance > likeliest[key][1]:
            likeliest[key] = binding, chance
    checks = {key_of_check(check): check for check in part.checks}
    shown = {key: found for key, found in likeliest.items() if found[1] >= LEAST or key in checks}
    relations = [
        {**binding_data(reading, *found), "verdict": str(checks[key].verdict) if key in checks else None}
        for key, found in sorted(shown.items(), key=lambda item: (item[0][1], -item[1][1], sorted(item[0][2])))
    ]
    return {
        "document": part.document.name,
        "figures": sum(mention.type != "implied" for mention in reading.mentions),
        "quantities": [_quantity(reading, told) for told in _quantities(reading, part.checks)],
        "relations": relations,
        "least": LEAST,
        "left_out": len(likeliest) - len(shown),
    }


def _quantities(reading: Reading, checks: tuple[Check, ...]) -> Iterator[list[Mention]]:
    """The printed figures, those together that a check found to be one quantity told again."""
    first: dict[int, int] = {}

    def root(start: int) -> int:
        while start in first:
            start = first[start]
        return start

    for check in checks:
        if check.operation is Operation.RESTATEMENT and check.verdict in AGREEING:
            one, other = sorted((root(check.claim.figure.start), root(check.operands[0].figure.start)))
            if one != other:
                first[other] = one
    told: dict[int, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.type != "implied":
            told.setdefault(root(mention.start), []).append(mention)
    yield from told.values()


def _quantity(reading: Reading, told: list[Mention]) -> dict[str, Any]:
    main = next((mention for mention in told if mention.head), told[0])
    return {
        "kind": main.type,
        "of": " ".join((*sorted(main.modifiers), main.head)).strip(),
        "told": [printed(reading, mention.figure) for mention in told],
    }
