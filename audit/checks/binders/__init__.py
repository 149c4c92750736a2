"""The binders: each knows one family of constructions and says which figures the words derive from which others."""

from __future__ import annotations

from functools import cache, partial

from audit.checks.binders import prose
from audit.checks.binders.accumulated import accumulated
from audit.checks.binders.ages import ages
from audit.checks.binders.casualty_totals import casualty_totals
from audit.checks.binders.conversions import conversions
from audit.checks.binders.currency_rates import currency_rates
from audit.checks.binders.durations import durations
from audit.checks.binders.population_shares import population_shares
from audit.checks.binders.prior_in_brackets import prior_in_brackets
from audit.checks.binders.rates import rates
from audit.checks.binders.reduction import reduction
from audit.checks.binders.remaining import remaining
from audit.checks.binders.running import running
from audit.checks.binders.since_start import since_start
from audit.checks.binders.subsets import subsets
from audit.checks.binders.weekdays import weekdays
from audit.checks.binders.years import years
from audit.checks.proposal import Binder
from audit.reference import Reference

__all__ = ["binders"]


@cache
def binders(tables: Reference) -> tuple[Binder, ...]:
    """In order of precedence: an earlier binder has a claim for which a later one proposes too.

    Those that know what is counted come before those that know only how it is said.
    """
    return (
        reduction,
        running,
        remaining,
        casualty_totals,
        accumulated,
        rates,
        partial(population_shares, tables=tables),
        prose.bind,
        durations,
        partial(since_start, tables=tables),
        ages,
        weekdays,
        subsets,
        conversions,
        currency_rates,
        prior_in_brackets,
        years,
    )
