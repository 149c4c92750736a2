"""Whom a pronoun stands for: the last subject before it that fits."""

from __future__ import annotations

from collections.abc import Iterator

from audit.claims.attribution.lexicon import lexicon
from audit.claims.attribution.names import Names, without_possessive
from audit.claims.attribution.noun_phrases import first_subject
from audit.claims.attribution.reading import Reader
from audit.claims.attribution.sources import Named
from audit.lang import load
from audit.vocabulary import kept

__all__ = ["antecedent"]

_BACK = 6
"""So many sentences back at most."""
_SUBJECTS = 8
"""Candidates of an earlier sentence that are looked at."""


def antecedent(reader: Reader, names: Names, named: Named) -> str | None:
    """The fullest name of what the pronoun stands for; None if the source is no pronoun or nothing fits."""
    first, last = named.candidate.head
    if first != last:
        return None
    word = named.tokens.words[first].split("'")[0]
    lex = lexicon()
    if word in lex.relatives:
        return _before_relative(names, named)
    if word not in lex.resolved:
        return None
    for text, offset in _subjects(reader, names, named):
        name = names.fullest(text, offset)
        bare = text.lower() in lex.pronouns or text[0].isdigit()
        naming = not named.tokens.cased or _names(name) or _inside(reader.document.text, offset)
        if not bare and naming and _fits(word, text, name):
            return name
    return None


def _before_relative(names: Names, named: Named) -> str | None:
    """'Ann Poe, who said': the words before it, back to a mark or a determiner."""
    tokens, lex = named.tokens, lexicon()
    last = named.candidate.head[0] - 1
    if last >= 0 and tokens.words[last] == ",":
        last -= 1
    first = last
    while first > 0 and last - first < 8 and tokens.words[first] not in lex.determiners:
        before = tokens.words[first - 1]
        if (
            not before[0].isalnum()
            or before in lex.verbs
            or before in lex.finite
            or before in lex.clause
            or before in lex.prepositions - {"of"}
        ):
            break
        first -= 1
    if last < 0:
        return None
    return names.fullest(tokens.string(first, last), tokens.starts[first])


def _subjects(reader: Reader, names: Names, named: Named) -> Iterator[tuple[str, int]]:
    """Subjects before the pronoun: in its own sentence from the nearest back, then of each sentence before."""
    position = named.head.start
    sentences = reader.document.sentences
    for number in range(named.sentence, max(-1, named.sentence - _BACK), -1):
        read = reader.read(number)
        own = number == named.sentence
        nearby = read.around(named.candidate.cue[1]) if own else range(min(_SUBJECTS, len(read.candidates)))
        heads = [c.head for c in map(read.candidates.__getitem__, nearby) if c.order in ("sv", "vs", "according")]
        spans = [(read.tokens.string(*head), read.tokens.starts[head[0]]) for head in heads]
        yield from (reversed([s for s in spans if s[1] < position]) if own else spans)
        opening = first_subject(read.tokens, lexicon(), read.tokens.at(position) if own else len(read.tokens))
        if opening is not None:
            yield read.tokens.string(*opening), read.tokens.starts[opening[0]]
        mention = names.first_in(sentences[number].start, position if own else sentences[number].end)
        if mention is not None:
            yield mention.text, mention.start


@kept
def _bodies() -> frozenset[str]:
    return frozenset(load("sources")["bodies"]["nouns"])


def _names(name: str) -> bool:
    """Whether it can name somebody: two capitals, as in 'Ann Poe', or a noun for people or bodies, as in 'the mayor'.

    Any other words may be no more than what opens a sentence: 'While', 'The rest'.
    """
    lex, words = lexicon(), name.split()
    first, last = words[0].lower(), without_possessive(words[-1].lower())
    if last in lex.people or last in lex.documents or last in _bodies():
        return first in lex.determiners or first in lex.possessives or len(words) > 1 or last.endswith("s")
    capitals = sum(word[0].isupper() for word in words if word.lower() not in lex.determiners)
    return capitals > 1 or (capitals == 1 and name.isupper() and len(name) > 1)


def _inside(text: str, offset: int) -> bool:
    """Whether a word with a capital stands there inside its sentence, where it is a name: 'On Friday Poe said'."""
    before = text[max(0, offset - 2) : offset]
    return text[offset].isupper() and before[1:] == " " and (before[0].islower() or before[0] == ",")


def _fits(pronoun: str, text: str, name: str) -> bool:
    if pronoun == "they":
        return True
    words = frozenset(name.lower().split()) | frozenset(text.lower().split())
    body = not words.isdisjoint(_bodies()) or (text.split()[-1].isupper() and len(text.split()[-1]) > 1)
    person = not words.isdisjoint(lexicon().people - _bodies())
    return (body or not person) if pronoun == "it" else (person or not body)
