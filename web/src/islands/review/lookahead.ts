/**
 * The questions that come next, fetched before they are needed, so that an answer is followed by a question at once
 * and a short loss of the connection is not noticed.
 *
 * The server numbers the questions of a queue (`?at=2`). Answers shift the numbers, so a question is known by its id,
 * and after the end of the queue is reached it is gone through once more for what was missed.
 */

/** A page of the queue: the question at a number, and whether others follow. */
export interface Fetched<T> {
  sheet: T | null;
  hasNext: boolean;
}

export type Fetch<T> = (at: number) => Promise<Fetched<T>>;

const DEPTH = 4;

export class Lookahead<T extends { id: string }> {
  private readonly ahead: T[] = [];
  private readonly known = new Set<string>();
  private at: number;
  private isFetching: Promise<void> | null = null;
  private foundInPass = false;
  isExhausted = false;
  isBroken = false;

  /** `first` is the question that is shown; `at` is its number. */
  constructor(
    private readonly fetchAt: Fetch<T>,
    first: T | null,
    at = 1,
  ) {
    this.at = first ? at + 1 : at;
    if (first) this.known.add(first.id);
    this.isExhausted = first === null;
  }

  /** The next question; undefined where it is not here yet, or none is left. */
  take(): T | undefined {
    const next = this.ahead.shift();
    void this.fill();
    return next;
  }

  /** A question that was moved away from or taken back comes before all others. */
  putBack(sheet: T): void {
    this.ahead.unshift(sheet);
  }

  /** Look once more from the beginning: something was added, taken back, or the connection has returned. */
  restart(): Promise<void> {
    this.isExhausted = false;
    return this.fill();
  }

  /** A question that the record has refused an answer to may be asked again. */
  forget(id: string): void {
    this.known.delete(id);
  }

  /** Fetches until enough are here or none is left; one fill at a time. */
  fill(): Promise<void> {
    this.isFetching ??= this.fetchAhead().finally(() => (this.isFetching = null));
    return this.isFetching;
  }

  private async fetchAhead(): Promise<void> {
    this.isBroken = false;
    while (this.ahead.length < DEPTH && !this.isExhausted) {
      try {
        this.meet(await this.fetchAt(this.at));
      } catch {
        this.isBroken = true;
        return;
      }
    }
  }

  private meet({ sheet, hasNext }: Fetched<T>): void {
    if (sheet && !this.known.has(sheet.id)) {
      this.known.add(sheet.id);
      this.ahead.push(sheet);
      this.foundInPass = true;
    }
    this.at += 1;
    if (hasNext) return;
    this.isExhausted = !this.foundInPass;
    this.foundInPass = false;
    this.at = 1;
  }
}
