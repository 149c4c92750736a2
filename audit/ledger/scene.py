"""What a stretch of text is about: its names, where it plays, what happened, to what. Sets of keys, for comparing only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from audit.lang import load
from audit.ledger.names import place_key, singular
from audit.text.document import Document
from audit.vocabulary import kept

__all__ = ["Scene", "front", "lead", "opening", "scene", "stale"]

_LEAD = 900
"""Characters at the beginning of a report in which it says what it is about."""
_OPENING = 300
"""Characters in which it says where."""
_CAPITAL = r"[A-Z][\w’'-]*[^\W\d_]"
_NAME = re.compile(
    rf"(?:{_CAPITAL}|[A-Z]\.(?:[A-Z]\.)+)(?:[ -](?:(?:al|el|de|del|la|von|van|bin|ibn|of)[ -](?:the )?)?{_CAPITAL})*"
)
_FIRST = re.compile(r"\W*([A-Z][\w’'-]*)(?!\s+[A-Z])")
_INNER = re.compile(r"(?<=[\w,’'] )[A-Z][a-z]{2,}")
"""A word with a capital that does not begin a sentence."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_FORM = re.compile(r"[a-z-]{3,}")


@dataclass(frozen=True)
class Scene:
    """Each set is worked out when it is first asked for: most claims are never held against another."""

    text: str

    @property
    def names(self) -> frozenset[str]:
        """Keys of the names, whole and by their parts."""
        return self._found[0]

    @property
    def located(self) -> frozenset[str]:
        """Those that stand after a word of place ('in', 'near', 'off')."""
        return self._found[1]

    @cached_property
    def first(self) -> frozenset[str]:
        """Keys of the word with which it begins, whose capital says nothing."""
        match = _FIRST.match(self.text)
        return frozenset({place_key(_bare(match[1]))}) if match else frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """Other words, those of the trade left out."""
        trade = _trade()
        found = (singular(word.lower()) for word in _WORD.findall(self.text) if word[0].islower())
        return frozenset(word for word in found if word not in trade)

    @cached_property
    def events(self) -> frozenset[str]:
        """Classes of what happened."""
        return _classed(self.forms, _classes("classes"))

    @cached_property
    def sites(self) -> frozenset[str]:
        """Classes of where or to what; a word of a name ('Aid Bridge') is none, but in a headline."""
        named = {word.lower() for word in _INNER.findall(self.text)} if self.text != self.text.title() else set()
        plain = set(_FORM.findall(self.text))
        found = _classed(self.forms - (named - plain), _classes("sites"))
        kinds = frozenset(f"{match[1]} {match[2]}" for match in _kinds_of_sites().finditer(self.text.lower()))
        return (
            found - {_classes("sites")[word] for kind in kinds for word in kind.split() if word in _classes("sites")}
            | kinds
        )

    @cached_property
    def order(self) -> frozenset[str]:
        """Which of several events it is about: 'second' for 'a second air strike'."""
        return frozenset(match[1] for match in _order().finditer(self.text.lower()))

    @cached_property
    def many(self) -> bool:
        """Whether it speaks of several events, or of a whole country."""
        return _wide().search(self.text.lower()) is not None or not _many().isdisjoint(self.forms)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(_FORM.findall(self.text.lower()))

    @cached_property
    def _found(self) -> tuple[frozenset[str], frozenset[str]]:
        return _names(self.text)


def stale(word: str) -> bool:
    """Whether reports of any event share the word."""
    return word in _trade()


@kept(most=8192)
def scene(text: str) -> Scene:
    """What the text is about; the claims of one sentence share it."""
    return Scene(text)


_leads: WeakKeyDictionary[Document, Scene] = WeakKeyDictionary()
_fronts: WeakKeyDictionary[Document, Scene] = WeakKeyDictionary()


def lead(document: Document) -> Scene:
    """What the document's title and beginning are about."""
    known = _leads.get(document)
    if known is None:
        known = _leads[document] = scene(f"{document.title or ''}. {document.text[:_LEAD]}")
    return known


def front(document: Document) -> Scene:
    """What the document's title and first sentence are about."""
    known = _fronts.get(document)
    if known is None:
        first = document.sentences[0].text if document.sentences else ""
        known = _fronts[document] = scene(f"{document.title or ''}. {first[:_OPENING]}")
    return known


def opening(document: Document) -> frozenset[str]:
    """The places that the document's first words name."""
    return scene(document.text[:_OPENING]).located


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the names in a text, whole and by their parts; words of the calendar and of openings are none."""
    plain, before, last, features = _not_names(), _before_places(), _last_before_places(), _features()
    kinds = _kinds()
    found, located = set(), set()
    for match in _NAME.finditer(text):
        words = [word for whole in match.group().split() if (word := _bare(whole)).lower() not in plain]
        while len(words) > 1 and words[-1].lower() in kinds:
            words.pop()  # 'Orrin City' is Orrin
        if not words:
            continue
        keys = {place_key(" ".join(words)), *(place_key(word) for word in words if len(word) > 3 and word[0].isupper())}
        found |= keys
        after = _FORM.match(text, match.end() + 1)
        feature = words[0].lower() in features or (after is not None and after[0] in features)
        if feature:
            located |= keys
            continue
        first, start = max(0, match.start() - 40), match.start()
        *_, word = text[first:start].split() or [""]
        if (word.lower() in last or not word.isalpha()) and before.search(text, first, start):
            located |= keys
    return frozenset(found), frozenset(located)


def _bare(word: str) -> str:
    """The word without its possessive ending."""
    for ending in ("'s", "’s", "'", "’"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _classed(forms: frozenset[str], classes: Mapping[str, str]) -> frozenset[str]:
    return frozenset(classes[form] for form in forms & classes.keys())


@kept
def _classes(table: str) -> dict[str, str]:
    classes: dict[str, list[str]] = load("events")[table]
    return {word: name for name, words in classes.items() for word in words}


@kept
def _kinds_of_sites() -> re.Pattern[str]:
    """A site of which a town has several kinds: 'bus station', 'police station'."""
    kinds = load("events")["kinds"]
    return re.compile(rf"\b({'|'.join(kinds['beside'])})\s({'|'.join(kinds['words'])})\b")


@kept
def _many() -> frozenset[str]:
    return frozenset(load("events")["many"]["words"])


@kept
def _order() -> re.Pattern[str]:
    """A word of order before a word of an event, with two words between them at most."""
    order = load("events")["order"]
    events = "|".join(sorted({*_classes("classes"), *order["events"]}))
    return re.compile(rf"\b({'|'.join(order['words'])})\s(?:[\w-]+\s){{0,2}}(?:{events})\b")


@kept
def _wide() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('events')['many']['wide'])})\b")


@kept
def _before_places() -> re.Pattern[str]:
    """A preposition of place just before a name, with the kind or the part of the place between them at most."""
    places = load("aliases")["places"]
    between = "|".join(sorted({*places["generic"], *places["parts"]} - {"in", "near"}))
    return re.compile(rf"\b(?:{'|'.join(places['prepositions'])})(?:[\s’'s-]+(?:{between}))*[\s]$", re.IGNORECASE)


@kept
def _last_before_places() -> frozenset[str]:
    """The words of which one, if it is a plain word, stands last before such a name: asked before the pattern is."""
    places = load("aliases")["places"]
    phrases = (*places["prepositions"], *places["generic"], *places["parts"])
    return frozenset(phrase.split()[-1].lower() for phrase in phrases)


@kept
def _kinds() -> frozenset[str]:
    return frozenset(load("aliases")["places"]["generic"])


@kept
def _features() -> frozenset[str]:
    return frozenset(load("aliases")["places"]["features"])


@kept
def _not_names() -> frozenset[str]:
    """Words that a sentence may begin with, and that name nothing: of the calendar, of number, of people in general."""
    dates, people = load("dates"), load("people")["people"]
    kinds = [word for group in load("aliases")["populations"]["same"].values() for word in group]
    plurals = {f"{word}s" for word in (*people, *kinds)} | set(load("aliases")["plurals"])
    words = (dates["months"], dates["weekdays"], load("sentences")["starters"], load("events")["not_names"])
    return frozenset({*(word for group in words for word in group), *load("numerals")["cardinals"], *plurals})


@kept
def _trade() -> frozenset[str]:
    events = load("events")
    classes = {word for table in ("classes", "sites") for words in events[table].values() for word in words}
    return frozenset({*events["trade"], *classes, *(singular(word) for word in classes)})
