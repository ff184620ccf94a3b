"""Writes down what an audit found: one output a file."""
