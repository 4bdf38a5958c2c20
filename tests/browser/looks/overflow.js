// What is wider than the window as the page is, with text twice as large, and with the spacing of WCAG 1.4.12.
() => {
  const ways = {
    "as it is": "",
    "text at 200 %": "html { font-size: 200% !important }",
    "text spacing":
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
      " p { margin-bottom: 2em !important }",
  };
  const found = [];
  const all = [...document.body.querySelectorAll("*")];
  const name = (e) => `${e.localName}.${e.className.baseVal ?? e.className} "${e.textContent.trim().slice(0, 20)}"`;
  const scrolls = (e) => getComputedStyle(e).overflowX === "auto";
  const inScroller = (e) => e.parentElement && (scrolls(e.parentElement) || inScroller(e.parentElement));
  for (const [way, css] of Object.entries(ways)) {
    const sheet = new CSSStyleSheet();  // the page's policy refuses a <style> of ours, and is right
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
      const wide = all.filter((e) => e.getBoundingClientRect().right > width + 1 && !inScroller(e));
      const inmost = wide.filter((e) => !wide.some((other) => other !== e && e.contains(other)));
      found.push(...inmost.slice(0, 2).map((e) => `${way}: ${name(e)}`));
      if (!inmost.length) found.push(`${way}: something`);
    }
    for (const e of all) {
      const style = getComputedStyle(e);
      const clips = ["hidden", "clip"].includes(style.overflowX) && !style.clipPath.startsWith("inset");
      if (clips && e.localName !== "input" && e.scrollWidth > e.clientWidth + 1) found.push(`${way}: cut off ${name(e)}`);
    }
  }
  document.adoptedStyleSheets = [];
  return found;
}
