"""Why there is no build just now, in the writer's language."""

from plugins.build.lock import Locked
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import START, Unfinished


def reason_of(fault: Locked | OSError, settings: BuildSettings) -> str:
    """Return a sentence for another build at work, for a full disk, for a folder that may not be written."""
    if isinstance(fault, Unfinished):
        return _unfinished(str(fault), settings)
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


def _unfinished(asked: str, settings: BuildSettings) -> str:
    if not asked:
        name = settings.unfinished.name
        if settings.lang == "ja":
            return f"途中で止まった名前の変更の残りが {name} にありますが、読めません。残りを手で直し、それを消します。"
        said = f"{name}, which says what a renaming has still to do, cannot be read."
        return f"{said} Finish that one by hand, then delete the file."
    if asked == START:
        if settings.lang == "ja":
            return "自分のサイトを始める作業が途中で止まっています。「python3 run.py start」を実行して終わらせます。"
        return (
            'the start of your own site was cut off midway. Type "python3 run.py start" to finish it, then this again.'
        )
    item, _, name = asked.partition(" ")
    if settings.lang == "ja":
        said = f"「{item}」を「{name}」に変える作業が途中で止まっていて、元のファイルの名前がそろっていません。"
        return f"{said}「python3 run.py rename {asked}」を実行して終わらせてから、もう一度実行します。"
    said = f'the renaming of {item} to "{name}" was cut off midway, and nothing was done.'
    return f'{said} Type "python3 run.py rename {asked}" to finish it, then this again.'


def _locked(owner: Locked, lang: str) -> str:
    if lang == "ja":
        said = f"別のビルド（{owner}）が動いています。終わってからもう一度実行します。"
        return said + (f"そのようなビルドがなければ、{owner.unsure} を消します。" if owner.unsure else "")
    said = f"another build ({owner}) is at work. Run this again when it has ended."
    return said + (f" If there is no such build, delete {owner.unsure}" if owner.unsure else "")
