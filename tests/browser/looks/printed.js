// What should not be on paper and is; the words and the addresses that paper would lose; boxes torn between columns.
() => {
  const name = (e) => `${e.localName}.${e.className} "${e.textContent.trim().slice(0, 30)}"`;
  const screen = "nav, form, input, button, .button, .share, .skip-link, .urgent-band";
  const text = (e) => getComputedStyle(e, "::after").content + e.closest("p, li, td, dd, div").innerText;
  const lost = [...document.querySelectorAll("main a[href^=http], footer a[href^=http]")].filter(
    (e) => e.checkVisibility() && !text(e).includes(e.getAttribute("href"))
  );
  const asked = [...document.querySelectorAll(".action-card .button")].filter(
    (e) => !e.closest(".action-card").innerText.includes(e.href.replace(/index\.html(?=#|$)/, ""))
  );
  const words = [...document.querySelectorAll("main *")].filter(
    (e) => [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !e.checkVisibility() &&
      !e.closest(`${screen}, .screen-only, .visually-hidden, script`)
  );
  const boxes = document.querySelectorAll(".framed, .action-card, .card, .contact-card, .dot-chart, .transfer__account");
  return {
    shown: [...document.querySelectorAll(screen)].filter((e) => e.checkVisibility()).map(name),
    torn: [...boxes].filter((e) => e.getClientRects().length > 1).map(name),
    lost: [...lost, ...asked, ...words].map(name),
  };
}
