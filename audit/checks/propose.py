"""From a binding of the account to a proposal that can be judged: its claims as operands, its formula with their words."""

from __future__ import annotations

from audit.account import Binding
from audit.checks.check import Operand, Operation
from audit.checks.proposal import Candidate, Proposal, Slip
from audit.operations import record

__all__ = ["proposal_of"]

_REPEATED = frozenset(("unit_conversion", "currency_conversion"))
"""Operations that give a number again in another unit, whatever its bound."""


def proposal_of(binding: Binding, *, sure: bool) -> Proposal:
    known = record(binding.operation, binding.form)
    operands = tuple(
        Operand(role.mention.claim if role.mention is not None else None, role.name, role.named)
        for role in binding.roles
    )
    reading = Candidate(
        label=known.label,
        operands=operands,
        compute=known.compute,
        expression=known.expression(len(operands)),
        slips=tuple(Slip(slip.name, slip.compute) for slip in known.slips),
        limit=known.limit,
    )
    nominal = binding.operation in _REPEATED
    return Proposal(Operation(binding.operation), binding.claim.claim, (reading,), sure=sure, nominal=nominal)
