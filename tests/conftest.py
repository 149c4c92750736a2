"""No test depends on how fast the machine is: hypothesis has no deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("audit", deadline=None)
settings.load_profile("audit")
