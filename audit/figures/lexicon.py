"""The noun `Lexicon`: the words of this room as typed tables and patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from audit.figures.forms import Tree

__all__ = ["Forms", "Lexicon"]

Forms = Mapping[str, str]


@dataclass(frozen=True, eq=False, repr=False)  # one of them, of many fields: what nobody asks of it is not made
class Lexicon:
    """Every table that reading figures needs."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    """Scale words and suffixes, as powers of ten multiplied out."""
    suffixes: dict[str, int]
    money_suffixes: dict[str, int]
    groups: dict[str, int]
    plural_scales: dict[str, int]
    several: dict[str, int]
    """Plurals of a scale behind a number: '3 billions', '200 millions of euros'."""
    small: frozenset[str]
    plural_nouns: frozenset[str]
    small_article: re.Pattern[str]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    """Singular and plural: 'third', 'thirds'."""
    multiples: dict[str, Fraction]
    loose_multiples: frozenset[str]
    multiple_before: frozenset[str]
    multiple_never: frozenset[str]
    fraction_after: frozenset[str]
    fraction_before: frozenset[str]
    fraction_never: frozenset[str]
    fraction_changes: frozenset[str]
    fraction_governed: frozenset[str]
    fraction_counted: frozenset[str]
    fraction_nouns: frozenset[str]
    fraction_units: frozenset[str]
    half_never_after: frozenset[str]
    months: dict[str, int]
    short_months: frozenset[str]
    days: dict[str, int]
    """'fourth', 'twenty-first': the days of a month in words."""
    year_before: frozenset[str]
    year_certain: frozenset[str]
    year_never: frozenset[str]
    year_always: frozenset[str]
    year_doubtful: frozenset[str]
    year_parts: frozenset[str]
    """What 'of' and a year may follow: 'the winter of 1390'."""
    month_before: frozenset[str]
    after_may: frozenset[str]
    hours: re.Pattern[str]
    """A clock time of four digits or full hours, with the words that make it one."""
    hour_words: frozenset[str]
    """The words that such a time's other words begin with."""
    eras: frozenset[str]
    seconds_before: frozenset[str]
    spells: frozenset[str]
    spell_before: frozenset[str]
    spell_after: frozenset[str]
    spell_never: frozenset[str]
    units: Tree
    symbols: dict[str, str]
    kinds: dict[str, str]
    """Each unit's section in the vocabulary ('length', 'time', 'ratio')."""
    symbol: re.Pattern[str]
    periods: frozenset[str]
    things: frozenset[str]
    when: frozenset[str]
    signs: dict[str, str]
    codes: dict[str, str]
    money: dict[str, str]
    money_pairs: dict[tuple[str, str], str]
    money_digits: frozenset[str]
    money_lower: frozenset[str]
    money_trailing: dict[str, str]
    money_letters: dict[str, str]
    money_before_only: frozenset[str]
    money_openers: frozenset[str]
    money_firsts: frozenset[str]
    """The words that a currency of two or three words begins with."""
    """First words of adjectives of two: 'hong' of 'hong kong'."""
    money_races: frozenset[str]
    before: Tree
    before_symbols: dict[str, str]
    after: Tree
    skipped: frozenset[str]
    over_after: frozenset[str]
    over_events: frozenset[str]
    names_before: frozenset[str]
    names_capital: frozenset[str]
    names_bearing: frozenset[str]
    names_led: frozenset[str]
    names_placed: frozenset[str]
    names_counted: frozenset[str]
    names_numbered: frozenset[str]
    """Those and what stands before numbers of names, in the plural too."""
    names_paired: frozenset[str]
    names_index: frozenset[str]
    names_group: frozenset[str]
    rank_words: frozenset[str]
    prefixes: frozenset[str]
    streets: frozenset[str]
    codes_after: tuple[str, ...]
    score_cues: frozenset[str]
    subsets: frozenset[str]
    owned: re.Pattern[str]
    times_before: frozenset[str]
    times_of: frozenset[str]
    stops: frozenset[str]
    verbs: frozenset[str]
    people: frozenset[str]
    divisible: frozenset[str]
    """What is counted in parts of one too: '9.875 points', '4.125 shares'."""
    abbreviations: dict[str, str]
    modifiers: frozenset[str]
    superlatives: frozenset[str]
    adjectives: frozenset[str]
    described: frozenset[str]
    describing: tuple[str, ...]
    """Adjectives that a comma may part from another, and endings of such: 'two young, unconnected girls'."""
    attributive: frozenset[str]
    """Adjectives that also stand behind a measure ('2 m deep'), where nothing is counted."""
    noun_skipped: frozenset[str]
    comparatives: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    participles: frozenset[str]
    voting: frozenset[str]
    range_hedges: frozenset[str]
    range_inner: re.Pattern[str]
    spanning: frozenset[str]
    changing: frozenset[str]
    parts: dict[str, tuple[tuple[str, int], ...]]
    closing: frozenset[str]
    gap_before: frozenset[str]
    odds_before: frozenset[str]
    odds_after: frozenset[str]
    ratios: frozenset[str]
    share_words: frozenset[str]
    share_wholes: frozenset[int]
    hit: re.Pattern[str]
    hit_word: re.Pattern[str]
