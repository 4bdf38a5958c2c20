"""Jobs to files: only what changed is made, and the whole is swapped in at once."""

from collections.abc import Callable, Mapping

from plugins.build.fingerprints import InputFingerprints, code_fingerprint, fingerprint
from plugins.build.manifest import Made, Plan, forget_manifest, plan, read_manifest, write_manifest
from plugins.build.renderers import Renderer
from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.swap import swap_in, write_aside
from plugins.model.jobs import Job

Progress = Callable[[str, int, int], None]  # what, done, of how many


def write_site(settings: BuildSettings, jobs: list[Job], renderer: Renderer, progress: Progress) -> Result:
    """Make the files whose inputs changed, keep the others, remove what no job wants; nothing to do touches nothing.

    Raises: MissingString for a word of the interface without a translation.
    """
    wanted = _fingerprints(jobs, renderer)
    last = read_manifest(settings.state)
    todo = plan(wanted, last, settings.output)
    made = _make(todo, {job.path: job for job in jobs}, renderer, progress)
    if todo.make or todo.remove:
        write_aside(settings.state, settings.output, todo.keep, made)
        forget_manifest(settings.state)  # killed after the swap, it would vouch for files that are no longer there
        swap_in(settings.state, settings.output)
        new = {path: Made(wanted[path], len(data)) for path, data in made.items()}
        write_manifest(settings.state, {**{path: last[path] for path in todo.keep}, **new})
    return Result(written=todo.make, removed=todo.remove, kept=len(todo.keep), severities=settings.severities)


def _fingerprints(jobs: list[Job], renderer: Renderer) -> dict[str, str]:
    """Return the fingerprint of each job: what makes it, its template, and all that it shows."""
    inputs = InputFingerprints()
    code = code_fingerprint()
    return {
        job.path: fingerprint(
            code,
            f"{job.make.__module__}.{job.make.__qualname__}",
            renderer.fingerprint(job.template, job.lang) if job.template else "",
            *(inputs.of(value) for value in job.inputs),
        )
        for job in jobs
    }


def _make(todo: Plan, jobs: Mapping[str, Job], renderer: Renderer, progress: Progress) -> dict[str, bytes]:
    made = {}
    for number, path in enumerate(todo.make, 1):
        made[path] = made_by(jobs[path], renderer)
        progress("write", number, len(todo.make))
    return made


def made_by(job: Job, renderer: Renderer) -> bytes:
    """Return the bytes of one job's file; the frame of a page is its first input."""
    product = job.make(*job.inputs)
    if job.template:
        product = renderer.render(job.template, job.lang, product, job.inputs[0])
    return product if isinstance(product, bytes) else product.encode("utf-8")
