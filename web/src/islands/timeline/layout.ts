/** Where things stand on the timeline; nothing here touches the page. */
import type { Language } from "../../dom";
import { textWidth } from "../../text";
import { DAY, dayOf } from "./dates";

/** One encounter as the page gives it. `lo` and `hi` are ISO days, null where the day is wholly unknown. */
export interface TimelineEvent {
  id: string;
  lo: string | null;
  hi: string | null;
  precision: "day" | "month" | "year" | "interval" | "unknown";
  label: string;
  sub: string;
  status: "held" | "planned" | "unconfirmed" | "not_held";
  href?: string;
}

/** A dated event with its first instant and the instant after its last day. */
export interface Dated extends TimelineEvent {
  from: number;
  to: number;
}

export type Span = [number, number];

/** The events that have a date, earliest first. */
export function dated(events: TimelineEvent[]): Dated[] {
  const known = events.flatMap((event) =>
    event.lo && event.hi ? [{ ...event, from: dayOf(event.lo), to: dayOf(event.hi) + DAY }] : [],
  );
  return known.sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
}

function around(events: Dated[], before: number, after: number): Span {
  const first = Math.min(...events.map((event) => event.from));
  const last = Math.max(...events.map((event) => event.to));
  return [first - before * DAY, last + after * DAY];
}

/** The whole time of the record, with a little air. */
export function wholeSpan(events: Dated[]): Span {
  const [first, last] = around(events, 0, 0);
  const air = Math.max(45 * DAY, (last - first) * 0.05);
  return [first - air, last + air];
}

/** What the lower lane shows first: the events known to the month or better. */
export function denseSpan(events: Dated[]): Span {
  const fine = events.filter((event) => event.to - event.from < 200 * DAY);
  return around(fine.length ? fine : events, 45, 45);
}

/** Events that share one label, from the left edge of the first to the right edge of the last, in pixels. */
export interface Group {
  events: Dated[];
  left: number;
  right: number;
}

const TOUCHING = 30;

/** Days that touch on the screen become one group; bars stand alone. */
export function groupTouching(events: Dated[], x: (instant: number) => number): Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const middle = (x(event.from) + x(event.to)) / 2;
    const last = groups.at(-1);
    const isDay = event.precision === "day";
    if (last && isDay && last.events.every((one) => one.precision === "day") && middle - last.right < TOUCHING) {
      last.events.push(event);
      last.right = middle;
    } else if (isDay) groups.push({ events: [event], left: middle, right: middle });
    else groups.push({ events: [event], left: x(event.from), right: x(event.to) });
  }
  return groups;
}

const NAMED = 3;

/** Two dates as one: what they share is said once, "2024. 6. 10.–12." and "10–12 Jun 2024". */
export function rangeLabel(first: string, last: string): string {
  if (first === last) return first;
  const [a, b] = [first.split(" "), last.split(" ")];
  const ahead = a.findIndex((word, i) => word !== b[i]);
  if (ahead > 0) return `${first}–${b.slice(ahead).join(" ")}`;
  let behind = 0;
  while (behind < a.length - 1 && a.at(-1 - behind) === b.at(-1 - behind)) behind++;
  return `${a.slice(0, a.length - behind).join(" ")}–${last}`;
}

/** The two lines over a group: "6. 10.–12." and "아몬, 저커버그, 재시". */
export function groupText(group: Group, lang: Language, isNarrow: boolean): { head: string; sub: string } {
  const [first, last] = [group.events[0]!, group.events.at(-1)!];
  const count = group.events.length;
  if (count === 1 || first === last) return { head: first.label, sub: first.sub };
  const head = rangeLabel(first.label, last.label);
  const how = lang === "ko" ? `${count}건` : `${count} meetings`;
  if (isNarrow || count > NAMED) return { head, sub: how };
  return { head, sub: [...new Set(group.events.map((event) => event.sub))].filter(Boolean).join(", ") || how };
}

/** A label with its seat; `row` counts upwards from the axis, null where there is no room and only the mark is drawn. */
export interface Label {
  group: Group;
  head: string;
  sub: string;
  middle: number;
  x: number;
  row: number | null;
}

const ROWS = 3;
const AIR = 14;

/** Seats the labels in three rows, lowest first, so that none covers another. */
export function seatLabels(groups: Group[], width: number, lang: Language): Label[] {
  const ends: number[] = Array.from({ length: ROWS }, () => Number.NEGATIVE_INFINITY);
  return groups.map((group) => {
    const { head, sub } = groupText(group, lang, width < 560);
    const half = (Math.max(textWidth(head), textWidth(sub)) + AIR) / 2;
    const middle = (group.left + group.right) / 2;
    const x = Math.min(Math.max(middle, half), Math.max(half, width - half));
    const free = ends.findIndex((end) => x - half >= end);
    if (free >= 0) ends[free] = x + half;
    return { group, head, sub, middle, x, row: free < 0 ? null : free };
  });
}
