// In forced colours, where all grounds are one: boxes and shapes that cannot be told from what lies around them.
(selectors) => {
  const canvas = getComputedStyle(document.documentElement).backgroundColor;
  const name = (e, part) => `${e.localName}.${e.className}${part}`;
  const found = [];
  for (const [selector, part] of selectors) {
    for (const e of document.querySelectorAll(selector)) {
      if (!e.checkVisibility()) continue;
      const style = getComputedStyle(e, part || null);
      if (part && style.content === "none") continue;
      const sides = ["Top", "Right", "Bottom", "Left"];
      const has = (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1;
      const isSeen = (colour) => colour !== canvas && !/^rgba\(.*, 0\)$/.test(colour);
      const isEdged = sides.every((side) => has(side) && isSeen(style[`border${side}Color`]));
      if (!isEdged && !isSeen(style.backgroundColor)) found.push(name(e, part));
    }
  }
  return [...new Set(found)];
}
