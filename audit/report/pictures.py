"""Pictures by matplotlib: a finding, a card to post, the strip of a document, and all of an audit on one sheet.

PNG or SVG by the path's suffix, each with the words that stand for it where it cannot be seen.
"""

from __future__ import annotations

from pathlib import Path

from audit.checks.check import Check
from audit.figures.rounding import Policy
from audit.files import write_whole
from audit.report.build import build
from audit.report.chart import Panel
from audit.report.findings import alone
from audit.report.model import Finding, Quote, Report
from audit.report.palette import LIGHT
from audit.report.sheet import SERIF, Run, Sheet, Style, lines_of, width_of
from audit.report.strip import Lane, Strip, strip_of
from audit.report.words import say, shown
from audit.result import Audit

__all__ = ["card", "finding", "render", "strip"]

WIDTH, EDGE = 1200, 60
CARD = (1200, 675)
INSIDE = WIDTH - 2 * EDGE
SHOWN = 6
"""Findings on the sheet of an audit; the other formats hold all."""
DRAWN = 3
"""Series drawn on it, those of several documents first."""
ROW = 34
SCALE = 1.5
QUIET = Style(15, LIGHT["quiet"])


def finding(check: Check, path: Path, *, policy: Policy = Policy.TWO_FIGURE) -> Path:
    """Write the picture of a check: quote, who says so, chart, working, what would make it fit."""
    found = alone(check, policy)
    sheet = Sheet(WIDTH)
    bottom = _finding(sheet, 50, found)
    return write_whole(path, sheet.written(bottom + 40, _form(path), found.title, _spoken(found), SCALE))


def card(check: Check, path: Path, *, policy: Policy = Policy.TWO_FIGURE) -> Path:
    """Write a card of 1200 x 675 pixels; a quote that is too long for it is shortened round its figure."""
    found = alone(check, policy)
    return write_whole(path, _card(found).written(CARD[1], _form(path), found.title, _spoken(found)))


def strip(audit: Audit, path: Path) -> Path:
    """Write the strip of all quantities of an audit."""
    sheet = Sheet(WIDTH)
    places = _places(build(audit))
    sheet.paragraph(EDGE, 40, INSIDE, [(say("heading", "strip"), Style(22, bold=True))])
    bottom = _strip(sheet, 90, places)
    title = say("heading", "strip")
    return write_whole(path, sheet.written(bottom + 40, _form(path), title, places.alternative, SCALE))


def render(audit: Audit, path: Path) -> bytes:
    """The bytes of an audit's picture: title, counts, the first findings, the strip, what it rests on."""
    report = build(audit)
    sheet = Sheet(WIDTH)
    y = sheet.paragraph(EDGE, 50, INSIDE, [(say("heading", "title").upper(), QUIET)])
    y = sheet.paragraph(EDGE, y + 4, INSIDE, [(report.title, Style(38, bold=True))])
    if report.line:
        y = sheet.paragraph(EDGE, y, INSIDE, [(report.line, Style(17, LIGHT["quiet"]))])
    y = _counts(sheet, y + 22, report)
    for limit in report.limits:
        y = sheet.paragraph(EDGE, y + 10, INSIDE, [(limit, Style(19, LIGHT["look"], bold=True))])
    chosen = [found for found in report.findings if found.group != "fit"][:SHOWN] or list(report.findings[:SHOWN])
    for found in chosen:
        y = _finding(sheet, y + 34, found)
    rest = len(report.findings) - len(chosen)
    if rest:
        y = sheet.paragraph(EDGE, y + 20, INSIDE, [(say("sentences", "more", n=f"{rest:,}"), QUIET)])
    places = _places(report)
    if places.lanes:
        y = sheet.paragraph(EDGE, y + 36, INSIDE, [(say("heading", "strip"), Style(20, bold=True))])
        y = _strip(sheet, y + 14, places)
    drawn = [*report.pictures, *(picture for article in report.articles for picture in article.pictures)][:DRAWN]
    for picture in drawn:
        y = sheet.paragraph(EDGE, y + 30, INSIDE, [(shown(picture.title), Style(17, bold=True))])
        y = sheet.image(EDGE, y + 6, INSIDE, picture.written("png", LIGHT))
    y = sheet.paragraph(EDGE, y + 26, INSIDE, [(report.neutral, QUIET)])
    method = " · ".join(f"{line.label}: {line.text}" for line in report.method[:4])
    y = sheet.paragraph(EDGE, y + 4, INSIDE, [(method, Style(13, LIGHT["quiet"]))])
    spoken = "\n\n".join(
        [
            " ".join((f"{report.title}. {report.summary}.", *report.limits)),
            *map(_spoken, chosen),
            places.alternative,
            *(shown(f"{picture.title}: {picture.alternative}") for picture in drawn),
        ]
    )
    return sheet.written(y + 40, _form(path), report.title, spoken, SCALE)


def _form(path: Path) -> str:
    return "svg" if path.suffix.lower() == ".svg" else "png"


def _places(report: Report) -> Strip:
    return strip_of(size for article in report.articles for size in article.sizes)


def _spoken(found: Finding) -> str:
    """What a picture shows, in words."""
    return "\n".join([found.as_text(), *(panel.alternative for panel in found.panels)])


def _counts(sheet: Sheet, y: float, report: Report) -> float:
    wide = INSIDE / max(1, len(report.counts))
    for index, (name, number, words) in enumerate(report.counts):
        x = EDGE + index * wide
        sheet.stroke(x, x + wide - 30, y, LIGHT[name] if number else LIGHT["line"], 4)
        sheet.words(x, y + 32, words, Style(20, LIGHT[name] if number else LIGHT["quiet"], bold=True))
    return y + 50


def _finding(sheet: Sheet, top: float, found: Finding) -> float:
    accent, x, wide = LIGHT[found.group], EDGE + 26, INSIDE - 26
    y = sheet.paragraph(x, top, wide, _label(found))
    y = sheet.paragraph(x, y + 4, wide, [(found.title, Style(23, bold=True))])
    for quote in found.quotes:
        y = sheet.paragraph(x, y + 12, wide, _quote(quote, found.group, 21))
        y = sheet.paragraph(x, y, wide, [(quote.where, Style(14, LIGHT["quiet"]))])
    y = sheet.paragraph(x, y + 12, wide, [(f"{say('labels', 'says')}: ", QUIET), (found.source, Style(16))])
    for panel in found.panels:
        y = _panel(sheet, x, y + 20, wide, panel, accent)
    if found.told:
        y = sheet.paragraph(x, y + 4, wide, [(found.told, Style(16))])
    for reading in found.readings:
        formula = [(f"{reading.formula} = ", Style(16))] if reading.formula else []
        result = (reading.result, Style(16, bold=True))
        runs = [(f"{reading.label}: ", QUIET), *formula, result, (f"  {reading.outcome}", QUIET)]
        y = sheet.paragraph(x, y + 4, wide, runs)
    for sentence in found.implied[:1]:
        y = sheet.paragraph(x, y + 8, wide, [(sentence, Style(17, bold=True))])
    for line in found.lines:
        y = sheet.paragraph(x, y + 4, wide, [(f"{line.label}: ", QUIET), (line.text, Style(15))])
    sheet.box(EDGE, top, 6, y - top, accent)
    return y


def _card(found: Finding) -> Sheet:
    """From the bottom up what is short, and the quote in the room that is left."""
    sheet = Sheet(CARD[0])
    sheet.box(0, 0, 14, CARD[1], LIGHT[found.group])
    y = sheet.paragraph(EDGE, 44, INSIDE, _label(found))
    quote = found.quotes[0]
    rows = found.panels[0].bars[:3] if found.panels else ()
    chart_top = CARD[1] - 178 - ROW * len(rows)
    title = _fitted([(found.title, Style(25, bold=True))], INSIDE, 2)
    title_top = chart_top - 30 - 35 * len(lines_of(title, INSIDE))
    told = _fitted([(found.told, Style(20))], INSIDE, 2) if found.told else []
    y = _fill(sheet, y + 12, title_top - 42 - 28 * len(lines_of(told, INSIDE)), quote, found.group)
    y = sheet.paragraph(EDGE, y + 8, INSIDE, _fitted([(found.source, Style(17, LIGHT["quiet"]))], INSIDE, 1))
    sheet.paragraph(EDGE, y + 4, INSIDE, told)
    sheet.stroke(EDGE, CARD[0] - EDGE, title_top - 10, LIGHT["line"], 1)
    sheet.paragraph(EDGE, title_top, INSIDE, title)
    if rows:
        panel = Panel("", rows, found.panels[0].ticks, "")
        _panel(sheet, EDGE, chart_top - 10, INSIDE, panel, LIGHT[found.group])
    last = found.implied[0] if found.implied else found.working or "".join(line.text for line in found.lines[:1])
    sheet.paragraph(EDGE, CARD[1] - 126, INSIDE, _fitted([(last, Style(18, bold=True))], INSIDE, 2))
    where = _fitted([(quote.where, Style(14, LIGHT["quiet"]))], INSIDE - 260, 1)
    sheet.paragraph(EDGE, CARD[1] - 54, INSIDE - 260, where)
    sheet.words(CARD[0] - EDGE, CARD[1] - 40, "numeric-claims-audit", Style(14, LIGHT["quiet"]), "right")
    return sheet


def _fill(sheet: Sheet, top: float, bottom: float, quote: Quote, group: str) -> float:
    """The quote as large as the room allows; returns its bottom."""
    for size in (42, 37, 33, 29, 26, 23, 20):
        runs = _quote(quote, group, size)
        if len(lines_of(runs, INSIDE)) * size * 1.4 <= bottom - top:
            break
    else:
        runs = shortened(runs, int((bottom - top) / (size * 1.4)))
    return sheet.paragraph(EDGE, top, INSIDE, runs)


def shortened(runs: list[Run], lines: int) -> list[Run]:
    """The runs shortened at both sides of the claim, so that they take no more than so many lines."""
    claim = next((index for index, (_, style) in enumerate(runs) if style.tint), 0)
    text, style = runs[claim]
    before = "".join(words for words, _ in runs[:claim])
    after = "".join(words for words, _ in runs[claim + 1 :])
    plain = Style(style.size, font=SERIF)
    room = max(40, int(lines * INSIDE / width_of("n", plain)))
    while True:
        left, right = before[-room // 2 :], after[: room // 2]
        pieces = [
            ("…" + left.split(" ", 1)[-1] if left != before else before, plain),
            (text, style),
            (right.rsplit(" ", 1)[0] + " …" if right != after else after, plain),
        ]
        if room <= 40 or len(lines_of(pieces, INSIDE)) <= lines:
            return _fitted(pieces, INSIDE, lines)
        room = room * 9 // 10


def _fitted(runs: list[Run], width: float, lines: int) -> list[Run]:
    """The runs, cut with an ellipsis after so many lines."""
    broken = lines_of(runs, width)
    if len(broken) <= lines:
        return runs
    kept = [(word, style) for line in broken[:lines] for word, style, _ in line]
    while kept and len(lines_of([*kept[:-1], (kept[-1][0].rstrip() + "…", kept[-1][1])], width)) > lines:
        kept[-1] = (kept[-1][0][:-1], kept[-1][1])
        if not kept[-1][0].strip():
            kept.pop()
    return [*kept[:-1], (kept[-1][0].rstrip() + "…", kept[-1][1])]


def _label(found: Finding) -> list[Run]:
    accent = LIGHT[found.group]
    return [
        (f"{found.sign} ", Style(18, accent, bold=True)),
        (f"{found.label} · {found.operation}".upper(), Style(15, accent, bold=True)),
    ]


def _quote(quote: Quote, group: str, size: float) -> list[Run]:
    plain = Style(size, font=SERIF)
    claim = Style(size, bold=True, font=SERIF, line="solid", accent=LIGHT[group], tint=LIGHT[f"{group}_tint"])
    operand = Style(size, bold=True, font=SERIF, line="dotted", accent=LIGHT["quiet"])
    return [(piece.text, {"claim": claim, "operand": operand}.get(piece.role, plain)) for piece in quote.pieces]


def _panel(sheet: Sheet, x: float, top: float, wide: float, panel: Panel, accent: str) -> float:
    """Bars with their labels to the left and their values to the right, and the axis below; returns its bottom."""
    left, right = x + wide * 0.34, x + wide * 0.8
    label = Style(15)
    y = top
    for bar in panel.bars:
        lines = lines_of([(bar.label, label)], left - x - 24)
        height = max(ROW, 22 * len(lines) + 8)
        middle = y + height / 2
        sheet.paragraph(x, middle - 10.5 * len(lines), left - x - 24, [(bar.label, label)])
        ink = accent if bar.role in ("claim", "stated") else LIGHT["ink"]
        start, end = (left + share * (right - left) for share in (bar.start, bar.end))
        sheet.stroke(left, right, middle, LIGHT["line"], 1)
        for low, high in bar.widths:
            sheet.stroke(left + low * (right - left), left + high * (right - left), middle, LIGHT["quiet"], 3)
        fill = ink if bar.role in ("claim", "needed") else LIGHT["ground"]
        if start == end:
            sheet.dot(start, middle, 11, fill, ink, "D")
        else:
            sheet.box(start, middle - 8, end - start, 16, fill, ink)
        if bar.endless_right:
            sheet.dot(right, middle, 9, ink, ink, ">")
        if bar.endless_left:
            sheet.dot(left, middle, 9, ink, ink, "<")
        sheet.words(right + 24, middle + 5.5, bar.value, Style(15, bold=bar.role == "claim"))
        y += height
    return _axis(sheet, left, right, y + 4, panel)


def _axis(sheet: Sheet, left: float, right: float, y: float, panel: Panel | Lane) -> float:
    sheet.stroke(left, right, y, LIGHT["quiet"], 1)
    for tick in panel.ticks:
        at = left + tick.place * (right - left)
        sheet.tick(at, y, y + 5, LIGHT["quiet"])
        sheet.words(at, y + 20, tick.label, Style(12.5, LIGHT["quiet"]), "center")
    return y + 30


def _strip(sheet: Sheet, top: float, places: Strip) -> float:
    left, right, y = EDGE + 170, WIDTH - EDGE, top
    for lane in places.lanes:
        step = min(12, 96 / lane.levels)
        base = y + 14 + step * lane.levels
        sheet.words(EDGE, base, lane.name, Style(15, LIGHT["quiet"]))
        for dot in lane.dots:
            colour = LIGHT[dot.group]
            height = base - 8 - dot.level * step
            start, end = (left + share * (right - left) for share in (dot.start, dot.end))
            if end > start:
                sheet.stroke(start, end, height, colour, 3)
            solid = dot.group in ("misfit", "fit")
            form = "D" if dot.group == "misfit" else "o"
            sheet.dot(
                (start + end) / 2, height, min(9, max(2.5, step)), colour if solid else LIGHT["ground"], colour, form
            )
        y = _axis(sheet, left, right, base, lane) + 6
    return y
