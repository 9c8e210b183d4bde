// The network on a canvas: open nodes, drag them, choose nodes and links. The tables beside it hold the same data; the
// address holds what is open, so every view can be shared and works without this file.
import { onShown, show } from "./page.js";

const COLOURS = { Case: "--lane", Agency: "--merged", City: "--renamed", Organization: "--split", Program: "--expanded",
  Platform: "--ended", Group: "--ended", Meeting: "--carried", Person: "--inferred", ActionItem: "--carried", Plan: "--expanded" };
const SHAPES = { Case: "round-rectangle", Agency: "ellipse", City: "diamond", Program: "hexagon", Platform: "barrel", Group: "barrel",
  Meeting: "rectangle", Person: "triangle", Organization: "ellipse", Plan: "tag", ActionItem: "tag" };
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const address = () => new URL(location.href);
let held = null;

function elements(told) {
  const nodes = told.nodes.map(({ node, opened, hidden }) => ({ data: {
    id: node.id, kind: node.label, opened: opened ? 1 : 0, words: `${shorten(node.name)}${hidden && !opened ? `  +${hidden}` : ""}` } }));
  const seen = new Map();
  for (const { type, source, target, inferred } of told.links) {
    const id = `${type}:${source}:${target}`;
    if (source !== target && !seen.has(id)) seen.set(id, { data: { id, type, source, target, inferred: inferred ? 1 : 0 } });
  }
  return [...nodes, ...seen.values()];
}
const shorten = (name) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);

function style() {
  const text = { color: colour("--ink"), "text-background-color": colour("--panel"), "text-background-opacity": 0.85, "text-background-padding": 2 };
  return [
    { selector: "node", style: { ...text, label: "data(words)", "font-size": 11, "text-valign": "bottom", "text-margin-y": 4, width: 20, height: 20, "background-color": colour("--carried"), "font-family": "Noto Sans TC, Noto Sans CJK TC, sans-serif" } },
    ...Object.entries(COLOURS).map(([kind, name]) => ({ selector: `node[kind = "${kind}"]`, style: { "background-color": colour(name), shape: SHAPES[kind] } })),
    { selector: "node[opened = 1]", style: { width: 30, height: 30, "font-weight": 700, "border-width": 3, "border-color": colour("--ink") } },
    { selector: "edge", style: { width: 1.4, "line-color": colour("--field"), "curve-style": "bezier", "target-arrow-shape": "triangle", "target-arrow-color": colour("--field"), "arrow-scale": 0.8 } },
    { selector: "edge[inferred = 1]", style: { "line-style": "dashed", "line-color": colour("--inferred"), "target-arrow-color": colour("--inferred") } },
    { selector: ":selected", style: { "line-color": colour("--lane"), "target-arrow-color": colour("--lane"), width: 4, "border-width": 4, "border-color": colour("--lane") } },
    { selector: "node:selected", style: { width: 30 } },
  ];
}

const layout = (fresh) => ({ name: "fcose", quality: "proof", randomize: fresh, animate: !calm.matches && !fresh, animationDuration: 350,
  nodeSeparation: 110, idealEdgeLength: 95, nodeRepulsion: 9000, nodeDimensionsIncludeLabels: true, padding: 24 });

function choose(id) {
  const to = address();
  to.searchParams.set("sel", id);
  if (document.getElementById("evidence")) show(to.href, ["evidence"]);
  else location.assign(`/explore?node=${encodeURIComponent(id)}`);
}

function open(id) {
  const to = address();
  to.searchParams.delete("sel");
  if (!to.pathname.startsWith("/explore")) return location.assign(`/explore?node=${encodeURIComponent(id)}`);
  if (to.searchParams.getAll("node").includes(id)) return undefined;
  to.searchParams.append("node", id);
  return show(to.href, ["net", "evidence", "filter"]);
}

function listen(graph) {
  graph.on("onetap", "node, edge", (event) => choose(event.target.id()));
  graph.on("dbltap", "node", (event) => open(event.target.id()));
}

async function draw(canvas) {
  if (!window.cytoscape || !window.cytoscapeFcose) throw new Error("no library");
  const told = await (await fetch(canvas.dataset.graph)).json();
  const before = held && !held.destroyed() ? new Map(held.nodes().map((one) => [one.id(), { ...one.position() }])) : new Map();
  held?.destroy();
  const made = elements(told);
  const known = made.some((one) => before.has(one.data.id));
  for (const one of made) if (before.has(one.data.id)) one.position = before.get(one.data.id);
  const graph = window.cytoscape({ container: canvas, elements: made, style: style(), minZoom: 0.2, maxZoom: 3, layout: { name: "preset" } });
  held = graph;
  if (known) beginBeside(graph, before);
  graph.one("layoutstop", () => { if (graph.zoom() > 1.2) { graph.zoom(1.2); graph.center(); } });
  graph.layout(layout(!known)).run();
  const chosen = address().searchParams.get("sel");
  if (chosen) graph.getElementById(chosen).select();
  listen(graph);
  canvas.dataset.drawn = graph.nodes().length;
}

/** New nodes begin beside the node that was opened, so that the picture grows instead of jumping. */
function beginBeside(graph, before) {
  graph.nodes().filter((one) => !before.has(one.id())).forEach((one, at) => {
    const near = one.neighborhood("node").filter((other) => before.has(other.id()))[0];
    const from = near ? before.get(near.id()) : { x: 0, y: 0 };
    one.position({ x: from.x + 60 * Math.cos(at), y: from.y + 60 * Math.sin(at) });
  });
}

onShown(() => {
  const canvas = document.getElementById("canvas");
  if (!canvas || canvas.dataset.drawn || canvas.dataset.drawing) return;
  canvas.dataset.drawing = "yes";
  draw(canvas).catch(() => { canvas.textContent = canvas.dataset.failed; canvas.classList.add("none"); });
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => held?.style(style()));
