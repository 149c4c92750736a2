"""Units that stand apart from their number: behind a modifier ('three straight weeks'), or before it ('a week or two')."""

from __future__ import annotations

import re

from audit.figures.atom import Atom
from audit.figures.lexicon import Lexicon
from audit.figures.measures import give_unit
from audit.figures.nouns import Counted
from audit.figures.shadow import Shadow
from audit.lang import load
from audit.text.plurals import is_plural, singular
from audit.vocabulary import kept

__all__ = ["modified_unit", "noun_before"]

_OR_TWO = re.compile(r"(?<![^\W_])(?:an?|another|one) ([a-z]{2,30}) or $")


@kept
def _settings(name: str) -> tuple[str, ...]:
    return tuple(load("units")["settings"][name])


def modified_unit(shadow: Shadow, atom: Atom, found: Counted, lex: Lexicon) -> bool:
    """Whether what is counted is a unit with a modifier; the atom then takes it and ends behind it."""
    phrase = shadow.low[found.start : found.end]
    if found.partitive or " " not in phrase:
        return False
    *modifiers, head = phrase.split()
    if head not in lex.units or not is_plural(head) or head == "seconds" or not all(map(_modifies, modifiers)):
        return False
    name = next((name for others, name in lex.units.get(head, ()) if not others), "")
    if lex.kinds.get(name) not in _settings("modified"):
        return False
    give_unit(atom, found.end, name, lex)
    return True


def _modifies(word: str) -> bool:
    return word in _settings("modifiers") or word.endswith(_settings("modifying"))


def noun_before(shadow: Shadow, atom: Atom, lex: Lexicon) -> Counted | None:
    """What 'two' counts in 'a pick or two', as a noun; in 'a week or two' the atom takes the unit."""
    if atom.digits or atom.unit is not None or not shadow.low.startswith(" or ", atom.start - 4) or atom.low != 2:
        return None
    match = _OR_TWO.search(shadow.low, max(0, atom.start - 48), atom.start)
    if match is None:
        return None
    word = match[1]
    unit = next((name for others, name in lex.units.get(word, ()) if not others), None)
    if unit is not None:
        give_unit(atom, atom.end, unit, lex)
        return None
    if word in lex.stops:
        return None
    return Counted(match.start(1), match.end(1), singular(word))
