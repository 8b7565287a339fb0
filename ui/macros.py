"""Official NHS mark-up: the Jinja macros that go with the vendored style sheet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader
from jinja2.runtime import Macro

UNLIKE_THEIR_FOLDER = {"tables": "table", "images": "image", "do-dont-list": "list"}


@dataclass(frozen=True)
class _Options:
    """A component's options, told from others by how they are written."""

    component: str
    written: str
    tree: dict[str, Any] = field(compare=False)


def render_macro(name: str, params: Mapping[str, Any]) -> SafeString:
    """Mark-up of one NHS component; its options are those of the NHS design system."""
    plain = _plain(params)
    return _rendered(_Options(component=name, written=repr(plain), tree=plain))


@lru_cache(maxsize=1024)
def _rendered(options: _Options) -> SafeString:
    """The same options make the same mark-up, and most of a page's are those of the last one."""
    html = str(_macro(options.component)(options.tree))
    return mark_safe(html.strip())  # noqa: S308 - made by autoescaping macros


def nested(options: Mapping[str, Any]) -> dict[str, Any]:
    """`a__b=1` stands for the option b inside a; `attributes__hx_get` for the attribute hx-get."""
    tree: dict[str, Any] = {}
    for name, value in options.items():
        *path, last = name.split("__")
        branch = tree
        for step in path:
            branch = branch.setdefault(step, {})
        in_attributes = bool(path) and path[-1] == "attributes"
        branch[last.replace("_", "-") if in_attributes else last] = value
    return tree


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Options given on the spot win, level by level."""
    result = dict(base)
    for name, value in over.items():
        below = result.get(name)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        result[name] = merged(below, value) if both else value  # type: ignore[arg-type]
    return result


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        undefined=ChainableUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache(maxsize=64)
def _macro(name: str) -> Macro:
    folder = re.sub(r"(?<=[a-z])([A-Z])", r"-\1", name).lower()
    template = _environment().get_template(f"nhsuk/components/{folder}/macro.jinja")
    words = UNLIKE_THEIR_FOLDER.get(folder, folder).split("-")
    macro: Macro = getattr(template.module, words[0] + "".join(map(str.title, words[1:])))
    return macro


def _plain(value: Any, name: str = "") -> Any:
    """The macros tell text from mark-up by type: only what is called html may be mark-up."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item, str(key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item, name) for item in value]
    if name == "html":
        return conditional_escape(value)
    return str.__str__(str(value)) if isinstance(value, str | Promise) else value
