"""What the clock starts."""

from celery import shared_task
from django.utils import timezone

from objectives.services import check_in_letters, digests, nudging
from objectives.services import networks as network_services
from people.models import Organisation


@shared_task
def ask_for_check_ins() -> None:
    """Every Monday morning: a letter to each lead with objectives that are due."""
    for organisation in Organisation.objects.all():
        check_in_letters.ask_for_check_ins(organisation=organisation, now=timezone.now())


@shared_task
def nudge() -> None:
    """Every morning: a reminder to whoever something has waited on for long."""
    for organisation in Organisation.objects.all():
        nudging.leave_nudges(organisation=organisation, now=timezone.now())


@shared_task
def send_digests() -> None:
    """Every hour: the digest of those whose day it is, once."""
    for organisation in Organisation.objects.all():
        digests.leave_digests(organisation=organisation, now=timezone.now())


@shared_task
def let_networks_rest() -> None:
    """Every night: a network that has not met for 90 days is dormant."""
    for organisation in Organisation.objects.all():
        network_services.let_networks_rest(organisation=organisation, now=timezone.now())
