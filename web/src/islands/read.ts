/**
 * Reading an article: the steps as they happen.
 *
 * No JSON. The form is posted with `Accept: text/event-stream`; what comes is either such a stream (`step`, and at the
 * end `page`, `done` or `problem`) or a page, which is then shown. Where anything fails the form is sent as it would be
 * without this script.
 */
import { addressOf } from "../dom";

interface ServerEvent {
  name: string;
  data: { step?: number; of?: number; text?: string; html?: string; location?: string; detail?: string };
}

/** One event of a text/event-stream: "event: step" and "data: {…}". */
export function parseEvent(block: string): ServerEvent | null {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1];
  const data = field("data");
  return data === undefined ? null : { name: field("event") ?? "message", data: JSON.parse(data) };
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + decoder.decode(part.value, { stream: true })).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) yield event;
    }
  }
}

/** `at` steps are done; `text` says what was found, or how far it is, in the step `of`. */
function showSteps(root: HTMLElement, at: number, of = at - 1, text?: string): void {
  root.querySelectorAll<HTMLElement>(".prog li").forEach((step, i) => {
    step.dataset["s"] = i < at ? "done" : i === at ? "run" : "wait";
    const value = step.querySelector(".v");
    if (i === of && text && value) value.textContent = text;
  });
}

function showProblem(form: HTMLFormElement, detail: string): void {
  const place = form.querySelector<HTMLElement>("[data-problem]") ?? form.appendChild(document.createElement("p"));
  place.dataset["problem"] = "";
  place.setAttribute("role", "alert");
  place.hidden = false;
  place.textContent = detail;
}

/** Puts a page that came as an answer in place of this one, as the browser would. */
async function showAnswer(answer: Response): Promise<void> {
  if (answer.redirected) return location.assign(answer.url);
  showPage(await answer.text());
}

function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.querySelector("main")?.replaceWith(page.querySelector("main") ?? page.body);
  scrollTo(0, 0);
  document.dispatchEvent(new Event("main-replaced"));
}

async function follow(root: HTMLElement, form: HTMLFormElement, answer: Response): Promise<void> {
  if (!answer.headers.get("content-type")?.startsWith("text/event-stream") || !answer.body) return showAnswer(answer);
  for await (const { name, data } of eventsOf(answer.body)) {
    if (name === "step") showSteps(root, data.step ?? 0, data.of, data.text);
    else if (name === "page") showPage(data.html ?? "");
    else if (name === "problem") showProblem(form, data.detail ?? "");
    else if (name === "done" && data.location) location.assign(data.location);
  }
}

async function send(root: HTMLElement, form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  showSteps(root, 0);
  root.setAttribute("aria-busy", "true");
  try {
    const headers = { Accept: "text/event-stream, text/html;q=0.9" };
    const body = new FormData(form, submitter);
    await follow(root, form, await fetch(addressOf(form), { method: "POST", body, headers }));
  } catch {
    form.submit();
  } finally {
    root.removeAttribute("aria-busy");
  }
}

export function mount(root: HTMLElement): void {
  root.querySelectorAll<HTMLFormElement>('form[method="post"]').forEach((form) =>
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(root, form, event.submitter);
    }),
  );
}
