import type { Language } from "../../dom";
import { Lookahead } from "./lookahead";
import { blankSheet, type Sheet, sheetOf, showSheet } from "./sheet";
import { ALL_DONE, FETCHING, NO_CONNECTION } from "./words";

/** How long to wait before asking for the next question again, in milliseconds. */
const RETRY = 2000;

/** The question at a number of this page's queue. */
async function fetchAt(at: number): Promise<{ sheet: Sheet | null; hasNext: boolean }> {
  const address = new URL(location.href);
  address.searchParams.set("at", String(at));
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { sheet: sheetOf(page), hasNext: page.querySelector("[data-next]") !== null };
}

/** Which question is shown: those answered go, those moved over wait, those taken back return. */
export class Queue {
  private readonly behind: Sheet[] = [];
  private readonly answered = new Map<string, Sheet>();
  private readonly ahead: Lookahead<Sheet>;
  private shown: Sheet | null;

  constructor(
    private readonly root: HTMLElement,
    private readonly lang: Language,
  ) {
    this.shown = sheetOf(root);
    const at = Number(new URL(location.href).searchParams.get("at") ?? 1);
    this.ahead = new Lookahead(fetchAt, this.shown, at);
    void this.ahead.fill();
  }

  /** The question that is asked, null where none is. */
  get current(): Sheet | null {
    return this.shown;
  }

  /** Takes the question off, and asks the next. */
  answer(): void {
    if (!this.shown) return;
    this.answered.set(this.shown.id, this.shown);
    this.shown = null;
    void this.advance();
  }

  /** Moves on without an answer. */
  next(): void {
    const sheet = this.ahead.take();
    if (!sheet) return;
    if (this.shown) this.behind.push(this.shown);
    this.show(sheet);
  }

  previous(): void {
    const sheet = this.behind.pop();
    if (sheet) this.bring(sheet);
  }

  /** Asks an answered question again; the one that is shown waits. */
  restore(id: string): void {
    const sheet = this.answered.get(id);
    if (!sheet) return;
    this.answered.delete(id);
    this.bring(sheet);
  }

  /** What was decided before, and is taken back now, is in the queue again. */
  async refresh(): Promise<void> {
    await this.ahead.restart();
    if (!this.shown) await this.advance();
  }

  private bring(sheet: Sheet): void {
    if (this.shown) this.ahead.putBack(this.shown);
    this.show(sheet);
  }

  private show(sheet: Sheet): void {
    this.shown = sheet;
    showSheet(this.root, sheet);
  }

  private async advance(): Promise<void> {
    let sheet = this.ahead.take();
    if (!sheet) {
      this.say(FETCHING[this.lang]);
      await this.ahead.fill();
      sheet = this.shown ? undefined : (this.ahead.take() ?? this.behind.shift());
    }
    if (this.shown) return;
    if (sheet) this.show(sheet);
    else if (this.ahead.isBroken) this.tryAgain();
    else this.say(ALL_DONE[this.lang]);
  }

  private tryAgain(): void {
    this.say(NO_CONNECTION[this.lang]);
    setTimeout(() => void this.refresh(), RETRY);
  }

  private say(line: string): void {
    showSheet(this.root, blankSheet(line));
  }
}
