"""Which NHS component a Django form field becomes, with label, hint, error and ids wired."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from ui.dates import DatePartsWidget, split_date

Params = dict[str, Any]

DJANGO_ROWS = "10"  # what Django gives a text area that nobody gave a height
ROWS = 5

# Attributes that the input macro takes by name; the rest of a widget's go through as they are.
NAMED = {"autocomplete", "autocapitalize", "inputmode", "pattern", "placeholder"}
OURS = {"id", "class", "required", "aria-describedby", "aria-invalid", "cols", "maxlength"}


def component_of(field: BoundField, *, mark_optional: bool = True) -> tuple[str, Params]:
    """The macro's name and its options; the first widget class that fits decides."""
    for widget_class, build in BUILDERS:
        if isinstance(field.field.widget, widget_class):
            return build(field, mark_optional)
    return _input(field, mark_optional)


def control_id(field: BoundField) -> str:
    """The id of the first thing to type in or choose: where a link to the error goes."""
    if isinstance(field.field.widget, DatePartsWidget):
        return f"{field.auto_id}_0"
    return str(field.auto_id)


def _label(field: BoundField, mark_optional: bool) -> str:
    is_optional = mark_optional and not field.field.required
    return f"{field.label} (optional)" if is_optional else str(field.label)


def _common(field: BoundField, **more: Any) -> Params:
    params: Params = {"id": field.auto_id, "name": field.html_name, **more}
    if field.help_text:
        params["hint"] = {"html": field.help_text}
    if field.errors:
        params["errorMessage"] = {"text": " ".join(map(str, field.errors))}
    return params


def _grouped(field: BoundField, **more: Any) -> Params:
    """The id belongs to the first choice, which is where a link to the error goes."""
    params = _common(field, idPrefix=field.auto_id, **more)
    del params["id"]
    return params


def _labelled(field: BoundField, mark_optional: bool, **more: Any) -> Params:
    return _common(field, label={"text": _label(field, mark_optional), "size": "s"}, **more)


def _attributes(field: BoundField) -> dict[str, Any]:
    attrs = field.build_widget_attrs(dict(field.field.widget.attrs))
    given = {n: v for n, v in attrs.items() if n not in OURS and v is not False and v is not None}
    if field.errors:
        given["aria-invalid"] = "true"
    return {n: {"value": v, "optional": True} for n, v in given.items()}


def _input(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    widget = field.field.widget
    attributes = _attributes(field)
    named = {n: attributes.pop(n)["value"] for n in NAMED & attributes.keys()}
    value = widget.format_value(field.value())
    params = _labelled(
        field, mark_optional, value=value, type=getattr(widget, "input_type", "text"), **named
    )
    if css := widget.attrs.get("class"):
        params["classes"] = css
    return "input", params | {"attributes": attributes}


def _password(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    """What was typed does not come back, unless the form says that it may."""
    _, params = _input(field, mark_optional)
    if not field.field.widget.render_value:
        del params["value"]
    return "passwordInput", params


def _textarea(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    attributes = _attributes(field)
    attributes.pop("rows", None)
    rows = field.field.widget.attrs.get("rows", DJANGO_ROWS)
    rows = ROWS if rows == DJANGO_ROWS else rows
    value = field.field.widget.format_value(field.value()) or ""
    params = _labelled(field, mark_optional, value=value, rows=rows, attributes=attributes)
    most = getattr(field.field, "max_length", None)
    if most is None:
        return "textarea", params
    return "characterCount", params | {"maxlength": most, "threshold": 75}


def _select(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    attributes = _attributes(field)
    if field.field.widget.allow_multiple_selected:
        attributes["multiple"] = {"value": True, "optional": True}
    items = [option | {"selected": option["is_chosen"]} for option in _options(field)]
    return "select", _labelled(field, mark_optional, items=items, attributes=attributes)


def _choices(macro: str) -> Callable[[BoundField, bool], tuple[str, Params]]:
    def build(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
        items = [option | {"checked": option["is_chosen"]} for option in _options(field)]
        legend = {"text": _label(field, mark_optional), "size": "s"}
        return macro, _grouped(field, items=items, fieldset={"legend": legend})

    return build


def _checkbox(field: BoundField, _mark_optional: bool) -> tuple[str, Params]:
    """One box is a claim with a tick, so its label stands beside it and is never "(optional)"."""
    attributes = _attributes(field)
    item = {
        "value": "on",
        "text": field.label,
        "checked": bool(field.value()),
        "attributes": attributes,
    }
    return "checkboxes", _grouped(field, items=[item])


def _date(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    values = split_date(field.value())
    names = (("Day", 2), ("Month", 2), ("Year", 4))
    items = [
        {
            "id": f"{field.auto_id}_{index}",
            "name": f"{field.html_name}_{index}",
            "label": {"text": label},
            "value": values[index],
            "width": width,
        }
        for index, (label, width) in enumerate(names)
    ]
    legend = {"text": _label(field, mark_optional), "size": "s"}
    return "dateInput", _common(field, items=items, fieldset={"legend": legend})


def _file(field: BoundField, mark_optional: bool) -> tuple[str, Params]:
    return "fileUpload", _labelled(field, mark_optional, attributes=_attributes(field))


def _options(field: BoundField) -> list[Params]:
    """Choices in order. One in a group says the group first: "Wards: Ward 7"."""
    widget = field.field.widget
    chosen = widget.format_value(field.value())
    hints = getattr(widget, "hints", {})
    options: list[Params] = []
    for value, label in widget.choices:
        if isinstance(label, list | tuple):
            options += [_option(one, f"{value}: {text}", chosen, hints) for one, text in label]
        else:
            options.append(_option(value, label, chosen, hints))
    return options


def _option(value: Any, label: Any, chosen: list[str], hints: Mapping[str, str]) -> Params:
    plain = "" if value is None else str(value)
    option = {"value": plain, "is_chosen": plain in chosen, "text": str(label)}
    return option | ({"hint": {"text": hints[plain]}} if plain in hints else {})


BUILDERS: list[tuple[type[forms.Widget], Callable[[BoundField, bool], tuple[str, Params]]]] = [
    (DatePartsWidget, _date),
    (forms.CheckboxSelectMultiple, _choices("checkboxes")),  # before its parent class, RadioSelect
    (forms.RadioSelect, _choices("radios")),
    (forms.CheckboxInput, _checkbox),
    (forms.Select, _select),
    (forms.Textarea, _textarea),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
]
