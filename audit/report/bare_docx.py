"""DOCX by the standard library alone, for where python-docx lacks lxml (in the browser): the same comments, at the figures.

A Word file is an archive of XML. Each comment is an entry of `word/comments.xml`, and three marks in `word/document.xml`:
where its words begin, where they end, and a run that refers to it. The words of the file stay as they are.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import Any, TypeAlias
from xml.dom.minidom import parseString

from audit.errors import UnreadableError
from audit.read.word import HOLDERS, SIGNS
from audit.report.model import Article, Finding
from audit.result import Part

__all__ = ["commented", "fresh"]

AUTHOR, INITIALS = "numeric-claims-audit", "A"
Files: TypeAlias = dict[str, bytes]
"""The parts of a Word file by their names."""
Node: TypeAlias = Any
"""A tree or element of `xml.dom.minidom`, whose types say of each neighbour that it may be missing."""
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIGNS = {f"w:{name}": sign for name, sign in SIGNS.items()}
_HOLDERS = frozenset(f"w:{name}" for name in HOLDERS)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_BLANK = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body/></w:document>',
}
"""A Word file without words."""
_LINKS = "word/_rels/document.xml.rels"
_NO_LINKS = f'{_HEAD}<Relationships xmlns="{_PACKAGE}relationships"/>'
_NO_COMMENTS = f'{_HEAD}<w:comments xmlns:w="{_MAIN}"/>'


def commented(source: bytes, part: Part, findings: Sequence[Finding]) -> Files:
    """The files of the archive that was audited, with a comment at the figure of each finding."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    file = _File(files)
    places: defaultdict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        figure = finding.check.claim.figure
        places[figure.start, figure.end].append(finding)
    for at, paragraph in list(_paragraphs(file.body, part.document.text)):
        length = sum(len(_words(run)) for run in _runs(paragraph))
        for start, end in sorted(place for place in places if at <= place[0] and place[1] <= at + length):
            runs = _cut(paragraph, start - at, end - at)
            if runs:
                file.comment(runs, places.pop((start, end)))
    file.note([finding for left in places.values() for finding in left])
    return file.files()


def fresh(articles: Sequence[Article], findings: Sequence[Finding]) -> Files:
    """A new file of the texts, with the comments; a title stands over a text that has one, or of several."""
    file = _File({name: text.encode() for name, text in _BLANK.items()})
    by_entry: defaultdict[str, list[Finding]] = defaultdict(list)
    left = []
    for finding in findings:
        entry = finding.statements[0].entry if finding.statements else ""
        by_entry[entry].append(finding) if entry else left.append(finding)
    for article in articles:
        if len(articles) > 1 or article.title != article.name:
            file.paragraph().appendChild(file.run(article.title, bold=True))
        for pieces in article.paragraphs:
            paragraph = file.paragraph()
            for piece in pieces:
                run = paragraph.appendChild(file.run(piece.text))
                if piece.entry in by_entry:
                    file.comment([run], by_entry.pop(piece.entry))
    file.note([*left, *(finding for found in by_entry.values() for finding in found)])
    return file.files()


class _File:
    """The archive while it is written into: its XML parts as trees."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(files)
        self._document: Node = parseString(self._files["word/document.xml"])
        self._comments: Node = parseString(self._files.get("word/comments.xml", _NO_COMMENTS.encode()))
        bodies = self._document.getElementsByTagName("w:body")
        if not bodies:
            raise UnreadableError("the Word file", "names its parts as Word does not", "open and save it again as DOCX")
        self.body: Node = bodies[0]
        taken = [int(each.getAttribute("w:id") or 0) for each in self._comments.getElementsByTagName("w:comment")]
        self._numbers = count(max(taken, default=-1) + 1)

    def paragraph(self) -> Node:
        """A new one at the end of the text; what describes the page stays the last of all."""
        made = self._document.createElement("w:p")
        last = self.body.lastChild
        page = last if last is not None and last.nodeName == "w:sectPr" else None
        self.body.insertBefore(made, page)
        return made

    def run(self, words: str, *, bold: bool = False) -> Node:
        return _run(self._document, words, bold=bold)

    def comment(self, runs: Sequence[Node], findings: Sequence[Finding]) -> None:
        """Put a comment for each finding round the runs."""
        for finding in findings:
            number = str(next(self._numbers))
            begin, end, refers, run = (
                self._document.createElement(name)
                for name in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:r")
            )
            for each in (begin, end, refers):
                each.setAttribute("w:id", number)
            run.appendChild(refers)
            first, last = runs[0], runs[-1]
            first.parentNode.insertBefore(begin, first)
            last.parentNode.insertBefore(run, last.nextSibling)
            last.parentNode.insertBefore(end, run)
            self._say(number, [line for line in finding.as_text().split("\n") if not line.startswith("“")])

    def _say(self, number: str, lines: Sequence[str]) -> None:
        made = self._comments.createElement("w:comment")
        for name, value in (("w:id", number), ("w:author", AUTHOR), ("w:initials", INITIALS)):
            made.setAttribute(name, value)
        for line in lines:
            made.appendChild(self._comments.createElement("w:p")).appendChild(_run(self._comments, line))
        self._comments.documentElement.appendChild(made)

    def note(self, findings: Sequence[Finding]) -> None:
        """What has no place among the runs stands in one more paragraph at the end."""
        if findings:
            self.comment([self.paragraph().appendChild(self.run("…"))], findings)

    def files(self) -> Files:
        if self._comments.documentElement.hasChildNodes():
            self._files["word/comments.xml"] = _bytes(self._comments)
            self._declare()
        return {**self._files, "word/document.xml": _bytes(self._document)}

    def _declare(self) -> None:
        """Say in the archive's lists that there are comments, where they do not say it."""
        links: Node = parseString(self._files.get(_LINKS, _NO_LINKS.encode()))
        known = [each.getAttribute("Type") for each in links.getElementsByTagName("Relationship")]
        if f"{_OFFICE}/comments" not in known:
            link = links.documentElement.appendChild(links.createElement("Relationship"))
            for name, value in (("Id", "auditComments"), ("Type", f"{_OFFICE}/comments"), ("Target", "comments.xml")):
                link.setAttribute(name, value)
            self._files[_LINKS] = _bytes(links)
        types: Node = parseString(self._files["[Content_Types].xml"])
        if "/word/comments.xml" not in [
            each.getAttribute("PartName") for each in types.getElementsByTagName("Override")
        ]:
            kind = types.documentElement.appendChild(types.createElement("Override"))
            kind.setAttribute("PartName", "/word/comments.xml")
            kind.setAttribute("ContentType", f"{_TYPE}.comments+xml")
            self._files["[Content_Types].xml"] = _bytes(types)


def _paragraphs(body: Node, text: str) -> Iterator[tuple[int, Node]]:
    """Each paragraph, those of tables too, with the offset at which it stands in the text that was audited."""
    at = 0
    for paragraph in body.getElementsByTagName("w:p"):
        words = "".join(_words(run) for run in _runs(paragraph))
        bare = words.strip()
        found = text.find(bare, at) if bare else -1
        if found >= 0:
            at = found + len(bare)
            yield found - (len(words) - len(words.lstrip())), paragraph


def _runs(element: Node) -> Iterator[Node]:
    """The runs of a paragraph: what `audit.read.word.runs_of` finds in another kind of tree."""
    for child in element.childNodes:
        if child.nodeName == "w:r":
            yield child
        elif child.nodeName in _HOLDERS:
            yield from _runs(child)


def _words(run: Node) -> str:
    return "".join(
        "".join(text.data for text in child.childNodes) if child.nodeName == "w:t" else _SIGNS.get(child.nodeName, "")
        for child in run.childNodes
    )


def _cut(paragraph: Node, start: int, end: int) -> list[Node]:
    """The runs that hold exactly the stretch, those at its ends cut in two; none if there are none."""
    at, found = 0, []
    for run in list(_runs(paragraph)):
        length = len(_words(run))
        low, high = max(start - at, 0), min(end - at, length)
        if low < high:
            found.append(_piece(run, low, high))
        at += length
    return found


def _piece(run: Node, low: int, high: int) -> Node:
    """The run for a part of its words; where it holds more than words (a picture, a break) it is left whole."""
    words = _words(run)
    parts = [child for child in run.childNodes if child.nodeType == child.ELEMENT_NODE]
    if any(part.tagName not in ("w:t", "w:rPr") for part in parts) or (low, high) == (0, len(words)):
        return run
    form = next((part for part in parts if part.tagName == "w:rPr"), None)
    made = {}
    for start, end in pairwise(sorted({0, low, high, len(words)})):
        made[start] = _run(run.ownerDocument, words[start:end])
        if form is not None:
            made[start].insertBefore(form.cloneNode(deep=True), made[start].firstChild)
        run.parentNode.insertBefore(made[start], run)
    run.parentNode.removeChild(run)
    return made[low]


def _run(document: Node, words: str, *, bold: bool = False) -> Node:
    run = document.createElement("w:r")
    if bold:
        run.appendChild(document.createElement("w:rPr")).appendChild(document.createElement("w:b"))
    text = run.appendChild(document.createElement("w:t"))
    text.setAttribute("xml:space", "preserve")
    text.appendChild(document.createTextNode(words))
    return run


def _bytes(document: Node) -> bytes:
    return bytes(document.toxml(encoding="UTF-8", standalone=True))
