"""DOCX: the Word file that was audited with a comment at each figure that wants one, or the text as a new one.

The words of the file stay as they are; a run is cut where a figure begins or ends, so that the comment stands at the figure
alone. What fits gets no comment.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

from audit.read.word import run_words, runs_of, words_of
from audit.report.bare_docx import AUTHOR, INITIALS, commented, fresh
from audit.report.build import build
from audit.report.model import Article, Finding
from audit.result import Audit, Part
from audit.text.document import Document

__all__ = ["render"]

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_RUN_PARTS = frozenset({_TEXT, _TEXT[:-1] + "rPr"})
_STAMP = (1980, 1, 1, 0, 0, 0)


def render(audit: Audit, path: Path) -> bytes:
    """The file's bytes, the same for the same audit; by the standard library where python-docx is missing."""
    report = build(audit)
    wanted = [finding for finding in report.findings if finding.group != "fit"]
    source = _source(audit)
    of_text = [found for found in wanted if not found.check.claim.locator]
    if find_spec("docx") is None:
        if source is not None:
            return _packed(commented(source.read_bytes(), audit.parts[0], of_text))
        return _packed(fresh(report.articles, wanted))
    import docx

    if source is not None:
        file = docx.Document(str(source))
        left = _comment(file, audit.parts[0], of_text)
    else:
        file = docx.Document()
        left = []
        for article in report.articles:
            _write(file, article, wanted, titled=len(report.articles) > 1 or article.title != article.name)
    if left:
        _note(file, left)
    return _saved(file)


def _source(audit: Audit) -> Path | None:
    """The Word file that was audited, if it was one and is still there."""
    if len(audit.parts) != 1 or not audit.parts[0].document.origin:
        return None
    path = Path(audit.parts[0].document.origin)
    return path if path.suffix.lower() == ".docx" and path.is_file() else None


def _comment(file: Any, part: Part, findings: Sequence[Finding]) -> list[Finding]:
    """Put the comments into the file; returns the findings whose figure is not in one of its runs."""
    places: defaultdict[tuple[int, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        figure = finding.check.claim.figure
        places[figure.start, figure.end].append(finding)
    done: set[tuple[int, int]] = set()
    for at, paragraph in _paragraphs(file, part.document):
        inside = sorted(place for place in places if at <= place[0] and place[1] <= at + len(words_of(paragraph._p)))
        for start, end in inside:
            runs = _cut(paragraph, start - at, end - at)
            if runs:
                _add(file, runs, places[start, end])
                done.add((start, end))
    return [finding for place, found in places.items() if place not in done for finding in found]


def _paragraphs(file: Any, document: Document) -> Iterator[tuple[int, Any]]:
    """Each paragraph of the file, those of tables too, with the offset at which it stands in the text that was audited."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    at = 0
    for element in file.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, file)
        words = words_of(element)
        bare = words.strip()
        found = document.text.find(bare, at) if bare else -1
        if found >= 0:
            at = found + len(bare)
            yield found - (len(words) - len(words.lstrip())), paragraph


def _cut(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs that hold exactly the stretch, those at its ends cut in two; none if it cannot be told."""
    from docx.text.run import Run

    at, found = 0, []
    for run in [Run(element, paragraph) for element in runs_of(paragraph._p)]:
        length = len(run_words(run._r))
        low, high = max(start - at, 0), min(end - at, length)
        if low < high:
            found.append(_piece(run, low, high))
        at += length
    return found


def _piece(run: Any, low: int, high: int) -> Any:
    """The run for a part of its words; where it holds more than words (a picture, a break) it is left whole."""
    from docx.text.run import Run

    words = run_words(run._r)
    if any(child.tag not in _RUN_PARTS for child in run._r) or (low, high) == (0, len(words)):
        return run
    cuts = sorted({0, low, high, len(words)})
    made = []
    for start, end in pairwise(cuts):
        copy = Run(deepcopy(run._r), run._parent)
        copy.text = words[start:end]
        run._r.addprevious(copy._r)
        made.append((start, copy))
    run._r.getparent().remove(run._r)
    return next(copy for start, copy in made if start == low)


def _write(file: Any, article: Article, findings: Iterable[Finding], *, titled: bool) -> None:
    """The text as paragraphs, each figure a run of its own."""
    by_entry: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.statements:
            by_entry[finding.statements[0].entry].append(finding)
    if titled:
        file.add_heading(article.title, level=1)
    for paragraph in article.paragraphs:
        written = file.add_paragraph()
        for piece in paragraph:
            run = written.add_run(piece.text)
            if by_entry.get(piece.entry):
                _add(file, [run], by_entry[piece.entry])


def _note(file: Any, findings: Sequence[Finding]) -> None:
    """What has no place among the runs stands in one more paragraph at the end."""
    written = file.add_paragraph()
    _add(file, [written.add_run("…")], findings)


def _add(file: Any, runs: Sequence[Any], findings: Iterable[Finding]) -> None:
    for finding in findings:
        lines = [line for line in finding.as_text().split("\n") if not line.startswith("“")]
        comment = file.add_comment([runs[0], runs[-1]], text="\n".join(lines), author=AUTHOR, initials=INITIALS)
        for name in [name for name in comment._comment_elm.attrib if name.endswith("}date")]:
            del comment._comment_elm.attrib[name]  # no clock: the same audit gives the same file


def _saved(file: Any) -> bytes:
    """The file, its parts without the hour of this day."""
    once = io.BytesIO()
    file.save(once)
    with zipfile.ZipFile(once) as read:
        return _packed({name: read.read(name) for name in read.namelist()})


def _packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            written.writestr(zipfile.ZipInfo(name, _STAMP), files[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()
