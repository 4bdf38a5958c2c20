"""Where it is measured: the machine and the file system, in words."""

import importlib.metadata
import os
import platform
from pathlib import Path

RAM = Path("/dev/shm")
OURS = ("pelican", "markdown", "jinja2", "nh3")


def describe_machine() -> dict[str, str]:
    """Return what the figures depend on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {
        "Machine": f"{cores} cores, {_processor()}",
        "System": f"{platform.system()} {platform.release().split('-')[0]}, {platform.machine()}",
        "Python": platform.python_version(),
        "Load at the start": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def own_versions() -> dict[str, str]:
    """Return the versions of what our builder is made with."""
    return {f"our {name}": importlib.metadata.version(name) for name in OURS}


def default_work() -> Path | None:
    """Return a folder on a RAM file system, for steady figures, or none where there is none."""
    return RAM if RAM.is_dir() and os.access(RAM, os.W_OK) else None


def describe_file_system(folder: Path) -> str:
    """Return on what kind of file system a folder lies, in words."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return "unknown"
    here = folder.resolve()
    found = [(len(place), kind) for place, kind in mounts if here.is_relative_to(place)]
    kind = max(found)[1] if found else "unknown"
    return f"a RAM file system ({kind})" if kind == "tmpfs" else f"a disk ({kind})"
