import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("throughline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="schedule")
app.conf.beat_schedule = {
    "take-up-lost-runs": {"task": "reports.schedule.take_up_lost_runs", "schedule": 30.0},
    "compute-nightly": {
        "task": "reports.schedule.compute_nightly",
        "schedule": crontab(hour=2, minute=30),
    },
    "let-networks-rest": {
        "task": "objectives.schedule.let_networks_rest",
        "schedule": crontab(hour=1, minute=15),
    },
    "ask-for-check-ins": {
        "task": "objectives.schedule.ask_for_check_ins",
        "schedule": crontab(hour=7, minute=0, day_of_week="mon"),
    },
    "nudge": {"task": "objectives.schedule.nudge", "schedule": crontab(hour=7, minute=30)},
    "send-digests": {
        "task": "objectives.schedule.send_digests",
        "schedule": crontab(minute=0),
    },
}
