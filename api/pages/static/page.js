// What every page does: search by keyboard, copying the link, and showing another state of a page without a jump.

const shown = new Set();
let showing = 0;

/** Call a function now and whenever parts of the page were changed. */
export function onShown(call) {
  shown.add(call);
  call();
}

/** Replace parts of this page by those of another address of it, and put that address in the bar. */
export async function show(address, parts, after, remember = true) {
  const turn = ++showing;
  document.documentElement.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== showing) return;
    if (!answer.ok || parts.every((id) => !other.getElementById(id))) return location.assign(address);
    for (const id of parts) swap(id, other);
    document.title = other.title;
    if (remember) history.pushState({ parts }, "", address);
    for (const id of ["tools", "foot"]) swap(id, other);
    shown.forEach((call) => call());
    after?.();
  } catch {
    location.assign(address);
  } finally {
    document.documentElement.removeAttribute("aria-busy");
  }
}

function swap(id, other) {
  const mine = document.getElementById(id);
  const theirs = other.getElementById(id);
  const scrolled = [...(mine?.querySelectorAll(".scroll") ?? [])].map((one) => one.scrollLeft);
  if (mine && theirs) mine.replaceWith(theirs);
  [...(theirs?.querySelectorAll(".scroll") ?? [])].forEach((one, at) => { one.scrollLeft = scrolled[at] ?? 0; });
}

/** Tell those who listen instead of looking. */
export function say(words) {
  document.getElementById("said").textContent = words;
}

history.replaceState({ parts: ["story", "evidence", "as-of-note"] }, "");
addEventListener("popstate", (event) => {
  if (event.state?.parts) show(location.href, event.state.parts, null, false);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    (document.getElementById("start") ?? document.getElementById("q")).focus();
  }
  if (event.key === "?" && !typing) document.getElementById("help").showModal();
  // The Enter that ends an input method's composition chooses characters; it is no order to search.
  if (event.key === "Enter" && (event.isComposing || event.keyCode === 229) && event.target.closest?.("[data-ime]")) {
    event.preventDefault();
  }
});

onShown(() => {
  document.documentElement.classList.add("enhanced");
  for (const button of document.querySelectorAll("[data-help][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => document.getElementById("help").showModal());
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!button.hidden) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      say(button.dataset.done);
      const words = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; say(""); }, 2000);
    });
  }
});
