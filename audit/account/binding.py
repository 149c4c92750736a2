"""The noun `Binding`: a claim, and the mentions from which a rule of the account says that it follows. Not yet worked out.

A generator proposes bindings freely, over the whole document, and describes each by features of its words; it never looks at
whether the numbers fit. Fitted weights (`audit.account.weights`) say how likely a binding is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from audit.figures.figure import Figure
from audit.figures.floats import nominal, reach
from audit.syntax import Mention, Reading

__all__ = ["Binding", "Generator", "Role"]


@dataclass(slots=True, eq=False)
class Role:
    """What fills a role: a mention, or something named that is no figure (a person of a list, a weekday, a day)."""

    name: str
    mention: Mention | None = None
    named: Figure | None = None

    @property
    def figure(self) -> Figure:
        found = self.named if self.mention is None else self.mention.claim.figure
        assert found is not None
        return found

    @property
    def nominal(self) -> float:
        return nominal(self.figure) if self.mention is None else self.mention.nominal

    @property
    def reach(self) -> float:
        """How far from its nominal value it may stand, by the rounding policy."""
        return reach(self.figure) if self.mention is None else self.mention.reach


@dataclass(slots=True, eq=False)
class Binding:
    """One way in which a figure of the text follows from others."""

    operation: str
    """The stable name of an operation ('subset', 'sum'): its record says how the roles are worked out."""
    rule: str
    """The relation of meaning that joins them ('part.of_them'); its trust is measured and printed."""
    claim: Mention
    roles: tuple[Role, ...]
    features: tuple[str, ...]
    """What the words say of it, without its arithmetic; the rule itself is one of them."""
    form: str = ""
    """Which of the operation's formulas is meant, where it has several ('rise', 'fall')."""
    chance: float = 0.0
    """How often figures that have nothing to do with each other would fit so; 0 where the operation tells."""
    sought: bool = False
    """Whether it was looked for by its value: its fit then says nothing about how likely such bindings are."""
    worked: tuple[tuple[float, float] | None] | None = field(default=None, init=False)
    """What `audit.account.fit` has worked out, once it was asked."""

    @property
    def mentions(self) -> list[Mention]:
        """Its claim and those of its operands that are figures of the text."""
        return [self.claim, *(role.mention for role in self.roles if role.mention is not None)]


Generator: TypeAlias = Callable[[Reading], Iterator[Binding]]
