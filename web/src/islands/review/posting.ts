import type { Answer, Letter, Outcome, Send } from "./outbox";

/**
 * The fields of a form as they would be posted, without its csrf token. `ticket` names this one answer: sent twice, it
 * is kept once, and the same question can be answered anew after an undo.
 */
export function fieldsOf(form: HTMLFormElement, button: HTMLElement | null, ticket: string): [string, string][] {
  const fields = [...new FormData(form, button)].map(([name, value]): [string, string] => [name, String(value)]);
  return [...fields.filter(([name]) => name !== "csrf" && name !== "ticket"), ["ticket", ticket]];
}

/** The csrf token of today: a page that was left open over night holds an old one. */
async function freshToken(): Promise<string> {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const block = page.querySelector('[data-island="review"] > script[type="application/json"]');
  return (JSON.parse(block?.textContent ?? "{}") as { csrf?: string }).csrf ?? "";
}

function post({ url, fields }: Letter, csrf: string): Promise<Response> {
  const body = new URLSearchParams([...fields, ["csrf", csrf]]);
  const headers = { Accept: "application/json", "X-CSRF-Token": csrf };
  return fetch(url, { method: "POST", body, headers, keepalive: true });
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const answer = (isJson ? await response.json() : {}) as Partial<Answer> & { detail?: string };
  if (response.ok) return { kind: "saved", answer: { judgement: null, left: null, ...answer } };
  const isPassing = response.status >= 500 || response.status === 429 || response.status === 408;
  return isPassing ? { kind: "unsent" } : { kind: "refused", detail: answer.detail ?? String(response.status) };
}

/** Posts letters with the page's csrf token, and once more with a fresh one where that is refused. */
export function sender(csrf: string): Send {
  let token = csrf;
  return async (letter) => {
    try {
      let response = await post(letter, token);
      if (response.status === 403) {
        token = await freshToken();
        response = await post(letter, token);
      }
      return await outcomeOf(response);
    } catch {
      return { kind: "unsent" };
    }
  };
}
