// In forced colours: charts whose parts look alike or keep colours that the reader has replaced, and links to the page
// that is shown which look like any other.
() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const system = (name) => (probe.style.color = name, getComputedStyle(probe).color);
  const [canvas, text, marked] = ["Canvas", "CanvasText", "Highlight"].map(system);
  probe.remove();
  const name = (e) => `${e.localName}.${e.className.baseVal ?? e.className} "${e.textContent.trim().slice(0, 30)}"`;
  const paint = (e) => { const { fill, stroke } = getComputedStyle(e); return { fill, stroke }; };
  const isEmpty = (colour) => colour === "none" || colour === canvas;
  const isInk = (colour) => colour === text || colour === marked;
  const shapes = [...document.querySelectorAll("main svg :is(rect, circle, path)")].filter((e) => e.checkVisibility());
  const isCode = (e) => e.closest("svg").matches(".leaflet-code");  // cameras want it black on white, whoever reads
  const isKept = (e) => getComputedStyle(e.closest("svg")).forcedColorAdjust === "none" &&
    [e.getAttribute("fill"), e.getAttribute("stroke")].join() in { "#fff,": 1, ",#000": 1 };
  const wrong = shapes.filter((e) => {
    if (isCode(e)) return !isKept(e);
    const { fill, stroke } = paint(e);
    const mayBeFull = !e.matches(".bar-chart__track, .share-bars__track");  // the rest of a bar, beside what is counted
    return ![fill, stroke].every((c) => isEmpty(c) || isInk(c)) || !(isInk(stroke) || (mayBeFull && isInk(fill))) ||
      (!mayBeFull && isInk(fill));
  });
  const look = (e) => {
    const s = getComputedStyle(e);
    return [s.borderWidth, s.backgroundColor, s.fontWeight, s.textDecorationLine, s.outlineStyle].join();
  };
  const alike = [...document.querySelectorAll("nav [aria-current]")].filter((e) => e.checkVisibility()).filter((e) =>
    [...e.closest("nav").querySelectorAll("a:not([aria-current])")].some((other) => look(other) === look(e)));
  return [...new Set([...wrong, ...alike].map(name))];
}
