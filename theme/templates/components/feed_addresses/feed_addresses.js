// A button beside each address that copies it, where the browser has a clipboard.
if (navigator.clipboard) for (const list of document.querySelectorAll(".feed-addresses")) {
  const { button: word, done } = list.dataset;
  const said = document.createElement("span");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  for (const code of list.querySelectorAll("code")) {
    const button = document.createElement("button");
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${code.closest("li").firstElementChild.textContent}`);
    button.onclick = () => navigator.clipboard.writeText(code.textContent).then(
      () => { button.textContent = `${word} ✓`; said.textContent = done; },
      () => getSelection().selectAllChildren(code));
    code.after(button);
  }
  list.after(said);
}
