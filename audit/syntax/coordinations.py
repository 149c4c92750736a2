"""The names and the days of a stretch that commas and a last 'and' join."""

from __future__ import annotations

from collections.abc import Iterator

from audit.syntax.capitals import names_in
from audit.syntax.enumeration import Enumeration, Item, is_link, list_words
from audit.syntax.reading import Reading

__all__ = ["coordinations", "may_join"]


def may_join(reading: Reading, begin: int, end: int) -> bool:
    """Whether a stretch has a word for 'and': without one it lists nothing."""
    tokens = reading.tokens
    return "and" in tokens.classes[begin:end] or not list_words(reading).joins.isdisjoint(tokens.words[begin:end])


def coordinations(
    reading: Reading, begin: int, end: int, known: list[tuple[int, int]] | None = None
) -> list[Enumeration]:
    """The names and the days of a stretch that are joined by commas and a last 'and', each list once, in order."""
    dates = [(m.first, m.last) for m in reading.mentions_in(begin, end) if m.type in ("date", "time")]
    taken = {at for first, last in dates for at in range(first, last)}
    known = names_in(reading, begin, end) if known is None else known
    if len(known) + len(dates) < 2:
        return []
    names = [(a, b) for a, b in known if not taken.intersection(range(a, b))]
    found: list[Enumeration] = []
    inside = _bracketed(reading, begin, end)
    outer = [name for name in names if name[0] not in inside]
    for runs, kind in ((outer, "name"), ([n for n in names if n[0] in inside], "name"), (dates, "date")):
        if len(runs) > 1:
            found += _chains(reading, runs, kind)
    return sorted(found, key=lambda each: each.first)


def _bracketed(reading: Reading, begin: int, end: int) -> frozenset[int]:
    found, depth = [], 0
    classes = reading.tokens.classes[begin:end]
    if "open" not in classes:
        return frozenset()
    for at, name in enumerate(classes, begin):
        depth += (name == "open") - (name == "close" and depth > 0)
        if depth:
            found.append(at)
    return frozenset(found)


def _chains(reading: Reading, runs: list[tuple[int, int]], kind: str) -> Iterator[Enumeration]:
    run: list[tuple[int, int]] = []
    links: list[frozenset[str]] = []
    for name in runs:
        link = _link(reading, run[-1][1], name[0], kind) if run else frozenset()
        if link and not _is_over(links, link):
            run.append(name)
            links.append(link)
            continue
        yield from _finished(reading, run, links, kind)
        run, links = [name], []
    yield from _finished(reading, run, links, kind)


def _is_over(links: list[frozenset[str]], link: frozenset[str]) -> bool:
    """Whether a list is closed before a further link: 'A and B, and his sister C'."""
    closing = next((each for each in links if "and" in each), None)
    if closing is None:
        return False
    return "and" not in link or ("comma" in link and not closing & {"comma", "ages"})


def _finished(
    reading: Reading, run: list[tuple[int, int]], links: list[frozenset[str]], kind: str
) -> Iterator[Enumeration]:
    closing = ["and" in link for link in links]
    if not any(closing):
        return
    traits = {x for link in links for x in ("ages", "led", "bracket") if x in link} | {"closed", f"led:{kind}"}
    if sum(closing) > 1:
        traits.add("and_again")
    if "comma" in links[closing.index(True)]:
        traits.add("oxford")
    items = tuple(Item(a, b, kind) for a, b in run)
    yield Enumeration(items, tuple(sorted(traits)), run[-1][1])
    governed = run[0][0] > 0 and is_link(reading, run[0][0] - 1)
    if len(run) > 2 and "comma" in links[0] and not closing[0] and governed:  # 'workers at the Moss, Ada and Tom'
        yield Enumeration(items[1:], tuple(sorted({*traits, "without_first"})), run[-1][1])


def _link(reading: Reading, begin: int, end: int, kind: str) -> frozenset[str]:
    """How two names next to each other are joined: by which marks; empty if they are not."""
    tokens, words = reading.tokens, list_words(reading)
    if not 0 < end - begin <= 12 or tokens.words[begin - 1].endswith(("'s", "’s")):
        return frozenset()
    found: set[str] = set()
    at = begin
    while at < end:
        name, word = tokens.classes[at], tokens.words[at]
        if name == "open":
            while at < end and tokens.classes[at] != "close":
                at += 1
            found.add("bracket")
        elif name == "comma":
            found.add("comma")
            if at + 2 < end and tokens.words[at + 1][0].isdigit() and tokens.classes[at + 2] in ("comma", "and"):
                at += 1
                found.add("ages")
        elif name == "and" or word in words.joins:
            found.add("and")
        elif name == "quote" or (found & {"comma", "and"} and name in ("on", "at", "in", "during") and kind == "date"):
            pass
        elif kind == "date" and name == "" and end - begin <= 9:
            found.add("led")
        elif found & {"comma", "and"} and name in ("", "the", "a", "dash", "other"):
            if name == "":
                found.add("led")
        else:
            return frozenset()
        at += 1
    return frozenset(found) if found & {"comma", "and"} else frozenset()
