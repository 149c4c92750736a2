"""Why the program says what it says: the account of a document, the reading of a sentence, the reasons for a check.

Each is plain data first (for `--json`) and a tree drawn from that data (for people).
"""

from __future__ import annotations

from audit.explain.account import account_data
from audit.explain.draw import account_tree, add_reasons, sentence_tree
from audit.explain.reasons import reasons_data
from audit.explain.sentence import sentence_data

__all__ = ["account_data", "account_tree", "add_reasons", "reasons_data", "sentence_data", "sentence_tree"]
