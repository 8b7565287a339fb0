"""The addresses of an organisation that the signed-in account has no person in: none."""

urlpatterns: list[object] = []
