"""Reliability campaigns against the built command and host, from outside. See README.md.

    python3 tests/campaigns/reliability NAME [COUNT] [--seed N]
"""

import argparse
import inspect
import random
import sys
import time

import rounds_crash
import rounds_damage
import rounds_load
import rounds_secrecy
from system import Failed, Rounds

CAMPAIGNS = {
    "kills": (rounds_crash.kills, 200),
    "cuts": (rounds_crash.cuts_of_ingest, 50),
    "cuts-api": (rounds_crash.cuts_of_uploads, 50),
    "errors": (rounds_crash.errors_while_serving, 0),
    "errors-lasting": (rounds_crash.errors_that_last, 0),
    "full-disk": (rounds_crash.full_disk, 1),
    "damage": (rounds_damage.damage, 1000),
    "swaps": (rounds_damage.swaps, 300),
    "order": (rounds_damage.order, 6),
    "backup": (rounds_damage.backup, 10),
    "pairs": (rounds_damage.pairs, 1000),
    "hostile": (rounds_load.hostile_files, 18),
    "death": (rounds_load.death, 500),
    "connections": (rounds_load.connections, 1100),
    "extraction": (rounds_load.extraction_memory, 32),
    "steps": (rounds_load.steps, 10),
    "secrecy": (rounds_secrecy.secrecy, 250),
    "mixed": (rounds_load.mixed, 1800),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.epilog = "\n".join(f"  {name:<15} {inspect.getdoc(run).splitlines()[0]} [{count}]" for name, (run, count) in CAMPAIGNS.items())
    parser.add_argument("name", choices=CAMPAIGNS, metavar="NAME")
    parser.add_argument("count", type=int, nargs="?", help="rounds or seconds; the default stands behind each name")
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--first", type=int, default=0, help="number of the round to begin with (damage, pairs)")
    parser.add_argument("--seconds", type=int, help="begin no round after so long (damage, pairs)")
    chosen = parser.parse_args()
    run, count = CAMPAIGNS[chosen.name]
    Rounds.first, Rounds.seconds, Rounds.seed = chosen.first, chosen.seconds, chosen.seed
    begun = time.monotonic()
    try:
        figures = run(count if chosen.count is None else chosen.count, random.Random(chosen.seed))
    except Failed as failed:
        print(f"{chosen.name}: DOES NOT HOLD: {failed}")
        return 1
    print(f"{chosen.name}: {figures} ({time.monotonic() - begun:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
