"""Looks at a submission again after the suite: accepts its conventions, and calls its mistakes by their names."""
