"""The singular of nouns: one rule for the whole house."""

from __future__ import annotations

import pytest

from audit.text.plurals import is_irregular, is_plural, plurals, singular


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("houses", "house"),
        ("families", "family"),
        ("ties", "tie"),
        ("movies", "movie"),
        ("branches", "branch"),
        ("caches", "cache"),
        ("masses", "mass"),
        ("taxes", "tax"),
        ("axes", "axe"),
        ("heroes", "hero"),
        ("toes", "toe"),
        ("tornadoes", "tornado"),
        ("tribesmen", "tribesman"),
        ("lives", "life"),
        ("viruses", "virus"),
        ("747s", "747"),
    ],
)
def test_a_plural_has_a_singular_that_leads_back_to_it(plural: str, one: str) -> None:
    assert singular(plural) == one
    assert is_plural(plural)
    assert plural in plurals(one)


@pytest.mark.parametrize("word", ["bus", "news", "tennis", "glass", "previous", "town", "women's", "as", ""])
def test_what_is_no_plural_is_left_as_it_is(word: str) -> None:
    assert singular(word) == word
    assert not is_plural(word)


@pytest.mark.parametrize("word", ["police", "sheep", "aircraft"])
def test_some_nouns_are_their_own_plural(word: str) -> None:
    assert singular(word) == word
    assert is_plural(word) and is_irregular(word)
