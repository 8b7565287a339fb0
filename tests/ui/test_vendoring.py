import hashlib
from pathlib import Path

from ui.management.commands.vendor_nhsuk import checksums, tame_css, tame_script

SOURCE = (
    ":root{font-family:Frutiger W01,arial,sans-serif}@font-face{font-family:Frutiger W01;"
    "src:url(https://assets.nhs.uk/fonts/x.woff2)}.a{background:url(/assets/images/tick.svg)}"
    "\n/*# sourceMappingURL=nhsuk-frontend.min.css.map */\n"
)


def test_the_style_sheet_names_a_font_we_may_use_and_pictures_we_serve() -> None:
    assert tame_css(SOURCE) == (
        ':root{font-family:Arial,Helvetica,"Liberation Sans",sans-serif}'
        ".a{background:url(images/tick.svg)}\n"
    )


def test_the_script_does_not_name_a_map_that_is_not_there() -> None:
    assert tame_script("export{a};//# sourceMappingURL=x.js.map") == "export{a};\n"


def test_checksums_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.svg").write_bytes(b"a")
    (tmp_path / "SHA256SUMS").write_text("old")

    assert checksums(tmp_path) == f"{hashlib.sha256(b'a').hexdigest()}  images/a.svg\n"
