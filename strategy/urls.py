from django.urls import path

from strategy.views import deciding, drafting, priorities, reading, values

app_name = "strategy"
urlpatterns = [
    path("strategy/", reading.strategy, name="strategy"),
    path("strategy/versions/<int:number>/", reading.version, name="version"),
    path("strategy/start/", drafting.start, name="start"),
    path("strategy/draft/", reading.draft, name="draft"),
    path("strategy/draft/words/", drafting.word, name="word"),
    path("strategy/draft/priorities/add/", priorities.add_priority, name="add_priority"),
    path(
        "strategy/draft/priorities/<int:wording_id>/",
        priorities.edit_priority,
        name="edit_priority",
    ),
    path(
        "strategy/draft/priorities/<int:wording_id>/move/",
        priorities.move_priority,
        name="move_priority",
    ),
    path(
        "strategy/draft/priorities/<int:wording_id>/remove/",
        priorities.remove_priority,
        name="remove_priority",
    ),
    path(
        "strategy/draft/priorities/<int:priority_id>/put-back/",
        priorities.put_back_priority,
        name="put_back_priority",
    ),
    path(
        "strategy/draft/values/<int:value_id>/put-back/",
        values.put_back_value,
        name="put_back_value",
    ),
    path("strategy/draft/values/add/", values.add_value, name="add_value"),
    path("strategy/draft/values/<int:value_id>/", values.edit_value, name="edit_value"),
    path("strategy/draft/values/<int:value_id>/remove/", values.remove_value, name="remove_value"),
    path("strategy/draft/decide/", deciding.decide, name="decide"),
]
