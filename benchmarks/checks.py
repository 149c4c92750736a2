"""Measure the road: speed of the whole and of its steps, growth with length, and what planted errors are found.

    python benchmarks/checks.py

Texts are made from templates with a fixed seed, so that every run measures the same. Each derived figure is printed as the
templates' arithmetic gives it, or, in every fourth, wrong by at least a fifth.
"""

from __future__ import annotations

import gc
import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from texts import articles

from audit.checks import find_checks
from audit.checks.check import Verdict
from audit.claims import find_claims
from audit.figures import find_figures
from audit.text.document import Document

_SEED = 20240201
_STEPS = ("sentences", "figures", "claims", "checks")
_CHANGES = (
    "{subject} rose {change}% to {new} from {old} a year earlier.",
    "{subject} grew from {old} to {new}, or {change}%.",
    "{subject} came to {new}, up {change}% from {old}.",
    "{subject} reached {new}, compared with {old} a year ago, an increase of {change}%.",
    "A {change}% jump in {subject} to {new} from {old} was reported.",
)
_SHARES = (
    "Of the {whole} {subject}, {part}, or {share}%, were counted.",
    "They counted {part} of the {whole} {subject} ({share}%).",
    "They counted {part}, or {share}%, of the {whole} {subject}.",
)
_SUBJECTS = ("shipments", "visits", "deposits", "permits", "calls", "arrivals")


def main() -> None:
    _speed("made news", list(articles(600)))
    _speed("made news, dense", list(articles(150, dense=True)))
    derived = [text for text, _ in _sentences(3000)]
    _speed("dense in derived figures", [" ".join(derived[at : at + 20]) for at in range(0, 3000, 20)])
    for length in (1_000, 10_000, 100_000, 1_000_000):
        _growth("news", "\n\n".join(articles(length // 3000 + 1))[:length])
    for count in (500, 2000, 8000):
        _growth("derived", " ".join(text for text, _ in _sentences(count)))
    _found(2000)


def _road(documents: list[Document]) -> tuple[list[float], int, int]:
    """Seconds of processor time of each step (sentences, figures, claims, checks), and how many figures and checks."""
    spent, figures, checks = [0.0] * len(_STEPS), 0, 0
    for document in documents:  # one after the other, and none kept, as in a corpus
        clock = [time.process_time()]
        len(document.sentences)
        clock.append(time.process_time())
        found = find_figures(document)
        clock.append(time.process_time())
        claims = find_claims(document, figures=found)
        clock.append(time.process_time())
        judged = find_checks(document, claims)
        clock.append(time.process_time())
        spent = [seconds + end - start for seconds, (start, end) in zip(spent, pairwise(clock), strict=True)]
        figures, checks = figures + len(found), checks + len(judged)
    return spent, figures, checks


def _speed(name: str, texts: list[str]) -> None:
    """Articles of 3 KB a second in one process, by processor time; the first third, not measured, warms the program up.

    Garbage is looked for as seldom as in a worker of a corpus (`audit.corpus.warm`).
    """
    warm = len(texts) // 3
    _road([Document(text) for text in texts[:warm]])
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    documents = [Document(text) for text in texts[warm:]]
    spent, figures, checks = _road(documents)
    size = sum(len(document.text) for document in documents) / 3000
    steps = ", ".join(f"{step} {size / seconds:,.0f}" for step, seconds in zip(_STEPS, spent, strict=True))
    print(
        f"{name}: {size:.0f} articles of 3 KB with {figures / size:.0f} figures and {checks / size:.1f} checks each; "
        f"whole road {size / sum(spent):,.0f} articles/s ({steps})"
    )


def _growth(name: str, text: str) -> None:
    """Time on one text as it grows; linear growth keeps the figures still."""
    spent, _, checks = _road([Document(text)])
    size = len(text) / 1e6
    steps = ", ".join(f"{step} {seconds / size:.2f}" for step, seconds in zip(_STEPS, spent, strict=True))
    print(
        f"{name}, one text of {len(text):>9,} characters, {checks:>5} checks: seconds per million characters: {steps}"
    )


def _found(count: int) -> None:
    """How many planted errors are found, and how many right figures are called wrong."""
    tally: Counter[tuple[bool, str]] = Counter()
    for text, wrong in _sentences(count):
        document = Document(text)
        verdicts = {check.verdict for check in find_checks(document, find_claims(document))}
        tally[wrong, "flag" if Verdict.INCONSISTENT in verdicts else "fit" if verdicts else "none"] += 1
    for wrong in (True, False):
        name = "wrong" if wrong else "right"
        print(
            f"{name} figures: {dict(sorted((kind, n) for (is_wrong, kind), n in tally.items() if is_wrong == wrong))}"
        )


def _sentences(count: int) -> Iterator[tuple[str, bool]]:
    """Sentences with one derived figure each, and whether it is wrong."""
    chance = random.Random(_SEED)
    for number in range(count):
        wrong = number % 4 == 3
        subject = chance.choice(_SUBJECTS)
        if chance.random() < 0.6:
            old = chance.randint(1001, 98_999)
            new = int(old * (1 + chance.uniform(0.05, 0.9)))
            change = _shown((new / old - 1) * 100, wrong, chance)
            template = chance.choice(_CHANGES)
            yield template.format(subject=subject.capitalize(), change=change, new=f"{new:,}", old=f"{old:,}"), wrong
        else:
            whole = chance.randint(101, 4999)
            part = chance.randint(whole // 10, whole - 5)
            share = _shown(part / whole * 100, wrong, chance)
            yield (
                chance.choice(_SHARES).format(subject=subject, share=share, part=f"{part:,}", whole=f"{whole:,}"),
                wrong,
            )


def _shown(value: float, wrong: bool, chance: random.Random) -> str:
    return f"{value * chance.choice((0.6, 0.8, 1.25, 1.6)) if wrong else value:.1f}"


if __name__ == "__main__":
    main()
