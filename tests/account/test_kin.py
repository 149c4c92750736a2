"""Sentences that share rare words: figures far apart are tried as one quantity if these tell of the same."""

from __future__ import annotations

from audit.account.kin import Kin
from audit.account.told import told
from tests.account.bound import reading_of

FILLER = " ".join(
    f"In village {name} the harvest fed {number} families."
    for name, number in (("Ael", 41), ("Bor", 52), ("Cim", 63), ("Dol", 74), ("Eft", 85))
)
FERRY = "The ferry Marguerite carried 212 passengers across the strait."
AGAIN = "Divers found the ferry Marguerite in the strait, with 221 passengers on its manifest."


def test_a_sentence_is_kin_to_one_with_its_rare_words() -> None:
    reading = reading_of(f"{FERRY} {FILLER} {AGAIN}")
    last = len(reading.bounds) - 1
    assert Kin(reading).before(last) == (0,)
    assert Kin(reading).before(last - 1) == ()


def test_words_that_many_sentences_have_make_no_kin() -> None:
    reading = reading_of(FILLER)
    assert all(Kin(reading).before(sentence) == () for sentence in reading.by_sentence)


def test_a_figure_is_tried_with_its_kin_however_many_stand_between() -> None:
    between = " ".join(f"A bus carried {number} passengers." for number in (31, 42, 53, 64))
    reading = reading_of(f"Rain fell. Wind rose. {FERRY} {between} {AGAIN}")
    pairs = {(b.roles[0].figure.text, b.claim.figure.text) for b in told(reading)}
    assert ("212", "221") in pairs
