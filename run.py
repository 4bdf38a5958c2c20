#!/usr/bin/env python3
"""The first command: make .venv, install what is pinned there, hand the task on to invoke."""

import contextlib
import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

VERSION = ".".join(map(str, sys.version_info[:3]))
# Nothing in this file may be syntax that Python 3.6 cannot read, or these sentences are never printed.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        f"run.py: Python 3.11 以上が必要です(今は {VERSION})。新しい Python でどうぞ: python3.11 run.py build\n"
        f"run.py: Python 3.11 or newer is needed; this is {VERSION}. Run it with a newer one: python3.11 run.py build"
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MADE = VENV / ".made"  # for which Python and folder .venv was made
UNFINISHED = VENV / ".unfinished"  # there while something is being installed
BROWSER_TOOLS = ROOT / "tests" / "browser"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NEEDS_TEST_PACKAGES = ("test", "lint", "lock", "screens")
TAKES_ANYTHING = ("test", "photo", "new", "leaflet")  # tasks that read by themselves what stands behind them


def main(args: list[str]) -> int:
    """Prepare the environment for the task in `args` and return the exit status of invoke."""
    os.chdir(ROOT)
    task = args[0] if args else "--list"
    requirements = ["requirements.txt"] + ["requirements-test.txt"] * (task in NEEDS_TEST_PACKAGES)
    require_system_packages(for_tests=task == "test")
    if not is_installed(requirements):
        with installation_lock():
            install(requirements)
    if task == "test":
        install_browser_tools()
    if task in TAKES_ANYTHING and "--" not in args:
        args = [task, "--", *args[1:]]
    return hand_on(args or ["--list"])


def hand_on(args: list[str]) -> int:
    """Run invoke with `args` in place of this process, or beside it on Windows, whose exec returns at once."""
    command = [str(PYTHON), "-m", "invoke", *args]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


# --- .venv ------------------------------------------------------------------------------------------------------------


def is_installed(requirements: list[str]) -> bool:
    """Say whether .venv is complete, made for this Python in this folder, and holds what the lock files pin."""
    return is_made() and all(read_text(stamp_of(name)) == digest_of(ROOT / name) for name in requirements)


def is_made() -> bool:
    """Say whether .venv was made here for this Python and no installation in it was cut off."""
    return os.access(PYTHON, os.X_OK) and not UNFINISHED.exists() and read_text(MADE) == identity()


def identity() -> str:
    """Return what .venv depends on: the Python version, and the folder, which its console scripts name."""
    return f"{sys.version_info.major}.{sys.version_info.minor} {VENV}"


def install(requirements: list[str]) -> None:
    """Make .venv if it is missing, cut off or another Python's, and install the lock files that changed."""
    if not is_made() and not can_adopt():
        if VENV.is_symlink() or (VENV.exists() and not (MADE.exists() or UNFINISHED.exists())):
            stop(
                ".venv は、このプログラムが作ったものではありません。別の場所へ移してから、もう一度実行してください。",
                ".venv was not made by this program. Move it elsewhere, then run the same command again.",
            )
        if VENV.exists():
            shutil.rmtree(VENV)
        VENV.mkdir()
        UNFINISHED.touch()
        words = (f".venv の作成(Python {VERSION})", f"making .venv (Python {VERSION})")
        # The base interpreter: run.py may itself have been started with the .venv that is being replaced.
        run_step(*words, [getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(VENV)])
    UNFINISHED.touch()
    for name in requirements:
        if read_text(stamp_of(name)) != digest_of(ROOT / name):
            count = sum("==" in line for line in read_text(ROOT / name).splitlines())
            words = (f"{name} のインストール(パッケージ {count} 個)", f"installing {name} (packages: {count})")
            pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes"]
            run_step(*words, [*pip, "-r", name])
            stamp_of(name).write_text(digest_of(ROOT / name), encoding="utf-8")
    MADE.write_text(identity(), encoding="utf-8")
    UNFINISHED.unlink()


def can_adopt() -> bool:
    """Say whether .venv was made by hand with this Python and has a pip that works."""
    version = f"= {sys.version_info.major}.{sys.version_info.minor}."
    if UNFINISHED.exists() or MADE.exists() or version not in read_text(VENV / "pyvenv.cfg"):
        return False
    pip = [str(PYTHON), "-m", "pip", "--version"]
    return os.access(PYTHON, os.X_OK) and subprocess.run(pip, capture_output=True).returncode == 0


@contextlib.contextmanager
def installation_lock():
    """Keep a second run.py waiting while this one installs; the system lets go of the lock of a killed one."""
    with open(ROOT / ".venv.lock", "w") as file:
        if os.name == "nt":
            msvcrt = importlib.import_module("msvcrt")
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl = importlib.import_module("fcntl")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install_browser_tools() -> None:
    """Install the checkers pinned in tests/browser/package-lock.json, without their install scripts."""
    stamp, digest = BROWSER_TOOLS / "node_modules" / ".installed", digest_of(BROWSER_TOOLS / "package-lock.json")
    if read_text(stamp) == digest:
        return
    with installation_lock():
        npm = [shutil.which("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        run_step("axe-core と vnu-jar のインストール", "installing axe-core and vnu-jar", npm, cwd=BROWSER_TOOLS)
        stamp.write_text(digest, encoding="utf-8")


# --- the system -------------------------------------------------------------------------------------------------------


def require_system_packages(for_tests: bool) -> None:
    """Install the missing Debian packages where this is allowed; else print the line to type and exit with 1."""
    missing = missing_packages(for_tests)
    if missing and shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        apt = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
        words = (f"{' '.join(missing)} のインストール", f"installing {' '.join(missing)}")
        if run_step(*words, apt, may_fail=True):  # the package lists of a fresh machine are empty or old
            update = ["apt-get", "update", "-q"]
            run_step("パッケージ一覧の更新", "updating the package lists", update, may_fail=True)
            run_step(*words, apt, may_fail=True)
        missing = missing_packages(for_tests)
    if missing:
        names, line = " ".join(missing), f"    sudo apt-get install {' '.join(missing)}"
        stop(
            f"{names} がありません。Debian・Ubuntu では次の行を入力してから、もう一度実行してください。\n{line}",
            f"missing: {names}. On Debian and Ubuntu, type this line, then run the same command again:\n{line}",
        )


def missing_packages(for_tests: bool) -> list[str]:
    """Return the Debian packages whose programs are not there, in a fixed order."""
    missing = [] if is_made() or can_make_venv() else [venv_package()]
    if for_tests:
        missing += [] if chromium_path() else [chromium_package()]
        missing += [] if shutil.which("fc-list") else ["fontconfig"]
        missing += [] if has_japanese_font() else ["fonts-noto-cjk"]
        missing += [] if shutil.which("java") else ["default-jre-headless"]
        missing += [] if shutil.which("node") else ["nodejs"]
        missing += [] if shutil.which("npm") else ["npm"]
    return missing


def can_make_venv() -> bool:
    """Say whether this Python can make an environment with pip: Debian splits that into a package of its own."""
    importlib.invalidate_caches()
    try:
        return bool(importlib.import_module("venv") and importlib.import_module("ensurepip"))
    except ImportError:
        return False


def venv_package() -> str:
    """Return the package that gives this Python its venv; a second Python of the system has one of its own."""
    this, system = Path(sys.executable).resolve(), Path("/usr/bin/python3").resolve()
    return f"{this.name}-venv" if this.parent == system.parent and this != system else "python3-venv"


def chromium_path() -> str | None:
    """Return the browser that the tests drive."""
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def chromium_package() -> str:
    """Return the name of Chromium's package, which is another one on Ubuntu."""
    return "chromium-browser" if "ID=ubuntu" in read_text(Path("/etc/os-release")).splitlines() else "chromium"


def has_japanese_font() -> bool:
    """Say whether Noto's CJK fonts are installed, which the measured layouts were made with."""
    if not shutil.which("fc-list"):
        return False
    return "CJK JP" in subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True).stdout


# --- words and steps --------------------------------------------------------------------------------------------------


def run_step(ja: str, en: str, command: list[str], cwd: Path = ROOT, may_fail: bool = False) -> int:
    """Run a long command behind one line of progress and return its status; show its output and exit if it failed."""
    words, start = ja if is_japanese() else en, time.monotonic()
    is_live = sys.stderr.isatty() and not os.environ.get("CI")
    print(f"run.py: {words} …", end="" if is_live else "\n", file=sys.stderr, flush=True)
    with tempfile.TemporaryFile() as output:
        with subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=output, stderr=output) as process:
            while is_live and process.poll() is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.5)
                seconds = time.monotonic() - start
                print(f"\rrun.py: {words} … {seconds:.0f} s", end="", file=sys.stderr, flush=True)
        if is_live:
            print(file=sys.stderr)
        if process.returncode and not may_fail:
            output.seek(0)
            print(output.read().decode("utf-8", "replace"), file=sys.stderr)
            stop(f"失敗しました: {ja}。理由は上にあります。", f"this failed: {en}. The reason stands above.")
    return process.returncode


def is_japanese() -> bool:
    """Say whether the user's locale is Japanese."""
    return next((os.environ[name] for name in ("LC_ALL", "LANG") if os.environ.get(name)), "").startswith("ja")


def stop(ja: str, en: str) -> None:
    """Print the reason in both languages and exit with 1."""
    sys.exit(f"run.py: {ja}\nrun.py: {en}")


def read_text(path: Path) -> str:
    """Return the text of a file, or nothing where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def digest_of(path: Path) -> str:
    """Return the hash of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def stamp_of(name: str) -> Path:
    """Return the file in .venv that holds the hash of the lock file installed there."""
    return VENV / f".{name}"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
