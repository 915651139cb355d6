"""Plays the attacks whose names it reads, a line each, and answers what each reached, for a run as another user."""

import dataclasses
import json
import sys
import traceback

from grader.sandbox.process import Zygote
from tests.hostile.scene import Result, load_attacks, play


def main() -> None:
    attacks = {attack.name: attack for attack in load_attacks()}
    with Zygote() as zygote:
        for line in sys.stdin:
            try:
                result = play(attacks[line.strip()], zygote)
            except Exception:  # it has broken the judge, and the next attack is to be played all the same
                result = Result(reached=True, touched=[], text=traceback.format_exc(), broken=True)
            print(json.dumps(dataclasses.asdict(result)), flush=True)


if __name__ == "__main__":
    main()
