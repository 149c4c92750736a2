"""The words of reports, from `strings/report.toml`, and the words of an input made safe to show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from audit import show
from audit.account.trust import Trust
from audit.checks.check import Operation, Verdict
from audit.claims.claim import Attribution, Claim
from audit.strings import strings

__all__ = [
    "RIGHT_TO_LEFT",
    "count",
    "counted",
    "isolated",
    "operation",
    "said_by",
    "say",
    "shown",
    "stands_bare",
    "trusted",
    "verdict_words",
    "without_path",
]

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OVERRIDE = re.compile("[\u202d\u202e]")


def shown(text: str) -> str:
    """Words of an input as a report shows them: nothing that a file cannot hold, and overrides of direction in sight.

    An override would show 31 as 13; its code point is printed in its place.
    """
    return _OVERRIDE.sub(lambda match: f"[U+{ord(match.group()):04X}]", show.text(text))


def without_path(where: str) -> str:
    """An input's own name, as it goes into a report that others read: an address stays, a path of this machine does not."""
    return where if "://" in where else where.rpartition("/")[2] or where


def isolated(name: str) -> str:
    """A name as it goes into a sentence of ours: one that runs from the right does not turn what stands around it."""
    return f"\u2068{name}\u2069" if RIGHT_TO_LEFT.search(name) else name


def say(section: str, key: str, **values: object) -> str:
    """The words under a key of the vocabulary, with values put in."""
    words: str = strings("report")[section][key]
    return words.format(**values) if values else words


def count(key: str, number: int) -> str:
    """'1 figure', '2 figures'."""
    one, several = strings("report")["sentences"][key]
    return str(one if number == 1 else several).format(n=f"{number:,}")


def counted(forms: Sequence[str], number: int) -> str:
    """The sentence for that many, small numbers in words: 'Told again five times, agrees.'."""
    words: list[str] = strings("report")["numbers"]["words"]
    said = words[number] if number < len(words) else f"{number:,}"
    sentence = forms[0 if number == 1 else 1].format(n=said)
    return sentence[:1].upper() + sentence[1:]


def trusted(seen: Trust) -> str:
    """'fitted in 412 of 421 cases; by chance 54 would have'."""
    return say(
        "sentences", "trust", fitted=f"{seen.fitted:,}", bindings=f"{seen.bindings:,}", chance=f"{seen.by_chance:,.0f}"
    )


def operation(name: Operation) -> str:
    """An operation in words."""
    words: dict[str, str] = strings("report")["operation"]
    return words.get(str(name), str(name).replace("_", " "))


def verdict_words(verdict: Verdict) -> dict[str, Any]:
    """`label`, `would`, `sign`, `group` and `title` of a verdict."""
    words: dict[str, Any] = strings("report")["verdict"][str(verdict)]
    return words


def said_by(claim: Claim) -> str:
    """Who makes a claim; the cell of a table, or a day that came with a document, has no words of its own."""
    who = claim.attribution
    if who is not None and who.source is None and who.name and stands_bare(claim):
        return isolated(shown(who.name))
    return _who_says(who)


def stands_bare(claim: Claim) -> bool:
    """Whether a claim is a figure without a sentence round it."""
    return claim.locator is not None or claim.document.text.strip() == claim.figure.text


def _who_says(attribution: Attribution | None) -> str:
    """Who makes a claim, in a phrase: the speaker first, then those through whom the words came."""
    names = [isolated(shown(link.name)) for link in attribution.chain if link.name] if attribution else []
    if attribution is None or not names:
        return say("sentences", "nobody")
    if attribution.source is None:
        words = say("sentences", "itself", publisher=names[0])
    else:
        words = names[-1]
        for name in reversed(names[:-1]):
            words = say("sentences", "reported_by", speaker=words, publisher=name)
    hedges = ", ".join(f"'{shown(hedge.cue.text)}'" for hedge in attribution.hedges)
    return f"{words} ({say('sentences', 'hedged', words=hedges)})" if hedges else words
