"""The little language of constructions, and sentences as skeletons."""

from __future__ import annotations

import pytest

import audit
from audit.checks.binders.prose import sentences
from audit.checks.evidence import may_hold, possible
from audit.checks.language import VOCABULARIES, constructions, families, words_of
from audit.checks.placeholders import BOUNDARY, MARK
from audit.checks.skeleton import Skeleton, join
from audit.claims import find_claims
from audit.document import Document


def skeletons_of(text: str) -> list[Skeleton]:
    document = Document(text)
    found = [sentence.skeleton for sentence in sentences(document, find_claims(document))]
    return [skeleton for skeleton in found if skeleton is not None]


def shown(text: str) -> str:
    (skeleton,) = skeletons_of(text)
    return MARK.sub(lambda found: f"<{skeleton.claim(found.group()).figure.text}>", skeleton.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sales Rose 5% to £3.2bn ($6.1bn).", "sales rose <5%> to <£3.2bn>."),
        ("The agency (RTA) counted 40 buses and 9 trams.", "the agency counted <40> buses and <9> trams."),
        ("It earned $42 million, or $2.17 a unit, up 8%.", "it earned <$42 million>, up <8%>."),
        ("Profit rose 5% in the last three months to $9 million.", "profit rose <5%> in the last to <$9 million>."),
    ],
)
def test_asides_are_cut_and_figures_marked(text: str, words: str) -> None:
    assert shown(text) == words


def test_sentences_that_are_joined_keep_their_claims() -> None:
    first, second = skeletons_of("It had 40 buses and 12 trams. Now it has 30 buses and 9 trams.")
    both = first.evidence.beside(second.evidence)
    pair = join(first, second, both, possible(both, across=True))
    assert pair is not None
    assert [pair.claim(mark).figure.text for mark in MARK.findall(pair.text)] == ["40", "12", "30", "9"]
    assert pair.text.count(BOUNDARY) == 1


@pytest.mark.parametrize(
    ("text", "able"),
    [
        ("Of the 60 vans, 20 were sold. The remaining 40 were kept.", True),
        ("The remaining 40 were kept. Of the 60 vans, 20 were sold.", False),
    ],
)
def test_each_of_two_sentences_needs_the_words_of_its_side(text: str, able: bool) -> None:
    first, second = skeletons_of(text)
    both = first.evidence.beside(second.evidence)
    assert may_hold(both, across=True)
    assert (("checks", "remainder_pair") in possible(both, across=True)) is able


@pytest.mark.parametrize(("vocabulary", "family"), list(families()))
def test_every_construction_compiles_and_names_figures(vocabulary: str, family: str) -> None:
    for construction in constructions(vocabulary, family):
        assert construction.pattern.groupindex
        assert construction.classes


def test_both_vocabularies_have_families() -> None:
    assert {vocabulary for vocabulary, _ in families()} == set(VOCABULARIES)


@pytest.mark.parametrize(("word", "found"), [("went up", True), ("upon", False), ("grown", True), ("grownup", False)])
def test_lists_match_whole_words(word: str, found: bool) -> None:
    assert (words_of("rise").search(word) is not None) is found


@pytest.mark.parametrize("piece", ["5% ", "rose 5% to ", "from 10 to ", "1, 2 and 3, ", "(", ", or 5% of "])
def test_a_nasty_text_ends(piece: str) -> None:
    """Without a bound on its gaps a pattern would not come back from this at all."""
    assert audit.check(Document(piece * 300)).inconsistent == ()


@pytest.mark.parametrize(("vocabulary", "family"), list(families()))
def test_no_construction_has_fewer_than_two_figures_and_none_over_two_sentences_fewer_than_three(
    vocabulary: str, family: str
) -> None:
    for construction in constructions(vocabulary, family):
        assert construction.across is ("//" in construction.line)
        assert len(construction.classes) >= (3 if construction.across else 2), construction.line


def test_words_and_signs_that_cannot_be_missing_are_known() -> None:
    made = next(each for each in constructions("checks", "total") if "made_of" in each.line)
    assert any({"made", "consisting", "comprising"} <= need for need in made.needs)
    bracket = next(each for each in constructions("checks", "share") if each.line.endswith(r"\( ~2 <share:share> ~ \)"))
    assert {frozenset({"("}), frozenset({")"}), frozenset({"of"})} <= set(bracket.needs)
    assert frozenset({"out"}) not in bracket.needs
    choice = next(each for each in constructions("changes", "amount") if "(?:to|at)" in each.line)
    assert frozenset({"to", "at"}) in choice.needs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of the 80 buses, 20 buses, or 25%, were late.", True),
        ("Of the 80 buses, 20 buses, or 25 litres, were late.", False),
        ("The 80 buses, 20 buses, or 25%, were late.", False),
        ("Of the 80 buses 20 buses or 25% were late.", False),
    ],
)
def test_a_construction_is_tried_where_its_figures_words_and_signs_are(text: str, found: bool) -> None:
    document = Document(text)
    (sentence,) = sentences(document, find_claims(document))
    tried = [
        construction.line for construction in possible(sentence.evidence, across=False).get(("checks", "share"), [])
    ]
    assert any(line.startswith("of ") and line.count("<") == 3 and ", or" in line for line in tried) is found


def test_a_sentence_with_one_figure_has_no_construction_and_two_have_one_together() -> None:
    document = Document("Profit fell 40%. It was $60, compared with $100 a year earlier.")
    first, second = sentences(document, find_claims(document))
    assert not may_hold(first.evidence, across=False)
    assert first.is_beside(second)
    assert may_hold(first.evidence.beside(second.evidence), across=True)
    assert not may_hold(first.evidence, across=True)
