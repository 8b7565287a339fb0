from objectives.forms.answers import (
    AnswerForm,
    ConfirmForm,
    LinkAnswerForm,
    MessageForm,
    ReasonForm,
    ServeForm,
)
from objectives.forms.delegating import DelegateForm
from objectives.forms.owning import ShareForm, StandBehindForm
from objectives.forms.promises import NeedForm, PromiseForm
from objectives.forms.writing import ALONE, RewordForm, WriteForm

__all__ = [
    "ALONE",
    "AnswerForm",
    "ConfirmForm",
    "DelegateForm",
    "LinkAnswerForm",
    "MessageForm",
    "NeedForm",
    "PromiseForm",
    "ReasonForm",
    "RewordForm",
    "ServeForm",
    "ShareForm",
    "StandBehindForm",
    "WriteForm",
]
