"""The same 15 checks for every grader: plain functions in ``checks.py``, and one adapter for each format."""
