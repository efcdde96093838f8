"use strict";
// Without this script every citation is still a link to its place.
const cites = [...document.querySelectorAll("a.cite")];
const beside = document.getElementById("beside");
const place = document.getElementById("place");
let now = -1;

function show(index, focus) {
  const link = cites[index];
  const target = document.getElementById(link.hash.slice(1));
  if (!target) return;
  document.querySelectorAll(".now").forEach((old) => old.classList.remove("now"));
  link.classList.add("now");
  target.classList.add("now");
  target.scrollIntoView({ block: "center" });
  if (focus) link.focus({ preventScroll: true });
  const sentence = link.closest("li")?.querySelector("p");
  beside.hidden = !(sentence && target.tagName === "MARK");
  if (!beside.hidden) {
    const texts = [sentence.firstChild.textContent, target.textContent];
    texts.forEach((text, at) => { beside.children[at].textContent = text.trim(); });
  }
  place.textContent = `Citation ${index + 1} of ${cites.length}, article ${link.textContent.trim()}`;
  now = index;
}

cites.forEach((link, index) => link.addEventListener("click", () => show(index, false)));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !cites.length) return;
  const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  show((now + step + cites.length) % cites.length, true);
});
