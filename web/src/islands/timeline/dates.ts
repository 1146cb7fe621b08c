import type { Language } from "../../dom";

export const DAY = 864e5;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Midnight of an ISO day in UTC: the axis knows no time zones. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`);
}

/** A tick of the axis in as few words as say it: "2024", "6월", "6. 11.". */
export function tickLabel(date: Date, lang: Language): string {
  const month = date.getUTCMonth();
  const day = date.getUTCDate();
  if (day !== 1) return lang === "ko" ? `${month + 1}. ${day}.` : `${day} ${MONTHS[month]}`;
  if (month) return lang === "ko" ? `${month + 1}월` : MONTHS[month]!;
  return String(date.getUTCFullYear());
}
