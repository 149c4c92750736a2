"""Articles of about 3 KB for the benchmarks, made from templates with a seed: the same each time, nobody's text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

__all__ = ["article", "articles"]

_PLACES = ("Aldera", "Port Venn", "Kasmir Valley", "Tol Heights", "Brenn", "Oskala", "the Ruda district", "East Marl")
_PEOPLE = ("soldiers", "civilians", "farmers", "rebels", "police officers", "aid workers", "children", "fishermen")
_SOURCES = (
    "the health ministry",
    "the army",
    "a hospital director",
    "the governor's office",
    "two witnesses",
    "the Red Crescent",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FILLER = (
    "Roads into the town were closed and the market stayed shut.",
    "Neither side has answered requests for comment.",
    "Talks are expected to go on under the eyes of foreign mediators.",
    "The weather has slowed the search, and the power is still out in most streets.",
    "Officials asked people to stay away from the bridge until it has been inspected.",
    "Analysts had warned for weeks that the truce would not last.",
)


def article(number: int) -> str:
    """The article of that number: 34 to 42 sentences; two in five hold figures, as in the news."""
    random = Random(number)
    sentences = [_sentence(random) for _ in range(random.randint(34, 42))]
    paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
    return f"{random.choice(_PLACES).upper()} (Wire) -- " + "\n\n".join(paragraphs)


def articles(count: int) -> Iterator[str]:
    for number in range(count):
        yield article(number)


def _sentence(random: Random) -> str:
    if random.random() < 0.6:
        return random.choice(_FILLER)
    killed, hurt = random.randint(2, 90), random.randint(2, 300)
    old = random.randint(20, 400) * 10
    new = old + random.randint(1, old)
    percent = round(100 * (new - old) / old)
    place, people, source = random.choice(_PLACES), random.choice(_PEOPLE), random.choice(_SOURCES)
    day = random.choice(_DAYS)
    choices = (
        f"At least {killed} {people} were killed and {hurt} wounded in {place} on {day}, {source} said.",
        f"According to {source}, {killed + hurt} people were treated, including {min(killed, hurt)} {people}.",
        f"The number of displaced families in {place} rose {percent}% to {new:,} from {old:,} a month earlier.",
        f"{source.capitalize()} said that {new:,} of the {new + old:,} houses had been damaged or destroyed.",
        f"Shelling hit a depot about {random.randint(2, 40)} km from {place} at {random.randint(1, 11)} p.m. on {day}.",
        f"Repairs will cost ${random.randint(2, 90)}.{random.randint(1, 9)} million, {source} estimated.",
        f'"We have buried {killed} of our own since the {random.randint(2, 28)}th," a resident told reporters on {day}.',
    )
    return random.choice(choices)
