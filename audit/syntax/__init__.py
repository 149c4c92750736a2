"""The reading of a text: its tokens by what they mean, and its figures in their places."""

from audit.syntax.reading import Mention, Reading, read

__all__ = ["Mention", "Reading", "read"]
