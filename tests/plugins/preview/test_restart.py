"""The preview as a process: it starts anew when the program changes, and ends with Ctrl-C."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.conftest import PROJECT
from tests.plugins.preview.conftest import LIMIT, page_of

PROGRAM = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell it is ignored
sys.path.insert(0, {project!r})
from pathlib import Path
from plugins.preview.serving import serve, start_again
from plugins.preview.watching import Watched
from tests.plugins.preview.conftest import FolderSite
sys.path.insert(0, {folder!r})
from code_of_ours import NAME

here = Path({folder!r})
site = FolderSite(here / "content")
real = site.read
site.read = lambda path: (found := real(path)) and found.replace(b"NAME", NAME)
port = serve(site, Watched((here / "content",), settings=(here / "code_of_ours.py",)), "en", int(sys.argv[1]))
if port:
    start_again(__file__, str(port))
print("ended", flush=True)
"""


def test_a_process_starts_anew_at_the_same_address_and_ends_with_ctrl_c(tmp_path: Path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.html").write_text(page_of("NAME"))
    (tmp_path / "code_of_ours.py").write_text("NAME = b'first'\n")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(project=str(PROJECT), folder=str(tmp_path)))
    with subprocess.Popen([sys.executable, program, "0"], stdout=subprocess.PIPE, text=True) as process:
        try:
            address = re.fullmatch(
                r"Preview: (http://127\.0\.0\.1:\d+/) \(Ctrl-C ends it\)\n", process.stdout.readline()
            )[1]
            assert b"first" in urllib.request.urlopen(address, timeout=LIMIT).read()
            (tmp_path / "code_of_ours.py").write_text("NAME = b'second'\n")
            assert process.stdout.readline() == "The program or its settings changed: the preview starts anew.\n"
            assert process.stdout.readline() == f"Preview: {address} (Ctrl-C ends it)\n"
            assert b"second" in urllib.request.urlopen(address, timeout=LIMIT).read()
            process.send_signal(signal.SIGINT)
            assert process.stdout.read() == "ended\n"
            assert process.wait(LIMIT) == 0
        finally:
            process.kill()
