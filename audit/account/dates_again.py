"""A day, month or year told again: "in May" and "the May vote", "on 7 May" and "in May", "last year" and a year printed.

A coarse date and a finer one within it agree. Pairs that agree are sought over the whole text; that they do says little,
for many things are of one year. Pairs next to each other are proposed whatever they print.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from audit.account.binding import Binding, Role
from audit.account.features import Prefixed
from audit.account.kin import Kin
from audit.account.lengths import book
from audit.account.likeness import LEAD, Likeness
from audit.account.values import same_stretch
from audit.claims.claim import Claim
from audit.syntax import Mention, Moment, Reading

__all__ = ["dates_again"]

_CHANCE = {"day": 0.02, "month": 0.08, "year": 0.1, "within": 0.25}
"""How often two dates of one article agree that have nothing to do with each other."""
_SOUGHT = 2
"""So much oftener is one found where the whole text is looked through."""
_NEAR = 2
"""Dates of the same grain before one that are tried whatever they print; and one of another grain right before it."""
_EQUAL = 1
"""Those of each grain that agree and are tried, nearest first, and the first of the text."""
_SURE = frozenset(("printed", "word", "bare"))
_AGAIN = Prefixed("again.")
_GRAINS = Prefixed("grains:")
_KNOWN = Prefixed("known:")


def dates_again(reading: Reading) -> Iterator[Binding]:
    """Pairs of dates that may be one, the later as the claim."""
    likeness, kin = reading.once(Likeness), reading.once(Kin)
    days = sorted(_days(reading), key=_start)
    by_grain: dict[str, list[Moment]] = {}
    by_sentence: dict[int, list[Moment]] = {}
    by_month: dict[int, list[Moment]] = {}
    by_year: dict[int, list[Moment]] = {}
    dated: dict[int, Mention] = {}
    words: set[int] = set()
    """The days of words like 'Thursday': each stands for its date once."""
    before: Moment | None = None
    for later in days:
        same = by_grain.setdefault(later.grain, [])
        near = [*reversed(same[-_NEAR:]), *(each for each in same[:1] if each.sentence < LEAD)]
        near += [before] if before is not None and before.grain != later.grain else []
        near += [each for place in kin.before(later.sentence) for each in by_sentence.get(place, ())[:_NEAR]]
        before = later
        by_sentence.setdefault(later.sentence, []).append(later)
        if later.month is not None:
            agreeing = by_month.setdefault(later.month, [])
            agreeing.append(later)
        if later.known in _SURE:
            for year in {_year(later), date.fromordinal(later.high).year}:
                by_year.setdefault(year, []).append(later)
        sought = [*_agreeing(by_month.get(later.month or 0, ()), later)]
        if later.known in _SURE:
            sought += _agreeing([each for each in by_year[_year(later)] if "year" in (each.grain, later.grain)], later)
        if later.known == "word":
            if later.low in words:
                continue
            words.add(later.low)
        for earlier in _figures_first(dict.fromkeys((*near, *sought)), later):
            yield from _binding(reading, likeness, dated, earlier, later, sought=earlier not in near)
        same.append(later)


def _figures_first(others: Collection[Moment], later: Moment) -> Iterator[Moment]:
    """Those of which one is a figure; a word like 'Thursday' stands for its date once, where the date is nearest."""
    words = [each for each in others if each.mention is None]
    figures = [each for each in others if each.mention is not None]
    if later.mention is None:
        yield from sorted(figures, key=_start)[-1:]
        if later.known == "text":  # 'in June', and June again
            again = sorted((each for each in words if each.known == "text"), key=_start)
            yield from dict.fromkeys((*again[-1:], *(each for each in again[:1] if each.sentence < LEAD)))
        return
    yield from figures
    yield from (each for each in words if each.known != "word")
    yield from sorted((each for each in words if each.known == "word"), key=_start)[-1:]


def _start(moment: Moment) -> int:
    return moment.start


def _days(reading: Reading) -> Iterator[Moment]:
    """The moments of the text, and the numbers that may be years where nothing is counted."""
    placed = set()
    for each in reading.moments.days:
        if each.mention is not None:
            placed.add(each.mention.number)
        if not each.torn and not _is_of_part(reading, each):
            yield _narrowed(reading, each)
    for mention in reading.mentions:
        if mention.type == "date" and mention.number not in placed and mention.day is not None:
            year = mention.day.year
            if year is not None and mention.day.month is None:
                low, high = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
                place = (mention.sentence, mention.first, mention.last, mention)
                yield Moment(mention.start, mention.end, mention.figure.text, low, high, "year", "bare", *place)


def _is_of_part(reading: Reading, moment: Moment) -> bool:
    """Whether it only tells of which year a part of it is meant: 'the third quarter of 2031'."""
    classes, first = reading.tokens.classes, moment.first
    return moment.grain == "year" and first > 1 and classes[first - 1] == "of" and classes[first - 2] == "year"


def _narrowed(reading: Reading, moment: Moment) -> Moment:
    """The part of it that is meant: 'late July', 'the beginning of 2031'."""
    if moment.grain == "day":
        return moment
    parts, words = book(reading.document.language).part, reading.tokens.words
    at = moment.first - 1
    if at > 0 and reading.tokens.classes[at] in ("of", "dash"):
        at -= 1
    if at < 0 or words[at] not in parts:
        return moment
    low, high = parts[words[at]]
    days = moment.high - moment.low
    return replace(moment, low=moment.low + days * low // 100, high=moment.low + days * high // 100)


def _first(mention: Mention) -> int:
    return mention.first


def _year(moment: Moment) -> int:
    return date.fromordinal(moment.low).year


def _agreeing(others: list[Moment] | tuple[Moment, ...], later: Moment) -> list[Moment]:
    """Of the earlier ones those that agree: the nearest of each grain, and the first."""
    found: dict[str, list[Moment]] = {}
    for each in reversed(others):
        if each is later:
            continue
        members = found.setdefault(each.grain, [])
        if (len(members) < _EQUAL or each is others[0]) and _agree(each, later):
            members.append(each)
    return [each for members in found.values() for each in members]


def _agree(one: Moment, other: Moment) -> bool:
    both = _beside(one, other)
    return both is not None and same_stretch(*((each.low, each.high) for each in both))


def _beside(one: Moment, other: Moment) -> tuple[Moment, Moment] | None:
    """Both as far as both print it: a year that is guessed tells them not apart."""
    if one.known in _SURE and other.known in _SURE:
        return one, other
    if one.month is None or other.month is None:
        return None
    return (_moved(one, _year(other)), other) if other.known in _SURE else (one, _moved(other, _year(one)))


def _moved(moment: Moment, year: int) -> Moment:
    """The same stretch of another year."""
    old = date.fromordinal(moment.low)
    by = date(year, old.month, 1).toordinal() - date(old.year, old.month, 1).toordinal()
    return replace(moment, low=moment.low + by, high=moment.high + by) if by else moment


def _binding(
    reading: Reading, likeness: Likeness, dated: dict[int, Mention], one: Moment, other: Moment, *, sought: bool
) -> Iterator[Binding]:
    """The later is the claim, if it is a figure of the text, else the earlier: 'in June' is none."""
    both = _beside(one, other)
    if both is None or _end_other_runs(one, other):
        return
    former, later = (_mention(reading, dated, each, as_told) for each, as_told in zip(both, (one, other), strict=True))
    grain = one.grain if one.grain == other.grain else "within"
    rule = _AGAIN[grain]
    features = [rule, *likeness.features(reading, former, later, rule)]
    features.append(_GRAINS[f"{one.grain}-{other.grain}"])
    features.append(_KNOWN[f"{one.known}-{other.known}"])
    if one.weekday is not None and other.weekday is not None:
        features.append("weekdays")
    chance = _CHANCE[grain] * (_SOUGHT if sought else 1)
    claim, told, moment = (later, former, both[0]) if other.mention is not None else (former, later, both[1])
    role = Role("told", told) if moment.mention is not None else Role("told", named=moment.figure)
    yield Binding("restatement", rule, claim, (role,), tuple(features), sought=sought, chance=chance)


def _end_other_runs(one: Moment, other: Moment) -> bool:
    """Whether both are years of runs that are not one: '(1807-1872)', '(1817-1872)'."""
    if one.mention is None or other.mention is None:
        return False
    runs = [each.mention.figure.text for each in (one, other) if each.mention and each.mention.figure.text != each.text]
    return len(runs) > 1 and runs[0] != runs[1]


def _mention(reading: Reading, dated: dict[int, Mention], moment: Moment, as_told: Moment) -> Mention:
    """A moment as a mention that reaches over its stretch of the calendar."""
    known = dated.get(moment.start) if moment is as_told else None
    if known is not None:
        return known
    low, high = float(moment.low), float(moment.high)
    if moment.mention is not None:
        made = replace(moment.mention, type="date", head="", low=low, high=high)
    else:
        tokens, begin = reading.tokens, reading.bounds[moment.sentence][0]
        sentence = reading.document.sentences[moment.sentence]
        made = Mention(
            claim=Claim(moment.figure, reading.document, -1, sentence),
            number=bisect_left(reading.mentions, moment.first, key=_first),
            first=moment.first,
            last=moment.last,
            after=moment.last,
            sentence=moment.sentence,
            paragraph=sentence.paragraph,
            type="date",
            head="",
            modifiers=frozenset(),
            determiner=tokens.classes[moment.first - 1] if moment.first > begin else "",
            partitive=False,
            low=low,
            high=high,
        )
    if moment is as_told:
        dated[moment.start] = made
    return made
