// Note each stop of the keyboard as it is reached, and whether its focus can be seen; and what should be a stop.
() => {
  const name = (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`;
  const reachable = (e) => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0;
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")];
  window.expected = all.filter(reachable);
  window.stops = [];
  window.unseen = [];
  document.addEventListener("focusin", ({ target }) => {
    stops.push(target);
    const style = getComputedStyle(target);
    const isRinged = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && style.boxShadow !== "none";
    const box = target.getBoundingClientRect();
    const isOnPage = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
    let isCut = false;
    for (let e = target.parentElement; e; e = e.parentElement) {
      const { overflowX, clipPath } = getComputedStyle(e);
      isCut ||= !["visible", "auto"].includes(overflowX) || clipPath !== "none";
    }
    if (!isRinged || !isOnPage || isCut) unseen.push(name(target));
  });
  const covers = (e) => ["fixed", "sticky"].includes(getComputedStyle(e).position);
  return { stops: expected.length, covering: [...document.querySelectorAll("*")].filter(covers).map(name) };
}
