"""The use cases: the one place that knows every room."""

from orgmodel.api.audits import (
    audit,
    audit_org,
    baseline_document,
    card_report,
    explain,
    finding_lines,
    report,
    show,
    watch,
)
from orgmodel.api.basics import configuration_files, load, paused_collection, settings, settings_report, style
from orgmodel.api.formats import first_files, import_, schema
from orgmodel.api.formatting import fmt, fmt_report
from orgmodel.api.numbers import history, history_report, measure, measure_report, measured_kind
from orgmodel.api.pictures import doctor, draw, draw_all, is_current, stale_pictures, views
from orgmodel.api.reorganisations import apply, compare, comparison_report, names, review, review_report

__all__ = [
    "apply",
    "audit",
    "audit_org",
    "baseline_document",
    "card_report",
    "compare",
    "comparison_report",
    "configuration_files",
    "doctor",
    "draw",
    "draw_all",
    "explain",
    "finding_lines",
    "first_files",
    "fmt",
    "fmt_report",
    "history",
    "history_report",
    "import_",
    "is_current",
    "load",
    "measure",
    "measure_report",
    "measured_kind",
    "names",
    "paused_collection",
    "report",
    "review",
    "review_report",
    "schema",
    "settings",
    "settings_report",
    "show",
    "stale_pictures",
    "style",
    "views",
    "watch",
]
