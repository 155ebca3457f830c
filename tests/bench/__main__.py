"""``make bench``: what opening and keys cost, beside a Textual hello world, on this machine now.

The programs take turns, so that what else the machine does hits them alike: hold to the ratios, CPU
seconds, bytes and memory, not to the milliseconds. The first turn of each is not counted. Nothing
is asserted. Keep a release's figures beside this file, in ``figures``.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from tests.bench.programs import programs
from tests.bench.terminal import Program, Run, high, middle, run

FIGURES = Path(__file__).parent / "figures"
"""The figures of each release, so that a change for the worse is seen."""


def main() -> None:
    """Measure, and write the table; with ``--json`` the figures too."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--turns", type=int, default=7, help="how often each program is run")
    asked.add_argument("--articles", type=int, default=300, help="of the made dossier")
    asked.add_argument("--size", default="120x40", help="of the terminal: columns x lines")
    asked.add_argument("--json", type=Path, help="where to write the figures")
    asked.add_argument("--words", type=int, default=0, help="of a long text to page through")
    asked.add_argument("--keep", action="store_true", help="keep the figures as this release's")
    asked.add_argument("--only", default="", help="programs whose name holds this, and hello world")
    given = asked.parse_args()
    columns, lines = map(int, given.size.split("x"))
    with tempfile.TemporaryDirectory() as home:
        held = [
            program
            for program in programs(Path(home), given.articles, given.words)
            if given.only in program.name or program.name == "hello world"
        ]
        runs = take_turns(held, given.turns, columns, lines)
    figures = {name: figures_of(done) for name, done in runs.items()}
    print(table(figures))
    machine = {"cpus": os.cpu_count(), "load": os.getloadavg(), "python": sys.version}
    written = {"machine": machine, "turns": given.turns, "size": given.size, "runs": figures}
    files = [given.json] if given.json else []
    if given.keep:
        files.append(FIGURES / f"{version('dossier-reader')}.json")
        files[-1].parent.mkdir(exist_ok=True)
        files[-1].with_suffix(".txt").write_text(table(figures) + "\n", "utf-8")
    for file in files:
        file.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


def take_turns(
    held: Sequence[Program], turns: int, columns: int, lines: int
) -> dict[str, list[Run]]:
    """The runs of each program; one turn of all, then the next, back and forth."""
    runs: dict[str, list[Run]] = {program.name: [] for program in held}
    for turn in range(turns + 1):
        for program in held if turn % 2 else reversed(held):
            try:
                done = run(program, columns, lines)
            except TimeoutError as error:
                print(f"{program.name}: {error}", file=sys.stderr)
                continue
            if turn:
                runs[program.name].append(done)
    return {name: done for name, done in runs.items() if done}


def figures_of(runs: Sequence[Run]) -> dict[str, float]:
    """The medians of some runs, how far the words' time spread, and what keys cost."""
    parts = [asdict(one) for one in runs]
    kinds = ("words", "all", "up", "written", "cpu", "memory", "idle", "left")
    figures = {kind: middle([part[kind] for part in parts]) for kind in kinds}
    times = [part["words"] for part in parts]
    figures["spread"] = (max(times) - min(times)) / middle(times)
    for key in runs[0].keys:
        answers = [time for one in runs for time in one.keys[key][0]]
        sizes = [size for one in runs for size in one.keys[key][1]]
        figures[f"{key}: p50"] = middle(answers)
        figures[f"{key}: p95"] = high(answers)
        figures[f"{key}: bytes"] = middle(sizes)
    return figures


_HEADS = (
    f"{'':28}{'words':>9}{'x hello':>9}{'a key':>9}{'x hello':>9}{'all':>9}{'left':>8}"
    f"{'CPU s':>7}{'idle':>7}{'kB':>6}{'MiB':>6}"
)


def table(figures: Mapping[str, Mapping[str, float]]) -> str:
    """The figures for people: milliseconds, times of hello world, kB, MiB."""
    least = figures["hello world"]
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    lines = [
        f"load {load} on {os.cpu_count()} CPUs; hello world's time spread by {least['spread']:.0%}",
        "",
        _HEADS,
    ]
    for name, one in figures.items():
        lines.append(
            f"{name:28}{one['words'] * 1000:6.0f} ms{one['words'] / least['words']:9.2f}"
            f"{one['up'] * 1000:6.0f} ms{one['up'] / least['up']:9.2f}"
            f"{one['all'] * 1000:6.0f} ms{one['left'] * 1000:5.0f} ms"
            f"{one['cpu']:7.2f}{one['idle']:7.1%}{one['written'] / 1000:6.0f}{one['memory']:6.0f}"
        )
    for name, one in figures.items():
        keys = [key.removesuffix(": p50") for key in one if key.endswith(": p50")]
        if keys:
            lines += ["", f"{name + ': keys':34}{'p50':>9}{'p95':>9}{'bytes':>8}"]
        for key in keys:
            p50, p95 = one[f"{key}: p50"] * 1000, one[f"{key}: p95"] * 1000
            lines.append(f"  {key:32}{p50:6.1f} ms{p95:6.1f} ms{one[f'{key}: bytes']:8.0f}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
