"""Audits made by hand, so that reports are tested apart from the rules that fill them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from audit.checks.check import Check, Diagnosis, Implied, Operand, Operation, Reading, Verdict
from audit.claims.claim import Attribution, Claim, CueKind, Hedge, HedgeKind, Link, Status
from audit.figures.figure import Bound, Figure, Kind
from audit.figures.second_reader import Agreement
from audit.interval import Interval
from audit.picture import Picture
from audit.result import Audit, Part
from audit.text.document import Document, Span

__all__ = ["bridge", "figures", "hostile", "left_open", "many", "none", "routed", "series", "single"]

ROUTED = """On Monday the minister of war, Tomas Arden, spoke to the press in the capital.

Arden said his troops have killed 10,000 rebels and wounded another 10,000.

The announcement would suggest that the rebels were reduced by 56-75%, presuming that they had between 30,000 and 40,000 men.

Their 98th brigade destroyed about 70 shafts. Of 12 bridges, 8 were crossed, 4 were not."""


def span(document: Document, words: str, nth: int = 1) -> Span:
    """The nth place where the words stand."""
    at = -1
    for _ in range(nth):
        at = document.text.index(words, at + 1)
    return document.span(at, at + len(words))


def routed() -> Audit:
    """One document: a reduction that fits neither of its readings, a remainder that fits, a figure that is no quantity."""
    document = Document(ROUTED, "routed.txt", publisher="The Morning Ledger", published=date(2024, 2, 1))
    rebels = span(document, "rebels")
    killed = Figure(*_at(document, "10,000"), Interval.of(10_000), noun="rebel", phrase=rebels)
    wounded = Figure(*_at(document, "10,000", 2), Interval.of(10_000), noun="rebel", phrase=rebels, carried=True)
    share = Figure(*_at(document, "56-75%"), Interval.of(56, 75), kind=Kind.PERCENT, unit="percentage")
    men = span(document, "men")
    strength = Figure(*_at(document, "between 30,000 and 40,000"), Interval.of(30_000, 40_000), noun="man", phrase=men)
    brigade = Figure(*_at(document, "98th"), Interval.of(98), kind=Kind.IDENTIFIER, noun="brigade")
    about = span(document, "about")
    shafts = Figure(*_at(document, "70"), Interval.of(70), Bound.ABOUT, noun="shaft", cue=about)
    bridges, crossed, left = (
        Figure(*_at(document, digits, nth), Interval.of(int(digits)), noun="bridge")
        for digits, nth in (("12", 1), ("8", 2), ("4", 2))
    )
    figures = (killed, wounded, share, strength, brigade, shafts, bridges, crossed, left)
    paper = Link("The Morning Ledger", None, None, CueKind.PUBLISHER)
    arden = Link("Tomas Arden, minister of war", span(document, "Arden", 2), span(document, "said"), CueKind.INDIRECT)
    presuming = span(document, "presuming")
    hedge = Hedge(presuming, HedgeKind.PRESUMPTION, presuming.end, strength.end)
    says = Attribution((paper, arden))
    itself = Attribution((paper,))
    claims = (
        _claim(document, 0, killed, ("killed",), says, Status.REPORTED, "rebels"),
        _claim(document, 1, wounded, ("injured",), says, Status.REPORTED, "rebels"),
        _claim(document, 2, share, ("strength",), itself, Status.INFERRED, "rebels"),
        _claim(document, 3, strength, ("strength",), Attribution((paper,), (hedge,)), Status.PRESUMED, "rebels"),
        _claim(document, 4, shafts, ("destroyed",), itself, Status.ASSERTED, "shafts"),
        _claim(document, 5, bridges, (), itself, Status.ASSERTED, None),
        _claim(document, 6, crossed, (), itself, Status.ASSERTED, None),
        _claim(document, 7, left, (), itself, Status.ASSERTED, None),
    )
    agreements = tuple(Agreement(figure, figure is not strength, figure.text) for figure in figures)
    part = Part(document, figures, claims, (_reduction(claims), bridge(claims), _shafts(claims)), agreements)
    return Audit((part,))


def _reduction(claims: tuple[Claim, ...]) -> Check:
    killed, wounded, share, strength = claims[:4]
    out, hurt, base = Operand(killed, "removed"), Operand(wounded, "removed"), Operand(strength, "whole")
    both = Reading(
        "killed and wounded together over strength",
        (out, hurt, base),
        "(10,000 + 10,000) / 30,000 to 40,000",
        Interval.of(50, Fraction(200, 3)),
        Interval.of(Fraction(95, 2), 70),
        Verdict.INCONSISTENT,
        (Implied(out, Interval.of(22_400, 22_500), Fraction(12, 100), "killed and wounded together"),),
    )
    one = Reading(
        "killed alone over strength",
        (out, base),
        "10,000 / 30,000 to 40,000",
        Interval.of(25, Fraction(100, 3)),
        Interval.of(Fraction(95, 4), 35),
        Verdict.INCONSISTENT,
    )
    return Check(
        Operation.REDUCTION,
        share,
        (both, one),
        Verdict.INCONSISTENT,
        "(10,000 + 10,000) / 30,000 to 40,000 = 50% to 66.7%; or 10,000 / 30,000 to 40,000 = 25% to 33.3%, printed 56-75%",
        gap=Interval.of(6, Fraction(25, 3)),
        under={"as_printed": Verdict.INCONSISTENT, "two_figure": Verdict.INCONSISTENT, "loose": Verdict.TOO_COARSE},
        note="Both ends imply nearly the same loss.",
    )


def bridge(claims: tuple[Claim, ...]) -> Check:
    """A check that fits, of the last three claims."""
    whole, crossed, left = claims[-3:]
    reading = Reading(
        "whole less part",
        (Operand(whole, "whole"), Operand(crossed, "part")),
        "12 - 8",
        Interval.of(4),
        Interval.of(4),
        Verdict.CONSISTENT,
    )
    under = dict.fromkeys(("as_printed", "two_figure", "loose"), Verdict.CONSISTENT)
    return Check(Operation.REMAINDER, left, (reading,), Verdict.CONSISTENT, "12 - 8 = 4, printed 4", under=under)


def _shafts(claims: tuple[Claim, ...]) -> Check:
    return Check(
        Operation.PERCENT_CHANGE, claims[4], (), Verdict.UNVERIFIABLE, "", missing=("the number of shafts before",)
    )


def single() -> Audit:
    """One figure, no check."""
    document = Document("A storm killed 7 people.", "storm.txt")
    figure = Figure(*_at(document, "7"), Interval.of(7), noun="person", phrase=span(document, "people"))
    claim = _claim(document, 0, figure, ("killed",), None, Status.ASSERTED, "people")
    return Audit((Part(document, (figure,), (claim,)),))


def none() -> Audit:
    """A text without a figure."""
    return Audit((Part(Document("Nothing here is counted.", "plain.txt")),))


HOSTILE_TITLE = '=HYPERLINK("http://example.org","x") <script>alert(1)</script> #import "x": * $a$ \u202eabc'


def hostile(quote: str = "", name: str = "") -> Audit:
    """Markup, formulas, controls, right-to-left overrides, three scripts and emoji, in every place that takes words."""
    source = (
        name
        or '+cmd|" /C calc"!A1 </script><img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) دمشق ירושלים 🕊️'
    )
    text = (
        f"<script>alert('1')</script> #read(\"/etc/passwd\") $x^2$ \\ @ref <b>12 dead</b> \u202e31 evil\u202c "
        f"{quote} قال المتحدث إن 45 شخصا قتلوا و 7 נפצעו | table | `code` & 5 < 6 \x00 \ud800 🕊️ end."
    )
    document = Document(text, "=1+1.txt", title=HOSTILE_TITLE, publisher="@publisher", published=date(2024, 1, 2))
    figures = tuple(
        Figure(*_at(document, digits), Interval.of(int(digits)), noun="-noun") for digits in ("12", "31", "45")
    )
    link = Link(source, document.span(0, 8), None, CueKind.DIRECT)
    claims = tuple(
        _claim(document, index, figure, ("killed",), Attribution((link,)), Status.REPORTED, "<i>people</i>")
        for index, figure in enumerate(figures)
    )
    reading = Reading(
        "<u>sum</u>",
        (Operand(claims[0], "part"), Operand(claims[1], "part")),
        "12 + 31 <x>",
        Interval.of(43),
        Interval.of(43),
        Verdict.INCONSISTENT,
        (Implied(Operand(claims[0], "part"), Interval.of(14), Fraction(1, 6)),),
    )
    slip = Diagnosis("subset_added", "=cmd <script>alert(2)</script>", Interval.of(45))
    check = Check(
        Operation.SUM,
        claims[2],
        (reading,),
        Verdict.INCONSISTENT,
        "=12 + 31 = 43, printed 45 <script>",
        gap=Interval.of(2),
        diagnosis=slip,
        note="#emph[no]",
    )
    return Audit((Part(document, figures, claims, (check,)),))


def many(checks: int) -> Audit:
    """A document with the given number of sums, one in three wrong, three figures each."""
    sentences, places, at = [], [], 0
    for number in range(checks):
        parts, total = (number % 90 + 10, number % 70 + 20), number % 90 + number % 70 + 30 + (number % 3 == 0)
        sentence = f"District {chr(65 + number % 26)} counted {parts[0]} dead and {parts[1]} hurt, {total} in all."
        places.append((at, parts, total))
        sentences.append(sentence)
        at += len(sentence) + 2
    document = Document("\n\n".join(sentences), "districts.txt", publisher="The Gazette")
    who = Attribution((Link("The Gazette", None, None, CueKind.PUBLISHER),))
    figures: list[Figure] = []
    claims: list[Claim] = []
    found: list[Check] = []
    for at, parts, total in places:
        start = at
        for value, measure in ((parts[0], "killed"), (parts[1], "injured"), (total, "casualties")):
            start = document.text.index(str(value), start)
            figure = Figure(start, start + len(str(value)), str(value), Interval.of(value))
            start = figure.end
            figures.append(figure)
            claims.append(_claim(document, len(claims), figure, (measure,), who, Status.ASSERTED, "people"))
        one, two, whole = claims[-3:]
        summed = Interval.of(sum(parts))
        verdict = Verdict.CONSISTENT if sum(parts) == total else Verdict.INCONSISTENT
        operands = (Operand(one, "part"), Operand(two, "part"))
        needed = (Implied(operands[0], Interval.of(total - parts[1]), Fraction(total - sum(parts), parts[0])),)
        reading = Reading("the parts added", operands, f"{parts[0]} + {parts[1]}", summed, summed, verdict, needed)
        working = f"{parts[0]} + {parts[1]} = {sum(parts)}, printed {total}"
        found.append(Check(Operation.SUM, whole, (reading,), verdict, working))
    return Audit((Part(document, tuple(figures), tuple(claims), tuple(found)),))


def figures(number: int) -> Audit:
    """A text of that many figures, of all sizes, and no check."""
    sizes = [1 + (n * n * 7919) % 10 ** (1 + n % 7) for n in range(number)]
    sentences = [f"Depot {chr(65 + n % 26)} sent {size} trucks." for n, size in enumerate(sizes)]
    document = Document("\n".join(sentences), "depots.txt", publisher="The Gazette")
    found, at = [], 0
    for size, sentence in zip(sizes, sentences, strict=True):
        start = at + sentence.index(str(size))
        found.append(Figure(start, start + len(str(size)), str(size), Interval.of(size), noun="truck"))
        at += len(sentence) + 1
    claims = tuple(
        _claim(document, index, figure, (), None, Status.ASSERTED, "trucks") for index, figure in enumerate(found)
    )
    return Audit((Part(document, tuple(found), claims),))


def left_open() -> Audit:
    """One sum worked out in two ways that do not fit and one that does, of which no word says which is meant."""
    document = Document("The 3rd bus held 8, and 4 walked: 13 in all.", "bus.txt")
    values = (("8", 8), ("4", 4), ("13", 13))
    figures = tuple(Figure(*_at(document, words), Interval.of(value)) for words, value in values)
    rank = Figure(*_at(document, "3rd"), Interval.of(3), kind=Kind.RANK)
    claims = tuple(
        _claim(document, index, figure, (), None, Status.ASSERTED, None) for index, figure in enumerate(figures)
    )
    operands = (Operand(claims[0], "part"), Operand(claims[1], "part"))

    def reading(label: str, result: int, verdict: Verdict) -> Reading:
        return Reading(label, operands, str(result), Interval.of(result), Interval.of(result), verdict)

    readings = (
        reading("without the driver", 12, Verdict.INCONSISTENT),
        reading("with the driver", 13, Verdict.CONSISTENT),
    )
    under = {"as_printed": Verdict.INCONSISTENT, "loose": Verdict.CONSISTENT}
    check = Check(
        Operation.SUM,
        claims[2],
        readings,
        Verdict.UNVERIFIABLE,
        "12 or 13, printed 13",
        missing=("who drove",),
        under=under,
    )
    return Audit((Part(document, (rank, *figures), claims, (check,)),))


def series() -> Audit:
    """A table of one column that falls, with a cell's finding and a picture."""
    import matplotlib.figure

    def draw(palette: Mapping[str, str]) -> matplotlib.figure.Figure:
        figure = matplotlib.figure.Figure(figsize=(8, 3))
        figure.add_subplot().plot([1, 2, 3], [4, 9, 7], color=palette["fit"])
        return figure

    document = Document("", "toll.csv")
    one, two = Figure(0, 0, "9", Interval.of(9)), Figure(0, 0, "7", Interval.of(7))
    cells = tuple(
        Claim(figure, document, index, locator=f"row {index + 2}, column killed")
        for index, figure in enumerate((one, two))
    )
    reading = Reading(
        "never below the day before",
        (Operand(cells[0], "before"),),
        "9",
        Interval.above(9),
        Interval.above(9),
        Verdict.INCONSISTENT,
    )
    check = Check(
        Operation.MONOTONE, cells[1], (reading,), Verdict.INCONSISTENT, "9 to 7: falls by 2", gap=Interval.of(2)
    )
    picture = Picture("killed <b>", "4, 9, then 7", draw)
    return Audit((Part(document, (), cells, (check,), pictures=(picture,)),))


def _at(document: Document, words: str, nth: int = 1) -> tuple[int, int, str]:
    found = span(document, words, nth)
    return found.start, found.end, found.text


def _claim(
    document: Document,
    index: int,
    figure: Figure,
    measures: tuple[str, ...],
    attribution: Attribution | None,
    status: Status,
    population: str | None,
) -> Claim:
    sentence = document.sentence_at(figure.start)
    return Claim(figure, document, index, sentence, measures, population, attribution=attribution, status=status)
