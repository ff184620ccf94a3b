"""Audits: from an organisation and what was read of it to everything that is found."""

from orgmodel.auditing.baseline import STALE, beside
from orgmodel.auditing.files import file_findings
from orgmodel.auditing.narrowing import concerns, narrowed
from orgmodel.auditing.running import audited
from orgmodel.auditing.since import changed

__all__ = ["STALE", "audited", "beside", "changed", "concerns", "file_findings", "narrowed"]
