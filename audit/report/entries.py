"""Every figure of a document as a row with its source, and the text cut into pieces at its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from audit import show
from audit.checks.check import Check, Verdict
from audit.claims.claim import Claim
from audit.figures.figure import Figure
from audit.ledger.beside import day_words
from audit.report.groups import LOOK, is_between
from audit.report.model import Article, Entry, Paragraph, Piece
from audit.report.strip import PLAIN, Size
from audit.report.words import isolated, said_by, say, shown, stands_bare, verdict_words
from audit.result import Part
from audit.strings import strings
from audit.text.document import Document

if TYPE_CHECKING:
    from audit.figures.second_reader import Agreement

__all__ = ["Index", "Stretch", "article_of", "credit", "cut", "index_of", "passed_on", "place_of_words", "where"]

Stretch: TypeAlias = tuple[int, int, str]
"""Start, end and role of words that are no figure."""
_WORST = (
    Verdict.INCONSISTENT,
    Verdict.UNVERIFIABLE,
    Verdict.TOO_COARSE,
    Verdict.CONSISTENT_WITH_ROUNDING,
    Verdict.CONSISTENT,
)


@dataclass(frozen=True, slots=True)
class Index:
    """What a report knows of one document before it is written down."""

    key: str
    part: Part
    entries: Mapping[Figure, str]
    """Key of each figure's entry, in the order of the text, the longer of two that start together first."""
    listed: Sequence[tuple[Figure, str]]
    """The same as a sequence."""
    starts: Sequence[int]
    """Where each of them starts, to find those of a sentence."""
    verdicts: Mapping[Figure, Verdict]
    """The worst verdict on each figure that is derived."""
    findings: Mapping[Figure, tuple[str, ...]]
    """Keys of the findings that use a figure."""
    looked: Set[Figure]
    """Figures about which there is a question worth a look, and no graver verdict."""
    spans: Mapping[tuple[int, int], Figure]
    """The figure of each stretch of the text."""

    def printed(self, figure: Figure) -> Figure:
        """The figure as it is listed: of a date that was compared as a day of the week the date."""
        return _printed(figure, self.entries, self.spans)

    def key_of(self, figure: Figure) -> str:
        """Key of the figure's entry, '' if it has none."""
        return self.entries.get(self.printed(figure), "")


def index_of(
    key: str, part: Part, checks: Iterable[tuple[str, Check]], group: Callable[[Check], str] = lambda check: ""
) -> Index:
    """Keys, verdicts and findings of the figures of a part; `checks` are all that bear on it, with their keys, '' for one
    that has no section of its own. `group` gives the section of a check."""
    entries = {figure: f"{key}-f{number}" for number, figure in enumerate(part.figures, start=1)}
    for claim in part.claims:
        entries.setdefault(claim.figure, f"{key}-k{claim.index + 1}")
    entries = dict(sorted(entries.items(), key=lambda item: (item[0].start, -item[0].end)))
    spans = {(figure.start, figure.end): figure for figure in entries}
    verdicts: dict[Figure, Verdict] = {}
    findings: dict[Figure, tuple[str, ...]] = {}
    looked: set[Figure] = set()
    for name, check in checks:
        own = [claim for claim in check.claims if claim.document is part.document]
        for figure in dict.fromkeys(_printed(claim.figure, entries, spans) for claim in own):
            findings[figure] = (*findings.get(figure, ()), *([name] if name else ()))
        for claim in check.claims if is_between(check) else (check.claim,):
            if claim.document is part.document:
                figure = _printed(claim.figure, entries, spans)
                old = verdicts.get(figure, check.verdict)
                verdicts[figure] = min(old, check.verdict, key=_WORST.index)
        if check.claim.document is part.document and group(check) == LOOK:
            looked.add(_printed(check.claim.figure, entries, spans))
    starts = [figure.start for figure in entries]
    graver = {figure for figure in looked if verdicts[figure] is Verdict.INCONSISTENT}
    return Index(key, part, entries, list(entries.items()), starts, verdicts, findings, looked - graver, spans)


def _printed(figure: Figure, entries: Collection[Figure], spans: Mapping[tuple[int, int], Figure]) -> Figure:
    return figure if figure in entries else spans.get((figure.start, figure.end), figure)


def article_of(index: Index) -> Article:
    """The document with its rows. Of a table only the cells that a finding uses are listed, and no text is shown."""
    part, document = index.part, index.part.document
    claims = {claim.figure: claim for claim in part.claims}
    second = {reading.figure: reading for reading in part.second_reader or ()}
    table = any(claim.locator for claim in part.claims)
    listed = [figure for figure in index.entries if not table or figure in index.findings]
    rows = tuple(_entry(index, figure, claims.get(figure), second.get(figure)) for figure in listed)
    left = ""
    if len(rows) < len(index.entries):
        left = say("sentences", "left_out", n=f"{len(rows):,}", all=f"{len(index.entries):,}")
    paragraphs: tuple[Paragraph, ...] = ()
    if not table:
        paragraphs = tuple(cut(index, span.start, span.end) for span in document.paragraphs)
    name = document.name if document.title else None
    line = " · ".join(isolated(shown(str(known))) for known in (document.publisher, document.published, name) if known)
    title = shown(document.title or document.name)
    sizes = tuple(_size(index, figure) for figure in listed if figure.is_quantity)
    return Article(
        index.key, shown(document.name), title, line, document.language, paragraphs, rows, left, sizes, part.pictures
    )


def cut(
    index: Index, start: int, end: int, roles: Mapping[Figure, str] | None = None, spans: Iterable[Stretch] = ()
) -> Paragraph:
    """The stretch of text in pieces; with `roles` only the figures that have one are marked, and `spans`, which are none."""
    text, at = index.part.document.text, start
    parts = None if roles is None else {index.printed(figure): role for figure, role in roles.items()}
    pieces: list[Piece] = []
    inside = slice(bisect_left(index.starts, start), bisect_left(index.starts, end))
    marked = [
        (figure.start, figure.end, key, group_of(index, figure), (parts or {}).get(figure, ""))
        for figure, key in index.listed[inside]
        if parts is None or figure in parts
    ]
    marked += [(first, last, "", PLAIN, role) for first, last, role in spans]
    for first, last, key, group, role in sorted(marked, key=lambda one: (one[0], -one[1])):
        if first < at or last > end:
            continue
        if first > at:
            pieces.append(Piece(shown(text[at:first])))
        pieces.append(Piece(shown(text[first:last]), key, group, role))
        at = last
    if at < end:
        pieces.append(Piece(shown(text[at:end])))
    return tuple(pieces)


def group_of(index: Index, figure: Figure) -> str:
    """The group of verdicts that a figure stands in, or 'plain' if nothing was recomputed about it."""
    verdict = index.verdicts.get(figure)
    if figure in index.looked:
        return LOOK
    return PLAIN if verdict is None else str(verdict_words(verdict)["group"])


def where(claim: Claim) -> str:
    """Where a claim stands: document and sentence, or cell; a document that is but the figure has no sentences."""
    if claim.locator:
        return f"{isolated(shown(claim.document.name))}, {isolated(shown(claim.locator))}"
    if stands_bare(claim):
        return shown(claim.document.name)
    return _sentence(claim.document, claim.figure.start)


def passed_on(claim: Claim) -> str:
    """The same by outlet and day, where these are known: two statements side by side are passed on without their files."""
    document = claim.document
    sentence = claim.sentence
    if sentence is None or not (document.publisher and document.published):
        return where(claim)
    return f"{credit(document)}, {say('labels', 'sentence')} {sentence.index + 1}"


def credit(document: Document) -> str:
    """Whose a document is: outlet, day and title, as a picture that is passed on names it; '' if none of them is known."""
    day = document.published and day_words(document.published)
    title = document.title and f"“{isolated(shown(document.title))}”"
    outlet = document.publisher and isolated(shown(document.publisher))
    return ", ".join(part for part in (outlet, day, title) if part)


def place_of_words(document: Document, start: int) -> str:
    """Where words stand that are no figure."""
    return _sentence(document, start)


def _entry(index: Index, figure: Figure, claim: Claim | None, second: Agreement | None) -> Entry:
    verdict = index.verdicts.get(figure)
    words = verdict_words(verdict) if verdict else {"sign": "", "label": ""}
    if figure in index.looked:
        words = strings("report")[LOOK]
    key = index.entries[figure]
    kind = str(figure.kind).replace("_", " ")
    reading = ""
    if second is not None:
        reading = {True: "✓", False: f"≠ {shown(second.reading)}", None: "–"}[second.agrees]
    return Entry(
        key=key,
        number=key.rpartition("-")[2].replace("f", "").replace("k", "c"),
        text=shown(figure.text),
        value=_value(figure),
        kind=kind,
        counts=_counts(figure, claim),
        source=said_by(claim) if claim else "",
        status=str(claim.status) if claim else "",
        group=group_of(index, figure),
        sign=str(words["sign"]),
        verdict=str(words["label"]),
        findings=index.findings.get(figure, ()),
        second=reading,
        where=where(claim) if claim else _sentence(index.part.document, figure.start),
        quantity=figure.is_quantity,
    )


def _value(figure: Figure) -> str:
    words = shown(show.figure(figure))
    return words if figure.is_quantity else say("sentences", "not_quantity", kind=figure.kind, text=words)


def _size(index: Index, figure: Figure) -> Size:
    lane = say("labels", "lane_counts") if figure.unit is None else show.unit(figure.unit)
    return Size(index.entries[figure], shown(figure.text), group_of(index, figure), figure.value, lane, figure.unit)


def _counts(figure: Figure, claim: Claim | None) -> str:
    """What is counted: the noun phrase or population, and the measures."""
    phrase = figure.phrase.text if figure.phrase else figure.noun
    counted = (claim.population if claim else None) or phrase
    measures = " and ".join(claim.measures).replace("_", " ") if claim else ""
    return shown(", ".join(part for part in (counted, measures) if part))


def _sentence(document: Document, start: int) -> str:
    sentence = document.sentence_at(start)
    name = isolated(shown(document.name))
    return f"{name}, {say('labels', 'sentence')} {sentence.index + 1}" if sentence else name
