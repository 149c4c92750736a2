"""When two spellings mean one name: aliases, and the letters in which transliterations differ."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from audit.lang import load
from audit.syntax.nouns import nouns
from audit.text.plurals import singular as reading_singular
from audit.vocabulary import kept

__all__ = ["Counted", "counted_key", "name_key", "people_key", "people_nouns", "place_key", "singular"]

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+")
_JOINERS = re.compile(r"['’‘ʻʼ`´]")


@kept(most=4096)
def name_key(name: str) -> str:
    """The key by which spellings of one name meet; not for people to read.

    >>> name_key("Khan Younis") == name_key("Khan Yunis") == name_key("Khan Younes")
    True
    """
    words = load("aliases")
    plain = _plain(name).strip().removeprefix("the ").strip(" .") or name.lower()
    plain = words["names"].get(plain, words["names"].get(_plain(name).strip(), plain))
    parts = [part.rstrip(".") for part in _WORD.findall(plain)]
    articles = _articles()
    return " ".join(_spelling(part) for part in parts if len(parts) == 1 or part not in articles)


@kept(most=4096)
def place_key(place: str) -> str:
    """The key of a place: its name without the kind of place that it is, parts of it ('southern') kept.

    >>> place_key("the town of Orrin") == place_key("Orrin") != place_key("northern Orrin")
    True
    """
    words = load("aliases")["places"]
    generic, parts = frozenset(words["generic"]), words["parts"]
    kept = [word for word in re.split(r"[\s,]+", _JOINERS.sub("", place)) if word.lower() not in generic]
    side = sorted(parts[word.lower()] for word in kept if word.lower() in parts)
    name = " ".join(word for word in kept if word.lower() not in parts)
    return " ".join([*side, name_key(name)]).strip() if name or side else name_key(place)


@kept(most=4096)
def people_key(words: str) -> frozenset[str]:
    """Who is counted, as the words that narrow it down: empty for 'people', {'fighter', 'hamas'} for 'Hamas militants'."""
    generic = _generic_people()
    keys = set()
    for match in _WORD.finditer(_JOINERS.sub("", words)):
        word = match.group()
        one = _same().get(singular(word.lower()), singular(word.lower()))
        if one in generic or word.isdigit():
            continue
        keys.add(name_key(word) if word[0].isupper() else one)
    return frozenset(keys)


class Counted(NamedTuple):
    """Who is counted: by which nouns and names, and by which other words these are narrowed down."""

    who: frozenset[str]
    beside: frozenset[str]


@kept(most=4096)
def counted_key(words: str) -> Counted:
    """Who is counted, the nouns and names apart from what stands beside them.

    >>> counted_key("24 garment workers") == (frozenset({"worker"}), frozenset({"garment"}))
    True
    """
    tokens = _merged([match.group() for match in _WORD.finditer(_JOINERS.sub("", words))])
    known = load("aliases")["populations"]
    who: set[str] = set()
    beside: set[str] = set()
    for word, after in zip(tokens, (*tokens[1:], "")[: len(tokens)], strict=True):
        if word[0].isupper():
            who |= people_key(word)
            continue
        one = _same().get(singular(word), singular(word))
        if one in _generic_people() or word.isdigit():
            continue
        if not after or after in known["joints"]["words"] or one in people_nouns():
            who.add(one)
        else:
            beside.add(one)
    if who & people_nouns():  # 'government soldiers' are soldiers, but its tanks are not anybody's tanks
        beside -= set(known["plain"]["words"])
    return Counted(frozenset(who), frozenset(beside - who))


def _merged(tokens: list[str]) -> list[str]:
    """The words with phrases for one kind of people made one word."""
    phrases: dict[str, str] = load("aliases")["populations"]["phrases"]
    plain = [singular(token.lower()) for token in tokens]
    found: list[str] = []
    at = 0
    while at < len(tokens):
        length = next((n for n in (3, 2) if " ".join(plain[at : at + n]) in phrases and at + n <= len(tokens)), 0)
        found.append(phrases[" ".join(plain[at : at + length])] if length else tokens[at])
        at += length or 1
    return found


def singular(word: str) -> str:
    """The word in the singular, in the form of `aliases.toml` where that names one: 'police' is a police officer."""
    irregular = load("aliases")["plurals"].get(word)
    return reading_singular(word) if irregular is None else str(irregular)


def _plain(name: str) -> str:
    """Lower case, without accents and apostrophes, hyphens as spaces."""
    decomposed = unicodedata.normalize("NFKD", name)
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _JOINERS.sub("", kept).replace("-", " ").replace("–", " ").lower()


def _spelling(word: str) -> str:
    rules = load("aliases")["spelling"]
    word = rules["words"].get(word, word)
    if len(word) < rules["shortest"] or not word.isalpha() or not word.isascii():
        return word
    for letters, instead in rules["letters"]:
        word = word.replace(letters, instead)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:-1] if word.endswith("h") and len(word) > 3 else word


@kept
def _articles() -> frozenset[str]:
    return frozenset(load("aliases")["spelling"]["articles"])


@kept
def _generic_people() -> frozenset[str]:
    return frozenset(load("aliases")["populations"]["generic"])


@kept
def people_nouns() -> frozenset[str]:
    """Nouns that name people, as they are compared."""
    known = load("aliases")["populations"]
    kinds = nouns().kind_of
    words = {*known["same"], *known["bystanders"]["words"], *known["combatants"]["words"]} - set(
        known["things"]["words"]
    )
    return frozenset(words | {_same().get(noun, noun) for noun, kind in kinds.items() if kind == "person"})


@kept
def _same() -> dict[str, str]:
    groups: dict[str, list[str]] = load("aliases")["populations"]["same"]
    return {word: name for name, words in groups.items() for word in words}
