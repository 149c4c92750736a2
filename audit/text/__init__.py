"""The floor on which all reading stands: a document, its sentences, words and dates, by their offsets."""
