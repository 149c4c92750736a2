"""The reading of a text: its tokens by what they mean, and its figures in their places."""

from audit.syntax.moment import Moment, Moments
from audit.syntax.reading import Mention, Reading, read

__all__ = ["Mention", "Moment", "Moments", "Reading", "read"]
