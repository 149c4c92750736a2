"""The words of the vocabulary that tell who says what, as sets and tables ready for use."""

from __future__ import annotations

from dataclasses import dataclass

from audit.lang import load
from audit.vocabulary import kept

__all__ = ["Lexicon", "lexicon"]


@dataclass(frozen=True, eq=False, repr=False)  # one of them, of many fields: what nobody asks of it is not made
class Lexicon:
    """Every word in lower case."""

    verbs: dict[str, str]
    """Each form of each verb of saying to its class ('said' to 'say')."""
    bases: frozenset[str]
    nouns: frozenset[str]
    """Of these, those that are nouns as well ('report'): verbs only behind a plural."""
    making: frozenset[str]
    """Verbs whose object may be a statement: 'made the following remark:'."""
    several: frozenset[str]
    """Words that are several without the form of a plural: 'many', 'most', 'percent'."""
    """Forms that are the verb's base ('say'), which need a plural subject or an auxiliary."""
    participles: frozenset[str]
    """Forms that can be passive: 'was told'."""
    inverted: frozenset[str]
    """Classes whose verb may stand before its subject: 'said the mayor'."""
    needs: dict[str, frozenset[str]]
    """Forms that give words only with one of these after them ('pointed out', 'called for')."""
    taken: frozenset[str]
    """Objects with which a verb of claiming takes and says nothing: 'claimed 12 lives'."""
    auxiliaries: frozenset[str]
    since: frozenset[str]
    times: frozenset[str]
    """'two days ago', with `since`."""
    passive: frozenset[str]
    links: frozenset[str]
    """Words before a participle: 'while adding'."""
    adverbs: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    according: dict[str, tuple[tuple[str, ...], ...]]
    """First word of a phrase that names a source to its right, to the phrases."""
    pronouns: frozenset[str]
    relatives: frozenset[str]
    possessives: frozenset[str]
    citing: frozenset[str]
    reported_as: frozenset[str]
    quoting: frozenset[str]
    """'quoted as saying'."""
    articles: frozenset[str]
    """Determiners after which a form is a noun: 'the report'."""
    singular: frozenset[str]
    """Determiners of one thing, after which a verb's base is a noun: 'another blast'."""
    appositive: frozenset[str]
    """Words that open an apposition: 'Ann Poe, a nurse'."""
    documents: frozenset[str]
    people: frozenset[str]
    claims: frozenset[str]
    """Nouns of saying: 'the army's claim that'."""
    counting: frozenset[str]
    """'by the ministry's count'."""
    labels: frozenset[str]
    """Words before a colon that speak for nobody: 'Correction: ...'."""
    impersonal: frozenset[str]
    """Words before a verb in -ing whose subject is nobody: 'worth noting'."""
    of_plurals: frozenset[str]
    outlets: frozenset[str]
    clause: frozenset[str]
    finite: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    inside: frozenset[str]
    determiners: frozenset[str]
    days: frozenset[str]
    breaks: frozenset[str]
    attached: frozenset[str]
    questions: frozenset[str]
    telling: frozenset[str]
    """Prepositions that tell much after a cue."""
    conjunctions: frozenset[str]
    contractions: frozenset[str]
    """Words in 's that own nothing: 'he's'."""
    loose: frozenset[str]
    """Words that end a phrase unless a name goes on after them."""
    trailing: frozenset[str]
    """Words that cannot end a phrase."""
    speaking: frozenset[str]
    """Verbs that no subject holds: 'said'."""
    small: frozenset[str]
    first_person: frozenset[str]
    resolved: frozenset[str]
    """Pronouns that stand for a name in the text."""
    hearers: frozenset[str]
    """Forms after which a hearer stands: 'told'."""
    of_what: frozenset[str]
    holding: frozenset[str]
    stops: frozenset[str]
    """Words at which a noun phrase may end, going back."""


@kept
def lexicon() -> Lexicon:
    saying, sources = load("saying"), load("sources")
    irregular: dict[str, list[str]] = saying["irregular"]
    verbs: dict[str, str] = {}
    for name, bases in saying["classes"].items():
        for base in bases:
            for form in _forms(base, irregular):
                verbs.setdefault(form, name)
    needs = {form: frozenset(after) for base, after in saying["needs"].items() for form in _forms(base, irregular)}
    phrases = [tuple(phrase.split()) for phrase in saying["according"]["phrases"]]
    edges, nouns = sources["edges"], sources["nouns"]
    pronouns = sources["pronouns"]
    between = saying["between"]
    speaking = frozenset(edges["speaking"]) | (
        frozenset(saying["classes"]["say"]) - frozenset(saying["nouns"]["bases"])
    )
    return Lexicon(
        verbs=verbs,
        bases=frozenset(base for bases in saying["classes"].values() for base in bases),
        nouns=frozenset(saying["nouns"]["bases"]),
        making=frozenset(saying["nouns"]["making"]),
        several=frozenset(saying["nouns"]["several"]),
        participles=frozenset(form for form in verbs if not form.endswith(("s", "ing")) or form in ("seen", "known")),
        inverted=frozenset(saying["inverted"]["classes"]),
        needs=needs,
        taken=frozenset(saying["taken"]["objects"]),
        since=frozenset(between["since"]),
        times=frozenset(between["times"]),
        passive=frozenset(between["passive"]),
        links=frozenset(between["links"]),
        auxiliaries=frozenset(between["auxiliaries"]),
        adverbs=frozenset(between["adverbs"]),
        negations=frozenset(between["negations"]),
        modals=frozenset(between["modals"]),
        according={
            first: tuple(sorted((p for p in phrases if p[0] == first), key=len, reverse=True))
            for first in sorted({p[0] for p in phrases})
        },
        pronouns=frozenset(pronouns["person"] + pronouns["group"]),
        possessives=frozenset(pronouns["possessive"]),
        citing=frozenset(between["citing"]),
        reported_as=frozenset(between["reported"]),
        quoting=frozenset(between["quoting"]),
        relatives=frozenset(pronouns["relative"]),
        articles=frozenset(edges["articles"]),
        singular=frozenset(edges["singular"]),
        appositive=frozenset(edges["appositive"]),
        documents=frozenset(nouns["documents"]),
        people=frozenset(nouns["people"]),
        claims=frozenset(nouns["claims"]),
        counting=frozenset(sources["lines"]["counting"]),
        labels=frozenset(sources["lines"]["labels"]),
        impersonal=frozenset(between["impersonal"]),
        of_plurals=frozenset(between["of_plurals"]),
        outlets=frozenset(sources["outlets"]["nouns"]),
        clause=frozenset(edges["clause"]),
        finite=frozenset(edges["finite"]),
        openers=frozenset(edges["openers"]),
        prepositions=frozenset(edges["prepositions"]),
        inside=frozenset(edges["inside"]),
        determiners=frozenset(edges["determiners"]),
        days=frozenset(edges["days"]),
        breaks=frozenset(edges["breaks"]),
        attached=frozenset(edges["attached"]),
        questions=frozenset(edges["questions"]),
        telling=frozenset(edges["telling"]),
        conjunctions=frozenset(edges["links"]),
        contractions=frozenset(edges["contractions"]),
        loose=frozenset(edges["loose"]),
        trailing=frozenset(edges["trailing"]),
        speaking=speaking,
        small=frozenset(edges["small"]),
        first_person=frozenset(pronouns["first"]),
        resolved=frozenset(pronouns["resolved"]),
        hearers=frozenset(between["telling"]),
        of_what=frozenset(between["of_what"]),
        holding=frozenset(between["holding"]),
        stops=frozenset(
            [
                "and",
                *edges["clause"],
                *edges["finite"],
                *speaking,
                *edges["determiners"],
                *pronouns["relative"],
            ]
        ),
    )


def _forms(base: str, irregular: dict[str, list[str]]) -> list[str]:
    """All forms of an English verb: third person, past, participle; irregular ones take the place of -ed."""
    stem = base[:-1] if base.endswith("e") else base
    consonant_y = base.endswith("y") and base[-2] not in "aeiou"
    third = base[:-1] + "ies" if consonant_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = irregular.get(base) or [base[:-1] + "ied" if consonant_y else stem + "ed"]
    return [base, third, *past, stem + "ing"]
