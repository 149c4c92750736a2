"""The `Lexicon`, made of the words of the language once and lazily."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from audit.figures.figure import Bound
from audit.figures.forms import Tree, pattern_of, tree_of
from audit.figures.lexicon import Lexicon
from audit.lang import load
from audit.standards import standard
from audit.text.dates import ordinal_days, short_months
from audit.vocabulary import kept

__all__ = ["lexicon"]


@kept
def lexicon() -> Lexicon:
    """The tables, from the vocabulary and what is laid over it."""
    numerals, dates, names = load("numerals"), load("calendar"), load("identifiers")
    months, signs = load("dates")["months"], standard("currency_signs")
    units, money, bounds, nouns = load("units"), load("currencies"), load("bounds"), load("nouns")
    joins = load("joins")
    scales = {word: 10**power for word, power in numerals["scales"].items()}
    denominators = dict(numerals["denominators"])
    for word, value in numerals["ordinals"].items():
        if word not in ("first", "second"):
            denominators[word] = denominators[word + "s"] = value
    opening = _opening(numerals, dates, months, scales, denominators)
    words, symbols, kinds = _units(units)
    multiples = numerals["multiples"]
    multiples_in = numerals["multiple_context"]
    fractions = numerals["fraction_context"]
    return Lexicon(
        cardinals=numerals["cardinals"],
        scales=scales,
        suffixes={word: 10**power for word, power in numerals["suffixes"].items()},
        money_suffixes={word: 10**power for word, power in numerals["money_suffixes"].items()},
        groups=numerals["groups"],
        plural_scales=numerals["plural_scales"],
        several={f"{word}s": factor for word, factor in scales.items() if f"{word}s" in numerals["plural_scales"]},
        small=frozenset(numerals["vague"]["small"]),
        plural_nouns=frozenset(numerals["vague"]["nouns"]),
        small_article=re.compile(
            rf"(?<![^\W_])an? (?:(?:{pattern_of([*numerals['vague']['sizes'], *numerals['vague']['unknown']])}) )?$"
        ),
        ordinals=numerals["ordinals"],
        denominators=denominators,
        multiples={word: Fraction(value) for word, value in multiples.items()},
        loose_multiples=frozenset(multiples_in["loose"]),
        multiple_before=frozenset(multiples_in["before"]),
        multiple_never=frozenset(multiples_in["never_before"]),
        fraction_after=frozenset(fractions["after"]),
        fraction_before=frozenset(fractions["before"]),
        fraction_never=frozenset(fractions["never_before"]),
        fraction_changes=frozenset(fractions["changes"]),
        fraction_governed=frozenset(fractions["governed"]),
        fraction_counted=frozenset(fractions["counted"]),
        fraction_nouns=frozenset(fractions["nouns"]),
        fraction_units=frozenset(fractions["units"]),
        half_never_after=frozenset(fractions["never_after"]),
        months=months,
        short_months=short_months(),
        days=ordinal_days(),
        year_before=frozenset(dates["years"]["before"]),
        year_certain=frozenset(dates["years"]["certain"]),
        year_never=frozenset(dates["years"]["people"]),
        year_always=frozenset(dates["years"]["always"]),
        year_parts=frozenset(dates["years"]["parts"]),
        year_doubtful=frozenset(dates["years"]["doubtful"]),
        month_before=frozenset(dates["lower"]["before"]),
        after_may=frozenset(dates["lower"]["verbs"]),
        hours=_hours(dates["clock"]),
        hour_words=frozenset(re.split("[^a-z]", word)[0] for words in dates["clock"].values() for word in words),
        eras=frozenset(dates["years"]["eras"]),
        seconds_before=frozenset(dates["years"]["seconds"]),
        spells=frozenset(dates["spells"]["words"]),
        spell_before=frozenset(dates["spells"]["after"]),
        spell_after=frozenset(dates["spells"]["before"]),
        spell_never=frozenset(dates["spells"]["never_after"]),
        units=words,
        symbols=symbols,
        kinds=kinds,
        symbol=re.compile(f"(?:{pattern_of(symbols)})(?![^\\W_])"),
        periods=frozenset(units["settings"]["periods"]),
        things=frozenset(units["settings"]["things"]),
        when=frozenset(units["settings"]["when"]),
        signs=signs["signs"],
        codes=signs["codes"],
        money={word: name for name, forms in money["words"].items() for word in forms.split()},
        money_pairs={
            (adjective, pair.split("=")[0]): pair.split("=")[1].replace("_", " ")
            for adjective, pairs in money["adjectives"].items()
            for pair in pairs.split()
        },
        money_lower=frozenset(money["settings"]["lower"]),
        money_digits=frozenset(money["settings"]["digits_only"]),
        money_trailing=money["trailing"],
        money_letters=signs["letters"],
        money_before_only=frozenset(money["settings"]["before_only"]),
        money_openers=frozenset(adjective.split()[0] for adjective in money["adjectives"] if " " in adjective),
        money_firsts=frozenset(adjective.split()[0] for adjective in money["adjectives"]),
        money_races=frozenset(money["settings"]["races"]),
        before=tree_of(((form, bound) for bound in Bound for form in bounds["before"].get(bound, ())), backwards=True),
        before_symbols={form: bound for bound in Bound for form in bounds["symbols_before"].get(bound, ())},
        after=tree_of((form, bound) for bound in Bound for form in bounds["after"].get(bound, ())),
        skipped=frozenset(bounds["skipped"]["words"]),
        over_after=frozenset(bounds["over"]["after"]),
        over_events=frozenset(bounds["over"]["events"]),
        names_before=frozenset(names["before"]["words"]),
        names_capital=frozenset(names["before"]["capital"]),
        names_bearing=frozenset(names["before"]["bearing"]),
        names_led=frozenset(names["before"]["led"]),
        names_placed=frozenset(names["before"]["placed"]),
        names_counted=frozenset(names["before"]["counted"]),
        names_numbered=frozenset(
            form for word in (*names["before"]["bearing"], *names["before"]["words"]) for form in (word, f"{word}s")
        ),
        names_paired=frozenset(names["after"]["paired"]),
        names_index=frozenset(names["names"]["phrases"]),
        rank_words=frozenset(names["before"]["ranks"]),
        prefixes=frozenset(names["before"]["prefixes"]),
        names_group=frozenset(names["names"]["capital"]),
        streets=frozenset(names["after"]["streets"]),
        codes_after=tuple(f" {code}" for code in names["after"]["codes"]),
        score_cues=frozenset(names["scores"]["cues"]),
        voting=frozenset(names["scores"]["voting"]),
        owned=re.compile(rf"[ \n](?:{pattern_of(nouns['owned']['links'])})[ \n](?:the )?"),
        subsets=frozenset(nouns["carrying"]["subsets"]),
        times_before=frozenset(multiples_in["times_before"]),
        times_of=frozenset(multiples_in["times_of"]),
        stops=frozenset(nouns["stops"]["words"]),
        verbs=frozenset(nouns["stops"]["verbs"]),
        people=frozenset(load("people")["people"]),
        divisible=frozenset(nouns["divisible"]["words"]),
        abbreviations=nouns["abbreviations"],
        modifiers=frozenset(nouns["modifiers"]["words"]),
        superlatives=frozenset(nouns["modifiers"]["superlatives"]),
        described=frozenset(nouns["modifiers"]["described"]),
        describing=tuple(nouns["modifiers"]["describing"]),
        attributive=frozenset(nouns["modifiers"]["attributive"]),
        adjectives=frozenset(nouns["modifiers"]["adjectives"]),
        noun_skipped=frozenset(nouns["skipped"]["words"]),
        comparatives=frozenset(nouns["skipped"]["comparatives"]),
        determiners=frozenset(nouns["skipped"]["determiners"]),
        pronouns=frozenset(nouns["skipped"]["pronouns"]),
        participles=frozenset(nouns["carrying"]["participles"]),
        range_hedges=frozenset(word for hedge in joins["range"]["hedges"] for word in hedge.split()),
        range_inner=re.compile(rf" (and|to) (?:{pattern_of(joins['range']['inner'])}) "),
        spanning=frozenset(joins["range"]["spanning"]),
        changing=frozenset(joins["range"]["changing"]),
        parts={unit: tuple(smaller.items()) for unit, smaller in joins["parts"].items()},
        gap_before=frozenset(joins["gap"]["before"]),
        closing=frozenset(joins["closing"]["between"]),
        odds_before=frozenset(joins["odds"]["before"]),
        odds_after=frozenset(joins["odds"]["after"]),
        ratios=frozenset(joins["odds"]["ratios"]),
        share_words=frozenset(joins["share"]["words"]),
        share_wholes=frozenset(joins["share"]["wholes"]),
        hit=_hit(opening, signs["signs"]),
        hit_word=re.compile(rf"(?<![^\W_])({opening})(?![^\W_])"),
    )


def _hours(clock: Mapping[str, Any]) -> re.Pattern[str]:
    zones, full = pattern_of(clock["zones"]), pattern_of(clock["full"])
    return re.compile(rf"[0-2][0-9][0-5][0-9] ?(?:{zones})(?![^\W_])|[0-2]?[0-9] (?:{full})(?![^\W_])")


def _units(sections: Mapping[str, Any]) -> tuple[Tree, dict[str, str], dict[str, str]]:
    forms: list[tuple[str, str]] = []
    symbols: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for section, entries in sections.items():
        if section == "settings":
            continue
        for name, written in entries.items():
            words, _, signs = written.partition("|")
            kinds[name] = section
            forms.extend((form.strip(), name) for form in words.split(",") if form.strip())
            symbols.update((sign.strip(), name) for sign in signs.split(",") if sign.strip())
    return tree_of(forms), symbols, kinds


def _opening(numerals: Any, dates: Any, months: Any, scales: Any, denominators: Any) -> str:
    """A pattern of the words that count, order or date."""
    tables = (numerals["cardinals"], numerals["ordinals"], numerals["multiples"], months, scales, denominators)
    vague = standard("conventions")["plain"].keys() - {"plural"}
    return pattern_of({"dozen", "score", *dates["spells"]["words"], *vague}.union(*tables))


def _hit(words: str, signs: Mapping[str, str]) -> re.Pattern[str]:
    """Where a figure can begin: a digit, a vulgar fraction, a sign of money, or one of the words behind what is no letter.

    It begins with what is no small letter, so that a search leaps over all the others.
    """
    single = r"0-9\u00bc-\u00be\u2150-\u215e" + re.escape("".join(sorted({sign for sign in signs if len(sign) == 1})))
    return re.compile(rf"[^a-z](?:(?<=[{single}])|(?<=[\W_])({words})(?![^\W_]))")
