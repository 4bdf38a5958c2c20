// Words are looked for in the index of this site, which is loaded when somebody asks. Nothing is sent, nothing is kept.
// In a language without spaces each letter is a word of the index: the same letters as in plugins/search/texts.py.
for (const search of document.querySelectorAll(".search")) {
  const [form, field, said, list, more] = ["form", "input", "[role=status]", "ol", "[type=button]"].map((name) => search.querySelector(name));
  const [sample] = list.children;
  const unspaced = /^(ja|zh)\b/.test(document.documentElement.lang);
  const letters = /[0-9々〆〇ー\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const words = (query) => query.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const asked = (query) => unspaced ? words(query).map((word) => `"${word.replace(letters, " $& ").trim()}"`) : [words(query).join(" ")];
  const plain = (text) => text.replaceAll("\u200b", "").replace(/(?![\x00-\x7f])(.)\. /gu, "$1 ").replaceAll("&lt;", "\x3c").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const made = (name, text) => Object.assign(document.createElement(name), { textContent: plain(text) });
  let index;
  let turn = 0;
  const load = async () => {
    const pagefind = await import("../../pagefind/pagefind.js");
    await pagefind.options({ excerptLength: unspaced ? 80 : 30, exactDiacritics: unspaced });
    return pagefind;
  };
  const find = async (query) => {
    index = index || load();
    const pagefind = await index;
    const [first, ...others] = await Promise.all(asked(query).map((part) => pagefind.search(part)));
    const same = others.map(({ results }) => new Set(results.map(({ id }) => id)));
    const found = first.results.filter(({ id }) => same.every((ids) => ids.has(id)));
    return unspaced ? found.sort((one, other) => one.words[0] - other.words[0]) : found;
  };
  const row = ({ url, meta, excerpt }) => {
    const item = sample.cloneNode(true);
    const [title, facts, text] = item.children;
    item.hidden = false;
    title.href = url;
    title.textContent = plain(meta.title);
    facts.textContent = [meta.kind, meta.date].filter(Boolean).join(" · ");
    const pieces = excerpt.replaceAll("\x3c/mark>\x3cmark>", "").split(/\x3c\/?mark>/);
    text.replaceChildren(...pieces.map((piece, number) => made(number % 2 ? "mark" : "span", piece)));
    return item;
  };
  const show = async (found, own) => {
    const rows = await Promise.all(found.slice(0, 10).map((result) => result.data()));
    if (own !== turn) return;
    list.append(...rows.map(row));
    more.hidden = found.length === rows.length;
    more.onclick = () => show(found.slice(10), own);
  };
  const run = async () => {
    const own = turn += 1;
    const query = field.value.normalize("NFKC").trim();
    list.replaceChildren();
    more.hidden = true;
    said.textContent = "";
    if (!words(query).length) return;
    said.textContent = search.dataset.busy;
    try {
      const found = await find(query);
      await show(found, own);
      if (own !== turn) return;
      said.textContent = found.length ? search.dataset.found.replace("{}", found.length) : search.dataset.none;
    } catch {
      index = undefined;
      said.textContent = search.dataset.failed;
    }
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    run();
  };
  if (location.protocol === "file:") search.remove();
  field.value = new URLSearchParams(location.search).get("q") || "";
  run();
}
