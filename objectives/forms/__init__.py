from objectives.forms.answers import AnswerForm, ConfirmForm, ReasonForm, ServeForm
from objectives.forms.writing import ALONE, RewordForm, WriteForm

__all__ = [
    "ALONE",
    "AnswerForm",
    "ConfirmForm",
    "ReasonForm",
    "RewordForm",
    "ServeForm",
    "WriteForm",
]
