"""Fit the weights of the account, on annotated relations and on unlabelled news, and measure the trust of its rules.

    python benchmarks/fit_account.py OPERATION ... --gold GOLD.jsonl ... --news NEWS.jsonl.gz ... [--articles N] [--write]

A line of GOLD.jsonl has `text`, `claim` and `operands` with `start` and `end`, and `op`; a GOLD.txt is of marked passages
(`benchmarks/passages.py`); a line of NEWS has `text`. On
news nobody says which binding is meant; but of those that are meant about 98 in 100 fit, and of the others as many as
chance allows:
    P(fits) = p x .98 + (1 - p) x chance
and the weights are those under which what fits and what does not is likeliest. --write leaves them in
`audit/account/weights/`, with what each half of the samples says of the other. Printed: by rule and by grade of p how many
bindings there are on held-out news, and how many fit.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import passages
from calibrate_account import calibrated, scale_and_shift

from audit.account import proposed
from audit.account.binding import Binding
from audit.account.fit import apart, chance_fit, fits
from audit.account.gaps import ENDS, band
from audit.account.weights import STRANGERS, weighed_as
from audit.claims import find_claims
from audit.syntax import read
from audit.text.document import Document

RIGHT = 0.98
"""Share of the derived figures in print that fit."""
DIFFERING = frozenset(("count", "restatement", "subset"))
"""Operations that tell of one quantity, or of one and its limit: of those that differ, weights of their own say more."""
MARKED, RIDGE_DIFFERING, STEPS = 4.0, 40.0, 600
"""How much a marked relation weighs there, the ridge, and the steps."""
RARE = 8
"""A feature that fewer bindings have gets no weight."""
RIDGE = 2.0
NEWS = 60.0
"""The bindings of news together weigh at most so many times as many as readers marked."""
SETTINGS = {"day_of_week": (0.96, 0.3, False), "duration": (0.98, 2.0, True), "restatement": (0.98, 5.0, True)}
"""Of operations of which more is known: the share that fits (of 162 dates with year and weekday 4 are wrong in print, read
one by one), a ridge (lengths of time have more features than cases), and whether readers marked all (of weekdays few)."""
FAMILIES = {
    "percent_change": "levels", "difference": "levels", "percentage_point_change": "levels", "multiple": "levels",
    "ratio": "levels", "percent_of": "shares", "fraction_of": "shares", "unit_conversion": "again",
    "currency_conversion": "again",
}  # fmt: skip
"""Operations whose bindings are told alike: a rare one begins from the weights of all of its family."""
NAMES = {
    "part_of_whole": "subset", "threshold": "subset", "parts": "sum", "total": "sum", "running_total": "sum",
    "unit_conversion": "conversion", "currency_conversion": "conversion", "fraction": "percent_of",
    "fraction_of": "percent_of", "share": "percent_of", "complement": "remainder", "mean": "rate", "average": "rate",
    "per_capita": "rate", "weekday": "day_of_week", "age": "duration", "span": "difference", "margin": "difference",
    "percent_applied": "product", "order": "rank", "percentage_point_change": "difference",
    "reduction": "percent_change", "same": "restatement",
}  # fmt: skip


class Sample(NamedTuple):
    features: tuple[str, ...]
    rule: str
    fits: bool
    chance: float
    gap: int | None
    """Of one that does not fit, the band of how far printed and worked out are apart."""
    right: bool | None
    """Of an annotated text, whether the binding is one that a reader marked; None in news."""
    sought: bool = False
    """Whether it was looked for by its value."""


def name_of(operation: str) -> str:
    return NAMES.get(operation, operation)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".txt":
        yield from passages.rows(path)
        return
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def bound(text: str, published: str | None, wanted: set[str]) -> list[Binding]:
    document = Document(text, published=published or None)
    reading = read(document, find_claims(document))
    return [b for b in proposed(reading) if {weighed_as(b), name_of(weighed_as(b))} & wanted]


def sample(b: Binding, right: bool | None) -> Sample:
    gap = None if b.claim.type == "date" else band(apart(b))
    return Sample(b.features, b.rule, fits(b), chance_fit(b), gap, right, b.sought)


def from_news(paths: Sequence[Path], most: int, wanted: set[str]) -> Iterator[tuple[str, Sample]]:
    for path in paths:
        rows = list(lines(path))
        random.Random(7).shuffle(rows)
        for row in rows[:most]:
            for b in bound(row["text"], row.get("published"), wanted):
                if not b.sought:
                    yield weighed_as(b), sample(b, None)


def from_gold(paths: Sequence[Path], wanted: set[str]) -> Iterator[tuple[str, Sample]]:
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in paths:
        for row in lines(path):
            if not row["id"].startswith("syn"):
                by_text[row["text"]].append(row)
    for text, rows in by_text.items():
        marked = [(name_of(r["claim"].get("op") or ""), spans(r)) for r in rows if r["id"].startswith("real")]
        for b in bound(text, rows[0].get("published"), wanted):
            # one that does not fit has the roles of a right one turned round
            right = fits(b) and any(op == name_of(b.operation) and matches(b, where) for op, where in marked)
            if right or not b.sought:
                yield weighed_as(b), sample(b, right)


def spans(row: dict[str, Any]) -> list[tuple[int, int]]:
    return [(row["claim"]["start"], row["claim"]["end"]), *((o["start"], o["end"]) for o in row["operands"])]


def matches(binding: Binding, wanted: list[tuple[int, int]]) -> bool:
    figures = [binding.claim.figure, *(role.figure for role in binding.roles)]
    given = [(f.start, f.end) for f in figures if f.start >= 0]
    hit = sum(any(a < end and start < b for a, b in given) for start, end in wanted)
    other = sum(not any(a < end and start < b for start, end in wanted) for a, b in given)
    return hit == len(wanted) and other == 0 if len(wanted) <= 4 else hit >= 0.8 * len(wanted) and other <= 1


def frequent(samples: Sequence[Sample]) -> tuple[list[str], dict[str, int]]:
    """The features that get a weight, the constant first, and their places."""
    count: dict[str, int] = defaultdict(int)
    for s in samples:
        for f in set(s.features):
            count[f] += 1
    names = ["", *sorted(f for f, n in count.items() if n >= RARE)]
    return names, {f: i for i, f in enumerate(names)}


def ascend(
    w: np.ndarray, slope: Callable[[np.ndarray], np.ndarray], steps: int, rate: float, tail: float
) -> np.ndarray:
    """The weights after so many steps along the slope, each as long as it was steady (Adam) and shorter towards the end."""
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, steps + 1):
        g = slope(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w + rate * (1 - step / (steps * tail)) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-6)
    return w


def fit(
    samples: Sequence[Sample], operation: str = "", prior: Mapping[str, float] | None = None, steps: int = 400
) -> dict[str, float]:
    """The weights; with `prior`, those of the operation's family, it learns only how the operation differs from it."""
    share, ridge, all_marked = SETTINGS.get(operation, (RIGHT, RIDGE, True))
    names, place = frequent(samples)
    rows, cols = [], []
    for i, s in enumerate(samples):
        for j in {0, *(place[f] for f in s.features if f in place)}:
            rows.append(i)
            cols.append(j)
    r, c = np.array(rows), np.array(cols)
    fit_ = np.array([s.fits for s in samples], dtype=float)
    chance = np.array([s.chance for s in samples])
    gold = np.array([-1 if s.right is None else int(s.right) for s in samples])
    if not all_marked:
        gold[gold == 0] = -1
    positives = max(1, int((gold == 1).sum()))
    weight = np.where(gold == 1, 4.0, np.where(gold == 0, 1.0, min(1.0, NEWS * positives / max(1, (gold == -1).sum()))))
    known = prior or {"": -2.0}
    start = np.array([known.get(f, 0.0) for f in names])

    def slope_at(w: np.ndarray) -> np.ndarray:
        z = np.bincount(r, weights=w[c], minlength=len(samples))
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        right, wrong = p * share + (1 - p) * chance, p * (1 - share) + (1 - p) * (1 - chance)
        slope = np.where(fit_ == 1, (share - chance) / right, ((1 - share) - (1 - chance)) / wrong) * p * (1 - p)
        slope = np.where(gold == 1, 1 - p, slope)
        slope = np.where(gold == 0, np.where(fit_ == 1, slope - 0.1 * p, -p), slope)
        drawn = ridge * np.where(np.arange(len(w)) > 0, w - start, 0)
        return np.bincount(c, weights=(slope * weight)[r], minlength=len(w)) - drawn

    w = ascend(start, slope_at, steps, rate=0.08, tail=1.1)
    found = {**(prior or {}), **dict(zip(names, map(float, w), strict=True))}
    return {f: round(x, 3) for f, x in found.items() if abs(x) >= 0.03 or f == ""}


def fit_differing(samples: Sequence[Sample]) -> dict[str, float]:
    """The weights for figures that differ: of news only those that do, which are hardly ever meant, and of annotated texts
    none that was sought by its value. That equal figures stand near each other says nothing of whether others are one."""
    known = [s for s in samples if not (s.sought or (s.right is None and s.fits))]
    names, place = frequent(known)
    at = [[0, *(place[f] for f in set(s.features) if f in place)] for s in known]
    r, c = np.repeat(np.arange(len(known)), [len(row) for row in at]), np.concatenate(at)
    y = np.array([bool(s.right) for s in known], dtype=float)
    weight = np.array([MARKED if s.right else 0.5 if s.right is None else 0.3 if s.fits else 1.0 for s in known])
    ridge = np.where(np.arange(len(names)) > 0, RIDGE_DIFFERING, 0.0)
    start = np.zeros(len(names))
    start[0] = -2.0

    def slope_at(w: np.ndarray) -> np.ndarray:
        p = 1 / (1 + np.exp(-np.clip(np.bincount(r, weights=w[c], minlength=len(known)), -30, 30)))
        return np.bincount(c, weights=((y - p) * weight)[r], minlength=len(w)) - ridge * w

    w = ascend(start, slope_at, STEPS, rate=0.05, tail=1.02)
    w[0] -= np.log(MARKED)
    return {f: round(float(x), 3) for f, x in zip(names, w, strict=True) if abs(x) >= 0.01 or f == ""}


def chance_of(features: Sequence[str], weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-np.clip(score_of(features, weights), -30, 30))))


def score_of(features: Sequence[str], weights: Mapping[str, float]) -> float:
    return weights[""] + sum(weights.get(f, 0.0) for f in features)


PRIOR = 10.0
"""So many cases of the operation stand in for those that a rule has not."""


def strangers(samples: Sequence[Sample], weights: Mapping[str, float]) -> dict[str, list[float]]:
    """By rule, and for all as '': how often figures that are bound wrongly are so far apart, the likelier bindings more."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(ENDS))
    for s in samples:
        if not s.fits and not s.right and s.gap is not None:
            p = chance_of(s.features, weights)
            for key in ("", s.rule):
                sums[key][s.gap] += p
    whole = [n + PRIOR * even for n, even in zip(sums.pop("", [0.0] * len(ENDS)), STRANGERS, strict=True)]
    pooled = [n / sum(whole) for n in whole]
    found = {"": pooled}
    for rule, counts in sums.items():
        total = sum(counts) + PRIOR
        found[rule] = [(n + PRIOR * share) / total for n, share in zip(counts, pooled, strict=True)]
    return {rule: [round(share, 3) for share in shares] for rule, shares in sorted(found.items())}


GRADES = (0.99, 0.95, 0.9, 0.8, 0.65, 0.5, 0.3, 0.1, 0.0)


Table: TypeAlias = dict[str, dict[str, list[int]]]


def trust(samples: Sequence[Sample], weights: dict[str, float], earlier: Table | None = None) -> Table:
    """By rule and by grade: bindings, those that fit, and those that chance would make fit (in hundredths)."""
    table: Table = earlier or {"rule": {}, "grade": {}}
    for s in samples:
        p = chance_of(s.features, weights)
        grade = next(g for g in GRADES if p >= g)
        for kind, key in (("grade", str(grade)), *((("rule", s.rule),) if p >= 0.5 else ())):
            cell = table[kind].setdefault(key, [0, 0, 0])
            cell[0] += 1
            cell[1] += s.fits
            cell[2] += round(100 * s.chance)
    return table


def show(title: str, samples: Sequence[Sample], weights: dict[str, float]) -> None:
    print(title)
    for kind, cells in trust(samples, weights).items():
        for key, (n, k, c) in sorted(cells.items(), key=lambda item: item[0], reverse=True):
            print(f"    {kind} {key:28} bindings {n:7}  fit {k / n:.3f}  by chance {c / n / 100:.3f}")
    marked = [s for s in samples if s.right]
    if marked:
        ps = sorted(chance_of(s.features, weights) for s in marked)
        reached = ", ".join(f"{grade} {sum(p >= grade for p in ps)}" for grade in (0.99, 0.8, 0.5, 0.2, 0.05))
        print(f"    marked by readers {len(ps)}, of these with a chance of at least {reached}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("operations", nargs="+")
    parser.add_argument("--gold", nargs="*", type=Path, default=[])
    parser.add_argument("--news", nargs="*", type=Path, default=[])
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    wanted = set(options.operations)
    by_operation: dict[str, list[Sample]] = defaultdict(list)
    for operation, sample in (*from_gold(options.gold, wanted), *from_news(options.news, options.articles, wanted)):
        by_operation[operation].append(sample)
    for operation, samples in sorted(by_operation.items()):
        family = [
            s for o, ss in by_operation.items() if o in FAMILIES and FAMILIES[o] == FAMILIES.get(operation) for s in ss
        ]
        halves = samples[::2], samples[1::2]
        print(operation, len(samples), "bindings,", sum(bool(s.right) for s in samples), "marked by readers")
        crossed = [
            fit(halves[half], operation, fit(family[half::2]) if family else None)  # each to judge the other half by
            for half in (0, 1)
        ]
        held_out = [(score_of(s.features, crossed[1 - place % 2]), s) for place, s in enumerate(samples)]
        scale, shift = scale_and_shift(held_out)
        crossed = [calibrated(found, scale, shift) for found in crossed]
        show("  held-out half", halves[1], crossed[0])
        weights = calibrated(fit(samples, operation, fit(family) if family else None), scale, shift)
        if options.write:
            file = Path(__file__).parent.parent / "audit" / "account" / "weights" / f"{operation}.json"
            told = trust([s for s in halves[1] if s.right is None], crossed[0])
            told = trust([s for s in halves[0] if s.right is None], crossed[1], told)
            content = {
                "fitted_on": {
                    "annotated": sum(s.right is not None for s in samples),
                    "news": sum(s.right is None for s in samples),
                },
                "strangers": strangers([s for s in samples if s.right is None], weights),
                "trust": told,
                "weights": weights,
            }
            if operation in DIFFERING:
                content["differing"] = fit_differing(samples)
            file.write_text(json.dumps(content, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
