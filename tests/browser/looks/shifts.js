// How far things moved while the page came in and the reader went down to its end. Source: Layout Instability API.
async () => {
  const seen = [];
  const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(done));
  }
  const pictures = [...document.images];
  await Promise.all(pictures.map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return {
    shift: [...seen, ...observer.takeRecords()].reduce((sum, entry) => sum + entry.value, 0),
    missing: pictures.filter((image) => !image.naturalWidth).map((image) => image.src),
    unsized: pictures.filter((image) => !image.getAttribute("width") || !image.getAttribute("height")).map((i) => i.src),
  };
}
