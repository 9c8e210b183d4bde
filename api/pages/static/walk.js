// Walking through a picture: up and down between lanes, left and right along one; Enter opens evidence, Esc goes back.
// Without this file every lane, mark and arrow is a link that loads the page with its evidence.
import { show, onShown } from "./page.js";

const PARTS = ["story", "evidence"];
let came = null;

const links = () => [...document.querySelectorAll("[data-walk] a[data-id]")];
const box = (one) => one.getBoundingClientRect();
const middle = (one) => box(one).y + box(one).height / 2;

/** The lane that a link belongs to: the one it lies in, the one an arrow ends at, else the nearest. */
function laneOf(link, lanes) {
  const own = link.closest("[data-lane]") ?? lanes.find((lane) => link.dataset.id.endsWith(`:${lane.dataset.lane}`));
  return own ?? lanes.reduce((best, lane) => (away(lane, link) < away(best, link) ? lane : best), lanes[0]);
}
const away = (one, other) => Math.abs(middle(one) - middle(other));

/** Rows of links from top to bottom, each from left to right. */
function rows() {
  const all = links();
  const lanes = [...document.querySelectorAll("[data-walk] [data-lane]")];
  const found = new Map();
  for (const link of all) {
    const key = lanes.length ? laneOf(link, lanes) : Math.round(middle(link) / 16);
    found.set(key, [...(found.get(key) ?? []), link]);
  }
  const told = [...found.entries()].map(([key, held]) => ({ y: lanes.length ? middle(key) : key, held: held.sort((a, b) => box(a).x - box(b).x) }));
  return told.sort((a, b) => a.y - b.y).map(({ held }) => held);
}

/** Where a row is entered: at its lane, else at its left end. */
const entry = (row) => row && (row.find((one) => one.parentElement.matches("[data-lane]") && one.dataset.kind === "case") ?? row[0]);

function next(link, key) {
  const all = rows();
  const at = all.findIndex((row) => row.includes(link));
  if (key === "ArrowLeft") return all[at][all[at].indexOf(link) - 1];
  if (key === "ArrowRight") return all[at][all[at].indexOf(link) + 1];
  if (key === "Home") return entry(all[0]);
  if (key === "End") return entry(all.at(-1));
  return entry(all[at + (key === "ArrowDown" ? 1 : -1)]);
}

/** One stop for the Tab key: the chosen link, else the first. */
function rove(to) {
  const all = links();
  const stop = to ?? all.find((one) => one.hasAttribute("aria-current")) ?? entry(rows()[0]);
  for (const one of all) one.setAttribute("tabindex", one === stop ? "0" : "-1");
}

document.addEventListener("keydown", (event) => {
  const link = event.target.closest?.("[data-walk] a[data-id]");
  if (event.key === "Escape" && came) {
    const back = links().find((one) => one.dataset.id === came);
    if (back) { rove(back); back.focus(); event.preventDefault(); }
    return;
  }
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const to = next(link, event.key);
  if (to) { rove(to); to.focus(); to.scrollIntoView({ block: "nearest", inline: "nearest" }); }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-id]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  came = link.dataset.id;
  const address = link.href.baseVal ?? link.href;
  show(address.split("#")[0], PARTS, () => document.getElementById("evidence").focus());
});

function slide() {
  const form = document.querySelector("[data-slider]");
  if (!form || form.dataset.ready) return;
  form.dataset.ready = "yes";
  const slider = form.querySelector("#slider");
  const select = form.querySelector("select");
  slider.hidden = false;
  const words = () => slider.setAttribute("aria-valuetext", select.options[slider.value].text);
  words();
  slider.addEventListener("input", () => { select.selectedIndex = slider.value; words(); });
  const apply = (id) => {
    const told = new URLSearchParams(new FormData(form));
    const inferred = form.querySelector("[type=checkbox]").checked;
    told.delete("inferred");
    if (!inferred) told.set("inferred", "0");
    if (!told.get("as_of")) told.delete("as_of");
    show(`${form.getAttribute("action")}?${told}`, [...PARTS, "as-of-note"], () => document.getElementById(id)?.focus());
  };
  slider.addEventListener("change", () => apply("slider"));
  select.addEventListener("change", () => apply("as-of"));
  form.querySelector("[type=checkbox]").addEventListener("change", () => apply("with-inferred"));
}

onShown(() => { rove(); slide(); });
