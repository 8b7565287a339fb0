"""Brings the NHS design system's build into static/nhsuk, without what we may not serve."""

import hashlib
import re
import shutil
import subprocess  # runs npm, with fixed arguments and no shell
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

PACKAGE = "nhsuk-frontend@10.6.1"
FONTS = 'Arial,Helvetica,"Liberation Sans",sans-serif'
# These carry the NHS logo, a registered trade mark that the code's licence does not give.
LOGOS = {
    "favicon.ico",
    "favicon.svg",
    "nhsuk-icon-mask.svg",
    "nhsuk-icon-180.png",
    "nhsuk-icon-192.png",
    "nhsuk-icon-512.png",
    "nhsuk-opengraph-image.png",
}


def tame_css(source: str) -> str:
    """Frutiger may be served on nhs.uk only, and its address would tell others who visits."""
    text = re.sub(r"@font-face\{[^}]*\}", "", source)
    text = re.sub(r"Frutiger W01(,arial,sans-serif)?", FONTS, text)
    text = text.replace("url(/assets/images/", "url(images/")
    return _without_source_map(text)


def tame_script(source: str) -> str:
    return _without_source_map(source)


def checksums(folder: Path) -> str:
    """One line a file, as sha256sum writes and checks it."""
    names = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    )
    lines = (f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}" for n in names)
    return "\n".join(lines) + "\n"


def _without_source_map(text: str) -> str:
    return re.sub(r"/[/*]# sourceMappingURL=\S+( \*/)?", "", text).rstrip() + "\n"


class Command(BaseCommand):
    help = f"Fetch {PACKAGE} with npm and write the tamed build and its checksums to static/nhsuk."

    def handle(self, *args: Any, **options: Any) -> None:
        target = Path(settings.BASE_DIR) / "static" / "nhsuk"
        with tempfile.TemporaryDirectory() as folder:
            build = self._unpack(Path(folder)) / "dist" / "nhsuk"
            self._write(build, target)
        (target / "SHA256SUMS").write_text(checksums(target))
        self.stdout.write(f"{PACKAGE} is in {target}.")

    def _unpack(self, folder: Path) -> Path:
        npm = shutil.which("npm")
        if npm is None:
            raise CommandError("Install npm: it is needed to fetch the NHS design system.")
        subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=folder, check=True, timeout=120)  # noqa: S603 - fixed arguments
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        return folder / "package"

    def _write(self, build: Path, target: Path) -> None:
        images = target / "images"
        shutil.rmtree(images, ignore_errors=True)
        images.mkdir(parents=True)
        for image in sorted((build / "assets" / "images").iterdir()):
            if image.name not in LOGOS:
                shutil.copyfile(image, images / image.name)
        css = tame_css((build / "nhsuk-frontend.min.css").read_text())
        if "assets.nhs.uk" in css or "/assets/" in css or "Frutiger" in css:
            raise CommandError("The new build still asks for NHS fonts or assets: mend tame_css.")
        (target / "nhsuk-frontend.min.css").write_text(css)
        script = tame_script((build / "nhsuk-frontend.min.js").read_text())
        (target / "nhsuk-frontend.min.js").write_text(script)
