"""The whole build: read, put together, check, plan, make aside, swap in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from plugins.build.fingerprints import code_fingerprint
from plugins.build.ids import WrittenId, write_missing_ids
from plugins.build.ledgers import write_ledger
from plugins.build.lock import build_lock
from plugins.build.outputs import attachment_jobs, site_jobs
from plugins.build.ownership import claim_output, output_faults
from plugins.build.records import Records
from plugins.build.renderers import Renderer
from plugins.build.result import Result
from plugins.build.settings import BuildSettings
from plugins.build.swap import recover
from plugins.build.writing import Progress, write_site
from plugins.checks import check_site
from plugins.i18n.catalogues import Catalogue, MissingString, read_catalogues
from plugins.model.evidence import Evidence
from plugins.model.jobs import Job
from plugins.pages.anchors import anchors_of
from plugins.pictures.files import read_pictures, wanted_pictures
from plugins.problems import Problem, has_errors, problem, severity_of
from plugins.reading.assembly import Assembled, build_site, item_of, site_facts
from plugins.reading.items import Item
from plugins.reading.sources import TABLES, SourceItem, read_sources

DEFAULT_LANGS = ("ja", "en")


@dataclass(slots=True)
class Prepared:
    """A site that was read and checked; without jobs its faults leave nothing to write."""

    problems: list[Problem]
    ids: tuple[WrittenId, ...] = ()
    assembled: Assembled | None = None
    catalogues: Mapping[str, Catalogue] = field(default_factory=dict)
    jobs: list[Job] = field(default_factory=list)


def run_build(settings: BuildSettings, progress: Progress = lambda *_: None) -> Result:
    """Bring the output up to date with the content, or leave it as it is and say what is wrong.

    Raises: Locked while another build works on the same output.
    """
    if faults := output_faults(settings):
        return Result(tuple(faults), severities=settings.severities)
    with build_lock(settings.state):
        claim_output(settings)
        recover(settings.state, settings.output)
        records = Records(settings.state, code_fingerprint())
        found = prepare(settings, records, progress)
        if found.assembled is None or has_errors(found.problems, settings.severities):
            return Result(tuple(found.problems), ids=found.ids, severities=settings.severities)
        try:
            result = write_site(settings, found.jobs, Renderer(settings.theme, found.catalogues), progress)
        except MissingString as missing:
            faults = (*found.problems, _missing_string(missing))
            return Result(faults, ids=found.ids, severities=settings.severities)
        if settings.write_ids:
            write_ledger(settings.content, found.assembled.site.shown)
        records.save()
        return replace(result, problems=tuple(found.problems), ids=found.ids, read=records.read_count)


def check_content(settings: BuildSettings) -> Result:
    """Check everything that can be checked without building; ids are written where the settings say so."""
    found = prepare(settings, Records(settings.state, code_fingerprint()), lambda *_: None)
    if settings.write_ids and found.assembled and not has_errors(found.problems, settings.severities):
        write_ledger(settings.content, found.assembled.site.shown)
    return Result(tuple(found.problems), ids=found.ids, severities=settings.severities)


def prepare(settings: BuildSettings, records: Records, progress: Progress) -> Prepared:
    """Read the content, put the site together and check it."""
    items, problems, ids = _read(settings, records, progress)
    assembled, found = _assemble(settings, items)
    prepared = Prepared([*problems, *found], ids)
    if assembled is None:
        return prepared
    catalogues, found = read_catalogues(settings.theme / "translations", assembled.site.langs)
    prepared.problems += found
    if has_errors(found, settings.severities):
        return prepared
    prepared.catalogues = catalogues
    prepared.assembled = assembled = _with_pictures(assembled, settings)
    try:
        jobs = site_jobs(assembled.site, catalogues, settings.theme)
        jobs += attachment_jobs(assembled.site, settings.content)
    except MissingString as missing:
        prepared.problems.append(_missing_string(missing))
        return prepared
    prepared.jobs = jobs
    prepared.problems += [] if settings.write_ids else _figures_not_fixed(assembled)
    prepared.problems += check_site(_evidence(assembled, jobs))
    return prepared


def _figures_not_fixed(assembled: Assembled) -> list[Problem]:
    """Return a problem for each post whose figures stand in no ledger, where this build may not write one."""
    posts = (post for post in assembled.site.posts if post.facts.id in assembled.unfixed)
    texts = (next(text for text in post.texts if text.body.figures) for post in posts)
    return [problem("figures-not-fixed", text.path, text.body.figures[0].line) for text in texts]


def _missing_string(missing: MissingString) -> Problem:
    path = f"theme/translations/{missing.lang}/LC_MESSAGES/messages.po"
    return problem("missing-string", path, found=missing.msgid, lang=missing.lang)


def _read(
    settings: BuildSettings, records: Records, progress: Progress
) -> tuple[list[Item], list[Problem], tuple[WrittenId, ...]]:
    """Return the items; where the settings say so, each gets its id as soon as nothing else is wrong with it."""
    sources, problems = read_sources(settings.content)
    items = _items(sources, records, progress)
    if not settings.write_ids:
        return items, problems, ()
    ids = write_missing_ids(
        [i for i in items if _lacks_only_an_id(i)], _ids(items), _site_id(items), settings.content.parent
    )
    if ids:
        sources, problems = read_sources(settings.content)
        items = _items(sources, records, progress)
    # What still has no id has other faults; it gets one as soon as they are mended.
    return [_without(item, "missing-id") for item in items], problems, tuple(ids)


def _site_id(items: list[Item]) -> str:
    facts = site_facts(items)
    return facts.id if facts else ""


def _ids(items: list[Item]) -> set[str]:
    return {i.value.facts.id for i in items if i.kind in {"news", "events"} and i.value is not None}


def _lacks_only_an_id(item: Item) -> bool:
    return {p.rule for p in item.problems if severity_of(p) == "error"} == {"missing-id"}


def _without(item: Item, rule: str) -> Item:
    return replace(item, problems=tuple(p for p in item.problems if p.rule != rule))


def _items(sources: list[SourceItem], records: Records, progress: Progress) -> list[Item]:
    """Return every item, from the records where its bytes are known."""
    langs = _languages(sources)
    items = []
    for number, source in enumerate(sources, 1):
        key = records.key(source, langs)
        item = records.get(key)
        if item is None:
            item = item_of(source, langs)
            records.put(key, item)
        items.append(item)
        progress("read", number, len(sources))
    return items


def _languages(sources: list[SourceItem]) -> tuple[str, ...]:
    """Return the site's languages, which decide how every other file is read."""
    table = [s for s in sources if s.kind == TABLES and s.slug == "site"]
    facts = site_facts(item_of(s, DEFAULT_LANGS) for s in table)
    return facts.languages if facts else DEFAULT_LANGS


def _assemble(settings: BuildSettings, items: list[Item]) -> tuple[Assembled | None, list[Problem]]:
    facts = site_facts(items)
    if facts is None:
        found = [p for item in items for p in item.problems]
        path = f"{settings.content.name}/data/site.yml"
        named = any(p.path == path for p in found)
        return None, found if named else [*found, problem("site-missing", path)]
    assembled = build_site(items, facts, settings.url, settings.now)
    return assembled, list(assembled.problems)


def _with_pictures(assembled: Assembled, settings: BuildSettings) -> Assembled:
    pictures = read_pictures(settings.content, wanted_pictures(assembled.site))
    return replace(assembled, site=replace(assembled.site, pictures=pictures))


def _evidence(assembled: Assembled, jobs: list[Job]) -> Evidence:
    addresses = {f"/{job.path}" for job in jobs}
    addresses |= {path.removesuffix("index.html") for path in addresses if path.endswith("/index.html")}
    return Evidence(
        assembled.site, assembled.origins, frozenset(addresses), frozenset(assembled.assets),
        frozenset(assembled.hidden), anchors_of(assembled.site), assembled.unread,
    )  # fmt: skip
