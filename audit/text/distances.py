"""Times told by their distance: 'yesterday', 'last year', 'two years ago', 'the day before'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from audit.lang import load
from audit.text.time_mention import AROUND, TimeKind, TimeMention, offsets_of_words, sentences_with, time_words
from audit.text.words import alternatives, letters
from audit.vocabulary import kept

if TYPE_CHECKING:
    from audit.text.document import Document, Sentence

__all__ = ["told_by_distance"]


@kept
def _heads() -> frozenset[str]:
    """A sentence that has none of these words tells of no time by its distance."""
    words = load("times")
    single = {max(phrase.split(), key=len) for phrase in words["days"]}
    return frozenset(single | {form for unit in words["units"] for form in (unit, f"{unit}s")})


@kept
def _cardinals() -> dict[str, int]:
    small = {word: number for word, number in load("numerals")["cardinals"].items() if number}
    return {**small, **dict.fromkeys(load("times")["settings"]["one"], 1)}


@kept
def _told() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands at the beginning of a sentence, and behind a mark or space within it.

    'yesterday', 'last year', 'the following day', 'two years ago', 'a week earlier', 'the day before', 'year-earlier'.
    """
    words: dict[str, Any] = load("times")
    units = alternatives(words["units"])
    apart = alternatives((*words["away"], *words["apart"]))
    number = rf"(?P<number>\d{{1,3}}|{alternatives(_cardinals())})"
    body = (
        rf"(?:(?P<day>{alternatives(words['days'])})"
        rf"|(?P<led>{alternatives(offsets_of_words())})[\s-](?P<unit>{units})(?!-)"
        rf"|(?:{number}[\s-])?(?P<counted>{units})s?[\s-](?P<way>{apart}))(?!\w)"
    )
    firsts = "".join(
        sorted({form[0] for form in (*words["days"], *offsets_of_words(), *_cardinals(), *words["units"])})
    )
    return re.compile(body), re.compile(rf"[^\w.,-](?=[{firsts}0-9]){body}")


def told_by_distance(document: Document) -> Iterator[TimeMention]:
    first, later = _told()
    for sentence in sentences_with(document, _heads()):
        opening = first.match(document.lowered, sentence.start, sentence.end)
        for match in (opening, *later.finditer(document.lowered, sentence.start, sentence.end)):
            time = _time_told(document, sentence, match) if match else None
            if time is not None:
                yield time


def _time_told(document: Document, sentence: Sentence, match: re.Match[str]) -> TimeMention | None:
    words, group = load("times"), next(name for name in ("day", "led", "number", "counted") if match[name])
    start, end = match.start(group), match.end()
    if match["day"]:
        unit, offset, anchored = "day", words["days"][match["day"]], True
    elif match["led"]:
        offset, anchored = offsets_of_words()[match["led"]]
        unit = words["units"][match["unit"]]
        if not anchored and match["led"] == "the next" and _lasts(document, sentence, start):
            return None
    else:
        way, counted, number = match["way"], match["counted"], match["number"]
        hyphened = document.text[match.start("way") - 1] == "-"
        if number is None and not hyphened:
            return None
        if not hyphened and way in time_words("open") and not _closes(document, sentence, end):
            return None
        unit, anchored = words["units"][counted], way in words["away"]
        step = words["away"][way] if anchored else words["apart"][way]
        offset = step * (_cardinals().get(number or "a") or int(number))
    day, year, published = None, None, document.published
    if published is not None and anchored:
        if unit == "day":
            day = published + timedelta(days=offset)
        elif unit == "year":
            year = published.year + offset
    text = document.text[start:end]
    return TimeMention(start, end, text, TimeKind(f"relative_{unit}"), None, None, year, offset, anchored, day)


def _lasts(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether 'the next' there opens a stretch of time: 'over the next year'."""
    before = document.lowered[max(sentence.start, start - AROUND) : start].split()
    return bool(before) and before[-1] in time_words("lasting")


def _closes(document: Document, sentence: Sentence, end: int) -> bool:
    """Whether the clause is at its end, or goes on with a word that no noun phrase begins with."""
    rest = document.lowered[end : min(sentence.end, end + AROUND)].lstrip()
    word = letters(rest).split(" ", 1)[0]
    return not word or word in time_words("closing")
