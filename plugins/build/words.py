"""Why there is no build just now, in the writer's language."""

from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings


def reason_of(fault: Locked | OSError, settings: BuildSettings) -> str:
    """Return a sentence for another build at work, for a full disk, for a folder that may not be written."""
    if isinstance(fault, Locked):
        return _locked(fault, settings.lang)
    if isinstance(fault, ChildProcessError):
        ended = {"ja": "ビルドが外から止められました。", "en": "the build was ended from outside. "}
        return ended[settings.lang] + {"ja": "サイトは前のままです。", "en": "The site is as it was."}[settings.lang]
    where, why = str(fault.filename or settings.output), fault.strerror or str(fault)
    if settings.in_public and where.startswith(f"{settings.content}/"):  # it may be a post that is not public
        where = str(settings.content)
    is_read = where.startswith(f"{settings.theme}/")  # nothing is ever written there
    if settings.lang == "ja":
        return f"{'読み' if is_read else '書き'}込めません: {where}（{why}）。サイトは前のままです。"
    return f"cannot {'read' if is_read else 'write'} {where} ({why}). The site is as it was."


def _locked(owner: Locked, lang: str) -> str:
    if lang == "ja":
        said = f"別のビルド（{owner}）が動いています。終わってからもう一度実行します。"
        return said + (f"そのようなビルドがなければ、{owner.unsure} を消します。" if owner.unsure else "")
    said = f"another build ({owner}) is at work. Run this again when it has ended."
    return said + (f" If there is no such build, delete {owner.unsure}" if owner.unsure else "")
