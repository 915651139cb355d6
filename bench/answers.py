"""Measures one submission at a time: cold and warm, beside every peer, with the verdicts that they reach."""

from collections.abc import Callable

from bench.contenders import Peer, grade_with_ours, of_ours, out_of_habit
from bench.measure import Run, Series, in_turns
from bench.results import Ratio, Results, Table
from bench.setup import Setup, say
from bench.startup import heavy_imports, help_once
from bench.warm import warm_grader

COLD, WARM = "this project", "this project, warm"
PATIENCE = 25.0
"""Seconds after which a peer that does not end an endless loop is killed."""

TARGETS = {
    **{(COLD, name): 0.9 for name in ("pytest", out_of_habit("pytest"))},
    **{(WARM, name): 0.15 for name in ("pytest", out_of_habit("pytest"))},
    (COLD, "otter"): 0.25,
}


def measure_answers(setup: Setup, results: Results, rounds: int) -> None:
    """Time the right and the wrong answer, and try the two that misbehave."""
    verdicts: dict[tuple[str, str], str] = {}
    for name, times in (("right", rounds), ("wrong", max(rounds // 3, 1))):
        say(f"grading the {name} answer, {times} rounds of {len(setup.peers) + 2}")
        series = _take_turns(setup, name, times, verdicts)
        results.tables.append(_table(name, series, times))
        if name == "right":
            results.ratios |= _ratios(series, verdicts)
    for name in ("exit", "loop"):
        say(f"grading the answer with {'an endless loop' if name == 'loop' else 'sys.exit in fit'}, once each")
        _try_once(setup, name, verdicts)
    results.tables.append(_verdict_table(setup, verdicts))


def _take_turns(setup: Setup, name: str, rounds: int, verdicts: dict[tuple[str, str], str]) -> dict[str, Series]:
    submission = setup.submission(name)
    peers = {peer.name: peer for peer in setup.peers}
    with warm_grader() as warm:
        runners: dict[str, Callable[[], Run]] = {
            COLD: lambda: grade_with_ours(submission, setup.work),
            WARM: lambda: warm.grade(submission),
            **{peer.name: _checked(setup, peer, name, verdicts) for peer in peers.values()},
        }
        series: dict[str, Series] = {}
        for contender, run in in_turns(runners, rounds):
            series.setdefault(contender, Series()).add(run)
            if contender not in peers:
                verdicts[contender, name] = of_ours(run)
    return series


def _checked(setup: Setup, peer: Peer, name: str, verdicts: dict[tuple[str, str], str]) -> Callable[[], Run]:
    """Return the function that runs a peer and writes down its verdict, the worst that it has reached so far."""
    run = setup.runner(peer, setup.submission(name))

    def checked() -> Run:
        done = run()
        verdict = peer.verdict(setup.task(peer, setup.submission(name)), done)
        if verdicts.get((peer.name, name)) != "broke":
            verdicts[peer.name, name] = verdict
        return done

    return checked


def _ratios(series: dict[str, Series], verdicts: dict[tuple[str, str], str]) -> dict[str, Ratio]:
    """Compare with every peer that knows right from wrong; the time of another one means nothing."""
    ratios = {}
    for ours, says in ((COLD, "one right answer"), (WARM, "one right answer again, warm")):
        for name, other in series.items():
            if name in (COLD, WARM) or verdicts[name, "right"] != "pass":
                continue
            value = series[ours].median / other.median
            ratios[f"{says} / {name}"] = Ratio(f"{name}: {says}", value, TARGETS.get((ours, name)))
    return ratios


def _table(name: str, series: dict[str, Series], rounds: int) -> Table:
    rows = [
        (who, *(f"{1000 * value:.0f}" for value in (s.median, s.fastest, min(s.processor))))
        for who, s in sorted(series.items(), key=lambda item: item[1].median)
    ]
    says = (
        f"Whole processes, {rounds} rounds after one that does not count. This project runs all its checks, in the "
        "full sandbox, with the diagnosis; the others run 15 checks in the process of the submission, with "
        "as few iterations as this project's; `, 1000 iterations` is the same with checks that train as long as the "
        "class does by default wherever the number does not matter. "
        "Warm is a process that keeps its zygote; its processor time is the judge's alone."
    )
    header = ("milliseconds", "median", "fastest", "processor, least")
    return Table(f"One {name} answer", header, tuple(rows), says)


def _try_once(setup: Setup, name: str, verdicts: dict[tuple[str, str], str]) -> None:
    done = grade_with_ours(setup.submission(name), setup.work, limit=60.0)
    verdicts[COLD, name] = f"{of_ours(done)}, after {done.seconds:.1f} s"
    for peer in setup.peers_once:
        done = setup.runner(peer, setup.submission(name), PATIENCE)()
        verdict = peer.verdict(setup.task(peer, setup.submission(name)), done)
        end = f"killed by the harness after {PATIENCE:g} s" if done.killed else f"{verdict}, after {done.seconds:.1f} s"
        verdicts[peer.name, name] = end


def _verdict_table(setup: Setup, verdicts: dict[tuple[str, str], str]) -> Table:
    rows = [
        (who, *(verdicts.get((who, name), "") for name in ("right", "wrong", "exit", "loop")), deadline)
        for who, deadline in [
            (COLD, "10 s a call, 20 s in all"),
            *((peer.name, peer.deadline or "none") for peer in setup.peers_once),
        ]
    ]
    says = "Of the same four submissions. `broke` is a result that a grader cannot give points for."
    header = ("verdict", "right", "wrong", "sys.exit in fit", "endless loop in fit", "deadline of its own")
    return Table("Verdicts", header, tuple(rows), says)


def measure_start(setup: Setup, results: Results, rounds: int) -> None:
    """Time ``grade --help`` and look at what it imports."""
    say("starting grade --help")
    series = Series()
    for _, run in in_turns({"help": lambda: help_once(setup.work)}, 3 * rounds):
        series.add(run)
    heavy = heavy_imports(["--help"], setup.work)
    rows = (
        ("median, milliseconds (target: under 120)", f"{1000 * series.median:.0f}"),
        ("fastest, milliseconds", f"{1000 * series.fastest:.0f}"),
        ("heavy packages that it imports (target: none)", ", ".join(heavy) or "none"),
    )
    results.tables.append(Table("grade --help", ("", "measured"), rows))
