"""Tags for official NHS mark-up: any component, a form field, a form's errors."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from ui.fields import component_of, control_id
from ui.macros import merged, nested, render_macro

register = template.Library()


@register.simple_tag
def nhsuk(component: str, **options: Any) -> SafeString:
    """{% nhsuk 'button' text='Save' attributes__hx_get=url %}: options as the NHS names them."""
    return render_macro(component, nested(options))


@register.simple_tag
def nhs_field(field: BoundField, *, mark_optional: bool = True, **options: Any) -> SafeString:
    """The field with its label, hint and error; options win over what the form says."""
    if field.is_hidden:
        return field.as_widget()
    name, params = component_of(field, mark_optional=mark_optional)
    return render_macro(name, merged(params, nested(options)))


@register.simple_tag
def nhs_errors(*checked: forms.BaseForm) -> SafeString | str:
    """Everything to put right, at the top, each sentence a link to where it is put right."""
    listed = [
        {"text": str(sentence), "href": href} if href else {"text": str(sentence)}
        for form in checked
        for href, sentences in _sentences(form)
        for sentence in sentences
    ]
    if not listed:
        return ""
    return render_macro(
        "errorSummary", {"heading": {"text": "There is a problem"}, "errorList": listed}
    )


def _sentences(form: forms.BaseForm) -> list[tuple[str, list[Any]]]:
    whole = [("", list(form.non_field_errors()))]
    hidden = [("", list(field.errors)) for field in form.hidden_fields()]
    return whole + hidden + [(f"#{control_id(f)}", list(f.errors)) for f in form.visible_fields()]
