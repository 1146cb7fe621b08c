import { expect, test } from "vitest";
import { DAY, dayOf, tickLabel } from "../src/islands/timeline/dates";
import {
  dated,
  denseSpan,
  groupText,
  groupTouching,
  rangeLabel,
  seatLabels,
  wholeSpan,
} from "../src/islands/timeline/layout";
import type { TimelineEvent } from "../src/islands/timeline/layout";
import { textWidth } from "../src/text";

const event = (id: string, lo: string | null, hi = lo, precision: TimelineEvent["precision"] = "day") =>
  ({ id, lo, hi, precision, label: `${lo}`, sub: "벤 카터", status: "held" }) satisfies TimelineEvent;

const year = event("a", "2011-01-01", "2011-12-31", "year");
const month = event("b", "2024-02-01", "2024-02-29", "month");
const days = ["2024-06-10", "2024-06-11", "2024-06-12"].map((day, i) => event(`d${i}`, day));
const all = [...days, event("u", null), month, year];

test("events stand in order of their first day; those without a date are left out", () => {
  expect(dated(all).map((one) => one.id)).toEqual(["a", "b", "d0", "d1", "d2"]);
});

test("a day lasts until the next midnight", () => {
  expect(dated([days[0]!])[0]).toMatchObject({ from: dayOf("2024-06-10"), to: dayOf("2024-06-11") });
});

test("the whole span holds every event with air on both sides", () => {
  const [start, end] = wholeSpan(dated(all));
  expect(start).toBeLessThan(dayOf("2011-01-01"));
  expect(end).toBeGreaterThan(dayOf("2024-06-13"));
});

test("the dense part leaves out what is known to the year only", () => {
  expect(denseSpan(dated(all))[0]).toBe(dayOf("2024-02-01") - 45 * DAY);
});

test("with nothing but years the dense part is the whole", () => {
  expect(denseSpan(dated([year]))[0]).toBe(dayOf("2011-01-01") - 45 * DAY);
});

test("days that touch share a group and bars stand alone", () => {
  const groups = groupTouching(dated(all), (instant) => (instant - dayOf("2011-01-01")) / DAY);
  expect(groups.map((group) => group.events.map((one) => one.id))).toEqual([["a"], ["b"], ["d0", "d1", "d2"]]);
});

test("a group is named from its first to its last day, and lists three people at most", () => {
  const [group] = groupTouching(dated(days), () => 0);
  expect(groupText(group!, "ko", false)).toEqual({ head: "2024-06-10–2024-06-12", sub: "벤 카터" });
  expect(groupText(group!, "en", true).sub).toBe("3 meetings");
});

test("what two dates share is said once, in either language", () => {
  expect(rangeLabel("2024. 6. 10.", "2024. 6. 12.")).toBe("2024. 6. 10.–12.");
  expect(rangeLabel("2024. 6. 30.", "2024. 7. 2.")).toBe("2024. 6. 30.–7. 2.");
  expect(rangeLabel("10 Jun 2024", "12 Jun 2024")).toBe("10–12 Jun 2024");
  expect(rangeLabel("6. 10.", "6. 10.")).toBe("6. 10.");
});

test("no label covers another one of its row, and those without room have no row", () => {
  const many = Array.from({ length: 60 }, (_, i) => event(`m${i}`, "2024-01-01", "2024-01-31", "month"));
  const groups = dated(many).map((one, i) => ({ events: [one], left: i * 20, right: i * 20 + 10 }));
  const labels = seatLabels(groups, 1200, "ko");
  for (const row of [0, 1, 2]) {
    const seats = labels.filter((label) => label.row === row);
    for (let i = 1; i < seats.length; i++)
      expect(seats[i]!.x - seats[i - 1]!.x).toBeGreaterThanOrEqual(textWidth("2024-01-01") + 13);
  }
  expect(labels.some((label) => label.row === null)).toBe(true);
});

test("labels stay inside the picture", () => {
  const [label] = seatLabels([{ events: [dated(days)[0]!], left: 2, right: 2 }], 400, "ko");
  expect(label!.x).toBeGreaterThanOrEqual(textWidth("2024-06-10") / 2);
});

test("a tick says a year, a month or a day, never more than it is", () => {
  const tick = (iso: string, lang: "ko" | "en") => tickLabel(new Date(dayOf(iso)), lang);
  expect([tick("2024-01-01", "ko"), tick("2024-06-01", "ko"), tick("2024-06-11", "ko")]).toEqual([
    "2024",
    "6월",
    "6. 11.",
  ]);
  expect(tick("2024-06-11", "en")).toBe("11 Jun");
});
