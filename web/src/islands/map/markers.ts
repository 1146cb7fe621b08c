import type { Marker, Box, Seat } from "./labels";
import { seatLabel } from "./labels";
import type { Layer, Point } from "./world";

const MAX_LABELS = 40;

function markerBox(marker: Marker<unknown>, text: string): Box {
  const half = Math.max(20, text.length * 8 + 8) / 2;
  return { left: marker.x - half, right: marker.x + half, top: marker.y - 10, bottom: marker.y + 10 };
}

function drawMarker(layer: Layer, box: Box, text: string): void {
  const pill = layer
    .append("rect")
    .attr("x", box.left)
    .attr("width", box.right - box.left)
    .attr("y", box.top);
  pill
    .attr("height", 20)
    .attr("rx", 10)
    .attr("fill", "var(--paper)")
    .attr("stroke", "var(--place)")
    .attr("stroke-width", 1.8);
  const words = layer
    .append("text")
    .attr("x", (box.left + box.right) / 2)
    .attr("y", box.top + 14.2);
  words
    .attr("text-anchor", "middle")
    .attr("font-size", 11.5)
    .attr("font-weight", 700)
    .attr("fill", "var(--place)")
    .text(text);
}

function drawLabel(layer: Layer, seat: Seat, label: string): void {
  const words = layer.append("text").attr("x", seat.x).attr("y", seat.y).attr("text-anchor", seat.anchor);
  words.attr("stroke", "var(--paper)").attr("stroke-width", 3.5).attr("stroke-linejoin", "round");
  words.attr("paint-order", "stroke").attr("fill", "var(--ink)").text(label);
}

/** Draws the markers, then their labels, where there is room for them; of very many the first ones are named. */
export function drawMarkers<T>(
  layer: Layer,
  markers: Marker<T>[],
  width: number,
  route: Point[],
  texts: { number: (held: T[]) => string; label: (held: T[]) => string; href?: (held: T[]) => string | undefined },
): void {
  const boxes = markers.map((marker) => markerBox(marker, texts.number(marker.held)));
  const taken = [...boxes];
  markers.forEach((marker, i) => {
    const href = texts.href?.(marker.held);
    const into = href ? (layer.append("a").attr("href", href) as unknown as Layer) : layer;
    drawMarker(into, boxes[i]!, texts.number(marker.held));
    const label = texts.label(marker.held);
    if (i >= MAX_LABELS) return void into.append("title").text(label);
    const seat = seatLabel(boxes[i]!, label, width, taken, route);
    taken.push(seat.box);
    drawLabel(into, seat, label);
  });
}
