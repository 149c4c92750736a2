"""Articles of about 3 KB for the benchmarks, made from the templates of `news.toml` with a seed: the same each time."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

__all__ = ["article", "articles"]

_NEWS = tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, list[str]] = _NEWS["words"]
_SENTENCES: dict[str, list[str]] = _NEWS["sentences"]
# Measured over 1,800 newspaper and newswire articles, for each 3,000 characters: 23 sentences in 12 paragraphs, 8 of the
# sentences with a figure, 12 figures.
_LENGTH = 2900
_PLAIN, _FIGURED = 0.77, 0.995  # up to these shares plain and figured sentences; the rest hold a derived figure


def article(number: int, *, dense: bool = False) -> str:
    """The article of that number: about 12 figures, one article in ten with a derived one, as in the news.

    ``dense` gives the worst case instead: three sentences in five hold figures, about 36 in all, and five derived ones.
    """
    random = Random(number)
    cast = _cast(random)
    kinds = _dense_kinds(random) if dense else _news_kinds(random)
    paragraphs = [f"{random.choice(_WORDS['place']).upper()} (Wire) -- {_sentence(next(kinds), cast, random)}"]
    while sum(map(len, paragraphs)) < _LENGTH:
        paragraphs.append(" ".join(_sentence(next(kinds), cast, random) for _ in range(random.randint(1, 3))))
    return "\n\n".join(paragraphs)


def articles(count: int, *, dense: bool = False) -> Iterator[str]:
    for number in range(count):
        yield article(number, dense=dense)


def _news_kinds(random: Random) -> Iterator[str]:
    while True:
        share = random.random()
        yield "plain" if share < _PLAIN else "figured" if share < _FIGURED else "derived"


def _dense_kinds(random: Random) -> Iterator[str]:
    while True:
        yield "plain" if random.random() < 0.4 else "dense"


def _cast(random: Random) -> dict[str, str]:
    """The article's people: full name, surname and office of each."""
    cast: dict[str, str] = {}
    surnames, roles = random.sample(_WORDS["last"], 3), random.sample(_WORDS["role"], 3)
    for who, last, role in zip(("one", "two", "three"), surnames, roles, strict=True):
        cast |= {who: f"{random.choice(_WORDS['first'])} {last}", f"{who}_last": last, f"{who}_role": role}
    return cast


def _sentence(kind: str, cast: dict[str, str], random: Random) -> str:
    n, m = random.randint(2, 90), random.randint(2, 300)
    old, whole = random.randint(20, 4000) * 10, random.randint(101, 4999)
    new, part = old + random.randint(1, old), random.randint(whole // 10, whole - 5)
    numbers = {
        "n": n,
        "m": m,
        "sum": n + m,
        "k": random.randint(3, 12),
        "n_age": random.randint(19, 80),
        "big": f"{random.randint(12, 980) * 100:,}",
        "year": random.randint(1948, 2023),
        "date": f"{random.choice(_WORDS['month'])} {random.randint(1, 28)}",
        "hour": random.randint(1, 11),
        "percent": random.randint(3, 70),
        "money": f"{random.randint(2, 90)}.{random.randint(1, 9)}",
        "old": old,
        "new": new,
        "change": round(100 * (new - old) / old),
        "whole": whole,
        "part": part,
        "share": round(100 * part / whole),
    }
    words = {key: random.choice(values) for key, values in _WORDS.items()}
    text = random.choice(_SENTENCES[kind]).format_map(cast | words | numbers)
    return text[0].upper() + text[1:]
