import type { Selection } from "d3-selection";
import type { Dated } from "./layout";

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

const SMALLEST_BAR = 5;

/** A known day: filled where it was held, a ring where it is planned, a dotted ring where it is not certain. */
function disc(layer: Layer, event: Dated, x: number, y: number, radius: number): void {
  const isHeld = event.status === "held";
  const mark = layer.append("circle").attr("cx", x).attr("cy", y).attr("r", radius);
  mark.attr("fill", isHeld ? "var(--ink)" : "var(--paper)").attr("stroke", isHeld ? "var(--paper)" : "var(--ink)");
  mark.attr("stroke-width", isHeld ? 1.5 : 2);
  if (!isHeld && event.status !== "planned") mark.attr("stroke-dasharray", "2 2.2");
}

/** A bar as wide as the doubt: a month, a year, an interval. */
function bar(layer: Layer, event: Dated, left: number, right: number, y: number, radius: number): void {
  const isHeld = event.status === "held";
  const middle = (left + right) / 2;
  const width = Math.max(right - left, SMALLEST_BAR);
  const mark = layer
    .append("rect")
    .attr("x", middle - width / 2)
    .attr("width", width);
  mark
    .attr("y", y - radius - 0.5)
    .attr("height", 2 * radius + 1)
    .attr("rx", 3);
  mark
    .attr("fill", isHeld ? "var(--ink)" : "var(--paper)")
    .attr("stroke", "var(--ink)")
    .attr("stroke-width", 1.5);
  mark.attr("fill-opacity", isHeld ? (event.precision === "month" ? 0.5 : 0.28) : 1);
  if (!isHeld && width > 9) mark.attr("stroke-dasharray", "3 3");
}

/** Draws one event at its place on a lane. */
export function mark(layer: Layer, event: Dated, left: number, right: number, y: number, radius = 6.5): void {
  if (event.precision === "day") disc(layer, event, (left + right) / 2, y, radius);
  else bar(layer, event, left, right, y, radius);
}

/** Text on the timeline. */
export function words(layer: Layer, text: string, x: number, y: number, colour = "var(--ink)", weight = 400): void {
  const written = layer.append("text").attr("x", x).attr("y", y).attr("fill", colour).attr("font-weight", weight);
  written.attr("text-anchor", "middle").text(text);
}
