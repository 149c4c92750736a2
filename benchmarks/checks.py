"""Measure the checks: speed of the whole road and of its last step, growth with length, and what planted errors are found.

    python benchmarks/checks.py

Texts are made from templates with a fixed seed, so that every run measures the same. Each derived figure is printed as the
templates' arithmetic gives it, or, in every fourth, wrong by at least a fifth.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator

from texts import articles

from audit.checks import find_checks
from audit.checks.check import Verdict
from audit.claims import find_claims
from audit.document import Document
from audit.figures import find_figures

_SEED = 20240201
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
    _speed("made news", [Document(text) for text in articles(200)])
    _speed("dense in derived figures", [Document(" ".join(text for text, _ in _sentences(20))) for _ in range(100)])
    _growth()
    _found(2000)


def _speed(name: str, documents: list[Document]) -> None:
    """Articles of 3 KB a second in one process, by processor time."""
    for document in documents:  # what is read and built once, is built before
        find_checks(document, find_claims(document))
    documents = [Document(document.text) for document in documents]
    length = sum(len(document.text) for document in documents) / 3000
    start = time.process_time()
    figures = [find_figures(document) for document in documents]
    read = time.process_time()
    claims = [find_claims(document, figures=found) for document, found in zip(documents, figures, strict=True)]
    meant = time.process_time()
    checks = [find_checks(document, found) for document, found in zip(documents, claims, strict=True)]
    end = time.process_time()
    print(
        f"{name}: {length:.0f} articles of 3 KB, {sum(map(len, checks))} checks; whole road {length / (end - start):,.0f} "
        f"articles/s (figures {length / (read - start):,.0f}, claims {length / (meant - read):,.0f}, "
        f"checks {length / (end - meant):,.0f})"
    )


def _growth() -> None:
    """Time of the checks on one text as it grows; linear growth keeps the last column still."""
    sentences = [text for text, _ in _sentences(8000)]
    for count in (500, 2000, 8000):
        document = Document("\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, count, 5)))
        claims = find_claims(document)
        start = time.process_time()
        found = find_checks(document, claims)
        spent = time.process_time() - start
        length = len(document.text)
        print(f"one text of {length:>9,} characters: {len(found):>5} checks, {spent / length * 1e6:.2f} s per million")


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
