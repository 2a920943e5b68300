#!/usr/bin/env python3
"""Holds transformed templates against a folder of cases with its comparer.

usage: conformance.py CASES RESULTS COMPARER PASSING [--update]

Fails when a name in the file PASSING no longer passes. The file only grows: --update adds what passes now.
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
    now = {name for name, outcome in outcomes.items() if outcome["passed"]}
    known = set(passing.read_text().split()) if passing.exists() else set()
    print(f"{len(now)} of {len(outcomes)} pass, {len(now - known)} of them not listed in {passing.name} yet")
    if "--update" in sys.argv:
        passing.write_text("".join(f"{name}\n" for name in sorted(now | known)))
    lost = sorted(known - now)
    for name in lost:
        reasons = outcomes.get(name, {}).get("reasons", ["the case is gone"])
        print(f"NO LONGER PASSES: {name}", *reasons[:3], sep="\n    ")
    return 1 if lost else 0


sys.exit(main())
