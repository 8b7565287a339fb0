"""Whether the service lives, and whether it is ready, for supervisors and load balancers."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connections
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.models import Errand

OUTBOX_MAY_WAIT = timedelta(minutes=5)


@require_safe
@login_not_required
def live(request: HttpRequest) -> JsonResponse:
    """This process answers; nothing else is asked."""
    return JsonResponse({"live": True})


@require_safe
@login_not_required
def ready(request: HttpRequest) -> JsonResponse:
    """The database answers and no errand has waited too long; the queue may be away."""
    try:
        oldest = (
            Errand._base_manager.using("relay")
            .filter(state=Errand.State.WAITING)
            .aggregate(oldest=Min("due_at"))["oldest"]
        )
    except DatabaseError:
        connections["relay"].close()
        return JsonResponse({"ready": False, "database": False}, status=503)
    waited = max(timezone.now() - oldest, timedelta()) if oldest else timedelta()
    is_ready = waited < OUTBOX_MAY_WAIT
    figures = {"ready": is_ready, "database": True, "outbox_seconds": round(waited.total_seconds())}
    return JsonResponse(figures, status=200 if is_ready else 503)
