// Words are looked for in the index of this site, which is loaded when somebody asks. Nothing is sent, nothing is kept.
// In a language without spaces each letter is a word of the index: the same letters as in plugins/search/texts.py.
for (const search of document.querySelectorAll(".search")) {
  const [form, field, said, list, more] = ["form", "input", "[role=status]", "ol", "[type=button]"].map((name) => search.querySelector(name));
  const [sample] = list.children;
  const unspaced = /^(ja|zh)\b/.test(document.documentElement.lang);
  const letters = /[0-9々〆〇ー\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const words = (query) => query.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const turned = (word, kana, by) => word.replace(kana, (one) => String.fromCharCode(one.charCodeAt(0) + by));
  const spelt = (word) => [...new Set([word, turned(word, /[\u3041-\u3096]/g, 96), turned(word, /[\u30a1-\u30f6]/g, -96)])];
  const asked = (query) => unspaced ? words(query).map((word) => spelt(word).map((one) => `"${one.replace(letters, " $& ").trim()}"`)) : [[words(query).join(" ")]];
  const plain = (text) => text.replaceAll("\u200b", "").replace(/(?![\x00-\x7f])(.)\. /gu, "$1 ").replaceAll("&lt;", "\x3c").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  const made = (name, text) => Object.assign(document.createElement(name), { textContent: plain(text) });
  let index;
  let turn = 0;
  const load = async () => {
    const pagefind = await import("../../pagefind/pagefind.js");
    await pagefind.options({ exactDiacritics: unspaced });
    return pagefind;
  };
  const find = async (query) => {
    index = index || load();
    const pagefind = await index;
    const answer = async (word) => (await pagefind.search(word)).results.map((one) => [one.id, one]);
    const [first, ...others] = await Promise.all(asked(query).map(async (ways) => new Map((await Promise.all(ways.map(answer))).flat())));
    const found = [...first.values()].filter(({ id }) => others.every((ids) => ids.has(id)));
    return unspaced ? found.sort((one, other) => one.words[0] - other.words[0]) : found;
  };
  const pieces = ({ raw_content: content, locations }) => {
    const [length, before] = unspaced ? [80, 12] : [30, 5];
    const gap = content.includes("\u200b") ? "\u200b" : " ";
    const [title, text] = content.split("\ue000").map((part) => part.split(gap));
    const places = locations.map((place) => place - title.length + 1).filter((place) => place > 0 && text.length > place);
    const near = (start) => places.filter((place) => place >= start && start + length - before > place).length;
    const best = places.reduce((best, place) => near(place) > near(best) ? place : best, places[0] || 0);
    const start = Math.max(0, Math.min(best - before, text.length - length));
    const shown = text.slice(start, start + length).map((part, place) => places.includes(start + place) ? `\x01${part}\x01` : part);
    const whole = `${start ? "…" : ""}${shown.join(gap)}${text.length > start + length ? "…" : ""}`;
    return whole.replace(/\x01([\u200b ]?)\x01/g, "$1").split("\x01");
  };
  const row = (found) => {
    const { url, meta } = found;
    const item = sample.cloneNode(true);
    const [title, facts, text] = item.children;
    item.hidden = false;
    title.href = url;
    title.textContent = plain(meta.title);
    facts.textContent = [meta.kind, meta.date].filter(Boolean).join(" · ");
    text.replaceChildren(...pieces(found).map((piece, number) => made(number % 2 ? "mark" : "span", piece)));
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
    if (!query) return;
    said.textContent = search.dataset.busy;
    try {
      const found = words(query).length ? await find(query) : [];
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
