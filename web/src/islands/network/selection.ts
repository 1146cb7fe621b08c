/** What of the record the network shows; nothing here touches the page. */
import type { Language } from "../../dom";

export type Status = "held" | "planned" | "unconfirmed" | "not_held";
export type Mode = "in_person" | "remote" | "co_attendance";

/** A person in both scripts; `org` is an id of `orgs` or null, `href` the person's page. */
export interface Person {
  ko: string;
  latin: string;
  org: string | null;
  href?: string;
}

/** One encounter: who met (`principals`), who sat in (`present`); `lo` and `hi` are ISO days or null. */
export interface Encounter {
  id: string;
  status: Status;
  mode: Mode;
  lo: string | null;
  hi: string | null;
  principals: string[];
  present: string[];
  label: string;
  href: string;
}

/** `ego` is the person in the middle, null where nobody is; `hidden` counts people whom the server left out. */
export interface NetworkProps {
  lang: Language;
  ego: string | null;
  people: Record<string, Person>;
  orgs: Record<string, { ko: string; en: string }>;
  encounters: Encounter[];
  hidden: number;
}

/** What the reader has chosen; null and the empty string mean "all". `from` and `to` are months counted from year 0. */
export interface Filter {
  statuses: Set<Status>;
  mode: Mode | "";
  org: string;
  from: number | null;
  to: number | null;
  cap: number;
}

/** Two people who met (`met`), of whom one sat in (`sat`), or who may have met or will (`open`). */
export interface Tie {
  one: string;
  other: string;
  kind: "met" | "sat" | "open";
  encounters: Encounter[];
}

/** What is drawn, and how many people are not: for the filters, for the cap, by the server. */
export interface Picture {
  people: string[];
  ties: Tie[];
  encounters: Encounter[];
  hidden: { filtered: number; capped: number; server: number };
}

export function monthOf(isoDay: string): number {
  return Number(isoDay.slice(0, 4)) * 12 + Number(isoDay.slice(5, 7)) - 1;
}

/** The first and the last month of which the record knows something; null where nothing is dated. */
export function monthsOf(encounters: Encounter[]): [number, number] | null {
  const known = encounters.filter((one) => one.lo && one.hi);
  if (!known.length) return null;
  return [Math.min(...known.map((one) => monthOf(one.lo!))), Math.max(...known.map((one) => monthOf(one.hi!)))];
}

function isInTime({ lo, hi }: Encounter, { from, to }: Filter): boolean {
  if (from === null && to === null) return true;
  if (!lo || !hi) return false; // where time is chosen, what has no date is left out
  return (to === null || monthOf(lo) <= to) && (from === null || monthOf(hi) >= from);
}

const everyone = (encounter: Encounter) => [...encounter.principals, ...encounter.present];

function isWanted(encounter: Encounter, filter: Filter, facts: NetworkProps): boolean {
  if (!filter.statuses.has(encounter.status)) return false;
  if (filter.mode && encounter.mode !== filter.mode) return false;
  const isOfOrg = (id: string) => id !== facts.ego && facts.people[id]?.org === filter.org;
  return isInTime(encounter, filter) && (!filter.org || everyone(encounter).some(isOfOrg));
}

/** People by the number of encounters, most first; the one in the middle leads. */
export function ranked(encounters: Encounter[], ego: string | null): string[] {
  const counts = new Map<string, number>();
  for (const one of encounters)
    for (const id of new Set(everyone(one)))
      counts.set(id, (counts.get(id) ?? 0) + (one.principals.includes(id) ? 1 : 0.5));
  if (ego) counts.set(ego, Number.POSITIVE_INFINITY);
  return [...counts].sort(([a, n], [b, m]) => (n === m ? (a < b ? -1 : 1) : m - n)).map(([id]) => id);
}

/** Those with whom a person sat in: the side that the one in the middle met, else all who met. */
function hosts(encounter: Encounter, ego: string | null): string[] {
  const others = encounter.principals.filter((id) => id !== ego);
  return others.length ? others : encounter.principals;
}

function pairsOf(encounter: Encounter, ego: string | null): [string, string, "met" | "sat"][] {
  const { principals, present } = encounter;
  const met = principals.flatMap((a, i) =>
    principals.slice(i + 1).map((b) => [a, b, "met"] as [string, string, "met"]),
  );
  const sat = present.flatMap((a) => hosts(encounter, ego).map((b) => [a, b, "sat"] as [string, string, "sat"]));
  return [...met, ...sat];
}

/** The ties among these people, each with its encounters; a meeting outweighs sitting in, a held one an open one. */
export function tiesOf(encounters: Encounter[], people: Set<string>, ego: string | null): Tie[] {
  const ties = new Map<string, Tie>();
  for (const encounter of encounters) {
    for (const [a, b, how] of pairsOf(encounter, ego)) {
      if (a === b || !people.has(a) || !people.has(b)) continue;
      const [one, other] = a < b ? [a, b] : [b, a];
      const key = `${one} ${other}`;
      const kind = how === "sat" ? "sat" : encounter.status === "held" ? "met" : "open";
      const tie = ties.get(key) ?? { one, other, kind, encounters: [] };
      if (kind === "met" || (kind === "open" && tie.kind === "sat")) tie.kind = kind;
      if (!tie.encounters.includes(encounter)) tie.encounters.push(encounter);
      ties.set(key, tie);
    }
  }
  return [...ties.values()].sort((a, b) => (a.one + a.other < b.one + b.other ? -1 : 1));
}

/** The part of the record that the filter leaves, and what it hides. */
export function pictureOf(facts: NetworkProps, filter: Filter): Picture {
  const wanted = facts.encounters.filter((encounter) => isWanted(encounter, filter, facts));
  const found = ranked(wanted, facts.ego);
  const people = found.slice(0, filter.cap + (facts.ego ? 1 : 0));
  const shown = new Set(people);
  const encounters = wanted.filter((encounter) => everyone(encounter).some((id) => shown.has(id) && id !== facts.ego));
  const all = ranked(facts.encounters, facts.ego).length;
  return {
    people,
    ties: tiesOf(wanted, shown, facts.ego),
    encounters,
    hidden: { filtered: all - found.length, capped: found.length - people.length, server: facts.hidden },
  };
}
