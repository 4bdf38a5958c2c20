// Targets that are too small for a finger. Source: WCAG 2.2, 2.5.8: links in a sentence are excepted.
(main) => {
  const found = [];
  const inSentence = (target) => {
    let block = target.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const rest = block.cloneNode(true);
    rest.querySelectorAll("a, summary, button").forEach((e) => e.remove());
    return getComputedStyle(target).display === "inline" && /\p{L}/u.test(rest.textContent);
  };
  const name = (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`;
  for (const target of document.querySelectorAll("a[href], button, summary, input, select, textarea, label[for]")) {
    if (target.matches(".skip-link, [type=hidden]") || !target.checkVisibility()) continue;
    const boxes = [...target.getClientRects()];
    const width = Math.max(...boxes.map((b) => b.width)), height = Math.max(...boxes.map((b) => b.height));
    const least = target.matches(main) ? 44 : 24;
    if (target.matches("label") || (least === 24 && inSentence(target))) continue;
    if (height < least - .1 || width < least - .1) found.push([name(target), Math.round(width), Math.round(height)]);
  }
  return found;
}
