/**
 * The article reader: a fact lights its evidence, evidence lights its facts.
 *
 * By hover, by focus and by touch; a click pins, Escape frees. No JSON: the marks and the cards of the page hold all.
 */
import { onKey } from "../keys";

const HEADER = 100;

class Reader {
  private readonly facts: HTMLElement[];
  private readonly marks: HTMLElement[];
  private readonly markById: Map<string, HTMLElement>;
  private pinned: HTMLElement | null = null;

  constructor(private readonly root: HTMLElement) {
    this.facts = [...root.querySelectorAll<HTMLElement>(".fact")];
    this.marks = [...root.querySelectorAll<HTMLElement>("article mark[id]")];
    this.markById = new Map(this.marks.map((mark) => [mark.id, mark]));
  }

  bind(): void {
    this.facts.forEach((fact) => this.bindFact(fact));
    this.marks.forEach((mark) => this.bindMark(mark));
    this.cards().forEach((card) => card.querySelector(".h")?.addEventListener("click", () => this.toggle(card)));
    this.legend().forEach((box) => box.addEventListener("change", () => this.filter()));
    onKey((key) => key === "Escape" && this.free());
    this.showTarget();
    addEventListener("hashchange", () => this.showTarget());
    this.lightUnderPointer();
  }

  /** The pointer, or the focus, may have come to rest before this script was there: nothing tells of it any more. */
  private lightUnderPointer(): void {
    const fact = this.facts.find((one) => one.matches(":hover, :focus-visible"));
    if (fact) return this.lightFact(fact);
    const mark = this.marks.filter((one) => one.matches(":hover")).pop(); // the innermost one
    if (mark) this.lightMark(mark);
  }

  private bindFact(fact: HTMLElement): void {
    fact.addEventListener("pointerenter", () => this.pinned || this.lightFact(fact));
    fact.addEventListener("pointerleave", () => this.pinned || this.clear());
    fact.addEventListener("focus", () => this.pinned || this.lightFact(fact));
    fact.addEventListener("click", () => this.pin(fact));
  }

  private bindMark(mark: HTMLElement): void {
    mark.addEventListener("pointerover", (event) => {
      event.stopPropagation(); // marks nest: the innermost one speaks
      if (!this.pinned) this.lightMark(mark);
    });
    mark.addEventListener("pointerout", () => this.pinned || this.clear());
    mark.addEventListener("click", (event) => {
      event.stopPropagation();
      this.openCardOf(mark);
    });
  }

  private evidence(fact: HTMLElement): HTMLElement[] {
    return words(fact.dataset["ev"]).flatMap((id) => this.markById.get(id) ?? []);
  }

  private clear(): void {
    this.marks.forEach((mark) => mark.classList.remove("lit", "hit"));
    this.facts.forEach((fact) => fact.classList.remove("on"));
  }

  private lightFact(fact: HTMLElement): void {
    this.clear();
    fact.classList.add("on");
    const card = fact.closest<HTMLElement>("[data-enc]")?.dataset["enc"] ?? "";
    const sentences = this.marks.filter((mark) => mark.classList.contains("s"));
    for (const mark of sentences) mark.classList.toggle("lit", words(mark.dataset["enc"]).includes(card));
    this.evidence(fact).forEach((mark) => mark.classList.add("hit"));
  }

  private lightMark(mark: HTMLElement): void {
    this.clear();
    mark.classList.add("hit");
    for (const fact of this.facts) fact.classList.toggle("on", words(fact.dataset["ev"]).includes(mark.id));
  }

  private pin(fact: HTMLElement): void {
    const wasPinned = this.pinned === fact;
    this.pinned?.removeAttribute("aria-pressed");
    this.pinned = wasPinned ? null : fact;
    if (wasPinned) return this.clear();
    fact.setAttribute("aria-pressed", "true");
    this.lightFact(fact);
    this.bringIntoView(this.evidence(fact));
  }

  private free(): boolean {
    this.pinned?.removeAttribute("aria-pressed");
    this.pinned = null;
    this.clear();
    return true;
  }

  /** Scrolls where none of the evidence is in sight; on a phone the panel covers the lower part of the text. */
  private bringIntoView(marks: HTMLElement[]): void {
    const panel = this.root.querySelector(".panel")?.getBoundingClientRect();
    const floor = panel && panel.left < 40 ? panel.top : innerHeight;
    const boxes = marks.map((mark) => mark.getBoundingClientRect());
    const first = boxes[0];
    if (!first || boxes.some((box) => box.top > HEADER && box.bottom < floor)) return;
    scrollBy({ top: first.top - (HEADER + floor) / 2 });
  }

  private cards(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(".card")];
  }

  private toggle(card: HTMLElement, open = !card.hasAttribute("data-open")): void {
    for (const one of this.cards()) {
      const isOpen = one === card && open;
      one.toggleAttribute("data-open", isOpen);
      one.querySelector(".h")?.setAttribute("aria-expanded", String(isOpen));
    }
  }

  /** A name may belong to several meetings: the sentence in which it was clicked says which is meant. */
  private openCardOf(mark: HTMLElement): void {
    const own = words(mark.dataset["enc"]);
    const said = words(mark.closest<HTMLElement>("mark.s")?.dataset["enc"]);
    const both = own.filter((id) => said.includes(id));
    const ids = [both, own, said].find((found) => found.length) ?? [];
    const card = this.cards().find((one) => ids.includes(one.dataset["enc"] ?? ""));
    if (!card) return;
    this.toggle(card, true);
    this.lightMark(mark);
    card.scrollIntoView({ block: "nearest" });
  }

  private legend(): HTMLInputElement[] {
    return [...this.root.querySelectorAll<HTMLInputElement>(".legend input")];
  }

  private filter(): void {
    const off = this.legend().filter((box) => !box.checked);
    this.root.dataset["hide"] = off.map((box) => box.dataset["kind"]).join(" ");
  }

  /** A link to a card opens it; a link to a passage lights it. */
  private showTarget(): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !this.root.contains(target)) return;
    if (target.classList.contains("card")) this.toggle(target, true);
    else if (target.tagName === "MARK") {
      this.clear();
      target.classList.add("lit", "hit");
      this.bringIntoView([target]);
    }
  }
}

function words(list: string | undefined): string[] {
  return (list ?? "").split(" ").filter(Boolean);
}

export function mount(root: HTMLElement): void {
  new Reader(root).bind();
}
