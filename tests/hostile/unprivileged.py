"""Plays the attacks that are named on the command line and prints what each reached, for a run as another user."""

import dataclasses
import json
import sys

from grader.sandbox.process import Zygote
from tests.hostile.scene import load_attacks, play


def main(names: list[str]) -> None:
    with Zygote() as zygote:
        chosen = [attack for attack in load_attacks() if attack.name in names]
        results = {attack.name: dataclasses.asdict(play(attack, zygote)) for attack in chosen}
    print(json.dumps(results))


if __name__ == "__main__":
    main(sys.argv[1:])
