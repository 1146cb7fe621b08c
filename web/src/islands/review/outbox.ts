/**
 * Answers on their way to the record. Each is kept in the browser until the record has said that it has it, so a lost
 * connection or a closed window loses nothing that was judged.
 */

/** One form to post; `fields` are those of the form without its csrf token, which is of the day. */
export interface Letter {
  key: string;
  url: string;
  fields: [string, string][];
}

/** What the record answers: the id of the judgement, how many items are left, a word on a conflict. */
export interface Answer {
  judgement: string | null;
  left: number | null;
  note?: string;
}

export type Outcome = { kind: "saved"; answer: Answer } | { kind: "refused"; detail: string } | { kind: "unsent" };

/** Sends one letter; "unsent" where it may be tried again. */
export type Send = (letter: Letter) => Promise<Outcome>;

export interface Listener {
  saved: (letter: Letter, answer: Answer) => void;
  refused: (letter: Letter, detail: string) => void;
  changed: (waiting: number, isOffline: boolean) => void;
}

type Box = Pick<Storage, "getItem" | "setItem">;

const NAME = "hoedong.outbox";
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

export class Outbox {
  private letters: Letter[];
  private sending: string | null = null;
  private wait = FIRST_WAIT;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOffline = false;

  constructor(
    private readonly box: Box,
    private readonly send: Send,
    private readonly listener: Listener,
  ) {
    this.letters = JSON.parse(box.getItem(NAME) ?? "[]") as Letter[];
  }

  get waiting(): number {
    return this.letters.length;
  }

  add(letter: Letter): void {
    this.letters.push(letter);
    this.keep();
    void this.flush();
  }

  /** Takes back a letter that has not been sent; false where it is on its way or has arrived. */
  take(key: string): boolean {
    if (this.sending === key || !this.letters.some((letter) => letter.key === key)) return false;
    this.letters = this.letters.filter((letter) => letter.key !== key);
    this.keep();
    return true;
  }

  /** Sends what waits, in order; after a failure again and again, ever more slowly. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending !== null) return;
    for (let letter = this.letters[0]; letter; letter = this.letters[0]) {
      this.sending = letter.key;
      const outcome = await this.send(letter);
      this.sending = null;
      if (outcome.kind === "unsent") return this.later();
      this.settle(letter, outcome);
    }
  }

  private settle(letter: Letter, outcome: Exclude<Outcome, { kind: "unsent" }>): void {
    this.letters = this.letters.filter((one) => one.key !== letter.key);
    this.isOffline = false;
    this.wait = FIRST_WAIT;
    this.keep();
    if (outcome.kind === "saved") this.listener.saved(letter, outcome.answer);
    else this.listener.refused(letter, outcome.detail);
  }

  private later(): void {
    this.isOffline = true;
    this.listener.changed(this.waiting, true);
    this.timer = setTimeout(() => void this.flush(), this.wait);
    this.wait = Math.min(2 * this.wait, LONGEST_WAIT);
  }

  private keep(): void {
    this.box.setItem(NAME, JSON.stringify(this.letters));
    this.listener.changed(this.waiting, this.isOffline);
  }
}
