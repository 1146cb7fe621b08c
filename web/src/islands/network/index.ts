/**
 * The network: whom a person met and who sat in, with filters, a time slider and a cap that says what it hides.
 *
 * Every tie opens its encounters, by a click on the line or from the list of ties. A table of the page that is marked
 * `data-network-rows` follows the choice. Where the browser has no WebGL the lists and the table stay.
 */
import { make, onTheme, props } from "../../dom";
import { controls, firstFilter } from "./controls";
import { Drawing } from "./drawing";
import { legend, openedPerson, openedTie, tieList } from "./lists";
import { type Filter, type NetworkProps, type Picture, pictureOf, type Tie } from "./selection";
import { WORDS } from "./words";

export type { NetworkProps } from "./selection";

class Network {
  private readonly filter: Filter;
  private readonly below = make("div", { class: "netlists" });
  private readonly detail = make("div", { "aria-live": "polite" });
  private readonly drawing: Drawing | null;
  private picture: Picture;

  constructor(
    private readonly facts: NetworkProps,
    private readonly box: HTMLElement,
  ) {
    this.filter = firstFilter(facts);
    const choice = controls(facts, this.filter, () => this.show());
    this.picture = pictureOf(facts, this.filter);
    box.before(choice);
    box.after(this.detail, this.below);
    this.drawing = this.draw();
    this.show();
    onTheme(() => this.drawing?.paint());
  }

  private draw(): Drawing | null {
    const pressed = { tie: (tie: Tie) => this.openTie(tie), person: (id: string) => this.openPerson(id) };
    try {
      return new Drawing(this.box.querySelector<HTMLElement>(".cv") ?? this.box, this.facts, pressed);
    } catch {
      this.box.hidden = true;
      this.box.before(make("p", { class: "note nopicture" }, WORDS.noPicture[this.facts.lang]));
      return null;
    }
  }

  private show(): void {
    this.picture = pictureOf(this.facts, this.filter);
    this.drawing?.show(this.picture);
    this.box.dataset["people"] = String(this.picture.people.length);
    this.box.dataset["ties"] = String(this.picture.ties.length);
    const ties = tieList(this.facts, this.picture.ties, (tie) => this.openTie(tie));
    ties.toggleAttribute("open", this.below.querySelector("details")?.open ?? false);
    this.below.replaceChildren(legend(this.facts, this.picture), ties);
    this.detail.replaceChildren();
    filterRows(this.picture);
  }

  private open(section: HTMLElement): void {
    this.detail.replaceChildren(section);
    section.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
    section.scrollIntoView({ block: "nearest" });
  }

  private openTie(tie: Tie): void {
    this.open(openedTie(this.facts, tie, () => this.detail.replaceChildren()));
  }

  private openPerson(id: string): void {
    this.open(openedPerson(this.facts, id, this.picture, () => this.detail.replaceChildren()));
  }
}

/** Rows of people, pairs and encounters beside the picture follow the same choice. */
function filterRows({ people, encounters }: Picture): void {
  const shown = new Set(people);
  const seen = new Set(encounters.map((encounter) => encounter.id));
  document.querySelectorAll<HTMLElement>("[data-network-rows] [data-person]").forEach((row) => {
    row.hidden = !shown.has(row.dataset["person"] ?? "");
  });
  document.querySelectorAll<HTMLElement>("[data-network-rows] [data-people]").forEach((row) => {
    row.hidden = !(row.dataset["people"] ?? "").split(" ").every((id) => shown.has(id));
  });
  document.querySelectorAll<HTMLElement>("[data-network-rows] [data-encounter]").forEach((row) => {
    row.hidden = !seen.has(row.dataset["encounter"] ?? "");
  });
}

export function mount(root: HTMLElement): void {
  const facts = props<NetworkProps>(root);
  const box = root.matches(".net") ? root : root.querySelector<HTMLElement>(".net");
  if (box && facts.encounters.length) new Network(facts, box);
  else root.hidden = true;
}
