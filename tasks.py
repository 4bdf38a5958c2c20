"""Every command of this project: `python3 run.py` lists them, `python3 run.py TASK --help` explains one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from invoke import Exit, task

ROOT = Path(__file__).resolve().parent
LOCKED = ("requirements", "requirements-test")
LOCK = ["-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
LOCK += ["--generate-hashes", "--no-emit-index-url", "--no-header"]
REMOVED_BY_CLEAN = ("output", ".output", "gallery", "screens", ".pytest_cache", ".hypothesis", ".ruff_cache")
NO_TESTS_FOUND = 5  # pytest's exit status
WHERE_HELP = {
    "remote": "address or name of the repository of the built site; left out, PUBLISH_REMOTE of publishconf.py",
    "branch": "the branch of the built site",
    "yes": "answer a doubt with yes",
    "dry-run": "say what would change, and change nothing",
}
LANG_HELP = {"lang": "language of the messages: ja or en; left out, that of your system"}


@task(help={"publish": "use publishconf.py: the real address, nothing left to settle",
            "search": "make the index of words for the search page, as `publish` does", **LANG_HELP})  # fmt: skip
def build(c, publish=False, search=False, lang=None):
    """Build the site into output/."""
    settings = "publishconf.py" if publish else "pelicanconf.py"
    more = ["-e", "SEARCH=true"] if search else []
    run_python("-m", "pelican", "-s", settings, *more, DANKETSU_LANG=language(lang))


ALL_HELP = {"all": "look at every file of output/ too", "publish": "with publishconf.py, as it was built",
            "show-names": "print the private names that were found, on this terminal only",
            "fix": "show what has one right answer, and write it after your yes",
            "yes": "write it without asking"}  # fmt: skip


@task(help={**ALL_HELP, "format": "text, json, or github", **LANG_HELP})
def check(c, all=False, publish=False, show_names=False, fix=False, yes=False, format="text", lang=None):
    """Check all content without building; one line for each fault, exit 1 if there is an error."""
    flags = {"all": all, "publish": publish, "show-names": show_names, "fix": fix, "yes": yes}
    run_python("-m", "plugins.build", "check", *switches({"format": format}, flags), DANKETSU_LANG=language(lang))


@task(name="id", help=LANG_HELP)
def write_ids(c, lang=None):
    """Write a short id into each post that has none, and say which."""
    run_python("-m", "plugins.build", "id", DANKETSU_LANG=language(lang))


@task
def photo(c):
    """Remove place, camera, date and names from photos and PDFs; the files stand after `photo` (or `photo --`)."""
    run_python("-m", "plugins.build", "photo", *(behind() or ["--help"]), DANKETSU_LANG=language(None))


PERSON_HELP = {"person": "the key of a contact, or the name; several spellings with commas, in quotes"}


@task(help={**PERSON_HELP, "yes": "take out what is this person's alone",
            "documents": "the PDFs that name them, too", **LANG_HELP})  # fmt: skip
def forget(c, person, yes=False, documents=False, lang=None):
    """List every place of content/ that names a person, and the copies elsewhere; --yes removes what is theirs."""
    given = [*["--yes"] * yes, *["--documents"] * documents, person]
    run_python("-m", "plugins.build", "forget", *given, DANKETSU_LANG=language(lang))


@task(help={"folder": "such as news/2021-11-04-old-name, disputes/old-name, tags/old-name", "name": "the new name",
            "dry-run": "only say what would change", **LANG_HELP})  # fmt: skip
def rename(c, folder, name, dry_run=False, lang=None):
    """Give a folder, topic or organisation another name: mends every mention, and the old address leads on."""
    run_python("-m", "plugins.build", "rename", folder, name, *["--dry-run"] * dry_run, DANKETSU_LANG=language(lang))


@task
def new(c):
    """Begin a post: `new strike` asks at most four questions and makes a folder; `new` alone lists the kinds."""
    run_python("-m", "plugins.build", "new", *behind(), DANKETSU_LANG=language(None))


@task
def leaflet(c):
    """Make PDFs to print in leaflets/: `leaflet campaigns/new-deal`, `leaflet --card`; `leaflet` alone says all."""
    run_python("-m", "plugins.build", "leaflet", *behind(), DANKETSU_LANG=language(None))


TRANSLATIONS_HELP = {
    "file": "the PO file to write, else one beside run.py by the name of the folder", "to": "one language alone: en",
    "done": "both texts of this folder were compared: news/2026-11-25-strike",
    "export": "write the texts of this folder into a PO file for a translator",
    "import": "take over the translations of this PO file",
    "anyway": "though the source has changed since the file was made", **LANG_HELP,
}  # fmt: skip


@task(help=TRANSLATIONS_HELP)
def translations(c, file="", to="", done="", export="", import_="", anyway=False, lang=None):
    """List what each language lacks and where they differ; exchange one item with a translator."""
    given = switches({"to": to, "done": done, "export": export, "import": import_}, {"anyway": anyway})
    run_python("-m", "plugins.build", "translations", *given, *[file] * bool(file), DANKETSU_LANG=language(lang))


@task(help={"calendar": "write them into a calendar file in the private folder, too", **LANG_HELP})
def deadlines(c, calendar=False, lang=None):
    """List what is to be done by when, from the records, on this screen only: legal limits, answers, reports."""
    run_python("-m", "plugins.build", "deadlines", *["--calendar"] * calendar, DANKETSU_LANG=language(lang))


NEWSLETTER_HELP = {
    "since": "the first day, 2026-11-01; left out, since the newsletter before, else 30 days",
    "until": "the last day; left out, today", "campaign": "the news of one campaign alone: its folder's name",
    "lang": "language of the newsletter: ja, en, or both; left out, one file for each and one with both",
}  # fmt: skip


@task(help=NEWSLETTER_HELP)
def newsletter(c, since="", until="", campaign="", lang=""):
    """Write the news of a period as e-mails into newsletters/, ready to be sent from any mail program."""
    given = {"since": since, "until": until, "campaign": campaign, "lang": lang}
    run_python("-m", "plugins.build", "newsletter", *switches(given, {}), DANKETSU_LANG=language(None))


@task(name="import",
      help={"form": "wordpress or markdown", "path": "the XML file of a WordPress export, or a folder of Markdown",
            "pictures": "a copy of wp-content/uploads, for the pictures", **LANG_HELP})  # fmt: skip
def import_texts(c, form, path, pictures="", lang=None):
    """Bring over a WordPress site, or posts of Jekyll, Hugo or Pelican; nothing that is there is changed."""
    more = [f"--pictures={pictures}"] if pictures else []
    run_python("-m", "plugins.build", "import", form, path, *more, DANKETSU_LANG=language(lang))


@task(help={"port": "the port of this machine to listen on"})
def serve(c, port=8000):
    """Show output/ at http://127.0.0.1:8000/ until Ctrl-C."""
    if not (ROOT / "output" / "index.html").exists():
        raise Exit("先に python3 run.py build を実行してください。\nRun python3 run.py build first.", code=1)
    run_python("-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", "output")


@task(optional=["share"],
      help={"port": "the port of this machine to listen on, or the next free one",
            "share": "show it to phones in the same network too, at an address that only you give out; "
                     "--share=192.168.1.5 if this machine is in several", **LANG_HELP})  # fmt: skip
def preview(c, port=8000, share=None, lang=None):
    """Show the site while you write: what you save is on the open page at once. Ends with Ctrl-C."""
    shared = "" if share is True else f"={share}"
    run_python("-m", "plugins.build", "preview", str(port), *[f"--share{shared}"] * bool(share),
               DANKETSU_LANG=language(lang))  # fmt: skip


@task(help={"port": "the port of this machine to listen on, or the next free one", **LANG_HELP})
def desk(c, port=8100, lang=None):
    """Write in a browser of this machine: posts and records, with the real page beside them. Ends with Ctrl-C."""
    run_python("-m", "plugins.build", "desk", str(port), DANKETSU_LANG=language(lang))


@task(help=LANG_HELP)
def start(c, lang=None):
    """Begin your union's own site in place of the sample, and have every commit looked at before it is made."""
    run_python("-m", "plugins.build", "start", DANKETSU_LANG=language(lang))


AFRESH_HELP = {"afresh": "leave what somebody began by hand; the texts are copied first", **LANG_HELP}


@task(help=AFRESH_HELP)
def get(c, afresh=False, lang=None):
    """Bring the changes of other desks here: what two changed is put together field by field, and a clash is asked."""
    run_python("-m", "plugins.build", "get", *["--afresh"] * afresh, DANKETSU_LANG=language(lang))


@task(help={"to": "the address where the texts are to be shared, the first time", **AFRESH_HELP})
def send(c, to="", afresh=False, lang=None):
    """Send what was changed in content/ to the other desks, after getting theirs."""
    run_python("-m", "plugins.build", "send", *switches({"to": to}, {"afresh": afresh}), DANKETSU_LANG=language(lang))


@task(help={**WHERE_HELP, "over": "the commit online that is to be replaced, as the last message named it",
            "no-history": "leave only this publication in the branch",
            "here": "publish what is on this machine, without the changes of other desks", **LANG_HELP})  # fmt: skip
def publish(
    c, remote="", branch="gh-pages", over="", no_history=False, here=False, yes=False, dry_run=False, lang=None
):
    """Build, check and put the site online."""
    given = {"remote": remote, "branch": branch, "over": over}
    flags = {"no-history": no_history, "here": here, "yes": yes, "dry-run": dry_run}
    run_python("-m", "plugins.build", "publish", *switches(given, flags), DANKETSU_LANG=language(lang))


@task(help={"to": "number of the publication to put online again", **WHERE_HELP, **LANG_HELP})
def rollback(c, to="", remote="", branch="gh-pages", yes=False, dry_run=False, lang=None):
    """List what was published, or put one of those publications online again."""
    given = {"to": to, "remote": remote, "branch": branch}
    flags = {"yes": yes, "dry-run": dry_run}
    run_python("-m", "plugins.build", "rollback", *switches(given, flags), DANKETSU_LANG=language(lang))


@task(help={"file": "the archive to write", "restore": "an archive to unpack, each file checked",
            "into": "the new folder for it", **LANG_HELP})  # fmt: skip
def mirror(c, file="", restore="", into="", lang=None):
    """Write the whole site into one archive that opens from a disk, with checksums; or unpack one."""
    given = {"file": file, "restore": restore, "into": into}
    run_python("-m", "plugins.build", "mirror", *switches(given, {}), DANKETSU_LANG=language(lang))


@task
def test(c):
    """Run the tests; what stands after `test` goes to pytest (with invoke itself: after `test --`)."""
    args = behind()
    if any(arg.startswith("-m") for arg in args):
        runs = [args]
    else:
        runs = [["-n", "auto", "-m", "not browser", *args], ["-m", "browser", *args]]
    statuses = [call_python("-m", "pytest", *runs[0])]
    if statuses[0] in (0, NO_TESTS_FOUND):  # else the line that counts the failures stays the last one
        statuses += [call_python("-m", "pytest", *run) for run in runs[1:]]
    corpus = Path(os.environ.get("DANKETSU_CORPUS", "../shared/corpus"))
    if not (ROOT / corpus).is_dir():
        print(f"left out: the corpus test, as there is no folder {corpus} (DANKETSU_CORPUS names another)", flush=True)
    failed = [status for status in statuses if status not in (0, NO_TESTS_FOUND)]
    raise Exit(code=failed[0] if failed else min(statuses))


@task(help=LANG_HELP)
def gallery(c, lang=None):
    """Write every component of the theme with its examples into gallery/, to be opened in a browser."""
    run_python("-m", "plugins.build", "gallery", DANKETSU_LANG=language(lang))


@task(help={"guides": "renew the pictures of the guide to the desk in docs/images/desk/ instead"})
def screens(c, guides=False):
    """Write sheets of pictures of every page type of the site into screens/: needs Chromium."""
    run_python("-m", "tests.browser.desk_pictures" if guides else "tests.browser.screens")


@task(help={"sizes": "bilingual posts, such as 100,1000", "work": "where the sites are made", "pairs": "rounds"})
def bench(c, sizes="", kinds="", themes="", peers="", pairs="", work=""):
    """Measure builds beside other generators and write docs/benchmarks.md; minutes, with large sizes an hour."""
    given = {"sizes": sizes, "kinds": kinds, "themes": themes, "peers": peers, "pairs": pairs, "work": work}
    run_python("-m", "benchmarks", *(f"--{name}={value}" for name, value in given.items() if value))


@task(help={"fix": "mend what can be mended"})
def lint(c, fix=False):
    """Check the Python code: ruff's rules and its format."""
    run_python("-m", "ruff", "check", *["--fix"] * fix)
    run_python("-m", "ruff", "format", *["--check"] * (not fix))


@task(help={"upgrade": "take the newest versions that fit, instead of keeping those of today"})
def lock(c, upgrade=False):
    """Remake requirements.txt and requirements-test.txt from their .in files."""
    for name in LOCKED:
        run_python(*LOCK, *["--upgrade"] * upgrade, f"{name}.in", "-o", f"{name}.txt")


@task
def clean(c):
    """Remove the built site and everything that is made again by itself, but not .venv."""
    for name in REMOVED_BY_CLEAN:
        shutil.rmtree(ROOT / name, ignore_errors=True)


def behind():
    """Return what stands behind a task that reads it by itself."""
    return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []


def switches(given, flags):
    """Return the switches of a command that were given, in its own spelling."""
    return [*(f"--{name}={value}" for name, value in given.items() if value), *(f"--{n}" for n in flags if flags[n])]


def run_python(*args, **env):
    """Run this Python with `args` in the project's folder; end with its exit status if that is not 0."""
    status = call_python(*args, **env)
    if status < 0:  # a killed process says nothing itself
        raise Exit(
            f"外から止められました（シグナル{-status}）。\nIt was ended from outside (signal {-status}).",
            code=128 - status,
        )
    if status:
        raise Exit(code=status)


def call_python(*args, **env):
    """Run this Python with `args` in the project's folder and return its exit status."""
    sys.stdout.flush()
    try:
        return subprocess.call([sys.executable, *args], cwd=ROOT, env={**os.environ, **env})
    except KeyboardInterrupt:
        return 130


def language(lang):
    """Return `lang`, or the language of the system's locale, English for all others than Japanese."""
    if lang not in (None, "ja", "en"):
        raise Exit("--lang ja か --lang en を指定してください。\nType --lang ja or --lang en.", code=1)
    locale = next((os.environ[name] for name in ("LC_ALL", "LANG") if os.environ.get(name)), "")
    return lang or ("ja" if locale.startswith("ja") else "en")
