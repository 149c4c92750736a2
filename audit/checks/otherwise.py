"""Words that ask for another operation than the one whose numbers happen to fit: 'a saving of 37.5%' is no share."""

from __future__ import annotations

from audit.account import Binding
from audit.syntax import Mention, Reading
from audit.syntax.directions import direction

__all__ = ["is_said_otherwise"]

_SHARES = frozenset(("percent_of", "fraction_of", "product"))
_LEVEL = frozenset(("to", "at", "from"))
"""What leads in where something went to, and not by how much: 'rose to 45%'."""
_NEAR = 2
_BY = "by"


def is_said_otherwise(text: Reading, binding: Binding) -> bool:
    """Whether a share is told as a change, a change in percent as points, or a growth as a total."""
    claim = binding.claim
    if binding.operation in _SHARES:
        shares = [m for m in binding.mentions if m.type in ("percent", "fraction")]
        return any(_is_change(text, share) for share in shares)
    if binding.operation == "difference":
        return claim.type == "percent" and _is_change(text, claim)
    return binding.operation == "sum" and text.places[claim.number].governor == _BY and _is_change(text, claim)


def _is_change(text: Reading, mention: Mention) -> bool:
    if mention.number < 0 or text.places[mention.number].governor in _LEVEL:
        return False
    way = direction(text, mention)
    return way is not None and way.apart <= (0 if way.side == "behind" else _NEAR)
