// Text and list held together: what is chosen in one is shown in the other, and the address keeps it.
import { onShown } from "./page.js";

function choose(passage) {
  for (const one of document.querySelectorAll(".m[data-passages]")) {
    one.classList.toggle("chosen", one.dataset.passages.split(" ").includes(passage));
  }
  for (const one of document.querySelectorAll("[data-passage]")) {
    one.classList.toggle("chosen", one.dataset.passage === passage);
  }
}

/** Bring a thing into view without moving the rest of the page more than needed. */
function near(element) {
  if (!element) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".m[href], .to");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const passage = new URL(link.href).searchParams.get("sel");
  choose(passage);
  history.replaceState(history.state, "", link.href);
  const entry = [...document.querySelectorAll("[data-passage]")].find((one) => one.dataset.passage === passage);
  near(link.matches(".to") ? document.querySelector(".m.chosen") : entry);
  if (link.matches(".to")) document.querySelector(".m.chosen")?.focus({ preventScroll: true });
});

onShown(() => {
  const entry = document.querySelector("[data-passage].chosen");
  if (entry) entry.parentElement.closest(".taken").scrollTop = entry.offsetTop - 120;
});
