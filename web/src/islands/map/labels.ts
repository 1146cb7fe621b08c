/** Markers that share a seat, and the cheapest free place for each label; nothing here touches the page. */
import { textWidth } from "../../text";
import type { Point } from "./world";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Marker<T> {
  x: number;
  y: number;
  held: T[];
}

/** Places nearer than this on the screen share one marker. */
const SHARED = 20;

export function shareMarkers<T>(places: { at: Point; place: T }[], near = SHARED): Marker<T>[] {
  const markers: Marker<T>[] = [];
  for (const { at, place } of places) {
    const [x, y] = at;
    const neighbour = markers.find((marker) => Math.hypot(marker.x - x, marker.y - y) < near);
    if (neighbour) neighbour.held.push(place);
    else markers.push({ x, y, held: [place] });
  }
  return markers;
}

export interface Seat {
  x: number;
  y: number;
  anchor: "start" | "end";
  box: Box;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + 3 && a.right > b.left - 3 && a.top < b.bottom && a.bottom > b.top;
}

function holds(box: Box, [x, y]: Point): boolean {
  return x > box.left - 2 && x < box.right + 2 && y > box.top - 1 && y < box.bottom + 1;
}

/** Right of the marker, under it, left of it, over it. */
function seatsAround(marker: Box, label: string, width: number, size: number): Seat[] {
  const wide = textWidth(label, size);
  const middle = (marker.left + marker.right) / 2;
  const y = (marker.top + marker.bottom) / 2;
  const inside = (x: number) => Math.min(Math.max(x, 6), width - 6 - wide);
  const seat = (left: number, line: number, anchor: Seat["anchor"]): Seat => ({
    x: anchor === "end" ? left + wide : left,
    y: line,
    anchor,
    box: { left, top: line - 12, right: left + wide, bottom: line + 3 },
  });
  return [
    seat(marker.right + 6, y + 4, "start"),
    seat(inside(middle - wide / 2), y + 26, "start"),
    seat(marker.left - 6 - wide, y + 4, "end"),
    seat(inside(middle - wide / 2), y - 17, "start"),
    seat(inside(middle + 4), y + 26, "start"),
  ];
}

/** The cheapest seat: inside the map first, then off other marks, then off the route, then the usual side. */
export function seatLabel(marker: Box, label: string, width: number, taken: Box[], route: Point[], size = 12.5): Seat {
  const cost = (seat: Seat, order: number) => {
    const outside = seat.box.left < 4 || seat.box.right > width - 4 ? 500 : 0;
    const covered = taken.filter((box) => box !== marker && overlaps(seat.box, box)).length;
    return outside + 100 * covered + 4 * route.filter((point) => holds(seat.box, point)).length + order;
  };
  const seats = seatsAround(marker, label, width, size).map((seat, order) => ({ seat, cost: cost(seat, order) }));
  return seats.reduce((best, one) => (one.cost < best.cost ? one : best)).seat;
}
