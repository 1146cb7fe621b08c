/** The reader's choice of status, mode, organisation, time and number of people. */
import { type Language, make } from "../../dom";
import { type Filter, type Mode, monthsOf, type NetworkProps, ranked, type Status } from "./selection";
import { MODE, monthLabel, nameOf, STATUS, WORDS } from "./words";

export const FIRST_CAP = 40;

/** What is shown before the reader chooses: held encounters, where there are any, and the people met most. */
export function firstFilter(facts: NetworkProps): Filter {
  const statuses = new Set(facts.encounters.map((encounter) => encounter.status));
  const first = statuses.has("held") ? new Set<Status>(["held"]) : statuses;
  return { statuses: first, mode: "", org: "", from: null, to: null, cap: FIRST_CAP };
}

function statusBoxes(facts: NetworkProps, filter: Filter, changed: () => void): HTMLElement {
  const { lang } = facts;
  const boxes = make("fieldset", {}, make("legend", { class: "sr" }, WORDS.status[lang]));
  for (const status of Object.keys(STATUS) as Status[]) {
    const n = facts.encounters.filter((encounter) => encounter.status === status).length;
    if (!n) continue;
    const box = make("input", { type: "checkbox", name: "status", value: status });
    box.checked = filter.statuses.has(status);
    box.addEventListener("change", () => {
      if (box.checked) filter.statuses.add(status);
      else filter.statuses.delete(status);
      changed();
    });
    const mark = make("span", { class: `st ${status}`, "aria-hidden": "true" });
    boxes.append(make("label", {}, box, mark, `${STATUS[status][lang]} ${n}`));
  }
  return boxes;
}

function choice(name: string, options: [string, string][], chosen: (value: string) => void): HTMLElement {
  const select = make("select", { "aria-label": name });
  for (const [value, text] of options) select.append(make("option", { value }, text));
  select.addEventListener("change", () => chosen(select.value));
  return select;
}

function modeChoice({ encounters, lang }: NetworkProps, filter: Filter, changed: () => void): HTMLElement | null {
  const modes = (Object.keys(MODE) as Mode[]).filter((mode) => encounters.some((one) => one.mode === mode));
  if (modes.length < 2) return null;
  const options = modes.map((mode): [string, string] => [mode, MODE[mode][lang]]);
  return choice(WORDS.mode[lang], [["", WORDS.allModes[lang]], ...options], (value) => {
    filter.mode = value as Filter["mode"];
    changed();
  });
}

function orgChoice({ orgs, lang }: NetworkProps, filter: Filter, changed: () => void): HTMLElement | null {
  const known = Object.entries(orgs).map(([id, org]): [string, string] => [id, org[lang] || org.ko || org.en]);
  if (known.length < 2) return null;
  known.sort(([, a], [, b]) => a.localeCompare(b, lang));
  return choice(WORDS.org[lang], [["", WORDS.allOrgs[lang]], ...known], (value) => {
    filter.org = value;
    changed();
  });
}

interface Range {
  name: string;
  class: string;
  min: number;
  max: number;
  value: number;
  say: (value: number) => string;
  moved: (value: number) => void;
}

/** A slider with its value in words beside it. */
function slider(range: Range): HTMLElement {
  const { min, max, value } = range;
  const said = make("output", {}, range.say(value));
  const input = make("input", { type: "range", min: `${min}`, max: `${max}`, value: `${value}`, class: range.class });
  input.setAttribute("aria-valuetext", range.say(value));
  input.addEventListener("input", () => {
    const now = Number(input.value);
    said.textContent = range.say(now);
    input.setAttribute("aria-valuetext", range.say(now));
    range.moved(now);
  });
  return make("label", { class: "range" }, range.name, input, said);
}

function timeSliders({ encounters, lang }: NetworkProps, filter: Filter, changed: () => void): HTMLElement[] {
  const months = monthsOf(encounters);
  if (!months || months[0] === months[1]) return [];
  const [min, max] = months;
  const say = (month: number) => monthLabel(month, lang);
  const one = (side: "from" | "to", value: number) => {
    const moved = (month: number) => {
      filter[side] = month === value ? null : month;
      changed();
    };
    return slider({ name: WORDS[side][lang], class: side, min, max, value, say, moved });
  };
  return [one("from", min), one("to", max)];
}

function capSlider(facts: NetworkProps, filter: Filter, changed: () => void): HTMLElement | null {
  const all = ranked(facts.encounters, facts.ego).length - (facts.ego ? 1 : 0);
  if (all < 4) return null;
  filter.cap = Math.min(filter.cap, all);
  const moved = (value: number) => {
    filter.cap = value;
    changed();
  };
  const say = (value: number) => `${value}/${all}`;
  return slider({ name: WORDS.cap[facts.lang], class: "cap", min: 1, max: all, value: filter.cap, say, moved });
}

/** The controls that this record calls for; each calls back after it has changed the filter. */
export function controls(facts: NetworkProps, filter: Filter, changed: () => void): HTMLElement {
  const made = [
    statusBoxes(facts, filter, changed),
    modeChoice(facts, filter, changed),
    orgChoice(facts, filter, changed),
    ...timeSliders(facts, filter, changed),
    capSlider(facts, filter, changed),
  ];
  const label = controlsLabel(facts.lang, facts.ego ? nameOf(facts, facts.ego) : "");
  const group = make("div", { class: "netctl", role: "group", "aria-label": label });
  group.append(...made.filter((one) => one !== null));
  return group;
}

function controlsLabel(lang: Language, name: string): string {
  return lang === "ko" ? `${name} 그림에 보일 것`.trim() : `What the picture ${name ? `of ${name} ` : ""}shows`;
}
