"""From a text to its figures: scan, join neighbours, then look around each for bound, rate, noun and name."""

from __future__ import annotations

import re
from itertools import pairwise

from audit.figures import dates, names
from audit.figures.ages import is_age, is_person, listed_age, named_age
from audit.figures.atom import Atom
from audit.figures.bounds import bound_after, bound_before
from audit.figures.carrying import converted, partitive, share_unit, suspended, told_alike
from audit.figures.closing import closed, margin, may_have_margins
from audit.figures.figure import NOT_QUANTITIES, Figure, Kind
from audit.figures.glued import NEXT_WORD
from audit.figures.joins import join
from audit.figures.lexicon import Lexicon
from audit.figures.made import made_figure, plain_figure
from audit.figures.made_lexicon import lexicon
from audit.figures.modified import modified_unit, noun_before
from audit.figures.nouns import Counted, counted
from audit.figures.numerals import WORD
from audit.figures.pronouns import is_pronoun
from audit.figures.rates import read_rate
from audit.figures.scan import scan
from audit.figures.shadow import Shadow, shadow_of
from audit.figures.vague import table
from audit.lang import load
from audit.text.document import Document
from audit.text.plurals import is_plural, singular
from audit.vocabulary import kept

__all__ = ["find_figures"]

_BETWEEN = re.compile(r"(?<![^\W_])between[ \n]$")
_OF_ONE = re.compile(r" of an? (?![^\W_]+(?:'s|s') )")
_NUMBERED = (", ", " & ", " and ", " or ", ", and ", ", or ")
_AND_NAME = re.compile(r"(?:,| and| or|, and) ([A-Z][^\W\d_]{1,30}) ")
_MODIFIERS = re.compile(r" (?:[a-z-]+ ){0,2}")
_COUNTED_KINDS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.RATIO})


def find_figures(text: str | Document, *, convention: str = "plain") -> tuple[Figure, ...]:
    """Every figure of the text, in order; those that are no quantities carry a kind that says so.

    `convention` names the table that gives vague words their intervals ('plain', 'acled', 'airwars', 'ucdp').

    >>> [(figure.text, figure.noun) for figure in find_figures("The army said that it killed 10,000 fighters.")]
    [('10,000', 'fighter')]
    """
    original = text.text if isinstance(text, Document) else text
    words = table(convention)
    lex = lexicon()
    shadow = shadow_of(original)
    atoms = join(list(scan(shadow, lex, words)), shadow, lex)
    figures: list[Figure] = []
    margins = may_have_margins(shadow.low)
    floor = taken = 0
    for before, atom in pairwise(atoms):
        if _inside(shadow, before, atom, lex) and not dates.year(shadow, before, lex, noun=False, people=False):
            atom.kind, before.nested = Kind.IDENTIFIER, True
    for index, atom in enumerate(atoms):
        later = index + 1 + atom.nested
        following = atoms[later] if later < len(atoms) else None
        if atom.start >= taken:
            figure, floor, taken = _figure(shadow, atom, following, floor, figures, lex)
            one_range = closed(figures[-1], figure, original, lex) if figures else None
            if margins and figures and one_range is None:
                one_range = margin(figures[-1], figure, original)
            if one_range:
                figures[-1] = one_range
            else:
                figures.append(figure)
    if len(figures) > 1:
        suspended(figures, original)
        partitive(figures, original)
        told_alike(figures, original)
    return tuple(figures)


def _inside(shadow: Shadow, before: Atom, atom: Atom, lex: Lexicon) -> bool:
    """Whether the bare number stands within the noun phrase that the one before it counts: 'two new 737 jets'."""
    if (
        before.kind is not None
        or before.unit is not None
        or before.vague
        or atom.unit is not None
        or atom.kind is not None
    ):
        return False
    between = shadow.low[before.end : atom.start]
    if not atom.digits or atom.scaled or len(between) > 24 or not _MODIFIERS.fullmatch(between):
        return False
    model = names.like_a_model(shadow, atom)
    noun = NEXT_WORD.match(shadow.low, atom.end)
    if noun is not None and is_person(singular(noun[1])):
        return False  # no people are named by numbers
    for word in between.split():
        if word in lex.stops or is_plural(word):
            return False
        if (word in lex.verbs or word.endswith("ed")) and not (model and word in _told_of_models()):
            return False  # '42 carried 600 people', but 'two damaged 737 jets'
    return True


@kept
def _told_of_models() -> frozenset[str]:
    return frozenset(load("identifiers")["single"]["done"])


def _figure(
    shadow: Shadow, atom: Atom, following: Atom | None, floor: int, earlier: list[Figure], lex: Lexicon
) -> tuple[Figure, int, int]:
    """The figure, where the next one may begin to look back, and where the words end that it has taken."""
    if atom.kind in NOT_QUANTITIES:
        return plain_figure(shadow, atom), atom.end, atom.end
    low = shadow.low
    limit = following.start if following else len(low)
    found: Counted | None = None
    numeral_end = atom.end
    if atom.counted:
        found = Counted(*atom.counted, singular(low[slice(*atom.counted)]))
    elif atom.unit is None and atom.kind not in (Kind.MULTIPLE,):
        found = _noun(shadow, atom, following, limit, lex)
    if found is not None and found.partitive and atom.kind is not Kind.FRACTION and _OF_ONE.match(low, atom.end):
        found = None  # 'twice the 2.5 million of a year before'
    if found is None:
        found = None if atom.digits else noun_before(shadow, atom, lex)
    elif atom.kind is None and modified_unit(shadow, atom, found, lex):
        found = None
    if _no_quantity(shadow, atom, found, earlier, lex):
        return plain_figure(shadow, atom), atom.end, atom.end
    if atom.unit is None and atom.kind is None:
        if is_age(shadow, atom, counted=found is not None) or (found is None and _age_of_list(shadow, atom, earlier)):
            atom.kind, atom.unit = Kind.AGE, "year of age"
            found = None
        elif found is None and atom.digits:
            share_unit(shadow, atom, earlier, lex)
    if atom.kind is Kind.DURATION and named_age(low, atom.start):
        atom.kind, atom.unit = Kind.AGE, f"{atom.unit} of age"
    rate_at = found.end if found and atom.unit is None else atom.end
    rate = read_rate(shadow, rate_at, lex, money=atom.kind is Kind.MONEY) if atom.kind is not Kind.AGE else None
    if rate:
        _take_rate(atom, rate, lex)
    if atom.ranged and _BETWEEN.search(low[max(floor, atom.start - 9) : atom.start]):
        between = atom.start - 8
        while low[between] != "b":
            between -= 1
        atom.start = between
    head = found.noun.rpartition(" ")[2] if found else None
    bound_before(shadow, atom, floor, head, lex)
    converted(shadow, atom, earlier)
    if not bound_after(shadow, atom, numeral_end, lex) and found:
        bound_after(shadow, atom, found.end, lex)
    if atom.unit is not None and atom.kind in _COUNTED_KINDS:
        found = counted(shadow, atom.end, lex, one=False, of=True) if low.startswith(" of ", atom.end) else None
        if found and found.end > limit:
            found = None
    figure = made_figure(shadow, atom, found, earlier, lex)
    last = max(atom.end, atom.cue[1] if atom.cue else 0)
    return figure, last, max(atom.end, rate[0] if rate else 0)


def _age_of_list(shadow: Shadow, atom: Atom, earlier: list[Figure]) -> bool:
    if not earlier or earlier[-1].kind is not Kind.AGE:
        return False
    return listed_age(shadow.low, shadow.original[earlier[-1].end : shadow.origin(atom.start)], atom.end)


def _noun(shadow: Shadow, atom: Atom, following: Atom | None, limit: int, lex: Lexicon) -> Counted | None:
    small = atom.low.numerator < 1000 * atom.low.denominator  # several times faster than of fractions
    of = small or atom.kind is Kind.FRACTION or atom.vague is not None or atom.scaled
    one = atom.kind is None and atom.low == 1 and atom.high == 1
    found = counted(shadow, atom.end, lex, one=one, of=of)
    within = following is not None and following.kind is Kind.IDENTIFIER  # 'two T-72 tanks', 'three Su-25s'
    if following is not None and within and found is not None and found.start == limit and found.end < following.end:
        found = counted(shadow, following.end, lex, one=one, of=False)  # 'thousands of COVID -19 tests'
        return found if found is not None and found.start == following.end + 1 else None
    if found is not None and not within and found.end > limit and shadow.low.startswith("ed ", limit - 3):
        return None  # '42 carried 600 people'
    if found is not None and (found.end <= limit or found.start < limit or (within and found.start == limit)):
        return found
    if following is None or following.start != atom.end + 1 or shadow.low[atom.end] != " " or atom.ranged:
        return None
    # 'three 155 mm shells', 'two 500-pound bombs', '10 four-man crews': what stands between says of what size
    # 'a 31,000 barrel-a-day refinery'
    rate = read_rate(shadow, following.end, lex) if following.unit is not None else None
    at = rate[0] if rate else following.end
    if following.unit is None and following.kind is None and shadow.low.startswith("-", at):
        word = WORD.match(shadow.low, at + 1)
        at = word.end() if word else at
    elif following.kind not in (Kind.MEASURE, Kind.DURATION, Kind.AGE) and not _of_worth(atom, following):
        return None
    found = counted(shadow, at, lex, one=one, of=False)
    return found if found is not None and found.start == at + 1 else None


def _of_worth(atom: Atom, following: Atom) -> bool:
    """Whether the money behind the number says what each is worth: 'three £20 notes', 'two $500 cheques'."""
    return following.kind is Kind.MONEY and following.prefixed and atom.kind is None and not atom.scaled


def _no_quantity(shadow: Shadow, atom: Atom, found: Counted | None, earlier: list[Figure], lex: Lexicon) -> bool:
    """Label the atom if it is a year, a name's number or a pronoun; tell whether it was."""
    if atom.unit is not None or atom.kind is not None or atom.vague:
        return False
    if atom.ranged:
        bare = found is None or found.partitive or shadow.low.startswith(" of the ", atom.end)
        if atom.digits and not atom.scaled and bare and names.numbered(shadow, atom, lex):
            atom.kind = Kind.IDENTIFIER
        return atom.kind is not None
    plain = not atom.scaled
    noun = found is not None and _evident(shadow, found, lex)
    if atom.digits and plain and dates.year(shadow, atom, lex, noun=noun, people=_people(found, lex)):
        atom.kind = Kind.DATE
    elif (plain and names.named(shadow, atom, lex, noun=noun)) or _stands_for(shadow, atom, found, noun, earlier, lex):
        atom.kind = Kind.IDENTIFIER
    return atom.kind is not None


def _stands_for(
    shadow: Shadow, atom: Atom, found: Counted | None, noun: bool, earlier: list[Figure], lex: Lexicon
) -> bool:
    """Whether the number stands for something else than how many: a name listed with another, or 'one' as a pronoun."""
    if atom.digits:
        return not atom.scaled and (
            (not noun and _numbered_with(shadow, atom, earlier, lex)) or _named_alike(shadow, atom, earlier)
        )
    return is_pronoun(shadow.low, atom.start, atom.end, lex, counted=found is not None)


def _numbered_with(shadow: Shadow, atom: Atom, earlier: list[Figure], lex: Lexicon) -> bool:
    """Whether the number goes with that of a name before it: 'Articles 5 and 6', 'Channels 4, 7 and 11'."""
    if not earlier or earlier[-1].kind is not Kind.IDENTIFIER or not earlier[-1].text.isdigit():
        return False
    between = shadow.original[earlier[-1].end : shadow.origin(atom.start)]
    return between in _NUMBERED and names.stands_alone(shadow, atom.end, lex)


def _named_alike(shadow: Shadow, atom: Atom, earlier: list[Figure]) -> bool:
    """Whether the name before the number is that of the one before it: 'the Type 45 and Type 31 ships'."""
    if not earlier or earlier[-1].kind is not Kind.IDENTIFIER:
        return False
    text, start = shadow.original, shadow.origin(atom.start)
    between = _AND_NAME.fullmatch(text, earlier[-1].end, start)
    return between is not None and text.endswith(f"{between[1]} ", 0, earlier[-1].start)


def _people(found: Counted | None, lex: Lexicon) -> bool:
    return found is not None and found.noun.rpartition(" ")[2] in lex.year_never


def _evident(shadow: Shadow, found: Counted, lex: Lexicon) -> bool:
    """Whether the noun shows by itself that it is counted: a plural that is not a name."""
    head = shadow.low[found.start : found.end].split()[-1]
    return is_plural(head) or head in lex.participles


def _take_rate(atom: Atom, rate: tuple[int, str], lex: Lexicon) -> None:
    end, per = rate
    if atom.unit is not None:
        named = f"{atom.unit}_per_{per}"
        if named in lex.kinds:
            atom.unit, atom.end = named, end
            return
        atom.end = end
        atom.unit = f"{atom.unit} per {per}"
    atom.per = per
    atom.kind = Kind.RATE
