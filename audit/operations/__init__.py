"""What can be worked out: one record an operation, with its formula, its words and its known slips."""

from audit.operations.record import Record, Slip
from audit.operations.records import record

__all__ = ["Record", "Slip", "record"]
