from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from people.imports.columns import Column, match_columns
from people.imports.problems import FileRefused
from people.imports.reading import read_table
from people.imports.table import MAX_BYTES, TOO_LARGE, Table
from people.intake.registry import Importer, Sheet
from people.intake.steps import ChosenFile
from ui.forms import CreatingForm

CHOOSE = "Choose a file"
SAME_COLUMN = "This column is chosen for {} already. Choose a different one"
NOT_THERE = "Not in the file"
EXAMPLE = 30


class ChooseFilesForm(CreatingForm):
    """The files of one import, each read in full before anything is kept."""

    instead_of = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, importer: Importer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.importer = importer
        for sheet in importer.sheets:
            self.fields[sheet.place] = _file_field(sheet, is_only=len(importer.sheets) == 1)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for sheet in self.importer.sheets:
            chosen = cleaned.get(sheet.place)
            if chosen is None:
                continue
            try:
                cleaned[sheet.place] = _read(chosen, sheet)
            except FileRefused as refusal:
                self.add_error(sheet.place, refusal.sentence)
        return cleaned

    def files_chosen(self) -> dict[str, ChosenFile]:
        return {sheet.place: self.cleaned_data[sheet.place] for sheet in self.importer.sheets}


def _file_field(sheet: Sheet, *, is_only: bool) -> forms.FileField:
    return forms.FileField(
        label="Choose a CSV or XLSX file" if is_only else f"File of {sheet.words.lower()}",
        help_text="" if is_only else "CSV or XLSX",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
        error_messages={
            "required": CHOOSE if is_only else f"Choose the file of {sheet.words.lower()}",
            "invalid": CHOOSE,
            "missing": CHOOSE,
        },
    )


def _read(chosen: UploadedFile[bytes], sheet: Sheet) -> ChosenFile:
    """What the file holds; its size is looked at before any of it is."""
    name = chosen.name or "file"
    if (chosen.size or 0) > MAX_BYTES:
        raise FileRefused(TOO_LARGE)
    content = chosen.read()
    table = read_table(content, filename=name)
    match_columns(sheet.columns, header=table.header)  # refuses two columns of one name
    return ChosenFile(name=name, content=content, table=table)


class MatchForm(forms.Form):
    """For each column of the kind, the column of the file that holds it."""

    def __init__(
        self,
        *args: Any,
        importer: Importer,
        tables: Mapping[str, Table],
        matchings: Mapping[str, Mapping[str, int]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.importer = importer
        for sheet in importer.sheets:
            table, guessed = tables[sheet.place], matchings.get(sheet.place, {})
            for column in sheet.columns:
                position = guessed.get(column.field)
                self.fields[_name(sheet, column)] = _column_field(column, table, position)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for sheet in self.importer.sheets:
            taken: dict[str, str] = {}
            for column in sheet.columns:
                name = _name(sheet, column)
                position = cleaned.get(name, "")
                if position and position in taken:
                    self.add_error(name, SAME_COLUMN.format(taken[position]))
                elif position:
                    taken[position] = column_words(column)
        return cleaned

    def matchings(self) -> dict[str, dict[str, int]]:
        return {
            sheet.place: {
                column.field: int(self.cleaned_data[_name(sheet, column)])
                for column in sheet.columns
                if self.cleaned_data[_name(sheet, column)]
            }
            for sheet in self.importer.sheets
        }

    def sheets(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields of each file, below its name where there are two."""
        for sheet in self.importer.sheets:
            words = sheet.words if len(self.importer.sheets) > 1 else ""
            yield words, [self[_name(sheet, column)] for column in sheet.columns]


def _name(sheet: Sheet, column: Column) -> str:
    return f"{sheet.place}-{column.field}"


def column_words(column: Column) -> str:
    """A column's name as a person reads it: staff_id is Staff ID."""
    if not column.name.islower():
        return column.name
    words = column.name.replace("_", " ")
    if words == "fte":
        return "Whole-time equivalent (FTE)"
    return (words[0].upper() + words[1:]).replace(" id", " ID")


def _column_field(column: Column, table: Table, position: int | None) -> forms.ChoiceField:
    empty = "Select a column" if column.is_required else NOT_THERE
    choices = [("", empty)]
    for number, name in enumerate(table.header):
        choices.append((str(number), _with_example(name or f"Column {number + 1}", table, number)))
    return forms.ChoiceField(
        label=column_words(column),
        choices=choices,
        required=column.is_required,
        initial="" if position is None else str(position),
        error_messages={
            "required": f"Select the column that holds {column_words(column)}",
            "invalid_choice": "Select a column from the list",
        },
    )


def _with_example(name: str, table: Table, position: int) -> str:
    """The column's name with the first thing it holds, which tells look-alikes apart."""
    found = (row.cells[position].strip() for row in table.rows[:50])
    example = next((words for words in found if words), "")
    cut = example if len(example) <= EXAMPLE else f"{example[: EXAMPLE - 1]}…"
    return f"{name} (such as {cut})" if cut else name


class GoForm(CreatingForm):
    """The button that has a checked import carried out."""


class ConfirmForm(forms.Form):
    """Repeats how many things will be made inactive."""

    number = forms.IntegerField(
        label="Number that will be made inactive",
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "nhsuk-input--width-5"}),
        error_messages={
            "required": "Enter the number that will be made inactive",
            "invalid": "Enter the number in figures",
            "min_value": "Enter the number in figures",
        },
    )

    def __init__(self, *args: Any, count: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = count

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if number != self.count:
            raise forms.ValidationError(f"Enter {self.count} to confirm, or choose another file")
        return number
