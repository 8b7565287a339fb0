from django.urls import path

from strategy import views

app_name = "strategy"
urlpatterns = [
    path("strategy/", views.strategy, name="strategy"),
    path("strategy/versions/<int:number>/", views.version, name="version"),
    path("strategy/start/", views.start, name="start"),
    path("strategy/draft/", views.draft, name="draft"),
    path("strategy/draft/words/", views.word, name="word"),
    path("strategy/draft/priorities/add/", views.add_priority, name="add_priority"),
    path("strategy/draft/priorities/<int:wording_id>/", views.edit_priority, name="edit_priority"),
    path(
        "strategy/draft/priorities/<int:wording_id>/move/",
        views.move_priority,
        name="move_priority",
    ),
    path(
        "strategy/draft/priorities/<int:wording_id>/remove/",
        views.remove_priority,
        name="remove_priority",
    ),
    path(
        "strategy/draft/priorities/<int:priority_id>/put-back/",
        views.put_back_priority,
        name="put_back_priority",
    ),
    path(
        "strategy/draft/values/<int:value_id>/put-back/",
        views.put_back_value,
        name="put_back_value",
    ),
    path("strategy/draft/values/add/", views.add_value, name="add_value"),
    path("strategy/draft/values/<int:value_id>/", views.edit_value, name="edit_value"),
    path("strategy/draft/values/<int:value_id>/remove/", views.remove_value, name="remove_value"),
    path("strategy/draft/decide/", views.decide, name="decide"),
]
