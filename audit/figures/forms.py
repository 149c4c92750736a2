"""Lists of words made fast to look for: a pattern that tries no beginning twice, or a tree by first or last word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["Tree", "pattern_of", "tree_of"]

Tree = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first (or last) word: the other words of each form, and what it means; the longest form first."""


def pattern_of(words: Iterable[str]) -> str:
    """A pattern that matches exactly these words, shared beginnings factored out so that no word is tried twice."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern(tree[letter]) for letter in sorted(tree) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return joined + ("?" if "" in tree else "")


def tree_of(forms: Iterable[tuple[str, str]], *, backwards: bool = False) -> Tree:
    """The forms, each with its meaning, by first word; by last word, and the others last first, if `backwards`."""
    tree: Tree = {}
    for form, meaning in forms:
        words = form.split()
        if backwards:
            words.reverse()
        tree.setdefault(words[0], []).append((tuple(words[1:]), meaning))
    for entries in tree.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return tree
