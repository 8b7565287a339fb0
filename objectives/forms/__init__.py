from objectives.forms.answers import (
    AnswerForm,
    ConfirmForm,
    LinkAnswerForm,
    MessageForm,
    ReasonForm,
    ServeForm,
)
from objectives.forms.writing import ALONE, RewordForm, WriteForm

__all__ = [
    "ALONE",
    "AnswerForm",
    "ConfirmForm",
    "LinkAnswerForm",
    "MessageForm",
    "ReasonForm",
    "RewordForm",
    "ServeForm",
    "WriteForm",
]
