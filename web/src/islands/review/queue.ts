/** The items on the page: one is shown, those judged go, more are fetched before the last is reached. */

const FEW = 3;

export class Queue {
  private at = 0;
  private isFetching = false;

  constructor(private readonly root: HTMLElement) {
    this.show();
  }

  private get items(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>("[data-item]")];
  }

  private get open(): HTMLElement[] {
    return this.items.filter((item) => item.dataset["answered"] === undefined);
  }

  get current(): HTMLElement | undefined {
    return this.open[this.at];
  }

  item(id: string): HTMLElement | undefined {
    return this.items.find((item) => item.dataset["item"] === id);
  }

  /** Takes an item off; the next one takes its place. */
  answer(item: HTMLElement): void {
    item.dataset["answered"] = "";
    this.at = Math.min(this.at, Math.max(0, this.open.length - 1));
    this.show();
    if (this.open.length <= FEW) void this.fetchMore();
  }

  /** Brings an item back, before all others. */
  restore(id: string): boolean {
    const item = this.item(id);
    if (!item) return false;
    delete item.dataset["answered"];
    this.at = this.open.indexOf(item);
    this.show();
    return true;
  }

  move(step: number): void {
    this.at = Math.min(Math.max(this.at + step, 0), Math.max(0, this.open.length - 1));
    this.show();
  }

  private show(): void {
    const { current } = this;
    for (const item of this.items) item.hidden = item !== current;
    this.root.querySelectorAll<HTMLElement>("[data-empty]").forEach((note) => (note.hidden = current !== undefined));
    this.root.toggleAttribute("data-done", current === undefined);
  }

  /** Items of the next page, which are not here yet, follow those here. */
  private async fetchMore(): Promise<void> {
    const link = this.root.querySelector<HTMLAnchorElement>("a[data-next]");
    const list = this.root.querySelector<HTMLElement>("[data-items]");
    if (!link || !list || this.isFetching) return;
    this.isFetching = true;
    try {
      const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
      const found = [...page.querySelectorAll<HTMLElement>("[data-item]")];
      list.append(...found.filter((item) => !this.item(item.dataset["item"] ?? "")));
      const next = page.querySelector<HTMLAnchorElement>("a[data-next]");
      if (next) link.setAttribute("href", next.getAttribute("href") ?? "");
      else link.remove();
      this.show();
    } catch {
      // without a connection the items that are here can still be judged
    } finally {
      this.isFetching = false;
    }
  }
}
