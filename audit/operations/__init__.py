"""What can be worked out: one record an operation, with its formula, its words and its known slips."""

from audit.operations.record import Record, Slip
from audit.operations.records import PER_HEADS, record

__all__ = ["PER_HEADS", "Record", "Slip", "record"]
