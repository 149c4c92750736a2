"""What speaks for an error, and what for a wrong binding."""

from __future__ import annotations

from audit.checks.doubts import chance_of_an_error, features_of
from audit.checks.sift import sift
from tests.account.bound import reading_of

TOLD_TWICE = (
    "Forty-one ferries lay in the harbour of Vell on Sunday, the port said. "
    "A storm had kept them there, and the fishing fleet with them. "
    "By noon 43 ferries were still in the harbour of Vell, the port said."
)
AND_ONCE_MORE = (
    TOLD_TWICE + " The mayor counted 43 ferries in the harbour of Vell, and 41 ferries in all of the year before."
)


def _doubts(text: str) -> dict[frozenset[str], tuple[dict[str, float], float]]:
    fitting, doubts = sift(reading_of(text))
    found = features_of(doubts, fitting)
    return {
        frozenset((doubt.binding.claim.figure.text, *(role.figure.text for role in doubt.binding.roles))): (
            features,
            chance_of_an_error(features),
        )
        for doubt, features in zip(doubts, found, strict=True)
    }


def test_a_doubt_says_how_surely_it_is_bound_and_how_far_its_figures_are_apart() -> None:
    features, chance = _doubts(TOLD_TWICE)[frozenset(("Forty-one", "43"))]
    assert 0.04 < features["gap"] < 0.06
    assert features["sentences"] == 2
    assert features["claim_upheld"] == 0
    assert 0 < chance < 1


def test_a_figure_that_fits_elsewhere_is_less_likely_wrong() -> None:
    features, _ = _doubts(TOLD_TWICE)[frozenset(("Forty-one", "43"))]
    upheld, _ = _doubts(AND_ONCE_MORE)[frozenset(("Forty-one", "43"))]
    assert upheld["claim_upheld"] > 0
    less = {**features, "claim_upheld": upheld["claim_upheld"], "all_upheld": upheld["all_upheld"]}
    assert chance_of_an_error(less) < chance_of_an_error(features)


def test_the_surer_the_binding_the_likelier_an_error() -> None:
    features, chance = _doubts(TOLD_TWICE)[frozenset(("Forty-one", "43"))]
    assert chance_of_an_error({**features, "bound": features["bound"] + 1}) > chance
