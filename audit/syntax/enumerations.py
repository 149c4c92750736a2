"""Lists in prose: 'Ada Boyle, 34, and Tom Reed', 'one on the coast, the other inland', 'first, ...; second, ...'.

A list is read from its own form (separators, names, the word before the last), never from how many things it should have.
Each `Item` has the tokens that name it; a clause, an age or an apposition between two items belongs to neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from audit.lang import Pack, pack
from audit.syntax.nouns import nouns, singular
from audit.syntax.reading import Reading

__all__ = ["Enumeration", "Item", "coordinations", "lines", "listed", "members", "names_in", "orders"]

_LEAD = 8
"""Words before the name of an item ('former prime minister', 'the tanker')."""
_QUOTED = 25
"""Tokens of a quoted title."""
_LONG = 9
"""Tokens of an item without a name that are shown."""
_HARD = frozenset({"that", "are", "have", "said", "if", "not", "while"})
"""Classes that no noun phrase goes over."""
_LINKING = frozenset({"of", "in", "on", "at", "for", "from", "to", "by", "with", "since", "between", "than", "during"})


class Item(NamedTuple):
    first: int
    last: int
    """The token behind it."""
    kind: str
    """'name', 'number', 'member' ('one', 'the other', 'first'), 'phrase', 'clause'."""


class Enumeration(NamedTuple):
    items: tuple[Item, ...]
    traits: tuple[str, ...]
    """What its form says: how it is joined and closed, of what sort its items are."""
    after: int
    """The token behind it."""

    @property
    def first(self) -> int:
        return self.items[0].first


class _Words(NamedTuple):
    joins: frozenset[str]
    choice: frozenset[str]
    open_behind: frozenset[str]
    one: frozenset[str]
    paired: frozenset[str]
    order: Mapping[str, int]
    """'first' -> 0, 'secondly' -> 1."""
    particles: frozenset[str]
    stop: frozenset[str]
    prepositions: frozenset[str]


def _words(words: Pack) -> _Words:
    book = words["enumerations"]
    joins, names, members = book["joins"], book["names"], book["members"]
    return _Words(
        joins=frozenset(joins["and"]),
        choice=frozenset(joins["or"]),
        open_behind=frozenset(book["open"]["behind"]),
        one=frozenset(members["one"]) | frozenset(members["paired"]),
        paired=frozenset(members["paired"]),
        order={word: place for place, words in enumerate(members["orders"]) for word in words},
        particles=frozenset(names["particles"]),
        stop=frozenset(words["function"]["stop"]),
        prepositions=frozenset(book["prepositions"]["words"]),
    )


def _known(reading: Reading) -> _Words:
    return pack(reading.document.language or "en").build(_words)


def orders(reading: Reading) -> Mapping[str, int]:
    """The words by which things are told in order, each with its place from nought."""
    return _known(reading).order


def is_tight(reading: Reading, at: int) -> bool:
    """Whether a mark stands without a space between two words ('al-Din', '04:00', 'J.P.')."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    return 0 < at < len(starts) - 1 and ends[at - 1] == starts[at] and ends[at] == starts[at + 1]


def is_dash(reading: Reading, at: int) -> bool:
    """A dash between clauses, and no hyphen."""
    if reading.tokens.classes[at] != "dash":
        return False
    starts, ends = reading.tokens.starts, reading.tokens.ends
    text = reading.document.text[starts[at]]
    if text in "—―":
        return True
    before = at > 0 and reading.tokens.classes[at - 1] == "dash" and ends[at - 1] == starts[at]
    behind = at + 1 < len(starts) and reading.tokens.classes[at + 1] == "dash" and ends[at] == starts[at + 1]
    return before or behind or (not is_tight(reading, at) and at > 0 and ends[at - 1] < starts[at])


def names_in(reading: Reading, begin: int, end: int) -> list[tuple[int, int]]:
    """First token of each name from one token to another, and the token behind it. A text in capitals has none."""
    tokens, words = reading.tokens, _known(reading)
    upper, classes = tokens.upper, tokens.classes
    count = sum(upper[begin:end])
    if not count or (count > 6 and _is_shouted(reading, begin, end)):
        return []
    found: list[tuple[int, int]] = []
    text, past = tokens.words, begin
    for place in range(begin, end):
        if not upper[place] and classes[place] != "dash" and not text[place][0].isdigit():
            continue
        at = place - (classes[place] == "dash")  # the article of 'al-Bab'
        if at < past or not (upper[at] or _may_begin(reading, at, end)):
            continue
        last = _name_end(reading, words, at, end)
        if last > at and not _is_opening(reading, words, at, last, begin):
            found.append((at, last))
        named, past = last > at, max(last, at + 1)
        while (
            named and past < end and classes[past] == "dash" and is_tight(reading, past)
        ):  # the rest of 'Malta-flagged'
            past += 2
    return found


def _is_shouted(reading: Reading, begin: int, end: int) -> bool:
    """Whether most words of a stretch have a capital."""
    tokens = reading.tokens
    letters = [at for at in range(begin, end) if tokens.words[at][0].isalpha()]
    return len(letters) > 8 and sum(tokens.capital[at] for at in letters) > 0.8 * len(letters)


def _may_begin(reading: Reading, at: int, end: int) -> bool:
    """Whether a token without a capital begins a name: '222nd Rifles', 'al-Bab'."""
    tokens = reading.tokens
    if at + 2 >= end or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    return tokens.classes[at + 1] == "dash" or (tokens.words[at][0].isdigit() and tokens.words[at + 1].isalpha())


def _is_opening(reading: Reading, words: _Words, first: int, last: int, begin: int) -> bool:
    """A word that has its capital from the beginning of its sentence alone."""
    if last - first > 1:
        return False
    word = reading.tokens.words[first]
    opens = first == begin or reading.tokens.classes[first - 1] in ("quote", "colon", "bullet", "stop")
    if word in words.stop or not opens or word in reading.names:
        return word in words.stop
    classes, capital = reading.tokens.classes, reading.tokens.capital
    return not (classes[last : last + 1] in (["and"], ["comma"]) and any(capital[last + 1 : last + 2]))


def _name_end(reading: Reading, words: _Words, at: int, end: int) -> int:
    """The token behind the name that begins here; the same token if none does."""
    tokens = reading.tokens
    starts, ends = tokens.starts, tokens.ends
    first = last = at
    if tokens.words[at][0].isdigit() and at + 2 < end and starts[at + 1] == ends[at] and tokens.words[at + 1].isalpha():
        at += 2  # '222nd Rifles'
        if not _is_capital(reading, at):
            return first
    elif not _is_capital(reading, at):
        if not _is_article(reading, at, end):
            return first
    elif tokens.words[at] in words.stop and tokens.words[at] not in words.particles:
        return first
    while at < end:
        word = tokens.words[at]
        if _is_capital(reading, at):
            if last > first and word in words.stop and word not in words.particles:
                break
            at = last = at + 1
            if word.endswith(("'s", "’s")):
                break
        elif (
            word[0].isdigit()
            and last == at
            and len(word) <= 4
            and not (at + 1 < end and tokens.words[at + 1][0].isalpha())
        ):
            at = last = at + 1
        elif last == at and tokens.classes[at] == "stop" and at + 1 < end and starts[at + 1] == ends[at]:
            at = last = at + 2  # 'XBB.1.9', 'J.P.'
        elif last == at and tokens.classes[at] == "stop" and len(tokens.words[at - 1]) <= 3 and at + 1 < end:
            at += 1
        elif last == at and tokens.classes[at] == "dash" and is_tight(reading, at) and at + 1 < end:
            if not _is_capital(reading, at + 1) and tokens.words[at + 1][0].isalpha():
                break
            at += 1
            if tokens.words[at][0].isdigit():
                at = last = at + 1
        elif _is_article(reading, at, end):
            at += 2
        elif word in words.particles and at + 1 < end:
            following = at + 1
            while following < end and tokens.words[following] in words.particles and following - at < 3:
                following += 1
            if following >= end or not (_is_capital(reading, following) or _is_article(reading, following, end)):
                break
            at = following
        else:
            break
    return last


def _is_article(reading: Reading, at: int, end: int) -> bool:
    """The small word that a hyphen joins to a name: 'al-Bab', 'ez-Zor'."""
    tokens = reading.tokens
    if at + 2 >= end or len(tokens.words[at]) > 3 or not tokens.words[at].isalpha():
        return False
    return tokens.classes[at + 1] == "dash" and is_tight(reading, at + 1) and _is_capital(reading, at + 2)


def _is_capital(reading: Reading, at: int) -> bool:
    upper = reading.tokens.upper
    return at < len(upper) and upper[at]


class _Segment(NamedTuple):
    first: int
    last: int
    mark: str
    """What stands before it: '', 'comma', 'semicolon', 'and', 'or', 'comma and' ..."""


_REGION = 100
"""Tokens of a list that are read."""


def _segments(reading: Reading, begin: int, end: int) -> tuple[list[_Segment], int, str]:
    """A region cut at its separators outside brackets and quotes, where it ends, and what ended it."""
    tokens, words = reading.tokens, _known(reading)
    end = min(end, begin + _REGION)
    found: list[_Segment] = []
    marks: list[str] = []
    depth, first, at, ended = 0, -1, begin, "end"
    while at < end:
        name, word = tokens.classes[at], tokens.words[at]
        separator = ""
        if name == "quote" and depth == 0 and (closing := _closing_quote(reading, at, end)):
            first = at if first < 0 else first
            at = closing
            continue
        if name == "open":
            depth += 1
        elif name == "close":
            if depth == 0:
                ended = "close"
                break
            depth -= 1
        elif depth == 0:
            if name == "colon" and not is_tight(reading, at) and first >= 0:
                ended = "colon"
                break
            if is_dash(reading, at) and first >= 0:
                ended = "dash"
                break
            if name in ("comma", "semicolon"):
                separator = name
            elif (name == "and" and word != "&") or word in words.joins:
                separator = "and"
            elif word in words.choice:
                separator = "or"
        if separator:
            if first >= 0:
                found.append(_Segment(first, at, " ".join(marks)))
                first, marks = -1, []
            if separator not in marks:
                marks.append(separator)
        elif (first < 0 and name not in ("quote", "stop", "bullet", "dash")) or (first < 0 and depth):
            first = at
        at += 1
    if first >= 0:
        found.append(_Segment(first, at, " ".join(marks)))
    return found, at, ended


def _closing_quote(reading: Reading, at: int, end: int) -> int:
    """The token behind what is quoted from here, where it opens here and closes soon; else 0."""
    starts, ends = reading.tokens.starts, reading.tokens.ends
    if at + 1 >= end or starts[at + 1] > ends[at]:
        return 0
    for close in range(at + 2, min(end, at + _QUOTED)):
        if reading.tokens.classes[close] == "quote":
            return close + 1
    return 0


def listed(reading: Reading, begin: int, end: int) -> list[Enumeration]:
    """The list that begins at a token, in each way in which its commas and 'and's may be read."""
    told = members(reading, begin, end)
    if told is not None and told.first <= begin + 2:
        return [told]
    segments, stopped, ended = _segments(reading, begin, end)
    if len(segments) < 2:
        return []
    if any("semicolon" in s.mark for s in segments[1:]):
        segments = _joined(segments)
    found: list[Enumeration] = []
    parallel = all(reading.tokens.classes[s.first] == "a" for s in segments)
    kin = any(_is_kin(reading, s.first) for s in segments[1:])
    nested = len(segments) > 2 and "and" not in segments[2].mark and not _is_relative(reading, segments[2])
    nested = nested and _kind(reading, segments[2]).kind == _kind(reading, segments[0]).kind
    for way, cut in _ways(segments, parallel, kin, nested):
        read = _read(reading, cut, way, stopped, ended)
        if read is not None and all(read.items != other.items for other in found):
            found.append(read)
    if len(found) > 1:
        return [each._replace(traits=(*each.traits, "way:several")) for each in found]
    return found


def _is_kin(reading: Reading, at: int) -> bool:
    """Whether a plain word for people stands here: '..., and sons Ivo and Jan'."""
    tokens = reading.tokens
    kind = nouns(reading.document.language).kind_of.get(singular(tokens.words[at]))
    return kind == "person" and not tokens.upper[at]


def _ways(segments: list[_Segment], parallel: bool, kin: bool, nested: bool) -> Iterator[tuple[str, list[_Segment]]]:
    """'Antigua and Barbuda, Benin and Chad': an 'and' before further commas is within an item. Of 'A and B, and C' it may
    also be that the list is A and B; where people are told by their kin ('daughter A and sons B and C') it is all three."""
    plain = [at for at, s in enumerate(segments[1:], 1) if s.mark in ("and", "or")]
    ends = [at for at, s in enumerate(segments[1:], 1) if "and" in s.mark or "or" in s.mark]
    if not plain or plain[0] == ends[-1] or not any("comma" in s.mark for s in segments[plain[0] + 1 : ends[-1] + 1]):
        yield "plain", segments
        return
    if parallel:
        yield "parallel", segments
        return
    if len(segments) > 3 and [s.mark for s in segments[1:]] == ["and", "comma"] * (len(segments) // 2 - 1) + ["and"]:
        yield "pairs", [one._replace(last=other.last) for one, other in zip(segments[::2], segments[1::2], strict=True)]
    if kin:
        yield "kin", segments
    if plain[0] == 1 and not nested:  # 'A and B, C, and D' goes on
        yield "inner", segments
    merged = [segments[0]]
    for at, segment in enumerate(segments[1:], 1):
        if at in plain and at != ends[-1]:
            merged[-1] = merged[-1]._replace(last=segment.last)
        else:
            merged.append(segment)
    yield "outer", merged


def _read(reading: Reading, segments: list[_Segment], way: str, stopped: int, ended: str) -> Enumeration | None:
    if len(segments) < 2:
        return None
    first = _kind(reading, segments[0])
    led = "name" if first.kind == "adjective" else first.kind
    items, traits = [first], {f"way:{way}"}
    if led == "name":
        traits.add(f"tail:{_tail(first, segments[0])}")
        if reading.tokens.classes[first.last : first.last + 1] == ["open"] and first.last + 1 < segments[0].last:
            traits.add("numbered" if reading.tokens.words[first.last + 1][0].isdigit() else "bracket")
    closed = False
    after = segments[0].last
    for segment in segments[1:]:
        joined = "and" in segment.mark or "or" in segment.mark
        if (
            closed
            and (not joined or "oxford" in traits or ("comma" in segment.mark and "ages" not in traits))
            and way not in ("parallel", "kin")
        ):
            more = _kind(reading, segment).kind
            traits.add("goes_on")
            traits.add("goes_on:alike" if more == led or (led, more) == ("name", "adjective") else "goes_on:other")
            break
        item = _kind(reading, segment)
        if led == "name":
            if item.kind == "number":
                traits.add("ages")
                continue
            if item.kind == "adjective" and not joined and reading.tokens.classes[segment.first] in ("a", "the"):
                traits.add("apposition")
                continue
            if item.kind == "counted" and not _is_capital(reading, segment.first):
                traits.add("counted_within")  # 'and two 15-year-olds, A and B'
                continue
            if item.kind not in ("name", "adjective"):
                if item.kind == "clause":
                    traits.add("relative" if _is_relative(reading, segment) else "clause_behind")
                    if joined or not _is_relative(reading, segment):
                        break
                    continue
                if not joined and not _is_capital(reading, segment.first):
                    traits.add("apposition")
                    continue
                traits.add("mixed")
        elif item.kind != led:
            traits.add("mixed")
        if closed:
            traits.add("and_again")
        items.append(item)
        after = segment.last
        if joined:
            closed = True
            if "comma" in segment.mark:
                traits.add("oxford")
            if "or" in segment.mark.split():
                traits.add("or")
        if "semicolon" in segment.mark:
            traits.add("semicolon")
    if len(items) < 2 or led == "counted":
        return None
    traits.update(item.kind for item in items if item.kind == "counted")
    traits.add("closed" if closed else "unclosed")
    traits.add(f"led:{led}")
    if after == stopped:
        traits.add(f"ends:{ended}")
    if any(w in _known(reading).open_behind for w in reading.tokens.words[items[-1].first : items[-1].first + 2]):
        traits.add("open")
    return Enumeration(tuple(items), tuple(sorted(traits)), after)


def _tail(item: Item, segment: _Segment) -> str:
    """How much is told of a name before the next."""
    more = segment.last - item.last
    return "none" if more <= 0 else "short" if more <= 3 else "long"


def _joined(segments: list[_Segment]) -> list[_Segment]:
    """Where semicolons part the items, commas are within them."""
    found = [segments[0]]
    for segment in segments[1:]:
        if "semicolon" in segment.mark:
            found.append(segment)
        else:
            found[-1] = found[-1]._replace(last=segment.last)
    return found


def _is_relative(reading: Reading, segment: _Segment) -> bool:
    return "that" in reading.tokens.classes[segment.first : segment.first + 2]


def _kind(reading: Reading, segment: _Segment) -> Item:
    """What a segment names, and by which tokens."""
    tokens = reading.tokens
    first, last = segment.first, segment.last
    while last - 1 > first and tokens.classes[last - 1] in ("stop", "comma", "semicolon"):
        last -= 1
    if tokens.classes[first] == "quote" and _closing_quote(reading, first, last):
        return Item(first, _closing_quote(reading, first, last), "title")
    for mention in reading.mentions_in(first, last):
        whole = mention.last >= last or (mention.last >= last - 1 and not mention.head)
        if mention.first <= first + 1 and whole:
            return Item(mention.first, mention.last, "number")
        if mention.first <= first + 1 and mention.type == "count" and first < mention.after:
            return Item(first, min(last, first + _LONG), "counted")
    classes = tokens.classes[first:last]
    if "that" in classes[:2]:
        return Item(first, min(last, first + _LONG), "clause")
    stop = first
    for at in range(first, min(last, first + _LONG + 4)):
        if tokens.classes[at] in _HARD or tokens.classes[at] == "open":
            break
        stop = at + 1
    names = [n for n in names_in(reading, first, max(stop, first)) if n[0] - first <= _LEAD]
    if names and not tokens.words[names[0][1] - 1].endswith(("'s", "’s")):
        head = names[0]
        for name in names[1:]:  # the last before a preposition: 'Catalan painter Joan Serra of Reus'
            if any(_links(reading, at) for at in range(head[1], name[0])):
                break
            head = name
        led = any(_links(reading, at) for at in range(first + 1, head[0]))
        if not led or tokens.classes[first] in ("the", "a"):
            behind = head[1]
            adjective = behind < last and not tokens.classes[behind] and not _links(reading, behind)
            return Item(head[0], head[1], "adjective" if adjective and tokens.words[behind].isalpha() else "name")
    if any(c in _HARD for c in classes[: _LONG + 4]):
        return Item(first, min(last, first + _LONG), "clause")
    return Item(first, min(last, first + _LONG), "phrase")


def _links(reading: Reading, at: int) -> bool:
    """A preposition, or what else begins a new noun phrase."""
    tokens = reading.tokens
    return (
        tokens.classes[at] in _LINKING
        or tokens.classes[at] in ("the", "a")
        or tokens.words[at] in _known(reading).prepositions
    )


def members(reading: Reading, begin: int, end: int) -> Enumeration | None:
    """What is told one after the other: 'one on masks and another on gloves', 'first, ...; second, ...'."""
    tokens, words = reading.tokens, _known(reading)
    found: list[Item] = []
    sorts: set[str] = set()
    told: set[str] = set()
    for at in range(begin, min(end, begin + _REGION)):
        word = tokens.words[at]
        if word not in words.one and word not in words.order:
            continue
        if at + 1 < end and tokens.classes[at + 1] == "dash" and (word in words.order or is_tight(reading, at + 1)):
            continue  # 'first-degree'
        before = at - 1
        if word in words.paired and tokens.classes[max(begin, before)] != "the":
            continue
        if before >= begin and tokens.classes[before] in ("the", "a"):
            before -= 1
        if before >= begin and not _opens_member(reading, words, before):
            continue
        if (found and at - found[-1].first < 2) or (word in words.order and word in told):
            continue
        if at + 1 < end and tokens.words[at + 1][0].isdigit():
            continue
        if not found and word in words.order and words.order[word] > 0:
            continue
        told.add(word)
        if at + 1 < end:
            name = tokens.classes[at + 1]
            sorts.add("of_them" if name == "of_them" else "linked" if name else "word")
        found.append(Item(at, min(end, at + 5), "member"))
        sorts.add("one" if word in words.one else "ordinal")
    if len(found) < 2:
        return None
    if any(m.type == "count" for m in reading.mentions_in(found[0].first + 1, found[-1].first)):
        sorts.add("split")  # 'one was ..., two were ..., and one was'
    return Enumeration(tuple(found), tuple(sorted({"members", *(f"members:{s}" for s in sorts)})), found[-1].last)


def _opens_member(reading: Reading, words: _Words, at: int) -> bool:
    tokens = reading.tokens
    name = tokens.classes[at]
    return (
        name in ("comma", "semicolon", "colon", "and", "while", "with", "open", "stop", "quote")
        or tokens.words[at] in words.joins
        or is_dash(reading, at)
    )


def lines(reading: Reading, sentence: int) -> Enumeration | None:
    """The lines behind a sentence that each begin with the mark of a list."""
    tokens = reading.tokens
    found: list[Item] = []
    marks: set[str] = set()
    for begin, end in reading.bounds[sentence + 1 :]:
        if begin >= end:
            continue
        name, word = tokens.classes[begin], tokens.words[begin]
        mark = "dash" if is_dash(reading, begin) or name == "dash" else "bullet" if name == "bullet" else ""
        if word.isdigit() and begin + 1 < end and tokens.words[begin + 1] in (".", ")"):
            mark = "number"
        if mark and (not marks or mark in marks):
            marks.add(mark)
            first = begin + 1 + (mark == "number")
            if first < end:
                found.append(Item(first, min(end, first + _LONG), "line"))
        else:
            break
    if len(found) < 2:
        return None
    return Enumeration(tuple(found), tuple(sorted({"lines", *(f"mark:{m}" for m in marks)})), found[-1].last)


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
    governed = run[0][0] > 0 and _links(reading, run[0][0] - 1)
    if len(run) > 2 and "comma" in links[0] and not closing[0] and governed:  # 'workers at the Moss, Ada and Tom'
        yield Enumeration(items[1:], tuple(sorted({*traits, "without_first"})), run[-1][1])


def _link(reading: Reading, begin: int, end: int, kind: str) -> frozenset[str]:
    """How two names next to each other are joined: by which marks; empty if they are not."""
    tokens, words = reading.tokens, _known(reading)
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
