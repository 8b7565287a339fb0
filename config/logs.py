"""Logs as one JSON object a line, with an allow-list of keys: no bodies, no names, no queries."""

import structlog

KEPT = (
    "event",
    "level",
    "logger",
    "timestamp",
    "exception",
    "status_code",
    "task",
    "run",
    "errand",
)


def _only_kept(
    _logger: object, _method: str, event: structlog.types.EventDict
) -> dict[str, object]:
    return {key: event[key] for key in KEPT if key in event}


class JsonFormatter(structlog.stdlib.ProcessorFormatter):
    """Formats the standard library's records, Django's and Celery's among them."""

    def __init__(self) -> None:
        super().__init__(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(allow=("status_code", "task", "run", "errand")),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _only_kept,
                structlog.processors.JSONRenderer(),
            ],
        )
