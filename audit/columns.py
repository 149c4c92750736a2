"""Every column of every frame, with its type and meaning: frames, Parquet, CSV, XLSX and the JSON schema take it here."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CHECKS", "CLAIMS", "CORPUS", "DOCUMENTS", "FAILURES", "FIGURES", "FRAMES", "OPERANDS", "Column"]


@dataclass(frozen=True, slots=True)
class Column:
    """`dtype` is a pandas dtype that keeps missing values: string, Int64, Float64, boolean, datetime64[ms]."""

    name: str
    dtype: str
    meaning: str


_WHERE = (
    Column("document", "string", "name of the document, as given to the program"),
    Column("sha256", "string", "SHA-256 of the document's text in UTF-8"),
)

_FIGURE = (
    Column("figure", "Int64", "number of the figure in its document, from 1, in the order of the text"),
    Column("start", "Int64", "offset of its first character in the text, from 0"),
    Column("end", "Int64", "offset after its last character"),
    Column("text", "string", "the figure as printed"),
    Column("low", "Float64", "lower end of its value, in `unit`; -inf if there is none"),
    Column("high", "Float64", "upper end of its value, in `unit`; inf if there is none"),
    Column("bound", "string", "exact, about, at_least, more_than, at_most, less_than or nearly"),
    Column("kind", "string", "count, percent, money, duration, date, identifier ... (`audit.Kind`)"),
    Column(
        "unit",
        "string",
        "unit in pint's name, 'percentage', 'percentage point' or a currency; missing for counts",
    ),
    Column("noun", "string", "what is counted, singular"),
    Column("phrase", "string", "the counted noun phrase as printed"),
    Column("precision", "Float64", "one unit of the last printed place, in `unit`"),
    Column("words", "string", "a vague quantity's own words ('dozens'); missing for a precise one"),
)

FIGURES = (
    *_WHERE,
    *_FIGURE,
    Column("is_quantity", "boolean", "false for dates, times, identifiers, ranks and scores, which no check uses"),
    Column("per", "string", "of a rate, what it is divided by"),
    Column("cue", "string", "the words that set the bound"),
    Column("sentence", "string", "the sentence that it stands in"),
    Column("second_reader", "string", "agrees, differs or unread; missing if no second reader was asked"),
    Column("second_reading", "string", "the second reader's own reading"),
)

CLAIMS = (
    *_WHERE,
    Column("claim", "Int64", "number of the claim in its document, from 1, in the order of the text"),
    *_FIGURE,
    Column(
        "measure",
        "string",
        "what is counted, in the vocabulary's name: killed, injured, strength ...; several by '+'",
    ),
    Column("population", "string", "of whom or of what"),
    Column("place", "string", "where"),
    Column("as_of", "datetime64[ms]", "the day that the claim speaks of"),
    Column("period", "string", "new, cumulative, since or per; missing if the text does not say"),
    Column("period_start", "datetime64[ms]", "first day of the period"),
    Column("period_end", "datetime64[ms]", "last day of the period"),
    Column("source", "string", "fullest name of the outermost source that the text names; missing if none"),
    Column("chain", "string", "all sources, outermost first, joined by ' > '"),
    Column("cue", "string", "the words that attribute it"),
    Column("cue_kind", "string", "direct, indirect, according_to, nominal, evidential, colon or publisher"),
    Column("hedges", "string", "words that weaken it, joined by '; '"),
    Column("status", "string", "asserted, reported, presumed, inferred, denied, planned or hypothetical"),
    Column("relation", "string", "subset, addition, update or background; missing for a claim of its own"),
    Column("included_in", "Int64", "number of the claim of which this one counts a part"),
    Column("attribution_confidence", "string", "high or low"),
    Column("confidence", "string", "high or low: how sure the meaning is"),
    Column("sentence", "string", "the sentence that it stands in"),
    Column("sentence_start", "Int64", "offset of the sentence's first character"),
    Column("locator", "string", "of a cell of a table, where it stands"),
)

CHECKS = (
    *_WHERE,
    Column("check", "Int64", "number of the check in its document, from 1"),
    Column("verdict", "string", "consistent, consistent_with_rounding, too_coarse, inconsistent or unverifiable"),
    Column("operation", "string", "what was recomputed: sum, percent_change, reduction ... (`audit.Operation`)"),
    Column("claim", "Int64", "number of the claim that was recomputed"),
    Column("text", "string", "the claim's figure as printed"),
    Column("start", "Int64", "offset of its first character"),
    Column("end", "Int64", "offset after its last character"),
    Column("unit", "string", "unit of claim, recomputation and gap"),
    Column("claimed_low", "Float64", "lower end of the claim as printed"),
    Column("claimed_high", "Float64", "upper end of the claim as printed"),
    Column("recomputed_low", "Float64", "lower end of the recomputation under the policy in force"),
    Column("recomputed_high", "Float64", "upper end of the recomputation under the policy in force"),
    Column("gap_low", "Float64", "smallest distance between claim and recomputation; missing if they meet"),
    Column("gap_high", "Float64", "largest distance between the two"),
    Column("slack", "Float64", "smallest relative change of one operand that would make the claim hold"),
    Column("implied_role", "string", "part that that operand plays"),
    Column("implied_low", "Float64", "lower end of what that operand would have to be"),
    Column("implied_high", "Float64", "upper end of what that operand would have to be"),
    Column("diagnosis", "string", "known slip that reproduces the printed figure"),
    Column("explanation", "string", "that slip in a sentence"),
    Column("working", "string", "the recomputation in one line"),
    Column("missing", "string", "what would be needed to judge it, joined by '; '"),
    Column("source", "string", "who makes the claim"),
    Column("status", "string", "how firmly it is stated"),
    Column("readings", "Int64", "number of readings that the words allow"),
    Column("confidence", "string", "high or low: how sure the binding is"),
    Column("policy", "string", "rounding policy in force"),
    Column("under_as_printed", "string", "verdict under the policy as_printed"),
    Column("under_two_figure", "string", "verdict under the policy two_figure"),
    Column("under_loose", "string", "verdict under the policy loose"),
    Column("sentence", "string", "the sentence of the claim"),
    Column(
        "odds",
        "Float64",
        "chance that an unverifiable claim does not fit by an error in the text",
    ),
)

OPERANDS = (
    *_WHERE,
    Column("check", "Int64", "number of the check that it belongs to"),
    Column("reading", "Int64", "number of the reading, from 1"),
    Column("label", "string", "the reading in words"),
    Column("role", "string", "the part that the operand plays"),
    Column("claim", "Int64", "number of the operand's claim in its document; missing for a reference"),
    Column("from_document", "string", "document of the operand, if it is another"),
    Column("text", "string", "the operand as printed"),
    Column("start", "Int64", "offset of its first character"),
    Column("end", "Int64", "offset after its last character"),
    Column("low", "Float64", "lower end of what it stands for under the policy in force"),
    Column("high", "Float64", "upper end of what it stands for under the policy in force"),
    Column("unit", "string", "unit of low and high"),
    Column("implied_low", "Float64", "lower end of what it would have to be for the claim to hold"),
    Column("implied_high", "Float64", "upper end of what it would have to be for the claim to hold"),
    Column("slack", "Float64", "relative change to the nearest such value"),
    Column("source", "string", "who states it"),
)

FRAMES: dict[str, tuple[Column, ...]] = {
    "figures": FIGURES,
    "claims": CLAIMS,
    "checks": CHECKS,
    "operands": OPERANDS,
}

_NUMBER = Column("number", "Int64", "number of the document in the corpus, from 1, in the order of the input")

DOCUMENTS = (
    _NUMBER,
    *_WHERE,
    Column("origin", "string", "where it was read from"),
    Column("title", "string", "title, if the source gives one"),
    Column("publisher", "string", "publisher, if the source or the text names one"),
    Column("published", "datetime64[ms]", "day of publication, if known"),
    Column("author", "string", "author, if the source names one"),
    Column("language", "string", "language of the text"),
    Column("characters", "Int64", "length of the text"),
    Column("figures", "Int64", "number of its figures"),
    Column("claims", "Int64", "number of its claims"),
    Column("checks", "Int64", "number of its checks"),
    Column("inconsistent", "Int64", "number of its checks whose verdict is inconsistent"),
    Column("notes", "string", "what its reader had to assume"),
)

FAILURES = (
    _NUMBER,
    Column("where", "string", "the input that could not be read or audited"),
    Column("reason", "string", "why"),
    Column("remedy", "string", "what to do about it"),
)

CORPUS: dict[str, tuple[Column, ...]] = {
    **{name: (_NUMBER, *columns) for name, columns in FRAMES.items()},
    "failures": FAILURES,
    "documents": DOCUMENTS,
}
"""The tables of a corpus's data set, in the order in which they are written: `documents` last, as the sign of completion."""
