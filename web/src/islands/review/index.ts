/**
 * The review: one key judges, saves and moves on.
 *
 * The next question is there at once (`lookahead.ts`); the answer is posted behind, and again until the record has it
 * (`outbox.ts`). What the record refuses comes back with the reason. Without this script the same forms post
 * themselves.
 */
import { addressOf, type Language, props } from "../../dom";
import { onKey } from "../../keys";
import { helpDialog } from "./help";
import { History } from "./history";
import { type Act, actOf } from "./keymap";
import { type Answer, type Letter, Outbox } from "./outbox";
import { fieldsOf, sender } from "./posting";
import { Queue } from "./queue";
import { refusedLine, savedLine } from "./words";

/** `csrf`: the token of this page. */
export interface ReviewProps {
  lang: Language;
  csrf: string;
}

class Review {
  private readonly queue: Queue;
  private readonly history: History;
  private readonly outbox: Outbox;
  private readonly judgements = new Map<string, string>();
  private readonly unwanted = new Set<string>();
  private readonly help: HTMLDialogElement;
  private isLatin = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly facts: ReviewProps,
  ) {
    this.queue = new Queue(root, facts.lang);
    this.help = root.appendChild(helpDialog(facts.lang));
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
    onKey((key, event) => this.press(key, event));
    addEventListener("online", () => void this.outbox.flush());
    if (this.outbox.waiting) void this.outbox.flush();
  }

  private press(key: string, event: KeyboardEvent): boolean {
    if (this.help.open) return key === "?" && this.toggleHelp();
    const isOnControl = event.target instanceof HTMLElement && event.target.closest("a, button, summary") !== null;
    if (isOnControl && (key === "Enter" || key === " ")) return false; // the control with the focus owns these
    const act = actOf(key);
    if (act) this.act(act);
    return act !== null;
  }

  private act(act: Act): void {
    if (act.do === "answer") this.pressAnswer(act.verbs);
    else if (act.do === "pick") this.pressNumber(act.n);
    else if (act.do === "undo") this.undo(this.history.latest);
    else if (act.do === "next") this.queue.next();
    else if (act.do === "previous") this.queue.previous();
    else if (act.do === "edit") this.edit();
    else if (act.do === "source") this.find<HTMLElement>("[data-source]")?.click();
    else if (act.do === "score") this.toggleScore();
    else if (act.do === "script") this.toggleScript();
    else this.toggleHelp();
  }

  private find<E extends Element>(selector: string): E | null {
    return this.queue.current?.question.querySelector<E>(selector) ?? null;
  }

  private pressAnswer(verbs: string[]): void {
    const button = this.find<HTMLButtonElement>(verbs.map((verb) => `[data-judge] [data-act="${verb}"]`).join(","));
    if (button?.form) this.judge(button.form, button);
  }

  private pressNumber(n: string): void {
    const buttons = this.queue.current?.question.querySelectorAll<HTMLButtonElement>("[data-judge] [data-act]") ?? [];
    const button = [...buttons].find((one) => one.querySelector("kbd")?.textContent === n);
    if (button?.form) this.judge(button.form, button);
  }

  private toggleScore(): void {
    const box = this.find<HTMLDetailsElement>("details[data-score-box]");
    if (box) box.open = !box.open;
  }

  private toggleScript(): void {
    this.isLatin = !this.isLatin;
    this.root.querySelectorAll<HTMLElement>("[data-script]").forEach((name) => {
      name.textContent = name.dataset[this.isLatin ? "latin" : "ko"] ?? name.textContent;
    });
  }

  private toggleHelp(): boolean {
    if (this.help.open) this.help.close();
    else this.help.showModal();
    return true;
  }

  private edit(): void {
    const edit = this.find<HTMLElement>("[data-edit]");
    if (edit instanceof HTMLDetailsElement) edit.open = true;
    (edit?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea") ?? edit)?.focus();
    if (edit instanceof HTMLAnchorElement) edit.click();
  }

  private judge(form: HTMLFormElement, button: HTMLElement | null): void {
    const sheet = this.queue.current;
    if (!sheet) return;
    const key = `${sheet.id} ${Date.now().toString(36)} ${Math.random().toString(36).slice(2)}`;
    const fields = fieldsOf(form, button, key);
    this.history.add(key, sheet.id, button?.dataset["act"] ?? "", labelOf(form, button));
    this.count(-1);
    this.queue.answer();
    this.outbox.add({ key, url: addressOf(form), fields });
  }

  /** Takes back an answer: one not sent is dropped, one on its way is undone as soon as its id is known. */
  private undo(row: HTMLElement | null): void {
    if (!row) return;
    const key = row.dataset["key"];
    if (key === undefined) this.postUndo(row.dataset["judgement"]);
    else if (!this.outbox.take(key)) this.undoSent(key);
    this.queue.restore(row.dataset["itemId"] ?? "");
    row.remove();
    this.count(1);
  }

  private undoSent(key: string): void {
    const judgement = this.judgements.get(key);
    if (judgement) this.postUndo(judgement);
    else this.unwanted.add(key);
  }

  private postUndo(judgement: string | undefined): void {
    if (!judgement) return;
    const template = this.root.querySelector<HTMLTemplateElement>("template[data-hist-row]");
    const form = (template?.content ?? this.root).querySelector<HTMLFormElement>("[data-undo]");
    if (form) this.outbox.add({ key: `undo ${judgement}`, url: addressOf(form), fields: [["judgement", judgement]] });
  }

  private saved(letter: Letter, answer: Answer): void {
    if (answer.judgement) this.judgements.set(letter.key, answer.judgement);
    if (this.unwanted.delete(letter.key)) this.postUndo(answer.judgement ?? undefined);
    this.history.row(letter.key)?.setAttribute("data-kept", "");
    if (answer.left !== null) this.setLeft(Math.max(0, answer.left - this.outbox.waiting));
    if (answer.note) this.say(answer.note);
    void this.queue.refresh();
  }

  private refused(letter: Letter, detail: string): void {
    const row = this.history.row(letter.key);
    const label = row?.querySelector("span")?.textContent ?? "";
    if (row) this.queue.restore(row.dataset["itemId"] ?? "");
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

/** What was asked and what was answered, for the list of answers. */
function labelOf(form: HTMLFormElement, button: HTMLElement | null): string {
  const asked = form.closest<HTMLElement>("[data-item]")?.dataset["label"] ?? "";
  const cap = button?.querySelector("kbd")?.textContent ?? "";
  const answer = button?.textContent?.trim().replace(cap, "").trim() ?? "";
  return [asked, answer].filter(Boolean).join(" · ");
}

export function mount(root: HTMLElement): void {
  new Review(root, props<ReviewProps>(root)).bind();
}
