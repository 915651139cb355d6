"""Plays the attacks whose names it reads, a line each, and answers what each reached, for a run as another user."""

import dataclasses
import json
import sys

from grader.sandbox.process import Zygote
from tests.hostile.scene import load_attacks, play


def main() -> None:
    attacks = {attack.name: attack for attack in load_attacks()}
    with Zygote() as zygote:
        for line in sys.stdin:
            result = play(attacks[line.strip()], zygote)
            print(json.dumps(dataclasses.asdict(result)), flush=True)


if __name__ == "__main__":
    main()
