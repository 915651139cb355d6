#!/usr/bin/env bash
# Installs the grader into a Gradescope image, once, while the image is built.
set -euo pipefail

root=${AUTOGRADER_ROOT:-/autograder}

# an image that has the command already needs nothing
if ! command -v grade > /dev/null; then
    if python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
        python3 -m venv "$root/venv" || { apt-get update && apt-get install -y python3-venv && python3 -m venv "$root/venv"; }
        "$root/venv/bin/pip" install "$root"/source/*.whl
    else
        # an older Ubuntu: uv brings a Python of its own
        apt-get update && apt-get install -y python3-pip
        python3 -m pip install uv
        uv venv --python 3.12 "$root/venv"
        uv pip install --python "$root/venv/bin/python" "$root"/source/*.whl
    fi
fi

# for the log of the build: what this machine can hold back
PATH="$root/venv/bin:$PATH" grade doctor || true
