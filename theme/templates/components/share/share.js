// The system's own share sheet and a button that copies, where the browser has them. The page works without.
for (const share of document.querySelectorAll(".share")) {
  const [head, copy, field, said] = ["div", "p", "input", "span"].map((name) => share.querySelector(name));
  const add = (place, act) => {
    const button = document.createElement("button");
    button.textContent = place.dataset.button;
    button.onclick = act;
    place.append(button);
  };
  const title = document.title;
  const url = field.value;
  if (navigator.share) add(head, () => navigator.share({ title, text: title, url }).catch(() => {}));
  if (navigator.clipboard) add(copy, () => navigator.clipboard.writeText(url).then(
    () => { said.textContent = said.dataset.done; },
    () => field.select()));
}
