"""Sources that are the subject of a verb: 'the mayor said', 'officials, who reported'."""

from __future__ import annotations

from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.lexicon import Lexicon
from audit.claims.attribution.lines import ends_headline
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
from audit.text.plurals import is_plural

__all__ = ["said_before", "spoken"]

_RECENT = 8
"""Candidates back to which a subject may be inherited."""
_OBJECT = 5
"""Words after a verb in which its object's noun stands: 'claimed the lives of', 'claimed 12 lives'."""


def spoken(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
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
        return  # 'the rebels' claim': a noun, see `by_noun`
    if ing and before in lex.reported_as:
        reported(tokens, lex, i, found)
        return
    verb = lex.verbs[word]
    if verb == "claim" and not lex.taken.isdisjoint(words[i + 1 : i + _OBJECT]):
        return
    if ing and (not i or before in MARKS or before in lex.links):
        inherited("participle", tokens, lex, i, found)
        return
    subject = subject_before(tokens, lex, i)
    if subject is not None and not _noun(tokens, lex, subject, i):
        found.append(_said_by(subject, words, lex, i))
    elif before in lex.conjunctions or (before in lex.adverbs and i > 1 and words[i - 2] in lex.conjunctions):
        inherited("coordinated", tokens, lex, i, found)
    if verb in lex.inverted and word not in lex.hearers and (not i or before in MARKS or before in lex.adverbs):
        phrase = named_after(tokens, lex, i + 1)
        if phrase is not None:
            order = "line" if ends_headline(tokens, phrase.head) else "vs"
            found.append(
                Candidate(order, verb, (phrase.first, phrase.last), phrase.head, (i, i), said_before(tokens, i))
            )


def _plural(word: str, after: str, lex: Lexicon) -> bool:
    """Whether a form in -s is a noun, for a plural's auxiliary follows."""
    return after in lex.of_plurals and word not in lex.speaking


def _noun(tokens: Tokens, lex: Lexicon, subject: NounPhrase, i: int) -> bool:
    """Whether the word is no verb: its base behind a singular is a noun ('a Times report'), and so is one that a verb has
    for its object ('is defending his early-morning tweets')."""
    words = tokens.words
    first, head = subject.head
    opens = words[first].endswith("ing") and not tokens.capital(first) and i - first > 1
    if opens and first and words[first - 1] in lex.passive:
        return True
    if words[i] not in lex.nouns or i - head > 1:
        return False
    # the noun of 'data from the survey show' stands before the preposition
    word = words[next((k - 1 for k in range(first + 1, head) if words[k] in lex.prepositions), head)]
    several = word in lex.pronouns or word in lex.relatives or word in lex.several or is_plural(word)
    return not (several or "and" in words[first:head])


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


def inherited(order: str, tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'The mayor came late, saying that ...', 'The mayor came late and said ...': the subject of the verb before."""
    earlier = next((c.head for c in reversed(found[-_RECENT:]) if c.order == "sv"), None)
    subject = earlier or first_subject(tokens, lex, i)
    if subject is not None:
        found.append(
            Candidate(
                order, lex.verbs[tokens.words[i]], subject, subject, (i, i), "start" if earlier is None else "word"
            )
        )


def reported(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
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


def said_before(tokens: Tokens, i: int) -> str:
    if i == 0:
        return "start"
    word = tokens.words[i - 1]
    return "quote" if word in "\"”''»" else "comma" if word == "," else "mark" if word in MARKS else "word"
