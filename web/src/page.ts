/** What every page does besides its islands: theme, printing, the search key. */
import { onKey } from "./keys";

const YEAR = 31_536_000;

function isDark(root: HTMLElement): boolean {
  const chosen = root.dataset["theme"];
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Changes between light and dark; the cookie lets the server write the theme into the next page, so nothing flashes. */
function changeTheme(): void {
  const root = document.documentElement;
  const theme = isDark(root) ? "light" : "dark";
  root.dataset["theme"] = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
}

/** On a phone the menu is longer than the screen. `scrollIntoView` would also move where Tab begins. */
function showPlace(link: HTMLElement): void {
  const menu = link.parentElement;
  if (menu) menu.scrollLeft = link.offsetLeft + link.offsetWidth - menu.offsetLeft - menu.clientWidth + 16;
}

function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('input[type="search"]');
  const field = [...fields].find((one) => one.offsetParent !== null);
  field?.focus();
  return field !== undefined;
}

export function bindPage(): void {
  const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
  all("[data-theme-toggle]").forEach((button) => button.addEventListener("click", changeTheme));
  all("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
  all(".nav [aria-current]").forEach(showPlace);
  onKey((key) => key === "/" && focusSearch());
}
