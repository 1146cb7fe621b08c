/** What stands under the picture in words: what is hidden, the ties, the encounters of one tie. */
import { make } from "../../dom";
import type { Encounter, NetworkProps, Picture, Tie } from "./selection";
import { hiddenLine, nameOf, STATUS, tiesLine, timesLine, WORDS } from "./words";

const MOST = 200;

/** The legend with what is hidden. */
export function legend(facts: NetworkProps, picture: Picture): HTMLElement {
  const line = make("p", { class: "nethelp" });
  const kinds = new Set(picture.ties.map((tie) => tie.kind));
  for (const kind of ["met", "sat", "open"] as const) {
    if (!kinds.has(kind)) continue;
    line.append(make("span", {}, make("i", { class: kind }), WORDS[kind][facts.lang]));
  }
  if (!picture.ties.length) line.append(make("span", {}, WORDS.nothing[facts.lang]));
  line.append(make("span", { class: "hiddenline", role: "status" }, hiddenLine(picture, facts.lang)));
  return line;
}

function tieName(facts: NetworkProps, tie: Tie): string {
  const [a, b] = tie.other === facts.ego ? [tie.other, tie.one] : [tie.one, tie.other];
  return `${nameOf(facts, a)} × ${nameOf(facts, b)}`;
}

/** Every tie as a button, which opens its encounters: what the edges are to a pointer. */
export function tieList(facts: NetworkProps, ties: Tie[], open: (tie: Tie) => void): HTMLElement {
  const list = make("ul");
  const strongest = [...ties].sort((a, b) => b.encounters.length - a.encounters.length);
  for (const tie of strongest.slice(0, MOST)) {
    const button = make("button", { type: "button", class: "btnlink" }, tieName(facts, tie));
    button.addEventListener("click", () => open(tie));
    list.append(
      make("li", {}, button, " ", make("span", { class: "muted" }, timesLine(tie.encounters.length, facts.lang))),
    );
  }
  if (strongest.length > MOST) list.append(make("li", { class: "muted" }, `… ${strongest.length - MOST}`));
  return make("details", { class: "ties" }, make("summary", {}, tiesLine(ties.length, facts.lang)), list);
}

function encounterLine(facts: NetworkProps, encounter: Encounter): HTMLElement {
  const line = make("li", {}, make("a", { href: encounter.href }, encounter.label));
  if (encounter.status !== "held")
    line.append(" ", make("span", { class: "muted" }, STATUS[encounter.status][facts.lang]));
  return line;
}

/** The encounters of a tie or a person, with a way to close them. */
function opened(facts: NetworkProps, heading: Node | string, encounters: Encounter[], close: () => void): HTMLElement {
  const button = make("button", { type: "button", class: "btnlink" }, WORDS.close[facts.lang]);
  button.addEventListener("click", close);
  const title = make("h3", { tabindex: "-1" }, heading, " ");
  title.append(make("span", { class: "muted" }, timesLine(encounters.length, facts.lang)));
  const lines = encounters.map((encounter) => encounterLine(facts, encounter));
  return make("section", { class: "tie" }, make("header", {}, title, button), make("ol", {}, ...lines));
}

export function openedTie(facts: NetworkProps, tie: Tie, close: () => void): HTMLElement {
  return opened(facts, tieName(facts, tie), tie.encounters, close);
}

export function openedPerson(facts: NetworkProps, id: string, picture: Picture, close: () => void): HTMLElement {
  const href = facts.people[id]?.href;
  const name = nameOf(facts, id);
  const theirs = picture.encounters.filter((one) => one.principals.includes(id) || one.present.includes(id));
  return opened(facts, href ? make("a", { href }, name) : name, theirs, close);
}
