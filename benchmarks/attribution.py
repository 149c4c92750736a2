"""Measure attribution: speed, and against annotated news the precision of each grade; fit the weights of its score.

    python benchmarks/attribution.py                      speed on made articles
    python benchmarks/attribution.py GOLD.jsonl           speed, precision and recall on annotated texts
    python benchmarks/attribution.py GOLD.jsonl --fit     weights fitted on them, as TOML, to standard output

A line of GOLD.jsonl is an object with `text` and `attributions`, each with `source` and `content` as [start, end] (or
lists of such in `source_spans` and `content_spans`). A figure in a content should have its source:
'lenient' asks that half of the shorter of the two source spans is shared, 'strict' half of their union.
"""

from __future__ import annotations

import json
import math
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from texts import articles

from audit.claims.attribution import attribute
from audit.claims.attribution.reading import Reader
from audit.claims.attribution.sources import Sources
from audit.claims.claim import Confidence
from audit.figures import find_figures
from audit.figures.figure import Figure
from audit.text.document import Document

_WORD = re.compile(r"\w+")
_RARE = 10
"""A feature that fewer candidates have gets no weight."""
_SMALL = 0.12
"""A weight nearer to 0 than this is left out, and the others are fitted again."""
_RIDGE = 3.0
"""Strength of the pull towards 0; from 1 to 16 the cross-validated F changes by less than .01."""
Spans = list[list[int]]


class Wanted(NamedTuple):
    """A figure of a gold text and the spans of its source; none if nobody but the publisher states it."""

    figure: Figure
    source: Spans


def main(arguments: list[str]) -> None:
    paths = [argument for argument in arguments if not argument.startswith("--")]
    if not paths:
        _speed([Document(text) for text in articles(200)])
        return
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines() if line]
    if "--fit" in arguments:
        _fit(rows)
    else:
        _speed([Document(row["text"]) for row in rows])
        _score(rows)


def _speed(documents: list[Document]) -> None:
    figures = [[f for f in find_figures(document) if f.is_quantity] for document in documents]
    attribute(documents[0], figures[0])
    start = time.process_time()
    for document, found in zip(documents, figures, strict=True):
        attribute(document, found)
    seconds = time.process_time() - start
    print(f"{sum(len(d.text) for d in documents) / seconds:,.0f} characters a second")


def _wanted(row: dict[str, Any], document: Document) -> list[Wanted]:
    wanted = []
    for figure in find_figures(document):
        inside = [
            one
            for one in row["attributions"]
            if any(low <= figure.start < high for low, high in one.get("content_spans") or [one["content"]])
        ]
        if not inside:
            wanted.append(Wanted(figure, []))
        elif source := inside[0].get("source_spans") or ([inside[0]["source"]] if inside[0]["source"] else []):
            wanted.append(Wanted(figure, source))
    return wanted


def _shared(text: str, wanted: Spans, found: Spans) -> tuple[float, float]:
    """Words in common, as a share of the shorter one and of both together."""
    one, other = (
        {match.start() for a, b in spans for match in _WORD.finditer(text, a, b)} for spans in (wanted, found)
    )
    if not one or not other:
        return 0.0, 0.0
    common = len(one & other)
    return common / min(len(one), len(other)), common / len(one | other)


def _score(rows: list[dict[str, Any]]) -> None:
    for label, all_kinds in (("quantities", False), ("all figures, dates and times too", True)):
        tally: Counter[str] = Counter()
        for row in rows:
            document = Document(row["text"])
            wanted = [one for one in _wanted(row, document) if all_kinds or one.figure.is_quantity]
            answers = attribute(document, [one.figure for one in wanted])
            for one, (attribution, _) in zip(wanted, answers, strict=True):
                tally["gold"] += bool(one.source)
                source = attribution.source
                if source is None:
                    continue
                lenient, strict = _shared(document.text, one.source, [[source.start, source.end]])
                grades = ["all", "high" if attribution.confidence is Confidence.HIGH else "low"]
                for grade in grades:
                    tally[f"{grade} given"] += 1
                    tally[f"{grade} lenient"] += lenient >= 0.5
                    tally[f"{grade} strict"] += strict >= 0.5
        print(f"{label}: {tally['gold']} with a source")
        for grade in ("all", "high", "low"):
            print(f"  {grade:5}{_rates(tally, grade, 'lenient')}{_rates(tally, grade, 'strict')}")


def _rates(tally: Counter[str], grade: str, measure: str) -> str:
    hits, given, gold = tally[f"{grade} {measure}"], tally[f"{grade} given"], tally["gold"]
    precision, recall = hits / max(1, given), hits / max(1, gold)
    return f"  {measure} P {precision:.3f} R {recall:.3f} F {2 * hits / max(1, given + gold):.3f}"


def _examples(rows: list[dict[str, Any]]) -> Iterator[list[tuple[frozenset[str], bool]]]:
    """For each quantity its candidates: their features, and whether the candidate is the source."""
    for row in rows:
        document = Document(row["text"])
        reader = Reader(document)
        sources = Sources(reader)
        for figure, source in _wanted(row, document):
            sentence = document.sentence_at(figure.start)
            if sentence is None or not figure.is_quantity:
                continue
            if named := sources.named(reader.read(sentence.index), figure.start):
                yield [
                    (
                        frozenset(one.features),
                        _shared(document.text, source, [[one.source.start, one.source.end]])[0] >= 0.5,
                    )
                    for one in named
                ]


def _fit(rows: list[dict[str, Any]]) -> None:
    examples = list(_examples(rows))
    counts = Counter(feature for example in examples for features, _ in example for feature in features)
    names = sorted(feature for feature, count in counts.items() if count >= _RARE)
    _, weights = _fitted(examples, names)
    base, weights = _fitted(examples, [name for name in names if abs(weights[name]) >= _SMALL])
    print(f"base = {base:.2f}\n\n[weights]")
    for name, weight in sorted(weights.items()):
        print(f'"{name}" = {weight:.2f}')


def _fitted(
    examples: list[list[tuple[frozenset[str], bool]]], names: list[str], steps: int = 300
) -> tuple[float, dict[str, float]]:
    """The weights under which the right candidates, or none where none is right, are likeliest, by gradient ascent."""
    place = {name: i for i, name in enumerate(names)}
    indexed = [
        ([[place[f] for f in features if f in place] for features, _ in example], [right for _, right in example])
        for example in examples
    ]
    weights, first, second = ([0.0] * (len(names) + 1) for _ in range(3))
    for step in range(1, steps + 1):
        slope = [-_RIDGE * weight for weight in weights]
        slope[-1] = 0.0
        for candidates, right in indexed:
            odds = [math.exp(max(-30.0, min(30.0, weights[-1] + sum(weights[i] for i in c)))) for c in candidates]
            every = 1 + sum(odds)
            good = sum(o for o, r in zip(odds, right, strict=True) if r) if any(right) else 1.0
            for candidate, o, r in zip(candidates, odds, right, strict=True):
                pull = (o / good if r else 0.0) - o / every
                slope[-1] += pull
                for i in candidate:
                    slope[i] += pull
        for i, pull in enumerate(slope):
            first[i] = 0.9 * first[i] + 0.1 * pull
            second[i] = 0.99 * second[i] + 0.01 * pull * pull
            rate = 0.1 * (1 - step / (steps + 1))
            weights[i] += rate * (first[i] / (1 - 0.9**step)) / (math.sqrt(second[i] / (1 - 0.99**step)) + 1e-9)
    return weights[-1], {name: weights[i] for name, i in place.items()}


if __name__ == "__main__":
    main(sys.argv[1:])
