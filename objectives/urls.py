from django.urls import path

from objectives import views

app_name = "objectives"
urlpatterns = [
    path("", views.home, name="home"),
    path("my-part/", views.my_part, name="my_part"),
    path("my-part/ask/", views.ask_to_mend, name="ask_to_mend"),
    path("objectives/", views.objectives, name="objectives"),
    path("check-in/", views.check_in, name="check_in"),
    path("check-ins/<int:check_in_id>/undo/", views.undo_check_in, name="undo_check_in"),
    path("check-ins/<int:check_in_id>/why/", views.check_in_why, name="check_in_why"),
    path("objectives/<int:objective_id>/note/", views.note, name="note"),
    path("objectives/<int:objective_id>/values/", views.values_file, name="values_file"),
    path("notes/<int:note_id>/take-back/", views.take_back_note, name="take_back_note"),
    path("objectives/write/", views.write, name="write"),
    path("objectives/parents/", views.parents, name="parents"),
    path("objectives/hints/", views.hints, name="hints"),
    path("objectives/<int:objective_id>/", views.objective, name="objective"),
    path("objectives/<int:objective_id>/map/", views.cone, name="cone"),
    path("objectives/<int:objective_id>/answer/", views.answer, name="answer"),
    path("objectives/<int:objective_id>/say/", views.say, name="say"),
    path("objectives/<int:objective_id>/propose/", views.propose, name="propose"),
    path("objectives/<int:objective_id>/words/", views.reword, name="reword"),
    path("objectives/<int:objective_id>/serve/", views.serve, name="serve"),
    path("objectives/<int:objective_id>/rate/", views.rate, name="rate"),
    path("objectives/<int:objective_id>/clear/", views.say_how_clear, name="say_how_clear"),
    path(
        "objectives/<int:objective_id>/stand-alone/",
        views.give_local_reason,
        name="give_local_reason",
    ),
    path(
        "objectives/<int:objective_id>/stand-alone/accept/",
        views.accept_local_reason,
        name="accept_local_reason",
    ),
    path("objectives/<int:objective_id>/withdraw/", views.withdraw, name="withdraw"),
    path("links/<int:link_id>/answer/", views.answer_link, name="answer_link"),
    path("links/<int:link_id>/first/", views.set_primary, name="set_primary"),
    path("links/<int:link_id>/end/", views.end_link, name="end_link"),
    path("teams/", views.teams, name="teams"),
    path("teams/<int:unit_id>/", views.team, name="team"),
    path("teams/<int:unit_id>/between/", views.between, name="between"),
    path("teams/<int:unit_id>/ask/<path:priority_ref>/", views.ask, name="ask"),
    path("asked/<int:asked_id>/", views.asked, name="asked"),
    path("expectations/", views.expectations, name="expectations"),
]
