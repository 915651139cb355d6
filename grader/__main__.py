"""Makes ``python -m grader`` the same as ``grade``."""

from grader.cli import main

main()
