"""The bootstrap: run.py prepares .venv once, says what is missing, and hands the task on."""

import ast
import base64
import hashlib
import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
MADE_BY_INSTALLER = ["RECORD", "INSTALLER", "REQUESTED"]
POSIX_ONLY = ["fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"]


@pytest.fixture
def project(tmp_path):
    """A copy of what the bootstrap needs, in a folder whose name is neither short nor ASCII."""
    folder = tmp_path / "組合 サイト"
    (folder / "tests" / "browser").mkdir(parents=True)
    for name in ("run.py", "tasks.py", "requirements.txt", "requirements-test.txt", "tests/browser/package-lock.json"):
        shutil.copy(REPOSITORY / name, folder / name)
    (tmp_path / "empty").mkdir()
    return folder


@pytest.fixture
def offline_project(project):
    """The same, needing one package only, invoke, which lies beside it as a wheel made from the installed one."""
    wheel, version = write_wheel("invoke", project / "wheels")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    lines = ["--no-index", "--find-links wheels", f"invoke=={version} --hash=sha256:{digest}"]
    (project / "requirements.txt").write_text("\n".join(lines) + "\n")
    return project


def write_wheel(name: str, folder: Path) -> tuple[Path, str]:
    """Pack an installed pure package into a wheel and return it with its version."""
    distribution = importlib.metadata.distribution(name)
    folder.mkdir()
    path = folder / f"{name}-{distribution.version}-py3-none-any.whl"
    record = f"{name}-{distribution.version}.dist-info/RECORD"
    rows = []
    with zipfile.ZipFile(path, "w") as wheel:
        for file in distribution.files or ():
            if ".." in file.parts or "__pycache__" in file.parts or file.name in MADE_BY_INSTALLER:
                continue
            data = file.locate().read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.append(f"{file.as_posix()},sha256={digest},{len(data)}")
            wheel.writestr(file.as_posix(), data)
        wheel.writestr(record, "\n".join([*rows, f"{record},,", ""]))
    return path, distribution.version


def run(folder: Path, *args: str, program: tuple[str, ...] = ("run.py",), **env: str) -> subprocess.CompletedProcess:
    """Run the bootstrap as a user would, with no terminal and in English."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST_", "DANKETSU_", "CI"))}
    return subprocess.run(
        [sys.executable, *program, *args],
        cwd=folder,
        env={**inherited, "LC_ALL": "C.UTF-8", **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def write_module(folder: Path, name: str, code: str) -> str:
    """Write a module that comes before the real one, and return the folder for PYTHONPATH."""
    folder.mkdir()
    (folder / f"{name}.py").write_text(code)
    return str(folder)


def test_a_python_without_venv_is_told_the_line_to_type_in_both_languages(project, tmp_path):
    hidden = write_module(tmp_path / "hidden", "ensurepip", "raise ImportError")
    result = run(project, "build", PYTHONPATH=hidden, PATH=str(tmp_path / "empty"))
    assert result.returncode == 1
    assert result.stdout == ""
    japanese, line, english, same_line = result.stderr.splitlines()
    assert line == same_line
    assert line.split()[:3] == ["sudo", "apt-get", "install"]
    assert line.endswith("-venv")
    assert "次の行を入力して" in japanese
    assert "type this line" in english
    assert not (project / ".venv").exists()


def test_missing_programs_of_the_tests_are_named_before_anything_is_installed(project, tmp_path):
    result = run(project, "test", PATH=str(tmp_path / "empty"))
    assert result.returncode == 1
    line = result.stderr.splitlines()[-1].replace("chromium-browser", "chromium").strip()
    packages = "chromium fontconfig fonts-noto-cjk default-jre-headless nodejs npm"
    assert line == f"sudo apt-get install {packages}"
    assert not (project / ".venv").exists()


def test_an_older_python_is_refused_in_both_languages(project, tmp_path):
    older = write_module(tmp_path / "older", "sitecustomize", "import sys; sys.version_info = (3, 10, 12, 'final', 0)")
    result = run(project, "build", PYTHONPATH=older)
    assert result.returncode == 1
    assert "Python 3.11 以上が必要です" in result.stderr
    assert "Python 3.11 or newer is needed; this is 3.10.12." in result.stderr


def test_an_older_python_can_read_the_file_far_enough_to_refuse():
    ast.parse((REPOSITORY / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_environment_that_somebody_else_made_is_never_deleted(project, tmp_path):
    own = project / ".venv" / "notes.txt"
    own.parent.mkdir()
    own.write_text("mine")
    result = run(project, "build")
    assert result.returncode == 1
    assert ".venv was not made by this program." in result.stderr
    assert own.read_text() == "mine"

    shutil.move(own.parent, tmp_path / "elsewhere")
    (project / ".venv").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert run(project, "build").returncode == 1
    assert (tmp_path / "elsewhere" / "notes.txt").read_text() == "mine"


def test_the_module_imports_without_the_modules_that_windows_lacks(project):
    code = f"import sys; sys.modules.update(dict.fromkeys({POSIX_ONLY})); import run; print(run.ROOT)"
    result = run(project, program=("-c", code))
    assert result.stderr == ""
    assert result.stdout.strip() == str(project)


def test_the_first_call_replaces_a_half_made_environment_and_the_second_touches_nothing(offline_project):
    venv, requirements = offline_project / ".venv", offline_project / "requirements.txt"
    venv.mkdir()
    for name in (".unfinished", "half"):
        (venv / name).touch()
    first = run(offline_project)
    assert first.stderr.splitlines()[0].startswith("run.py: making .venv (Python 3.")
    assert first.stderr.splitlines()[1:] == ["run.py: installing requirements.txt (packages: 1) …"]
    assert "Build the site into output/." in first.stdout
    assert not (venv / "half").exists()

    before = {path: path.stat().st_mtime_ns for path in venv.glob("*")}
    second = run(offline_project)
    assert (second.returncode, second.stderr, second.stdout) == (0, "", first.stdout)
    assert {path: path.stat().st_mtime_ns for path in venv.glob("*")} == before

    requirements.write_text(requirements.read_text() + "# a new lock\n")
    third = run(offline_project, LC_ALL="ja_JP.UTF-8")
    assert third.stderr.splitlines() == ["run.py: requirements.txt のインストール(パッケージ 1 個) …"]


def test_a_package_with_another_hash_is_refused_and_the_environment_marked_as_unfinished(offline_project):
    requirements = offline_project / "requirements.txt"
    requirements.write_text(requirements.read_text()[:-5] + "0000\n")
    result = run(offline_project)
    assert result.returncode == 1
    assert "DO NOT MATCH THE HASHES" in result.stderr
    assert "run.py: 失敗しました: requirements.txt のインストール(パッケージ 1 個)。" in result.stderr
    assert "run.py: this failed: installing requirements.txt (packages: 1)." in result.stderr
    assert (offline_project / ".venv" / ".unfinished").exists()


@pytest.mark.parametrize(
    ("tests", "args", "status"),
    [
        ({"test_a.py": "def test_a(): pass"}, ["-k", "test_b or test_a"], 0),
        ({"test_a.py": "def test_a(): assert 0"}, ["--tb=no"], 1),
        ({}, [], 5),
    ],
    ids=["an argument with spaces", "one fails", "no test"],
)
def test_the_test_task_gives_the_status_of_pytest_and_names_what_was_left_out(project, tests, args, status):
    for name, code in tests.items():
        (project / "tests" / name).write_text(code)
    result = run(project, "test", "--", "-n0", *args, program=("-m", "invoke"))
    assert result.returncode == status, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1].startswith("left out: the corpus test")


def test_pytest_has_the_last_word_where_the_corpus_is_there(project, tmp_path):
    (project / "tests" / "test_a.py").write_text("def test_a(): pass")
    result = run(project, "test", "--", "-n0", program=("-m", "invoke"), DANKETSU_CORPUS=str(tmp_path))
    assert result.stdout.splitlines()[-1].strip("= ").startswith("1 deselected")


def test_another_language_than_the_two_is_refused_with_the_words_to_type(project):
    result = run(project, "check", "--lang", "fr", program=("-m", "invoke"))
    assert result.returncode == 1
    assert "Type --lang ja or --lang en." in result.stderr
