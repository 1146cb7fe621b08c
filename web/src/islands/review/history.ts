import { type Language, make } from "../../dom";
import { LETTER, UNDO } from "./words";

/** The list of answers just given, the latest first, each with its own way back. */
export class History {
  constructor(
    private readonly list: HTMLElement,
    private readonly lang: Language,
    private readonly undo: (row: HTMLElement) => void,
  ) {
    list.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask(event.target as HTMLElement);
    });
    list.addEventListener("click", (event) => {
      const button = (event.target as HTMLElement).closest<HTMLElement>("[data-undo-row]");
      if (button) this.ask(button);
    });
  }

  private ask(inside: HTMLElement): void {
    const row = inside.closest("li");
    if (row) this.undo(row);
  }

  get latest(): HTMLElement | null {
    return this.list.querySelector("li");
  }

  row(key: string): HTMLElement | null {
    return this.list.querySelector(`li[data-key="${CSS.escape(key)}"]`);
  }

  add(key: string, item: string, verb: string, label: string): void {
    const button = make("button", { type: "button", class: "btnlink", "data-undo-row": "" }, UNDO[this.lang]);
    const row = make("li", { "data-key": key, "data-item-id": item }, make("kbd", {}, LETTER[verb] ?? ""));
    row.append(make("span", {}, label), button);
    this.list.prepend(row);
  }
}
