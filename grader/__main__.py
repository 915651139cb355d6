"""Makes ``python -m grader`` the same as ``grade``."""

import sys

if not sys.flags.safe_path:
    # the current folder, which -m puts first: a numpy.py in it would be imported by the judge
    del sys.path[0]

from grader.cli import main

main()
