import { describe, expect, test } from "vitest";
import { firstFilter } from "../src/islands/network/controls";
import { seatsOf } from "../src/islands/network/seats";
import { type Encounter, type NetworkProps, pictureOf, tiesOf } from "../src/islands/network/selection";
import { hiddenLine, monthLabel } from "../src/islands/network/words";

const encounter = (id: string, principals: string[], more: Partial<Encounter> = {}): Encounter => ({
  ...{ id, principals, present: [], status: "held", mode: "in_person", lo: "2024-06-11", hi: "2024-06-11" },
  ...{ label: id, href: `/encounter/${id}` },
  ...more,
});

const IDS = ["han", "carter", "mun", "oh", "lim"];
const facts: NetworkProps = {
  lang: "ko",
  ego: "han",
  people: Object.fromEntries(IDS.map((id) => [id, { ko: id, latin: id, org: id === "carter" ? "nova" : null }])),
  orgs: { nova: { ko: "노바", en: "Nova" } },
  encounters: [
    encounter("e1", ["han", "carter"], { present: ["mun"] }),
    encounter("e2", ["han", "carter"], { lo: "2011-01-01", hi: "2011-12-31" }),
    encounter("e3", ["han", "oh"], { mode: "remote", lo: null, hi: null }),
    encounter("e4", ["han", "lim"], { status: "unconfirmed" }),
  ],
  hidden: 2,
};
const filter = (more = {}) => ({ ...firstFilter(facts), ...more });
const people = (more = {}) => [...pictureOf(facts, filter(more)).people].sort();

describe("what is shown", () => {
  test("held encounters come first, and those hidden are counted by their reasons", () => {
    const picture = pictureOf(facts, filter());
    expect(picture.people).toEqual(["han", "carter", "oh", "mun"]);
    expect(picture.hidden).toEqual({ filtered: 1, capped: 0, server: 2 });
    expect(hiddenLine(picture, "ko")).toBe("감춤: 고르지 않은 1명, 여기 싣지 않은 2명");
  });

  test("the cap keeps those met most, and never hides the one in the middle", () => {
    const picture = pictureOf(facts, filter({ cap: 1 }));
    expect(picture.people).toEqual(["han", "carter"]);
    expect(picture.hidden.capped).toBe(2);
  });

  test("the time slider keeps what may have been in its months, and leaves out what has no date", () => {
    expect(people({ from: 2011 * 12 + 5, to: 2011 * 12 + 5 })).toEqual(["carter", "han"]);
    expect(people({ from: 2024 * 12 })).toEqual(["carter", "han", "mun"]);
  });

  test("a mode and an organisation narrow the picture", () => {
    expect(people({ mode: "remote" })).toEqual(["han", "oh"]);
    expect(people({ org: "nova" })).toEqual(["carter", "han", "mun"]);
  });

  test("a tie holds every encounter of the two, whatever their order in the article", () => {
    const shown = new Set(["han", "carter"]);
    const ties = tiesOf([encounter("x", ["carter", "han"]), encounter("y", ["han", "carter"])], shown, null);
    expect(ties.map((tie) => [tie.kind, tie.encounters.map((one) => one.id)])).toEqual([["met", ["x", "y"]]]);
  });

  test("who sat in is tied to the side that the one in the middle met", () => {
    const sat = pictureOf(facts, filter()).ties.filter((tie) => tie.kind === "sat");
    expect(sat.map((tie) => [tie.one, tie.other])).toEqual([["carter", "mun"]]);
  });
});

describe("seats", () => {
  const picture = pictureOf(facts, filter());
  const seats = seatsOf(picture.people, picture.ties, "han");

  test("the one in the middle is in the middle, who was met on the first ring, who sat in on the second", () => {
    expect(seats.get("han")).toEqual({ x: 0, y: 0, ring: 0 });
    expect(["carter", "oh", "mun"].map((id) => seats.get(id)?.ring)).toEqual([1, 1, 2]);
  });

  test("no order of people or ties changes a seat", () => {
    const turned = seatsOf([...picture.people].reverse(), [...picture.ties].reverse(), "han");
    expect([...turned].sort()).toEqual([...seats].sort());
  });

  test("no two people sit on one another, also in a crowd", () => {
    const crowd = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const ties = crowd.map((id) => ({
      one: "han",
      other: id,
      kind: "met" as const,
      encounters: [encounter(id, ["han", id])],
    }));
    const places = [...seatsOf(["han", ...crowd], ties, "han").values()];
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(0.1);
  });

  test("those whom no tie reaches have a seat too, and without an ego the busiest is in the middle", () => {
    const alone = seatsOf([...picture.people, "lim"], picture.ties, null);
    expect(alone.size).toBe(5);
    expect([...alone].filter(([, seat]) => seat.ring === 0)).toHaveLength(1);
  });
});

test("a month is said in the language of the page", () => {
  expect([monthLabel(2024 * 12 + 5, "ko"), monthLabel(2024 * 12 + 5, "en")]).toEqual(["2024. 6.", "Jun 2024"]);
});
