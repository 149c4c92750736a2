// The picture of a finding: intervals on one axis, as the HTML report draws them.

import { h, svg, words } from "./dom.js";

const percent = (share) => `${(share * 100).toFixed(2)}%`;

/** One panel: claim, readings, what is needed; read out as one image. */
export function chart(panel) {
  const rows = panel.bars.flatMap((bar) => [
    h("span", {}, words(bar.label)),
    plot(bar),
    h("span", { className: bar.role === "claim" ? "value result" : "value" }, bar.value),
  ]);
  const legend = panel.legend ? h("span", { className: "small legend" }, panel.legend) : null;
  return h("div", { className: "chart", role: "img", "aria-label": panel.alternative }, ...rows, axis(panel.ticks), legend);
}

function plot(bar) {
  const solid = bar.role === "claim" || bar.role === "needed" ? "solid" : "hollow";
  const kind = `bar ${solid}${bar.role === "reading" || bar.role === "needed" ? " ink" : ""}`;
  const line = (name, from, to) => svg("line", { class: name, x1: percent(from), x2: percent(to), y1: 10, y2: 10 });
  const shape =
    bar.start === bar.end
      ? svg("circle", { class: kind, cx: percent(bar.start), cy: 10, r: 5 })
      : svg("rect", { class: kind, x: percent(bar.start), width: percent(bar.end - bar.start), y: 4, height: 12, rx: 1.5 });
  const parts = [line("rail", 0, 1), ...bar.widths.map(([from, to]) => line("wide", from, to)), shape];
  if (bar.right) parts.push(svg("text", { class: "tick", x: "100%", y: 14 }, "▸"));
  if (bar.left) parts.push(svg("text", { class: "tick", x: 0, y: 14 }, "◂"));
  return svg("svg", { class: "plot", height: 20, "aria-hidden": "true", focusable: "false" }, ...parts);
}

function axis(ticks) {
  const marks = ticks.flatMap(([place, label]) => [
    svg("line", { class: "tickline", x1: percent(place), x2: percent(place), y1: 1, y2: 5 }),
    svg("text", { class: `tick${place < 0.1 ? " first" : place > 0.9 ? " last" : ""}`, x: percent(place), y: 17 }, label),
  ]);
  const base = svg("line", { class: "tickline", x1: 0, x2: "100%", y1: 1, y2: 1 });
  return svg("svg", { class: "axis", height: 22, "aria-hidden": "true", focusable: "false" }, base, ...marks);
}
