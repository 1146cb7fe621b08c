import { axisBottom } from "d3-axis";
import type { ScaleTime } from "d3-scale";
import type { Language } from "../../dom";
import { textWidth } from "../../text";
import { dayOf, tickLabel } from "./dates";
import type { Dated, Label, Span } from "./layout";
import { type Layer, mark, words } from "./marks";

export type Axis = ScaleTime<number, number>;

/** Claimed meetings of which no date is known: `n` empty rings between two days. */
export interface Gap {
  lo: string;
  hi: string;
  n: number;
  label: string;
}

/** A bracket between two events: "4개월". */
export interface Interval {
  from: string;
  to: string;
  label: string;
}

const CROWD = 300;
const RINGS = 24;

export function axis(layer: Layer, x: Axis, y: number, isNarrow: boolean, label: (date: Date) => string): void {
  const ticks = axisBottom<Date>(x)
    .ticks(isNarrow ? 5 : 9)
    .tickSize(6)
    .tickPadding(6);
  layer
    .append("g")
    .attr("class", "axis")
    .attr("transform", `translate(0,${y})`)
    .call(ticks.tickFormat((date) => label(date as Date)));
}

/** Few events are drawn one by one; a crowd becomes a column for every six pixels, as high as it is dense. */
export function overview(layer: Layer, events: Dated[], x: Axis, top: number): void {
  if (events.length <= CROWD) {
    for (const event of events) mark(layer, event, x(event.from), x(event.to), top - 12, 4.5);
    return;
  }
  const columns = new Map<number, number>();
  for (const event of events) {
    const column = Math.round(x((event.from + event.to) / 2) / 6) * 6;
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }
  const most = Math.max(...columns.values());
  for (const [column, count] of columns) {
    const height = Math.max(2, (count / most) * 34);
    const bar = layer
      .append("rect")
      .attr("x", column - 2.5)
      .attr("width", 5);
    bar
      .attr("y", top - 3 - height)
      .attr("height", height)
      .attr("fill", "var(--ink)")
      .attr("opacity", 0.75);
  }
}

/** Years stand named over the upper lane: the lower one mostly does not reach them. */
export function yearNames(layer: Layer, events: Dated[], x: Axis, top: number, width: number): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events.filter((one) => one.precision === "year")) {
    const half = Math.max(textWidth(event.label), textWidth(event.sub)) / 2;
    const middle = Math.min(Math.max((x(event.from) + x(event.to)) / 2, half), width - half);
    if (middle - half < end) continue;
    end = middle + half + 12;
    words(layer, event.label, middle, top - 45, "var(--ink)", 650);
    words(layer, event.sub, middle, top - 28, "var(--ink-2)");
  }
}

/** Known unknowns: one dashed empty ring for each meeting that is claimed and not on record. */
export function gap(layer: Layer, { lo, hi, n, label }: Gap, x: Axis, top: number): void {
  const [left, right] = [x(dayOf(lo)), x(dayOf(hi))];
  const shown = Math.min(n, RINGS);
  for (let i = 0; i < shown; i++) {
    const ring = layer.append("circle").attr("cx", left + ((right - left) * (i + 0.5)) / shown);
    ring
      .attr("cy", top - 12)
      .attr("r", 6)
      .attr("fill", "none")
      .attr("stroke", "var(--time)");
    ring.attr("stroke-width", 1.5).attr("stroke-dasharray", "2.5 2.5");
  }
  words(layer, label, (left + right) / 2, top - 29, "var(--time)", 600);
}

/** The lens: which part of the upper lane the lower one shows. */
export function lens(layer: Layer, seen: Span, x: Axis, top: number, low: number, width: number): void {
  const left = Math.min(Math.max(0, x(seen[0])), width);
  const right = Math.max(Math.min(width, x(seen[1])), left + 2);
  const [foot, roof] = [top + 26, top + 50];
  const ground = layer.append("path").attr("fill", "var(--sunken)").attr("opacity", 0.8);
  ground.attr("d", `M${left},${foot}H${right}L${width},${roof}V${low}H0V${roof}Z`);
  const edges = layer.append("path").attr("fill", "none").attr("stroke", "var(--line-2)");
  edges.attr("d", `M${left},${top - 23}V${foot}L0,${roof}M${right},${top - 23}V${foot}L${width},${roof}`);
  const frame = layer
    .append("rect")
    .attr("x", left)
    .attr("y", top - 23)
    .attr("width", right - left);
  frame.attr("height", 23).attr("fill", "none").attr("stroke", "var(--ink-3)");
}

export const ROW = 37;

function follow(event: Dated): void {
  location.assign(event.href ?? `#${event.id}`);
}

/** One group of the lower lane with its label: a link to its first encounter. */
export function entry(layer: Layer, label: Label, x: Axis, low: number): void {
  const { group, row } = label;
  const first = group.events[0]!;
  const link = layer.append("g").attr("class", "ev").attr("tabindex", 0).attr("role", "link");
  link.on("click", () => follow(first));
  link.on("keydown", (event: KeyboardEvent) => event.key === "Enter" && follow(first));
  const y = low - 46 - (row ?? 0) * ROW;
  if (row) {
    const stem = link.append("line").attr("x1", label.middle).attr("x2", label.middle).attr("stroke", "var(--line-2)");
    stem.attr("y1", y + 21).attr("y2", low - 22);
  }
  for (const event of group.events) mark(link, event, x(event.from), x(event.to), low - 14);
  if (row === null) link.append("title").text(`${label.head} ${label.sub}`);
  else {
    words(link, label.head, label.x, y, "var(--ink)", 650);
    words(link, label.sub, label.x, y + 16, "var(--ink-2)");
  }
}

/** The time between two meetings that a claim speaks of. */
export function interval(layer: Layer, events: Dated[], wanted: Interval, x: Axis, low: number, width: number): void {
  const from = events.find((event) => event.id === wanted.from);
  const to = events.find((event) => event.id === wanted.to);
  if (!from || !to) return;
  const left = Math.max(0, Math.min(width, x(from.to)) + 8);
  const right = Math.min(width, (x(to.from) + x(to.to)) / 2 - 14);
  if (right - left < 40) return;
  const y = low - 14;
  const bracket = layer.append("path").attr("stroke", "var(--time)").attr("stroke-width", 1.5).attr("fill", "none");
  bracket.attr("d", `M${left},${y - 5}v10M${left},${y}H${right}M${right},${y - 5}v10`);
  words(layer, wanted.label, (left + right) / 2, y - 9, "var(--time)", 600);
}

/** Encounters of which no date is known at all: open marks at the right end, counted. */
export function undated(layer: Layer, n: number, top: number, width: number, lang: Language): void {
  if (!n) return;
  const text = lang === "ko" ? `때를 모름 ${n}` : `${n} undated`;
  const middle = width - textWidth(text) / 2 - 4;
  words(layer, text, middle, top - 45, "var(--time)", 600);
  const ring = layer
    .append("circle")
    .attr("cx", middle - textWidth(text) / 2 - 12)
    .attr("cy", top - 49)
    .attr("r", 5);
  ring.attr("fill", "none").attr("stroke", "var(--time)").attr("stroke-width", 1.5).attr("stroke-dasharray", "2.5 2.5");
}

export const yearTick = (date: Date): string => String(date.getUTCFullYear());
export const fineTick =
  (lang: Language) =>
  (date: Date): string =>
    tickLabel(date, lang);
