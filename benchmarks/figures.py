"""Speed of reading figures: ours beside the peers that are installed, how time grows with length, and memory.

    python benchmarks/figures.py

The text is made here from seeded templates, so that every run reads the same. Times are of the process, not of the wall.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec

TEMPLATES = (
    "The ministry said {n:,} people were wounded and at least {m} others were missing after the storm on {d} May.",
    "Officials put the cost at ${f:.1f} billion, up {p}% from a year earlier, and warned of more to come.",
    "Nothing in the statement explained why the convoy had turned back before it reached the northern bridge.",
    "Between {m} and {k} villages lost power, a spokesman told reporters, adding that repairs would take weeks.",
    "Residents described a quiet evening, with shops open late and children playing in the square until dark.",
    "The {m}th Brigade moved about {k} kilometres towards the border, according to two officers who asked not to be named.",
    "Dozens of families left; nearly two thirds of the houses that they left behind have since been damaged.",
    "The mayor, who has held office since 2009, thanked the volunteers and promised a full account of the spending.",
)
PEER_SENTENCES = 200
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


PLAIN = tuple(template for template in TEMPLATES if "{" not in template and "two thirds" not in template)


def sentences(number: int, *, plain: float = 0.0) -> list[str]:
    """Sentences of news-like text, the same for the same arguments; `plain` is the share made of those without figures."""
    dice = random.Random(7)
    return [
        dice.choice(PLAIN if dice.random() < plain else TEMPLATES).format(
            n=dice.randint(1_000, 90_000),
            m=dice.randint(4, 19),
            k=dice.randint(20, 90),
            d=dice.randint(1, 28),
            f=dice.uniform(1, 90),
            p=dice.randint(2, 60),
        )
        for _ in range(number)
    ]


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Processor seconds for the texts, once warm."""
    read(texts[0])
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def peers() -> dict[str, Callable[[str], object]]:
    """The other readers that are installed."""
    found: dict[str, Callable[[str], object]] = {}
    if find_spec("quantulum3"):
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        found["quantulum3"] = parser.parse
    if find_spec("recognizers_number"):
        from recognizers_number import recognize_number

        found["Recognizers-Text (numbers)"] = lambda text: recognize_number(text, "en-us")
    return found


def memory() -> float:
    """Peak megabytes of a fresh process that reads 100 KB."""
    code = (
        "import resource, sys; sys.path[:0] = ['.', 'benchmarks']; import audit, figures; "
        "audit.find_figures(' '.join(figures.sentences(900))); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    print(f"peak memory of a process that reads 100 KB: {memory():.0f} MB")  # first: a child counts its parent's peak
    start = time.process_time()
    import audit

    print(f"import audit: {time.process_time() - start:.3f} s")
    start = time.process_time()
    audit.find_figures("Read 1 figure.")
    print(f"first text (vocabulary and patterns): {time.process_time() - start:.3f} s")

    few = sentences(PEER_SENTENCES)
    many = sentences(5_000)
    ours = len(many) / seconds(audit.find_figures, many)
    print(f"\n{'reader':28}{'sentences/s':>12}{'ratio':>8}\n{'audit':28}{ours:12,.0f}{1:8.1f}")
    for name, read in peers().items():
        rate = len(few) / seconds(read, few)
        print(f"{name:28}{rate:12,.0f}{ours / rate:8.1f}")

    print(f"\n{'characters':>12}{'seconds':>10}{'million/s':>11}")
    text = " ".join(sentences(SIZES[-1] // 90, plain=0.7))  # about one figure in 300 characters, as in newspapers
    while len(text) < SIZES[-1]:
        text += text
    for size in SIZES:
        took = seconds(audit.find_figures, [text[:size]])
        print(f"{size:12,}{took:10.3f}{size / took / 1e6:11.2f}")


if __name__ == "__main__":
    main()
