"""The little language of constructions, and sentences as skeletons."""

from __future__ import annotations

import pytest

import audit
from audit.checks.construction import constructions, words_of
from audit.checks.skeleton import BOUNDARY, MARK, Skeleton, join, skeletons
from audit.claims import find_claims
from audit.document import Document
from audit.vocabulary import load


def skeletons_of(text: str) -> list[Skeleton]:
    document = Document(text)
    return skeletons(document, find_claims(document))


def shown(text: str) -> str:
    (skeleton,) = skeletons_of(text)
    return MARK.sub(lambda found: f"<{skeleton.claim(found.group()).figure.text}>", skeleton.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sales Rose 5% to £3.2bn ($6.1bn).", "sales rose <5%> to <£3.2bn>."),
        ("The agency (RTA) counted 40 buses and 9 trams.", "the agency counted <40> buses and <9> trams."),
        ("It earned $42 million, or $6.44 a share, up 8%.", "it earned <$42 million>, up <8%>."),
        ("Profit rose 5% in the last three months to $9 million.", "profit rose <5%> in the last to <$9 million>."),
    ],
)
def test_asides_are_cut_and_figures_marked(text: str, words: str) -> None:
    assert shown(text) == words


def test_sentences_that_are_joined_keep_their_claims() -> None:
    first, second = skeletons_of("It had 40 buses and 12 trams. Now it has 30 buses and 9 trams.")
    pair = join(first, second)
    assert pair is not None
    assert [pair.claim(mark).figure.text for mark in MARK.findall(pair.text)] == ["40", "12", "30", "9"]
    assert pair.text.count(BOUNDARY) == 1


@pytest.mark.parametrize("vocabulary", ["changes", "checks"])
def test_every_construction_compiles_and_names_figures(vocabulary: str) -> None:
    families = [
        name for name, table in load(vocabulary).items() if isinstance(table, dict) and "constructions" in table
    ]
    assert families
    for family in families:
        for construction in constructions(vocabulary, family):
            assert construction.pattern.groupindex
            assert construction.classes


@pytest.mark.parametrize(("word", "found"), [("went up", True), ("upon", False), ("grown", True), ("grownup", False)])
def test_lists_match_whole_words(word: str, found: bool) -> None:
    assert (words_of("rise").search(word) is not None) is found


@pytest.mark.parametrize("piece", ["5% ", "rose 5% to ", "from 10 to ", "1, 2 and 3, ", "(", ", or 5% of "])
def test_a_nasty_text_ends(piece: str) -> None:
    """Without a bound on its gaps a pattern would not come back from this at all."""
    assert audit.check(Document(piece * 300)).inconsistent == ()


@pytest.mark.parametrize("vocabulary", ["checks", "changes"])
def test_no_construction_has_fewer_than_two_figures_and_none_over_two_sentences_fewer_than_three(
    vocabulary: str,
) -> None:
    families = [
        name for name, table in load(vocabulary).items() if isinstance(table, dict) and "constructions" in table
    ]
    assert families
    for family in families:
        for construction in constructions(vocabulary, family):
            assert len(construction.classes) >= (3 if "//" in construction.name else 2), construction.name


def test_words_and_signs_that_cannot_be_missing_are_known() -> None:
    made = next(each for each in constructions("checks", "total") if "made_of" in each.name)
    assert any({"made", "consisting", "comprising"} <= words for words in made.words)
    bracket = next(each for each in constructions("checks", "share") if each.name.endswith(r"\( ~2 <share:share> ~ \)"))
    assert set(bracket.signs) >= {"(", ")"}
    assert frozenset({"of"}) in bracket.words
    assert frozenset({"out"}) not in bracket.words


def test_a_lone_figure_is_read_only_beside_a_sentence_with_several() -> None:
    assert skeletons_of("It had 40 buses. It rained. It has 30 trams.") == []
    assert len(skeletons_of("It had 40 buses. It has 30 trams and 9 boats.")) == 2
