"""Who states a figure: one line for each way in which words name a source, and for words that only look like it."""

from __future__ import annotations

import pytest

from audit.claims.claim import Attribution, Confidence, CueKind
from tests.claims.attribution.marked import read, read_one


def _named(attribution: Attribution) -> str | None:
    return attribution.source.text if attribution.source else None


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The army said {42} people died.", "The army", CueKind.INDIRECT),
        ("The army said that {42} people died in the flood.", "The army", CueKind.INDIRECT),
        ("Some {42} people died in the flood, the army said.", "the army", CueKind.INDIRECT),
        ("Some {42} people died in the flood, the army said on Monday.", "the army", CueKind.INDIRECT),
        ("“We lost {42} men,” said Ann Poe.", "Ann Poe", CueKind.DIRECT),
        ("“We lost {42} men,” Ann Poe said.", "Ann Poe", CueKind.DIRECT),
        ('"We lost {42} men," Ann Poe said.', "Ann Poe", CueKind.DIRECT),
        ("''We lost {42} men,'' Ann Poe said.", "Ann Poe", CueKind.DIRECT),
        ("The mayor said: “{42} families left.”", "The mayor", CueKind.DIRECT),
        ("According to the ministry, {42} people died.", "the ministry", CueKind.ACCORDING_TO),
        ("At least {42} people died, according to the ministry.", "the ministry", CueKind.ACCORDING_TO),
        ("Records show {42} arrests were made.", "Records", CueKind.EVIDENTIAL),
        ("Some {42} arrests were made, court records show.", "court records", CueKind.EVIDENTIAL),
        ("A report by the Red Cross found that {42} wells were dry.", "A report by the Red Cross", CueKind.EVIDENTIAL),
        ("The rebels' claim that {42} soldiers died was rejected.", "The rebels", CueKind.NOMINAL),
        ("He said {42} people died.", "He", CueKind.INDIRECT),
        ("The military just two days ago said {42} men fell.", "The military", CueKind.INDIRECT),
        ("date 2031-04-07 The Aldera army said {42} men fell.", "The Aldera army", CueKind.INDIRECT),
        ("The attack, which officials said killed {42} people, came at dawn.", "officials", CueKind.INDIRECT),
        ("The president, in a televised speech, said {42} people had died.", "The president", CueKind.INDIRECT),
        (
            "Col. Ana Ruiz, a spokeswoman for the army, said {42} mines were cleared.",
            "Col. Ana Ruiz, a spokeswoman for the army",
            CueKind.INDIRECT,
        ),
        ("The governor was quoted by the radio as saying that {42} people died.", "The governor", CueKind.INDIRECT),
        ("The mayor came late and said {42} people had died.", "The mayor", CueKind.INDIRECT),
        ("A nurse, Ana Ruiz, said {42} people died.", "A nurse, Ana Ruiz", CueKind.INDIRECT),
        ("“We lost {42} men,” said a nurse, Ana Ruiz.", "a nurse, Ana Ruiz", CueKind.DIRECT),
        ("“We lost {42} men,” said a nurse, Ana Ruiz weeping beside her.", "a nurse", CueKind.DIRECT),
        ("At least {42} people were killed, a nurse, Ana Ruiz, told Reuters.", "a nurse, Ana Ruiz", CueKind.INDIRECT),
        ("The bridge fell; {42} people died, according to the army.", "the army", CueKind.ACCORDING_TO),
        ("The army said {42} died; the rest fled, according to the mayor.", "The army", CueKind.INDIRECT),
        ("The attack killed 7 people, police said, adding that {42} were missing.", "police", CueKind.INDIRECT),
        ("LIMA -- POLICE SAID {42} PEOPLE WERE KILLED WHEN A BUS FELL.", "POLICE", CueKind.INDIRECT),
        (
            "AT LEAST {42} GUERRILLAS DIED, ACCORDING TO ARMY SPOKESMAN JUAN ROJAS.",
            "ARMY SPOKESMAN JUAN ROJAS",
            CueKind.ACCORDING_TO,
        ),
    ],
)
def test_the_words_that_name_the_source(text: str, source: str, kind: CueKind) -> None:
    attribution, _ = read_one(text)
    assert _named(attribution) == source
    assert attribution.chain[-1].kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "At least {42} people died in the flood.",
        "Ann Poe, {42}, said the road was shut.",
        "Opposition leader Maria Corso, whose party won {42} seats, said the vote was fair.",
        "The charity, which has {42} staff in the city, said its office was hit.",
        "Some {42} people died in the crush. Officials blamed the heat.",
        "The report was {42} pages long.",
        "The flood took {42} houses; the rest still stand, according to the mayor.",
        "The fleet declined slightly to {42} ships.",
        "The envoy concluded his visit to {42} villages.",
        "The general vowed to retake the town, where {42} families still live.",
    ],
)
def test_nobody_but_the_publisher(text: str) -> None:
    attribution, _ = read_one(text)
    assert attribution.source is None and attribution.cue is None
    assert [(link.name, link.kind) for link in attribution.chain] == [("the publisher", CueKind.PUBLISHER)]
    assert attribution.confidence is Confidence.HIGH


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("“We counted {40},” Lee said. “There were {12} more.”", ["Lee", "Lee"]),
        ("Lee told us: “It was dark. We counted {40}.\n\n“Then {12} more came.”", ["Lee", "Lee"]),
        ("“It was dark.\n\n“We lost {40} men. They lost {12},” the captain said.", ["the captain", "the captain"]),
        ("Gen. Rojas said the raid was over.\n\n“We have {40} prisoners.”", ["Gen. Rojas"]),
        ("“We counted {40},” Lee said.\n\nThe road is {12} miles long.", ["Lee", None]),
        ("A military source said {40} people were killed.\n\n{12} of them were children.", ["A military source", None]),
        ("A military source said {40} died. {12} of them were children.", ["A military source", "A military source"]),
        ("A military source said {40} died. {12} children live in the town.", ["A military source", None]),
        ("Medics said {40} died. {12} of them were children, the mayor said.", ["Medics", "the mayor"]),
    ],
)
def test_quotations_over_sentences_and_paragraphs(text: str, sources: list[str | None]) -> None:
    assert [_named(attribution) for attribution, _ in read(text)] == sources


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Reuters reported that officials said {42} people died.", ["Reuters", "officials"]),
        ("State television quoted the governor as saying {42} people died.", ["State television", "the governor"]),
        ("Reuters reported {42} deaths, citing local officials.", ["Reuters", "local officials"]),
        ("The Daily Lamp said the army lost {42} men; the navy said none.", ["The Daily Lamp"]),
    ],
)
def test_the_chain_runs_from_the_outermost_source_in(text: str, chain: list[str]) -> None:
    attribution, _ = read_one(text)
    assert [link.source.text for link in attribution.chain if link.source] == chain


def test_an_outlet_that_was_told_is_a_publisher_in_the_chain() -> None:
    text = "The newspaper Alba has its own men there. A guard told the daily that {42} shells fell."
    attribution, _ = read_one(text)
    assert [(link.name, link.kind) for link in attribution.chain[1:]] == [
        ("Alba", CueKind.PUBLISHER),
        ("A guard", CueKind.INDIRECT),
    ]
    assert attribution.name == "A guard"


def test_who_is_told_something_else_is_no_outlet() -> None:
    attribution, _ = read_one("A guard told his wife that {42} shells fell.")
    assert [link.name for link in attribution.chain] == ["the publisher", "A guard"]


def test_a_parser_can_take_the_place_of_the_walk_over_words() -> None:
    from audit.claims.attribution import Candidate, attribute
    from audit.claims.attribution.tokens import Tokens
    from audit.figures.figure import Figure
    from audit.interval import Interval
    from audit.text.document import Document

    def parser(tokens: Tokens) -> list[Candidate]:
        return [Candidate("sv", "say", (0, 1), (0, 1), (4, 4), "start")]

    text = "The captain, beaming, said 42 men were safe."
    (attribution, _), *_ = attribute(Document(text), [Figure(27, 29, "42", Interval.of(42))], find=parser)
    assert _named(attribution) == "The captain"
