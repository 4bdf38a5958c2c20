((line, css) => {
  const pages = line.dataset.pages.split(" ");
  let source = null;
  let host = null;
  const connect = () => {
    const asked = `at=${line.dataset.at}&pages=${encodeURIComponent(line.dataset.pages)}`;
    source = new EventSource(`${line.dataset.root}/~preview/events?${asked}`);
    source.addEventListener("changed", (event) => {
      if (JSON.parse(event.data).some((path) => pages.includes(path))) location.reload();
    });
    source.addEventListener("faults", (event) => show(JSON.parse(event.data)));
    source.addEventListener("rest", disconnect);
  };
  const disconnect = () => {
    if (source) source.close();
    source = null;
  };
  const part = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const list = (faults) => {
    const made = part("ul");
    for (const fault of faults) {
      const item = part("li");
      item.append(part("code", "place", fault.place), part("p", "what", fault.what), part("p", "how", fault.how));
      made.append(item);
    }
    return made;
  };
  const hide = () => {
    if (host) host.remove();
    host = null;
  };
  const show = (overlay) => {
    hide();
    if (!overlay) return;
    host = part("div");
    host.id = "preview-faults";
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const box = part("section");
    box.lang = overlay.lang;
    box.setAttribute("aria-label", overlay.title);
    const title = part("p", "title");
    title.setAttribute("role", "alert");
    const close = part("button", "", overlay.close);
    close.type = "button";
    close.addEventListener("click", hide);
    box.append(title, close, list(overlay.errors));
    if (overlay.warnings.length) {
      const more = part("details");
      more.append(part("summary", "", overlay.more), list(overlay.warnings));
      box.append(more);
    }
    root.append(box);
    document.body.append(host);
    title.textContent = overlay.title;
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) hide();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", () => { if (!source) connect(); });
  addEventListener("visibilitychange", () => { if (!document.hidden && !source) connect(); });
  show(JSON.parse(line.dataset.faults));
  connect();
})(document.currentScript, STYLE);
