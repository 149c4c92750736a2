"""Sources that a form of words names: 'according to', a label before a colon, a dash, 'a report by'."""

from __future__ import annotations

from audit.claims.attribution.by_verb import said_before
from audit.claims.attribution.candidate import Candidate
from audit.claims.attribution.lexicon import Lexicon
from audit.claims.attribution.lines import counted_by, headline, named_line, signature
from audit.claims.attribution.noun_phrases import MARKS, NounPhrase, named_after, possessive, subject_before
from audit.claims.attribution.tokens import Tokens

__all__ = ["according", "before_colon", "behind_dash", "by_noun", "within_document"]

_QUOTES = frozenset(['"', "”", "''", "»", "“", "``"])
_LABEL = 2
"""Words of a label before a colon at most: 'Correction:', 'Editor's note:'."""
_NAMED = 5
"""Words of a document before a colon at most."""
_DOCUMENT = 10
"""Words after 'in' in which the document stands: 'in a new poll'."""


def according(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
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
                        said_before(tokens, i),
                    )
                )
            return


def before_colon(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'The ministry: 12 dead', 'Ann Poe (Bonn): "I saw three"'; not '10:30', nor where a verb of saying is the cue."""
    words = tokens.words
    last = i - 1
    making = _making_before(tokens, lex, i)
    if making is not None:
        subject, cue = making
        found.append(Candidate("sv", "say", (subject.first, subject.last), subject.head, cue, subject.edge))
        return
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
    found.append(Candidate("colon", "colon", (first, i - 1), phrase, (i, i), said_before(tokens, first)))


def _making_before(tokens: Tokens, lex: Lexicon, i: int) -> tuple[NounPhrase, tuple[int, int]] | None:
    """Who made the statement that a colon opens: 'Ann Poe made the following remark:', 'the army issued this statement:'."""
    words = tokens.words
    said = words[i - 1] if i else ""
    if said not in lex.documents and said not in lex.claims:
        return None
    making = next((k for k in range(i - 2, max(0, i - _NAMED), -1) if words[k] in lex.making), 0)
    subject = subject_before(tokens, lex, making) if making else None
    return (subject, (making, i - 1)) if subject is not None else None


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


def behind_dash(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    name = signature(tokens, lex, i)
    if name is not None:
        found.append(Candidate("line", "say", name, name, (i, i), "quote"))


def within_document(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'In a new poll, 12 percent ...', 'fell to 12 percent in the poll': a document that a figure stands in."""
    if lex.documents.isdisjoint(tokens.words[i + 1 : i + _DOCUMENT]):
        return
    named = named_after(tokens, lex, i + 1, wide=True)
    if named is not None and not lex.documents.isdisjoint(
        tokens.words[named.first : min(named.last + 1, i + _DOCUMENT)]
    ):
        found.append(Candidate("within", "in", (named.first, named.last), named.head, (i, i), said_before(tokens, i)))


def by_noun(tokens: Tokens, lex: Lexicon, i: int, found: list[Candidate]) -> None:
    """'a report by the agency that', 'the army's claim that', 'his estimate of'."""
    words = tokens.words
    owner = counted_by(tokens, lex, i)
    if owner is not None:
        cue = (owner[0] - 1, owner[0] - 1)
        found.append(Candidate("according", "according", owner, owner, cue, said_before(tokens, cue[0])))
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
            named = start + 1 < i and words[start] in lex.determiners and all(map(tokens.capital, range(start + 1, i)))
            if (
                named and tokens.cased and not tokens.capital(i) and words[i + 1 : i + 2] == ["that"]
            ):  # 'a Times report that'
                found.append(Candidate("nominal", "noun", (start, i - 1), (start, i - 1), (i, i), "word"))
            break


def _owner(tokens: Tokens, lex: Lexicon, last: int) -> tuple[int, int]:
    first = last
    while first > 0 and last - first < 6 and tokens.capital(first - 1) and tokens.words[first - 1] not in MARKS:
        first -= 1
    if first > 0 and tokens.words[first - 1] in lex.determiners:
        first -= 1
    return first, last
