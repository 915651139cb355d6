"""The command ``grade doctor``: what this machine offers to hold back a submission."""

import click


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Try forbidden acts in a sandbox like a submission's, and say what came of them.

    The exit code is 0 if every act was refused, so that anybody's code can be graded, and 1 if not.
    """
    from grader.cli.practice import console
    from grader.report.terminal import print_isolation
    from grader.sandbox.process import Zygote

    with Zygote() as zygote:
        print_isolation(zygote.isolation, console())
    ctx.exit(zygote.isolation.level != "strong")
