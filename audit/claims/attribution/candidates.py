"""Every pair of words in a sentence that may be a source and its cue; `accept` says later which figure they govern.

This is the seam for a parser: `find_candidates` takes the tokens of one sentence and gives its candidates. Whatever finds
the subject of a verb better than a walk over words does may take its place (`attribute(..., find=...)`); all else stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from audit.claims.attribution.lexicon import Lexicon, lexicon
from audit.claims.attribution.lines import counted_by, ends_headline, headline, named_line, signature
from audit.claims.attribution.noun_phrases import (
    MARKS,
    REACH,
    NounPhrase,
    first_subject,
    named_after,
    possessive,
    subject_before,
)
from audit.claims.attribution.tokens import Tokens
from audit.text.words import heads
from audit.vocabulary import kept

__all__ = ["SIGNING", "Candidate", "find_candidates", "may_speak"]

SIGNING = ("—", "–", "―", "- ")
"""What a line begins with that names whose words stand above it."""
_SIGNED = tuple(f"{quote} {dash}" for quote in '”"' for dash in "—–―-")
_RECENT = 8
"""Candidates back to which a subject may be inherited."""
_OBJECT = 5
"""Words after a verb in which its object's noun stands: 'claimed the lives of', 'claimed 12 lives'."""
_QUOTES = frozenset(['"', "”", "''", "»", "“", "``"])
_LABEL = 2
"""Words of a label before a colon at most: 'Correction:', 'Editor's note:'."""
_NAMED = 5
"""Words of a document before a colon at most."""
_DOCUMENT = 10
"""Words after 'in' in which the document stands: 'in a new poll'."""


class Candidate(NamedTuple):
    """A source and its cue, by numbers of tokens (first and last, both included).

    `order`: sv (the army said), vs (said the army), participle (..., adding that), coordinated (... and said), relative
    (a poll that found), according (according to the army), nominal (the army's claim that), within (in a poll, ...), colon
    (The army: ...), line (a headline's army, a name behind a dash or alone on a line).
    """

    order: str
    verb: str
    """Class of the verb in the vocabulary, or of the phrase."""
    source: tuple[int, int]
    """With appositions."""
    head: tuple[int, int]
    """The noun phrase alone."""
    cue: tuple[int, int]
    edge: str
    """What stands before the source: start, comma, quote, and, clause, mark or word."""
    negated: bool = False
    modal: bool = False
    passive: bool = False


_Finder = Callable[[Tokens, Lexicon, int, list[Candidate]], None]


@kept
def _cues() -> frozenset[str]:
    """A word of each cue, as `audit.text.words` has words."""
    lex = lexicon()
    words = frozenset(lex.verbs) | lex.documents | lex.claims | lex.counting
    plain = frozenset(word for word in words if word.isascii() and word.isalpha())
    according = (" ".join(phrase) for phrases in lex.according.values() for phrase in phrases)
    return plain | heads([*(words - plain), *according])


def may_speak(sentence: str, words: frozenset[str]) -> bool:
    """Whether a sentence of these words (`audit.text.words`) may have candidates."""
    return (
        ":" in sentence
        or sentence.startswith(SIGNING)
        or any(mark in sentence for mark in _SIGNED)
        or not words.isdisjoint(_cues())
    )


def find_candidates(tokens: Tokens) -> list[Candidate]:
    """The candidates of one sentence, in the order of their cues. Time is linear: every walk is bounded."""
    lex, finders = lexicon(), _finders()
    found: list[Candidate] = []
    for i in [i for i, word in enumerate(tokens.words) if word in finders]:
        for find in finders[tokens.words[i]]:
            find(tokens, lex, i, found)
    return sorted(found, key=lambda candidate: candidate.cue[1]) if len(found) > 1 else found


@kept
def _finders() -> dict[str, list[_Finder]]:
    """For each word and mark that may be a cue, what finds candidates there."""
    lex = lexicon()
    finders: dict[str, list[_Finder]] = {}
    for find, words in (
        (_verbal, lex.verbs),
        (_according, lex.according),
        (_colon, (":",)),
        (_dash, ("—", "–", "―", "--", "-")),
        (_within, lex.holding),
        (_nominal, lex.documents | lex.claims | lex.counting),
    ):
        for word in words:
            finders.setdefault(word, []).append(find)
    return finders


def _verbal(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    words = tokens.words
    word, before = words[i], words[i - 1] if i else ""
    if before in lex.articles or (i and tokens.cased and tokens.capital(i) and not tokens.capital_before(i)):
        return  # 'the report', 'United States': nouns
    ing = word.endswith("ing")
    if before in lex.singular and (word in lex.bases or ing):
        return  # 'another blast', 'each report', 'this finding'
    if before in lex.prepositions and not ing:
        return  # 'of polls', but 'by saying'
    if before in lex.impersonal or (word.endswith("s") and words[i + 1 : i + 2] and _plural(word, words[i + 1], lex)):
        return  # 'it is worth noting that', 'health worries have grown'
    needed = lex.needs.get(word)
    if needed is not None and not (i + 1 < len(words) and words[i + 1] in needed):
        return
    if "'" in before and possessive(words, i - 1):
        return  # 'the rebels' claim': a noun, see `_nominal`
    if ing and before in lex.reported_as:
        _reported(tokens, lex, i, found)
        return
    verb = lex.verbs[word]
    if verb == "claim" and not lex.taken.isdisjoint(words[i + 1 : i + _OBJECT]):
        return
    if ing and (not i or before in MARKS or before in lex.links):
        _inherited("participle", tokens, lex, i, found)
        return
    subject = subject_before(tokens, lex, i)
    if subject is not None:
        found.append(_said_by(subject, words, lex, i))
    elif before in lex.conjunctions or (before in lex.adverbs and i > 1 and words[i - 2] in lex.conjunctions):
        _inherited("coordinated", tokens, lex, i, found)
    if verb in lex.inverted and word not in lex.hearers and (not i or before in MARKS or before in lex.adverbs):
        phrase = named_after(tokens, lex, i + 1)
        if phrase is not None:
            order = "line" if ends_headline(tokens, phrase.head) else "vs"
            found.append(Candidate(order, verb, (phrase.first, phrase.last), phrase.head, (i, i), _before(tokens, i)))


def _plural(word: str, after: str, lex: Lexicon) -> bool:
    """Whether a form in -s is a noun, for a plural's auxiliary follows."""
    return after in lex.of_plurals and word not in lex.speaking


def _said_by(subject: NounPhrase, words: list[str], lex: Lexicon, i: int) -> Candidate:
    """The subject before the verb at `i`; what stands between them may negate or weaken the verb."""
    first, last, head, edge, _ = subject
    order, verb = "relative" if words[last] in lex.relatives else "sv", lex.verbs[words[i]]
    between = words[last + 1 : i]
    if not between:  # most
        return Candidate(order, verb, (first, last), head, (i, i), edge)
    return Candidate(
        order,
        verb,
        (first, last),
        head,
        (i if between[0] in MARKS else last + 1, i),
        edge,
        negated=not lex.negations.isdisjoint(between) or any(word.endswith("n't") for word in between),
        modal=not lex.modals.isdisjoint(between),
        passive=words[i] in lex.participles and not lex.passive.isdisjoint(between),
    )


def _inherited(order: str, tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'The mayor came late, saying that ...', 'The mayor came late and said ...': the subject of the verb before."""
    earlier = next((c.head for c in reversed(found[-_RECENT:]) if c.order == "sv"), None)
    subject = earlier or first_subject(tokens, lex, i)
    if subject is not None:
        found.append(
            Candidate(
                order, lex.verbs[tokens.words[i]], subject, subject, (i, i), "start" if earlier is None else "word"
            )
        )


def _reported(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'The radio quoted the governor as saying', 'the governor was quoted as saying': the governor says it."""
    words = tokens.words
    at = next((k for k in range(i - 2, max(-1, i - REACH), -1) if words[k] in lex.quoting), None)
    if at is None:
        return
    subject = subject_before(tokens, lex, at)
    passive = any(word in lex.passive for word in words[max(0, at - 3) : at])
    quoted = subject if passive else named_after(tokens, lex, at + 1)
    if quoted is not None and quoted.head[1] < i - 1:
        found.append(Candidate("sv", lex.verbs[words[i]], quoted.head, quoted.head, (i - 1, i), "word"))


def _before(tokens: Tokens, i: int) -> str:
    if i == 0:
        return "start"
    word = tokens.words[i - 1]
    return "quote" if word in "\"”''»" else "comma" if word == "," else "mark" if word in MARKS else "word"


def _according(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    words = tokens.words
    following = words[i + 1] if i + 1 < len(words) else ""
    for phrase in lex.according[words[i]]:
        if len(phrase) == 1 or (phrase[1] == following and tuple(words[i : i + len(phrase)]) == phrase):
            named = named_after(tokens, lex, i + len(phrase), wide=True)
            if named is not None:
                name = (
                    "according" if phrase[0] == "according" else phrase[0] if phrase[0] in ("citing", "based") else "by"
                )
                found.append(
                    Candidate(
                        "according",
                        name,
                        (named.first, named.last),
                        named.head,
                        (i, i + len(phrase) - 1),
                        _before(tokens, i),
                    )
                )
            return


def _colon(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'The ministry: 12 dead', 'Ann Poe (Bonn): "I saw three"'; not '10:30', nor where a verb of saying is the cue."""
    words = tokens.words
    last = i - 1
    line = named_line(tokens, lex, i) or headline(tokens, lex, i)
    if line is not None:
        found.append(Candidate("line", "say", line, line, (i, i), "start"))
        return
    if i + 1 == len(words):
        return
    if last > 0 and words[last] == ")":
        last = next((k for k in range(last - 1, max(-1, last - 6), -1) if words[k] == "("), 0) - 1
    first = last
    while first > 0 and last - first < 8 and words[first - 1] not in MARKS:
        first -= 1
    if (
        last < 0
        or last - first >= 8
        or any(w in lex.verbs or w in lex.finite or w in MARKS for w in words[first : last + 1])
    ):
        document = _document_before(tokens, lex, last)
        if document is None:
            return
        first = document
    if words[last] in lex.labels and last - first < _LABEL:
        return
    phrase = (first, last)
    if first == 1 and words[0] in _QUOTES and tokens.string(first, last).isupper():  # '“WALLACE: ...', in a transcript
        found.append(Candidate("line", "say", phrase, phrase, (i, i), "start"))
        return
    found.append(Candidate("colon", "colon", (first, i - 1), phrase, (i, i), _before(tokens, first)))


def _document_before(tokens: Tokens, lex: Lexicon, last: int) -> int | None:
    """Where the document begins that a colon quotes: 'It is shown by this finding: “27 firms ...”'."""
    words = tokens.words
    if last < 1 or (words[last] not in lex.documents and words[last] not in lex.claims):
        return None
    for first in range(last - 1, max(-1, last - _NAMED), -1):
        if words[first] in lex.determiners or words[first] in lex.possessives:
            return first
        if words[first] in MARKS or words[first] in lex.finite or words[first] in lex.prepositions:
            return None
    return None


def _dash(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    name = signature(tokens, lex, i)
    if name is not None:
        found.append(Candidate("line", "say", name, name, (i, i), "quote"))


def _within(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'In a new poll, 12 percent ...', 'fell to 12 percent in the poll': a document that a figure stands in."""
    if lex.documents.isdisjoint(tokens.words[i + 1 : i + _DOCUMENT]):
        return
    named = named_after(tokens, lex, i + 1, wide=True)
    if named is not None and not lex.documents.isdisjoint(
        tokens.words[named.first : min(named.last + 1, i + _DOCUMENT)]
    ):
        found.append(Candidate("within", "in", (named.first, named.last), named.head, (i, i), _before(tokens, i)))


def _nominal(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'a report by the agency that', 'the army's claim that', 'his estimate of'."""
    words = tokens.words
    owner = counted_by(tokens, lex, i)
    if owner is not None:
        cue = (owner[0] - 1, owner[0] - 1)
        found.append(Candidate("according", "according", owner, owner, cue, _before(tokens, cue[0])))
        return
    start = i
    while start > 0 and i - start < 8 and words[start - 1] not in MARKS and words[start - 1] not in lex.clause:
        start -= 1
        if possessive(words, start) or words[start] in lex.possessives:
            subject = _owner(tokens, lex, start - (words[start] == "'"))
            if i + 1 < len(words) and words[i + 1] in lex.of_what:
                found.append(Candidate("nominal", "noun", subject, subject, (start + 1, i), "word"))
            return
        if words[start] in lex.determiners or words[start] in lex.finite:
            break


def _owner(tokens: Tokens, lex: Lexicon, last: int) -> tuple[int, int]:
    first = last
    while first > 0 and last - first < 6 and tokens.capital(first - 1) and tokens.words[first - 1] not in MARKS:
        first -= 1
    if first > 0 and tokens.words[first - 1] in lex.determiners:
        first -= 1
    return first, last
