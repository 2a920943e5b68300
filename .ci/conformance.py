#!/usr/bin/env python3
"""Holds transformed templates against a folder of cases with its comparer.

usage: conformance.py CASES RESULTS COMPARER PASSING [--update]

Fails when a name in the file PASSING no longer passes, or no longer to the letter where it says "exact". What the file
asks for only grows: --update adds what passes now.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    cases, results, comparer, passing = map(Path, sys.argv[1:5])
    with tempfile.NamedTemporaryFile(suffix=".json") as outcome_file:
        table = subprocess.run(
            [sys.executable, comparer, "--actual", results, "--cases", cases / "cases.tsv",
             "--expected", cases / "expected", "--by", "main", "--json", outcome_file.name],
            check=True, capture_output=True, text=True).stdout
        outcomes = json.loads(Path(outcome_file.name).read_text())
    print(table.split("\nfailing")[0].rstrip())
    now = {name: "exact" if outcome.get("exact") else "passed"
           for name, outcome in outcomes.items() if outcome["passed"]}
    known = dict(line.split() for line in passing.read_text().splitlines()) if passing.exists() else {}
    better = sorted(name for name, how in now.items() if how != known.get(name) and known.get(name) != "exact")
    print(f"{len(now)} of {len(outcomes)} pass, {sum(how == 'exact' for how in now.values())} to the letter; "
          f"{len(better)} better than in {passing.name}")
    if "--update" in sys.argv:
        known.update((name, now[name]) for name in better)
        passing.write_text("".join(f"{name} {how}\n" for name, how in sorted(known.items())))
    lost = sorted(name for name, how in known.items() if now.get(name) not in (how, "exact"))
    for name in lost:
        reasons = outcomes.get(name, {}).get("reasons", ["the case is gone"])
        print(f"NO LONGER {known[name].upper()}: {name}", *reasons[:3], sep="\n    ")
    return 1 if lost else 0


sys.exit(main())
