"""Fit what tells a wrong figure from a wrong binding (`audit/checks/doubts.json`).

    python benchmarks/fit_doubts.py --gold GOLD.jsonl ... --news NEWS.jsonl.gz ... [--articles N] [--write]

A GOLD.txt is of marked passages (`benchmarks/passages.py`), each changed in turn; a line of GOLD.jsonl has `text`, `claim`
and `operands` with `start` and `end`, and an `id` that begins with 'syn' or a `verdict` 'inconsistent' where a figure of the
text is wrong; a line of NEWS has `text`. Of a changed text, the doubts that bind the changed relation are right and all
others wrong; of news, all but those of `RIGHT_IN_NEWS`, and the constant is set by how many a reader found right.
Printed: held out by fifths, how many changed relations are asked about at how many questions in a thousand texts of news.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import passages
from fit_account import lines, matches, spans

from audit.account.binding import Binding
from audit.checks.doubts import features_of
from audit.checks.sift import sift
from audit.claims import find_claims
from audit.syntax import read
from audit.text.document import Document

ERRORS = 0.008
"""Wrong figures that are doubted in a text of news: 9 flags and about 8 of 338 questions in 10,300 texts were right, and a
changed figure is found or asked about in one case of five."""
RIGHT_IN_NEWS = frozenset(("day_of_week", "unit_conversion"))
"""Operations of whose doubts in news those with the highest chance were read and found right, 13 of 14: of these news tells
nothing."""
RIDGE = 3.0
WRONG_OF_CHANGED = 0.3
"""How much a wrong doubt of a changed text counts, which is there once for each of its figures that was changed."""
RATES = (2, 5, 10, 20, 35, 60, 100)
FOLDS = 5


class Case(NamedTuple):
    features: dict[str, float]
    right: bool
    weight: float
    text: int
    claim: tuple[int, int]
    news: bool


def cases_of(text: str, published: str | None) -> list[tuple[Binding, dict[str, float]]]:
    document = Document(text, published=published or None)
    fitting, doubts = sift(read(document, find_claims(document)))
    return [(doubt.binding, found) for doubt, found in zip(doubts, features_of(doubts, fitting), strict=True)]


def changed_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Of written passages, where everything fits, the copies in which a claim was changed."""
    if path.suffix != ".txt":
        yield from lines(path)
        return
    for row in lines(path):
        copy = passages.changed(row) if row["operands"] else None
        if copy is not None:
            yield copy


def from_changed(paths: Sequence[Path]) -> tuple[int, list[Case]]:
    """How many texts were changed, and their doubts."""
    found: list[Case] = []
    texts = 0
    for path in paths:
        for row in changed_lines(path):
            wrong = row["id"].startswith("syn") or row["verdict"] == "inconsistent"
            if wrong and not row.get("marginal") and not row.get("external"):
                texts += 1
                wanted = spans(row)
                for binding, features in cases_of(row["text"], row.get("published")):
                    right = matches(binding, wanted)
                    claim = (binding.claim.start, binding.claim.end)
                    found.append(Case(features, right, 1.0 if right else WRONG_OF_CHANGED, texts, claim, False))
    return texts, found


def from_news(paths: Sequence[Path], most: int) -> tuple[int, list[Case]]:
    found: list[Case] = []
    texts = 0
    for path in paths:
        rows = list(lines(path))
        random.Random(7).shuffle(rows)
        for row in rows[:most]:
            texts += 1
            for binding, features in cases_of(row["text"], row.get("published")):
                if binding.operation in RIGHT_IN_NEWS:
                    continue
                claim = (binding.claim.start, binding.claim.end)
                found.append(Case(features, False, 1.0, texts, claim, True))
    return texts, found


def fit(cases: Sequence[Case], names: Sequence[str]) -> np.ndarray:
    """Weights of logistic regression, the constant first; Newton's steps."""
    x = np.array([[1.0, *(case.features.get(name, 0.0) for name in names)] for case in cases])
    y = np.array([case.right for case in cases], dtype=float)
    weight = np.array([case.weight for case in cases])
    ridge = np.diag([0.0] + [RIDGE] * len(names))
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (weight * (y - p)) - ridge @ w
        w += np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + ridge, slope)
    return w


def curve(scores: Sequence[float], cases: Sequence[Case], news: int) -> list[tuple[int, float, int]]:
    """At so many questions in a thousand texts of news: the score that this takes, and the changed texts asked about."""
    best: dict[tuple[int, tuple[int, int]], float] = defaultdict(lambda: -99.0)
    for score, case in zip(scores, cases, strict=True):
        if case.news:
            best[case.text, case.claim] = max(best[case.text, case.claim], score)
    ranked = sorted(best.values(), reverse=True)
    told = []
    for rate in RATES:
        least = ranked[min(len(ranked) - 1, rate * news // 1000)]
        asked = {case.text for score, case in zip(scores, cases, strict=True) if case.right and score >= least}
        told.append((rate, least, len(asked)))
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--news", nargs="+", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    changed, cases = from_changed(options.gold)
    news, more = from_news(options.news, options.articles)
    cases += more
    names = sorted({name for case in cases for name in case.features})
    scores = np.zeros(len(cases))
    shift = float(np.log(ERRORS * news / changed))
    fold = [case.text * FOLDS // (1 + (news if case.news else changed)) for case in cases]
    for held in range(FOLDS):
        w = fit([case for case, place in zip(cases, fold, strict=True) if place != held], names)
        for place, case in enumerate(cases):
            if fold[place] == held:
                scores[place] = (
                    w[0] + shift + sum(w[1 + at] * case.features.get(name, 0.0) for at, name in enumerate(names))
                )
    print(
        f"{changed} changed texts, {sum(case.right for case in cases)} doubts of what was changed; {news} texts of news"
    )
    for rate, least, asked in curve(list(scores), cases, news):
        chance = 1 / (1 + np.exp(-least))
        print(f"  {rate:4} questions in 1,000 texts of news: from a chance of {chance:.3f} on, {asked} asked")
    w = fit(cases, names)
    weights = {"": round(float(w[0]) + shift, 3), **{name: round(float(w[1 + at]), 3) for at, name in enumerate(names)}}
    print(json.dumps(weights, indent=1))
    if options.write:
        file = Path(__file__).parent.parent / "audit" / "checks" / "doubts.json"
        content = {"fitted_on": {"changed": changed, "news": news}, "weights": weights}
        file.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
