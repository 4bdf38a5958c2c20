// What should not be on paper and is, and addresses that paper would lose.
() => {
  const name = (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`;
  const screen = document.querySelectorAll("nav, form, input, button, .button, .share, .skip-link, .urgent-band");
  const text = (e) => getComputedStyle(e, "::after").content + e.closest("p, li, td, dd, div").innerText;
  const lost = [...document.querySelectorAll("main a[href^=http], footer a[href^=http]")].filter(
    (e) => e.checkVisibility() && !text(e).includes(e.getAttribute("href"))
  );
  return { shown: [...screen].filter((e) => e.checkVisibility()).map(name), lost: lost.map(name) };
}
