"""Run by itself: prints by how many MB a report's peak memory exceeds an idle worker's."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import django

STATUS = Path("/proc/self/status")
MEGABYTE = 1024


def main(database: str) -> None:
    django.setup()
    from django.db import connections
    from django.utils import timezone

    from benchmarks.database import allow_minutes, point_at
    from benchmarks.ways import ours
    from benchmarks.ways.counts import Measured
    from config.celery import app
    from objectives.models import Cycle
    from people.models import Organisation
    from people.tenancy import acting_in

    point_at(dict.fromkeys(connections, database))
    app.loader.import_default_modules()
    allow_minutes()
    organisation = Organisation.objects.get()
    with acting_in(organisation, cause="benchmark"):
        cycle = Cycle.objects.get()
    measured = Measured(organisation=organisation, cycle=cycle, as_of=timezone.now())
    run_ids = ours.ask(measured)
    idle = _kilobytes("VmRSS")
    ours.compute(measured, run_ids)
    sys.stdout.write(f"{(_kilobytes('VmHWM') - idle) / MEGABYTE:.1f}\n")


def _kilobytes(line: str) -> int:
    """Of this process's memory; elsewhere than on Linux, its peak so far stands for both."""
    if not STATUS.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE
    words = next(each for each in STATUS.read_text().splitlines() if each.startswith(line))
    return int(words.split()[1])


if __name__ == "__main__":
    main(sys.argv[1])
