"""My part: how one's work reaches the Board, and asking where the way breaks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from objectives import services
from objectives.forms import ConfirmForm
from objectives.queries.home import own_unit
from objectives.queries.my_part import MyPart
from objectives.queries.my_part import my_part as part_of
from objectives.queries.seen import current_cycle
from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices


@require_safe
@needs(Action.SEE_OBJECTIVES)
def my_part(request: PersonRequest) -> HttpResponse:
    part = _part(request, request.GET.get("objective", ""))
    return render(request, "objectives/my_part.html", {"part": part, "ask_form": ConfirmForm()})


@require_POST
@needs(Action.ASK_FOR_OBJECTIVE, seen=True)
@creates_once
def ask_to_mend(request: PersonRequest) -> HttpResponse:
    """One tap: whoever must answer gets a letter; what is broken is found afresh."""
    wanted = request.POST.get("objective", "")
    part = _part(request, wanted)
    if part.broken is None:
        notices.notice(request, "Nothing is broken there any more.")
    else:
        try:
            services.ask_to_mend(
                broken=part.broken,
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.Refused as refusal:
            notices.notice(request, f"{refusal}.")
        else:
            notices.success(request, f"You asked {part.broken.people}. They get a letter.")
    chosen = f"?objective={part.objective_id}" if part.objective_id else ""
    return redirect(f"{address('objectives:my_part')}{chosen}")


def _part(request: PersonRequest, wanted: str) -> MyPart:
    return part_of(
        own_unit(request.standing),
        standing=request.standing,
        cycle=current_cycle(),
        now=timezone.now(),
        chosen=int(wanted) if wanted.isascii() and wanted.isdigit() else None,
    )
