/** One question with what it rests on and what its answer would move: the parts of the page that change with it. */

export interface Sheet {
  id: string;
  question: HTMLElement;
  consequence: HTMLElement | null;
}

const QUESTION = "[data-question]";
const CONSEQUENCE = "[data-consequence]";

/** The question that a page asks, null where nothing waits. */
export function sheetOf(page: ParentNode): Sheet | null {
  const item = page.querySelector<HTMLElement>("[data-item]");
  const question = item?.closest<HTMLElement>(QUESTION) ?? item;
  if (!item || !question) return null;
  return { id: item.dataset["item"] ?? "", question, consequence: page.querySelector<HTMLElement>(CONSEQUENCE) };
}

/** Puts another question in the place of the one that is shown, and the focus on its heading. */
export function showSheet(root: HTMLElement, sheet: Sheet): void {
  const hadFocus = root.querySelector(QUESTION)?.contains(document.activeElement) ?? false;
  root.querySelector(QUESTION)?.replaceWith(sheet.question);
  if (sheet.consequence) root.querySelector(CONSEQUENCE)?.replaceWith(sheet.consequence);
  const heading = sheet.question.querySelector<HTMLElement>("h1");
  heading?.setAttribute("tabindex", "-1");
  if (hadFocus) heading?.focus({ preventScroll: true });
}

/** A sheet that asks nothing: one line instead of a question. */
export function blankSheet(line: string): Sheet {
  const question = document.createElement("section");
  question.dataset["question"] = "";
  question.setAttribute("aria-live", "polite");
  const heading = question.appendChild(document.createElement("h1"));
  heading.className = "ask2";
  heading.textContent = line;
  const consequence = document.createElement("div");
  consequence.dataset["consequence"] = "";
  return { id: "", question, consequence };
}
