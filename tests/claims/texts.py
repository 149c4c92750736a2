"""Short ways to ask for what a test looks at."""

from datetime import date

from audit.claims import find_claims
from audit.text.document import Document

PUBLISHED = date(2024, 4, 7)  # a Sunday


def claims(text, published=PUBLISHED):
    return find_claims(Document(text, published=published))


def claim(text, words, published=PUBLISHED):
    """The claim whose figure reads `words`."""
    return next(c for c in claims(text, published) if c.figure.text == words)


def measured(text):
    """(figure's words, measures) of each claim that has a measure."""
    return [(c.figure.text, c.measures) for c in claims(text) if c.measures]


def counts(text):
    """(figure's words, first measure) of each printed figure that has a measure."""
    return [(c.figure.text, c.measure) for c in claims(text) if c.measures and not c.implied]
