"""Organisations in other formats: what comes in, and the organisation file that goes out."""
