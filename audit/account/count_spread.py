"""What a text tells name by name over several sentences, and a number that may count it: 'three sons. Karim ... Fadi ...'.

The stretch is chosen by form alone: the run of sentences that each begin with a name, the paragraph, the lists of the lead.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.account.counted import Found, between, near, opening, reference
from audit.syntax import Mention, Reading
from audit.syntax.alike import Alike
from audit.syntax.spread import Turn, called_so, governed_alike, in_turn, openers, taken_up

__all__ = ["spread"]

_RUN = 8
"""Sentences over which things are told in turn."""
_WAIT = 2
"""Sentences behind a number of which one begins the telling."""
_HEAD = 3
"""Sentences at the head of a text, which announce what all of it tells."""
_FAR = 9
"""Sentences behind these in which a list may stand."""
_LISTS = 4
_BACK = 2
"""Sentences back to which 'the two clubs' goes."""


def spread(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """Every group of names told in turn that a number may count."""
    if reading.is_overlong(mention.sentence):
        return
    goes_back = reference(reading, mention)
    if goes_back not in ("", "back", "all", "both", "collective"):
        yield from _earlier(reading, mention, groups, goes_back)
    if goes_back:
        yield from _told_before(reading, mention, groups, goes_back)
    if goes_back in ("", "back", "all") and _counts_things(reading, mention):
        yield from _run(reading, mention, groups)
        yield from _ahead(reading, mention, groups)
        if not goes_back:
            yield from _alike(reading, mention, groups)
    if not goes_back and _is_closing(reading, mention):
        begin = reading.bounds[mention.sentence][0]
        for found in groups.named(mention.sentence, begin, mention.first):
            yield "count.names_summed", found, between(reading, found.after, mention.first)
    if mention.head:
        yield from _taken_up(reading, mention, groups)
        yield from _called(reading, mention, groups)
    if mention.sentence < _HEAD:
        yield from _lists_of_the_lead(reading, mention, groups)


def _counts_things(reading: Reading, mention: Mention) -> bool:
    """Whether it has a noun, or ends what is said ('the UN names four.'), or stands in a headline."""
    behind = reading.tokens.classes[mention.after : mention.after + 1]
    return bool(mention.head) or mention.sentence < _HEAD or behind in ([], ["stop"], ["colon"], ["semicolon"])


def _run(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """'three sons. Karim was killed in May, Fadi in June. Samir is alive.'"""
    at, last = mention.sentence, len(reading.bounds)
    for start in range(at, min(at + 1 + _WAIT, last)):
        turns: list[list[Turn]] = []
        for sentence in range(start, min(start + _RUN, last)):
            told = openers(reading, groups, sentence, mention.after if sentence == at else 0)
            if not told or (sentence > at and _is_another(reading, mention, sentence)):
                break
            turns.append(told)
        strong = [[t for t in told if t.way == "opens"] for told in turns]
        cut = next((i for i, told in enumerate(strong) if not told), len(strong))
        here = [_is_near(reading, start, start + i) for i in range(len(turns))]
        near_by = here.index(False) if False in here else len(turns)
        ways = (
            ("strong", [t for told in strong[:cut] for t in told]),
            ("comma", [t for told in turns[:cut] for t in told]),
            ("any", [t for told in turns for t in told]),
            ("paragraph", [t for told in turns[:near_by] for t in told]),
        )
        any_told = False
        for way, told in ways if start < at + _WAIT else ways[:1]:
            found = in_turn(told, f"run:{way}")
            if found is not None:
                any_told = True
                names = len(found.items)
                yield (
                    "count.told_in_turn",
                    found,
                    [
                        f"on:{start - at}",
                        f"apart:{'same' if start == at else near(reading, mention, start)[6:]}",
                        f"turns:{min(names, 5)}",
                    ],
                )
        if any_told and start > at:
            return


def _is_closing(reading: Reading, mention: Mention) -> bool:
    """Whether it stands behind a mark that sums up: 'Ferrol, Mancini, Obi: three surgeons'."""
    before = reading.tokens.classes[mention.first - 1] if mention.first else ""
    return before in ("colon", "dash") and mention.first - 1 > reading.bounds[mention.sentence][0]


def _alike(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """'Raids hit two districts ... In Lusk a couple died; three workers were killed in Prevno': in one paragraph."""
    at, sentences = mention.sentence, reading.document.sentences
    end = min(at + 1 + (_FAR if at < _HEAD else _RUN // 2), len(reading.bounds))
    paragraphs: dict[int, list[int]] = {}
    for on in range(at + 1, end):
        paragraphs.setdefault(sentences[on].paragraph, []).append(on)
    for place, told in enumerate(list(paragraphs.values())[: _HEAD if at < _HEAD else 2]):
        if len(told) > 1:
            for found in governed_alike(reading, groups, told):
                yield "count.governed_alike", found, [f"paragraph:{place}", f"from:{'head' if at == 0 else 'text'}"]


def _taken_up(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """'a fort with four bastions ... The bastions were named for saints: St Anne and St Brice ..., St Crispin ...'."""
    at = mention.sentence
    if not taken_up(reading, mention.head, mention.after, len(reading.tokens.words)):
        return
    for on in range(at + 1, min(at + 1 + _FAR, len(reading.bounds))):
        begin, end = reading.bounds[on]
        behind = taken_up(reading, mention.head, begin, end)
        if behind:
            far = "next" if on - at == 1 else "soon" if on - at <= 3 else "far"
            for found in groups.named(on, behind, end):
                yield "count.taken_up", found, [f"on:{far}", *between(reading, behind, found.first)]
            turns = [
                t
                for s in range(on, min(on + 3, len(reading.bounds)))
                for t in openers(reading, groups, s, behind if s == on else 0)
            ]
            told = in_turn(turns)
            if told is not None:
                yield "count.taken_up", told, [f"on:{far}"]
            return


def _is_near(reading: Reading, first: int, sentence: int) -> bool:
    sentences = reading.document.sentences
    return sentences[first].paragraph == sentences[sentence].paragraph


def _is_another(reading: Reading, mention: Mention, sentence: int) -> bool:
    """Whether a sentence counts the same noun anew: what is told from there is of that number."""
    return bool(mention.head) and any(
        m.head == mention.head and m.type == "count" and m.is_point and m.low > 1
        for m in reading.by_sentence.get(sentence, ())
    )


def _ahead(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """All the names behind it in its sentence, or in the next: 'on four fronts, in A, on the B and, from 1917, in the C'."""
    at = mention.sentence
    for on in range(at, min(at + 2, len(reading.bounds))):
        begin, end = reading.bounds[on]
        begin = mention.after if on == at else begin
        for found in groups.named(on, begin, end):
            if on > at and "names:all" not in found.traits:
                break  # of the next sentence all or none
            apart = "apart:same" if on == at else near(reading, mention, on)
            gap = between(reading, begin, found.first)
            yield "count.names_ahead", found, [f"on:{on - at}", apart, opening(found.first - begin), *gap]


def _called(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """'Two villages are cut off. ... Ndolo, a fishing village ... the village of Kasanje'."""
    at, last = mention.sentence, len(reading.bounds)
    on = range(at, last if at < _HEAD else min(at + _RUN, last))
    for way, sentences in (("on", on), ("back", range(max(0, at - _BACK), at + 1))):
        found = called_so(reading, groups, mention.head, sentences)
        if found is not None:
            yield "count.called_so", found, [f"way:{way}", "from:head" if at < _HEAD else "from:text"]


def _lists_of_the_lead(reading: Reading, mention: Mention, groups: Alike) -> Iterator[Found]:
    """What a headline counts, told in a list somewhere in the text: 'Three schools to close ... Ash Lane, Marl and Penn'."""
    at, seen = mention.sentence, 0
    for on in range(at + 1, min(at + 1 + _FAR, len(reading.bounds))):
        for place, found in enumerate(groups.coordinations(on)):
            if found.after == 0 or seen >= _LISTS:
                return
            seen += 1
            far = "next" if on - at == 1 else "soon" if on - at <= 3 else "far"
            yield (
                "count.names_far",
                found,
                [f"on:{far}", f"place:{min(place, 1)}", f"from:{'head' if at == 0 else 'lead'}"],
            )


def _earlier(reading: Reading, mention: Mention, groups: Alike, how: str) -> Iterator[Found]:
    """'... Brazil, Portugal and Serbia. Their three governments', '2009, 2014 and 2015. Three earlier triumphs'."""
    at = mention.sentence
    for back in range(min(2, at) + 1):
        lists = [c for c in groups.coordinations(at - back) if back or c.after <= mention.first]
        for found in [c for c in lists if c.after == lists[-1].after]:
            yield "count.names_earlier", found, [f"back:{back}", f"by:{how}", f"lists:{min(len(lists), 3)}"]
        if lists:
            return


def _told_before(reading: Reading, mention: Mention, groups: Alike, how: str) -> Iterator[Found]:
    """'The Faith was lost off Rana in March. The Hope sank in May. ... the two boats'."""
    at = mention.sentence
    if at < _BACK:
        return
    found = in_turn(t for back in range(_BACK, 0, -1) for t in openers(reading, groups, at - back))
    if found is not None:
        yield "count.told_before", found, [f"by:{how}"]
