"""An age and a birth that stand anywhere in the text: 'who has died aged 91' and, sentences on, 'born on 3 February 1932'.

The age is that of the day of death, of what its own sentence tells, or of the day of the text. A thing has one too: 'The
steamer, built in 1894, was 23 when'. A bare number is an age where its words allow it: 'I was 45', 'takes the title at 38'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from audit.account.binding import Binding, Role
from audit.account.features import crossed
from audit.account.spans import End, ends
from audit.figures.figure import Kind
from audit.lang import Pack, pack
from audit.syntax import Mention, Moment, Reading

__all__ = ["lifetimes"]

_BIRTHS, _DAYS, _MOST = 3, 4, 4
"""Births that are tried with an age, days at which it may hold, and bindings at most."""
_OLDEST = 1200
"""Years beyond which nothing bare is an age."""
_CLOSED = frozenset(("comma", "stop", "quote", "close", "semicolon", "dash", "colon"))


def lifetimes(
    reading: Reading, now: Moment | None, today: Moment | None, done: set[tuple[int, int, int]]
) -> Iterator[Binding]:
    """Every age with the likeliest births and days that no rule for near ones has proposed."""
    claims = [(claim, lead) for claim in reading.mentions if (lead := _lead(reading, claim))]
    if not claims or not reading.moments.days:
        return
    told = list(ends(reading).values())
    births = [(each, kind) for each in told if (kind := _birth(reading, each)) and each.day.known == "printed"]
    if not births:
        return
    latest = max(each.day.high for each in told if each.day.known != "nowhere")
    born = {each.day.start for each, kind in births if kind != "made"}
    for claim, lead in claims:
        days = sorted(_days(told, claim, today, latest, born), key=_by_score)[:_DAYS]
        if now is not None:
            days.append((1, "published", End(now, "", "none", (), (), frozenset())))
        pairs = [
            (near + score, birth, kind, then, day)
            for near, birth, kind in sorted(_nearest(births, claim), key=_by_near)[:_BIRTHS]
            for score, then, day in days
            if day.day.low > birth.day.high
        ]
        found = 0
        for _, birth, kind, then, day in sorted(pairs, key=lambda pair: -pair[0]):
            key = (claim.number, birth.day.start, day.day.start)
            if key in done:
                continue
            done.add(key)
            yield _binding(reading, claim, lead, birth, kind, then, day, len(births))
            found += 1
            if found == _MOST:
                break


def _birth(reading: Reading, each: End) -> str:
    """'born' where somebody is born on it, 'life' where it opens a bracket that a later day closes, 'made' of a thing."""
    if "birth" in each.begins or (each.lead == "born" and "made" not in each.begins):
        return "born"
    classes, day = reading.tokens.classes, each.day
    if day.first and classes[day.first - 1] == "open" and classes[day.last : day.last + 1] == ["dash"]:
        return "life"
    return "made" if "made" in each.begins or each.lead == "born" else ""


def _lead(reading: Reading, claim: Mention) -> str:
    """What makes a figure an age: 'told' where it is one by its kind, else the word before it; '' of any other."""
    figure = claim.figure
    if figure.kind is Kind.AGE:
        return "told" if (figure.unit or "").startswith("year") else ""
    counts = bool(claim.head) and claim.after > claim.last  # a noun behind it, not one of another figure
    if figure.kind is not Kind.COUNT or counts or figure.unit or not 0 < claim.nominal < _OLDEST or figure.words:
        return ""
    known = pack(reading.document.language).build(_leads)
    tokens, (begin, end) = reading.tokens, reading.bounds[claim.sentence]
    if claim.first == begin or "." in figure.text or "," in figure.text:
        return ""
    closed = (
        claim.last >= end or tokens.classes[claim.last] in _CLOSED or known.get(tokens.words[claim.last]) == "behind"
    )
    if not closed:
        return ""
    lead = known.get(tokens.words[claim.first - 1], "")
    if lead in ("be", "turn", "at"):
        return lead
    apposed = tokens.classes[claim.first - 1] == "comma" and claim.first - 2 >= begin
    both = claim.last >= end or tokens.classes[claim.last] in ("comma", "stop")
    return "apposed" if apposed and both and tokens.words[claim.first - 2].isalpha() else ""


def _leads(words: Pack) -> Mapping[str, str]:
    return {word: name for name in ("behind", "at", "turn", "be") for word in words["spans"]["age"][name]}


def _nearest(births: list[tuple[End, str]], claim: Mention) -> Iterator[tuple[int, End, str]]:
    for each, kind in births:
        apart = abs(each.day.sentence - claim.sentence)
        shared = min(2, len(each.words & claim.words)) if apart else 0
        yield 2 * (kind != "made") + shared + (3 if not apart else 2 if apart == 1 else 0), each, kind


def _by_near(birth: tuple[int, End, str]) -> tuple[int, int]:
    return -birth[0], birth[1].day.start


def _days(
    told: list[End], claim: Mention, today: Moment | None, latest: int, born: set[int]
) -> Iterator[tuple[int, str, End]]:
    """Days at which an age may hold, with what makes them that."""
    for each in told:
        day = each.day
        if day.start in born or day.known == "nowhere" or (day.start < claim.end and claim.start < day.end):
            continue
        apart = day.sentence - claim.sentence
        is_today = today is not None and day.start == today.start
        death = "death" in each.ends or each.lead in ("died", "dash")
        score = (4 if not apart else 2 if abs(apart) == 1 else 0) + 3 * death + 2 * is_today + (day.high == latest)
        score += 2 * ("marked" in each.ends)
        if score:
            near = (
                "same"
                if not apart
                else "marked"
                if "marked" in each.ends
                else "beside"
                if abs(apart) == 1
                else "latest"
            )
            yield score, "death" if death else "today" if is_today else near, each


def _by_score(day: tuple[int, str, End]) -> tuple[int, int]:
    return -day[0], day[2].day.start


def _binding(
    reading: Reading, claim: Mention, lead: str, birth: End, kind: str, then: str, day: End, births: int
) -> Binding:
    rule = "age.life" if kind != "made" else "age.of_thing"
    apart = birth.day.sentence - claim.sentence
    end = reading.bounds[claim.sentence][1]
    known = pack(reading.document.language).build(_leads)
    behind = known.get(reading.tokens.words[claim.last], "") if claim.last < end else ""
    said = [
        f"age:{lead}",
        f"age>{behind or (reading.tokens.classes[claim.last] if claim.last < end else 'end') or 'word'}",
        f"born:{kind}",
        f"born:apart:{max(-3, min(3, apart))}",
        f"born:grain:{birth.day.grain}",
        f"births:{min(births, 3)}",
        f"then:{then}",
        f"then:{then}&age:{lead}",
        f"then:grain:{day.day.grain}",
        f"then<{day.lead}",
        f"then:apart:{max(-3, min(3, day.day.sentence - claim.sentence)) if day.day.start >= 0 else 'none'}",
        f"bound:{claim.figure.bound}",
    ]
    said += [f"then:ends:{name}" for name in day.ends]
    if apart:
        shared = claim.words & birth.words
        said.append(f"topic:{min(3, len(shared))}")
        said.append("name:same" if shared & reading.names else "name:none")
    if claim.sentence == 0:
        said.append("age:title")
    roles = (Role("born", named=birth.day.figure), Role("day", named=day.day.figure))
    return Binding("duration", rule, claim, roles, (rule, *said, *crossed(rule, said)), "age")
