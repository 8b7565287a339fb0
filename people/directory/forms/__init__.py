from people.directory.forms.board import BoardNameForm, EndSeatForm, NewSeatForm, SeatForm
from people.directory.forms.persons import InactiveForm, NewPersonForm, PersonForm
from people.directory.forms.places import EndPlaceForm, MovePlaceForm, NewPlaceForm, PlaceForm
from people.directory.forms.roles import GrantForm

__all__ = [
    "BoardNameForm",
    "EndPlaceForm",
    "EndSeatForm",
    "GrantForm",
    "InactiveForm",
    "MovePlaceForm",
    "NewPersonForm",
    "NewPlaceForm",
    "NewSeatForm",
    "PersonForm",
    "PlaceForm",
    "SeatForm",
]
