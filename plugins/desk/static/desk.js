// The desk's one script: keeps what is typed, shows what is wrong and how the page looks, and helps with signs and photos.
(() => {
  "use strict";
  const form = document.getElementById("form");
  if (!form) return;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const kept = find("#kept"), preview = find("#preview"), others = find("#others"), general = find("#told");
  const place = form.dataset.place, shelf = `desk ${place} `, store = shelf + form.elements.window.value;
  const STALE = 5000; // ms after which what another window has left here is nobody's
  const WAIT = 350; // ms of rest before what is typed is sent
  let timer, isSending = false, isWaiting = false;
  let lang = find("[data-preview][aria-pressed=true]")?.dataset.preview;
  let previews = preview ? JSON.parse(preview.dataset.previews) : {};

  const keep = () => {
    try { localStorage.setItem(store, JSON.stringify([Date.now(), pairs().toString()])); } catch { /* no room */ }
  };
  const pairs = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));

  // What is typed ------------------------------------------------------------------------------------------------
  const send = async () => {
    if (isSending) { isWaiting = true; return; }
    isSending = true;
    const body = pairs();
    try {
      const answer = await fetch(`/typed/${place}`, { method: "POST", body });
      if (!answer.ok) throw new Error(answer.status);
      const said = await answer.json();
      show(said);
      if (!isWaiting && said.kept) localStorage.removeItem(store);
    } catch {
      kept.textContent = form.dataset.lost;
      kept.classList.add("bad");
      timer = setTimeout(send, 3000); // until the desk answers again
    } finally {
      isSending = false;
      if (isWaiting) { isWaiting = false; send(); }
    }
  };
  let isDirty = false;
  const typed = () => {
    isDirty = true;
    keep(); // at once: the window may be closed before the desk has it
    clearTimeout(timer);
    timer = setTimeout(send, WAIT);
  };
  addEventListener("pagehide", () => {
    if (isDirty) navigator.sendBeacon(`/typed/${place}`, pairs());
  });
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);

  const open = (field) => {
    for (let one = field?.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  };
  const mark = (told, line) => {
    const one = document.createElement(line ? "li" : "span");
    one.className = `told ${told.severity}`;
    const words = `${line ? `${line}: ` : ""}${told.what} ${told.how}`;
    if (line) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.dataset.line = line;
      one.append(button);
    } else one.textContent = words;
    return one;
  };

  const show = (answer) => {
    if (answer.kept) { kept.textContent = answer.kept; kept.classList.remove("bad"); }
    if (answer.notice) kept.textContent = answer.notice;
    if (answer.window && form.elements.window) history.replaceState(null, "", `?window=${answer.window}`);
    if (!answer.told) return;
    others.textContent = answer.others;
    others.hidden = !answer.others;
    all(".told").forEach((one) => one.remove());
    for (const told of answer.told) {
      const box = told.field && document.getElementById(`${told.field}-told`);
      if (box) open(box);
      (box || general).append(mark(told, box?.matches("ol") && told.line));
    }
    for (const one of all("input, select, textarea", form)) {
      const boxes = one.getAttribute("aria-describedby")?.split(" ") ?? [];
      const isWrong = boxes.some((id) => document.getElementById(id)?.querySelector(".told.error"));
      if (isWrong) one.setAttribute("aria-invalid", "true");
      else one.removeAttribute("aria-invalid");
    }
    previews = answer.previews;
    if (preview && previews[lang] && preview.src !== previews[lang]) preview.src = previews[lang];
  };

  // What this browser kept while the desk did not answer: sent as it was typed, and shown by the desk
  const left = () => Object.keys(localStorage).filter((key) => key.startsWith(shelf));
  const restore = async () => {
    for (const key of left()) {
      const [at, body] = JSON.parse(localStorage.getItem(key));
      if (key === store || Date.now() - at < STALE) continue;
      const answer = await fetch(`/typed/${place}`, { method: "POST", body: new URLSearchParams(body) }).catch(() => ({}));
      if (!answer.ok) continue;
      localStorage.removeItem(key);
      location.replace(`?window=${new URLSearchParams(body).get("window")}&notice=restore`);
      return;
    }
  };
  if (form.dataset.saved) localStorage.removeItem(shelf + (new URLSearchParams(location.search).get("of") ?? ""));
  else restore();

  // Lines, signs, lists ------------------------------------------------------------------------------------------
  const put = (area, before, after = "", isLine = false) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    if (isLine) area.setRangeText(before, ...Array(2).fill(value.lastIndexOf("\n", start - 1) + 1), "end");
    else area.setRangeText(before + value.slice(start, end) + after, start, end, "end");
    if (after && start === end) area.selectionStart = area.selectionEnd = start + before.length;
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const to = (area, line) => {
    const start = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const end = area.value.indexOf("\n", start);
    area.focus();
    area.setSelectionRange(start, end < 0 ? area.value.length : end);
  };
  const move = (button) => {
    const item = button.closest("[data-item]"), isUp = button.dataset.move === "up";
    const other = isUp ? item.previousElementSibling : item.nextElementSibling;
    if (!other?.matches("[data-item]")) return;
    if (isUp) other.before(item);
    else other.after(item);
    const items = all(":scope > [data-item]", item.parentElement), words = find("#moved");
    words.textContent = words.dataset.said.replace("{at}", items.indexOf(item) + 1).replace("{all}", items.length);
    if (button.checkVisibility()) button.focus();
    else all(":scope > .gone [data-move]", item).find((one) => one !== button).focus();
    item.scrollIntoView({ block: "nearest" });
    typed();
  };
  let added = 0;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.move) { event.preventDefault(); move(button); return; } // without this script the desk does it
    if (!button || button.type !== "button") return;
    const data = button.dataset, tools = button.closest("[data-for]");
    if (data.before !== undefined) put(document.getElementById(tools.dataset.for), data.before, data.after, "line" in data);
    else if (data.to) {
      const field = document.getElementById(data.to);
      open(field);
      field?.focus();
    }
    else if (data.line) to(document.getElementById(button.closest("[data-told]").dataset.told), Number(data.line));
    else if (data.add) {
      const list = button.closest("[data-list]"), number = `new${++added}`;
      const html = find(":scope > template", list).innerHTML.replaceAll("__new__", number);
      button.parentElement.insertAdjacentHTML("beforebegin", html);
      find("input:not([type=hidden]), textarea, select", button.parentElement.previousElementSibling).focus();
      typed();
    } else if (data.preview) {
      lang = data.preview;
      preview.src = previews[lang];
      all("[data-preview]").forEach((one) => one.setAttribute("aria-pressed", one === button));
    } else if ("wide" in data) {
      button.setAttribute("aria-pressed", find(".desk").classList.toggle("wide-page"));
    }
  });

  // Photographs --------------------------------------------------------------------------------------------------
  const told = find("#photo-told");
  const upload = async (file) => {
    const body = new FormData();
    body.append("photo", file);
    const sent = await fetch(`/photo/${place}`, { method: "POST", body }).catch(() => ({}));
    const answer = sent.status === 413 ? { refused: form.dataset.large } : await sent.json?.().catch(() => ({})) ?? {};
    if (!answer.file) { told.textContent = answer.refused ?? form.dataset.lost; return; }
    const list = find('[data-list="f.photos"]');
    find(":scope > template", list).insertAdjacentHTML("beforebegin", answer.html);
    open(list);
    told.textContent = `${form.dataset.photo} ${answer.told}`;
    const item = all("[data-item]", list).at(-1);
    item.scrollIntoView({ block: "center" });
    find("textarea", item)?.focus();
    typed();
  };
  find("#photo")?.addEventListener("change", (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) upload(file);
  });
  for (const area of all("[data-photos]")) {
    area.addEventListener("dragover", (event) => { event.preventDefault(); area.classList.add("over"); });
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", (event) => {
      area.classList.remove("over");
      const [file] = event.dataTransfer.files;
      if (file) { event.preventDefault(); upload(file); }
    });
  }

  // Saving -------------------------------------------------------------------------------------------------------
  form.addEventListener("submit", () => { clearTimeout(timer); isDirty = false; keep(); });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(find("button.main", form));
    }
  });
})();
