"""Measurements: how fast the grader is, compared with other ways to do the same in the same run."""
