"""Tables of statistics, audited as strictly as sentences.

from audit.series.load import load_table                  # a file or frame as a `Table`
from audit.series.infer import infer_rules                # its rules, each with what it was inferred from
audit.check_table("daily.csv")                            # all of it
"""

from audit.series.audit_table import check_table, explain_rules

__all__ = ["check_table", "explain_rules"]
