"""What a new organisation begins with: its files, its configuration, and a job that audits them."""

from orgmodel.exchange.starting.files import JOBS, Job, first_files

__all__ = ["JOBS", "Job", "first_files"]
