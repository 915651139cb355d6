"""Makes ``python -m grader`` the same as ``grade``."""

import sys

# a process of a batch's imports this file as well, under another name
if __name__ == "__main__":
    if not sys.flags.safe_path:
        # the current folder, which -m puts first: a numpy.py in it would be imported by the judge
        del sys.path[0]

    from grader.cli import main

    main()
