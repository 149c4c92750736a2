"""Tables of statistics, audited as strictly as sentences.

load_table("daily.csv")                                   # a file or frame as a `Table`
explain_rules("daily.csv")                                # its rules, each with what it was inferred from
check_table("daily.csv")                                  # all of it
check_against(audit.check_file("bulletin.txt"), "daily.csv")   # the figures of a text held against a table
"""

from audit.series.against_text import check_against, compare_text
from audit.series.audit_table import check_table, explain_rules
from audit.series.coverage import told
from audit.series.load import load_book, load_table

__all__ = ["check_against", "check_table", "compare_text", "explain_rules", "load_book", "load_table", "told"]
