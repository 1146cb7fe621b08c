/**
 * The review: one key judges, saves and moves on.
 *
 * The item disappears at once; its form is posted behind, and again until the record has it (`outbox.ts`). What the
 * record refuses comes back with the reason. Without this script the same forms post themselves.
 */
import { type Language, props } from "../../dom";
import { onKey } from "../../keys";
import { History } from "./history";
import { type Act, actOf } from "./keymap";
import { type Answer, type Letter, Outbox } from "./outbox";
import { fieldsOf, sender } from "./posting";
import { Queue } from "./queue";
import { ALL_DONE, refusedLine, savedLine } from "./words";

/** `csrf`: the token of this page. `undo`: where an undo is posted, for answers given on this page. */
export interface ReviewProps {
  lang: Language;
  csrf: string;
  undo?: string;
}

class Review {
  private readonly queue: Queue;
  private readonly history: History;
  private readonly outbox: Outbox;
  private readonly judgements = new Map<string, string>();
  private readonly unwanted = new Set<string>();

  constructor(
    private readonly root: HTMLElement,
    private readonly facts: ReviewProps,
  ) {
    this.queue = new Queue(root);
    const list = root.querySelector<HTMLElement>("[data-hist]") ?? document.createElement("ol");
    this.history = new History(list, facts.lang, (row) => this.undo(row));
    this.outbox = new Outbox(localStorage, sender(facts.csrf), {
      saved: (letter, answer) => this.saved(letter, answer),
      refused: (letter, detail) => this.refused(letter, detail),
      changed: (waiting, isOffline) => this.say(savedLine(waiting, isOffline, facts.lang)),
    });
  }

  bind(): void {
    this.root.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.matches("[data-judge]")) return;
      event.preventDefault();
      this.judge(form, event.submitter);
    });
    this.root.querySelector("[data-undo-last]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.undo(this.history.latest);
    });
    onKey((key, event) => this.press(key, event));
    addEventListener("online", () => void this.outbox.flush());
    if (this.outbox.waiting) void this.outbox.flush();
  }

  private press(key: string, event: KeyboardEvent): boolean {
    const isOnControl =
      event.target instanceof HTMLElement && event.target.closest("a, button, summary, dialog") !== null;
    if (isOnControl && (key === "Enter" || key === " ")) return false; // the control with the focus owns these
    const act = actOf(key);
    if (act) this.act(act);
    return act !== null;
  }

  private act(act: Act): void {
    if (act.do === "answer") this.pressAnswer(act.verbs);
    else if (act.do === "pick") this.find<HTMLElement>(`[data-pick="${act.n}"]`)?.click();
    else if (act.do === "undo") this.undo(this.history.latest);
    else if (act.do === "next") this.queue.move(1);
    else if (act.do === "previous") this.queue.move(-1);
    else if (act.do === "edit") this.edit();
    else if (act.do === "source") this.find<HTMLElement>("[data-source]")?.click();
    else if (act.do === "score") this.toggle("[data-score]");
    else if (act.do === "script") this.root.toggleAttribute("data-latin");
    else this.help();
  }

  private find<E extends Element>(selector: string): E | null {
    return this.queue.current?.querySelector<E>(selector) ?? null;
  }

  private pressAnswer(verbs: string[]): void {
    const button = this.find<HTMLButtonElement>(verbs.map((verb) => `[data-judge] [data-act="${verb}"]`).join(","));
    if (button?.form) this.judge(button.form, button);
  }

  private toggle(selector: string): void {
    const element = this.find<HTMLElement>(selector);
    if (element) element.hidden = !element.hidden;
  }

  private edit(): void {
    const edit = this.find<HTMLElement>("[data-edit]");
    if (edit instanceof HTMLDetailsElement) {
      edit.open = true;
      edit.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
    } else edit?.click();
  }

  private help(): void {
    const dialog = this.root.querySelector<HTMLDialogElement>("dialog[data-keys]");
    if (dialog?.open) dialog.close();
    else dialog?.showModal();
  }

  private judge(form: HTMLFormElement, button: HTMLElement | null): void {
    const item = form.closest<HTMLElement>("[data-item]");
    if (!item) return;
    const id = item.dataset["item"] ?? "";
    const verb = button?.dataset["act"] ?? "";
    const key = `${id} ${Date.now().toString(36)}`;
    const fields = fieldsOf(form, button);
    this.history.add(key, id, verb, item.dataset["label"] ?? item.querySelector("h1, h2")?.textContent ?? "");
    this.queue.answer(item);
    this.count(-1);
    if (!this.queue.current) this.say(ALL_DONE[this.facts.lang]);
    this.outbox.add({ key, url: form.action, fields });
  }

  /** Takes back an answer: one not sent is dropped, one on its way is undone as soon as its id is known. */
  private undo(row: HTMLElement | null): void {
    if (!row) return;
    const key = row.dataset["key"];
    if (key === undefined) this.undoEarlier(row);
    else if (!this.outbox.take(key)) this.undoSent(key);
    const isHere = this.queue.restore(row.dataset["itemId"] ?? "");
    row.remove();
    this.count(1);
    if (!isHere && !this.outbox.waiting) location.reload();
  }

  private undoSent(key: string): void {
    const judgement = this.judgements.get(key);
    if (judgement) this.postUndo(judgement);
    else this.unwanted.add(key);
  }

  private undoEarlier(row: HTMLElement): void {
    const form = row.querySelector<HTMLFormElement>("[data-undo]");
    const judgement = row.dataset["judgement"];
    if (form) this.outbox.add({ key: `undo ${judgement}`, url: form.action, fields: fieldsOf(form, null) });
    else if (judgement) this.postUndo(judgement);
  }

  private postUndo(judgement: string): void {
    const url = this.facts.undo ?? this.root.querySelector<HTMLFormElement>("[data-undo]")?.action;
    if (url) this.outbox.add({ key: `undo ${judgement}`, url, fields: [["judgement", judgement]] });
  }

  private saved(letter: Letter, answer: Answer): void {
    if (answer.judgement) this.judgements.set(letter.key, answer.judgement);
    if (this.unwanted.delete(letter.key) && answer.judgement) this.postUndo(answer.judgement);
    const row = this.history.row(letter.key);
    if (row) row.dataset["saved"] = "";
    if (answer.left !== null) this.setLeft(Math.max(0, answer.left - this.outbox.waiting));
    if (answer.note) this.say(answer.note);
    else if (!this.queue.current) this.say(ALL_DONE[this.facts.lang]);
  }

  private refused(letter: Letter, detail: string): void {
    const row = this.history.row(letter.key);
    const label = row?.querySelector("span")?.textContent ?? "";
    this.queue.restore(row?.dataset["itemId"] ?? "");
    row?.remove();
    this.count(1);
    this.say(refusedLine(label, detail, this.facts.lang));
  }

  private count(step: number): void {
    const left = Number(this.root.querySelector("[data-left]")?.textContent ?? 0);
    this.setLeft(Math.max(0, left + step));
  }

  private setLeft(n: number): void {
    this.root.querySelectorAll("[data-left]").forEach((place) => (place.textContent = String(n)));
  }

  private say(line: string): void {
    this.root.querySelectorAll("[data-saved]").forEach((place) => (place.textContent = line));
  }
}

export function mount(root: HTMLElement): void {
  new Review(root, props<ReviewProps>(root)).bind();
}
