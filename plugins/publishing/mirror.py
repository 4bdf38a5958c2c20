"""A copy of the site in one file: it opens from a disk, says whether it is whole, and can be put up anywhere."""

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from plugins.publishing.manifest import check_path, sums_of
from plugins.publishing.refusal import Refusal

SITE = "site/"
SUMS, README = "SHA256SUMS", "README.txt"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is made; the first time that a zip can say
MOST_BYTES = 8 << 30
PIECE = 1 << 20
TEXT = """\
このサイトの控え

1. 展開して site/index.html を開くと、そのまま読めます。ネットワークは要りません。
2. 元のとおりか確かめるには、このフォルダで次のように入力します: sha256sum -c SHA256SUMS
   (macOS: shasum -a 256 -c SHA256SUMS)
3. 公開するには、site フォルダの中身をサーバーに写します。どのアドレスに置いてもリンクは動きます。

A copy of this site

1. Unpack it and open site/index.html: it reads as it is, without a network.
2. To check that it is whole, type in this folder: sha256sum -c SHA256SUMS
   (macOS: shasum -a 256 -c SHA256SUMS)
3. To put it up, copy what is in the folder site to a web host. Its links work at any address.

{url}
"""


def write_mirror(folder: Path, manifest: Mapping[str, str], url: str, file: Path) -> str:
    """Write the files of a finished site into an archive, all at once; return the SHA-256 of it.

    Raises: Refusal where a file is not the one in the manifest.
    """
    new = file.with_name(f".{file.name}.new")
    sums = sums_of({f"{SITE}{path}": digest for path, digest in manifest.items()})
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_entry(README), TEXT.format(url=url))
            archive.writestr(_entry(SUMS), sums)
            for path, digest in sorted(manifest.items()):
                data = (folder / path).read_bytes()
                if hashlib.sha256(data).hexdigest() != digest:
                    raise Refusal("not-passed", folder=folder.name)
                archive.writestr(_entry(f"{SITE}{path}"), data)
        with open(new, "rb") as made:
            digest = hashlib.file_digest(made, "sha256").hexdigest()
        os.replace(new, file)
    finally:
        new.unlink(missing_ok=True)
    return digest


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # whichever system it is made on
    entry.external_attr = 0o644 << 16
    return entry


def restore(file: Path, into: Path) -> int:
    """Unpack the site of an archive into a new folder once each of its files is as it was; return how many.

    Raises: Refusal; nothing is left in the folder then.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise Refusal("not-empty", folder=into)
    into.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=into.parent, prefix=f".{into.name}."))
    try:
        with zipfile.ZipFile(file) as archive:
            expected = _expected(archive, file)
            for path, digest in expected.items():
                _unpack(archive, path, work / path.removeprefix(SITE), digest, file)
        if into.exists():
            into.rmdir()
        work.chmod(0o755)
        work.rename(into)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as fault:
        raise Refusal("no-archive", file=file.name, cause=fault) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return len(expected)


def _expected(archive: zipfile.ZipFile, file: Path) -> dict[str, str]:
    """Return the sum of each file of the site, by its name in the archive. Raises: Refusal."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refusal("no-archive", file=file.name, cause=f"> {MOST_BYTES} bytes")
    names = [entry.filename for entry in entries]
    if SUMS not in names or archive.getinfo(SUMS).file_size > MOST_BYTES >> 7:
        raise Refusal("no-archive", file=file.name, cause=SUMS)
    lines = archive.read(SUMS).decode().splitlines()
    sums = {path: digest for digest, _, path in (one.partition("  ") for one in lines)}
    for path in (*names, *sums):
        check_path(path)
    odd = {*names} ^ {*sums, SUMS, README} or {path for path in sums if not path.startswith(SITE)}
    if odd or len(names) != len(sums) + 2 or len({path.casefold() for path in names}) != len(names):
        raise Refusal("no-archive", file=file.name, cause=next(iter(sorted(odd)), SUMS))
    return sums


def _unpack(archive: zipfile.ZipFile, name: str, place: Path, digest: str, file: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    with archive.open(name) as packed, open(place, "xb") as written:
        while piece := packed.read(PIECE):
            found.update(piece)
            written.write(piece)
    if found.hexdigest() != digest:
        raise Refusal("sum-differs", path=name.removeprefix(SITE), file=file.name)
