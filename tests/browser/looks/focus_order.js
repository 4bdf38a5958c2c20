// Compare the stops that were reached with those that should be: order of the page, each once, the skip link first.
() => {
  const name = (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`;
  const wrong = expected.flatMap((e, i) => (stops[i] === e ? [] : [[name(e), stops[i] ? name(stops[i]) : "nothing"]]));
  const begins = expected[0].matches(".skip-link") && document.querySelector(expected[0].hash)?.localName === "main";
  return [
    ...wrong.slice(0, 3), ...unseen.map((what) => `focus not seen: ${what}`),
    ...(begins ? [] : ["no skip link at first"]),
    ...(document.activeElement === expected.at(-1) ? ["no way on from the last stop"] : []),
  ];
}
