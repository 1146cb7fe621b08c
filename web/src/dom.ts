export type Language = "ko" | "en";

/** The facts that the page gives an island, from its JSON block. */
export function props<T>(root: HTMLElement): T {
  const block = root.querySelector(':scope > script[type="application/json"]');
  return JSON.parse(block?.textContent ?? "null") as T;
}

/** A design token as the colour that the browser resolved: light-dark() stays unresolved in the variable itself. */
export function token(name: string): string {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Calls back when the reader or the system changes between light and dark. */
export function onTheme(changed: () => void): void {
  const watch = { attributes: true, attributeFilter: ["data-theme"] };
  new MutationObserver(changed).observe(document.documentElement, watch);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}

/** Calls back when the element has become wider or narrower. */
export function onWidth(element: HTMLElement, changed: (width: number) => void): void {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth === width) return;
    width = element.clientWidth;
    changed(width);
  }).observe(element);
}

/** An element with attributes and children; texts are set as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The language of the page. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith("en") ? "en" : "ko";
}

/** Where a form is sent; `form.action` would be its button of that name, where it has one. */
export function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute("action") || location.href, location.href).href;
}
