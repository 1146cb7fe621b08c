import type { Language } from "../../dom";
import type { Mode, NetworkProps, Picture, Status } from "./selection";

type Both = Record<Language, string>;

export const STATUS: Record<Status, Both> = {
  held: { ko: "있었음", en: "held" },
  planned: { ko: "예정", en: "planned" },
  unconfirmed: { ko: "확인 안 됨", en: "unconfirmed" },
  not_held: { ko: "없었음", en: "not held" },
};

export const MODE: Record<Mode, Both> = {
  in_person: { ko: "만나서", en: "in person" },
  remote: { ko: "전화·화상", en: "remote" },
  co_attendance: { ko: "같은 자리", en: "same event" },
};

export const WORDS = {
  allModes: { ko: "모든 방식", en: "every mode" },
  allOrgs: { ko: "모든 조직", en: "every organisation" },
  cap: { ko: "사람 수", en: "people" },
  from: { ko: "부터", en: "from" },
  to: { ko: "까지", en: "to" },
  mode: { ko: "만난 방식", en: "Mode" },
  org: { ko: "조직", en: "Organisation" },
  status: { ko: "상태", en: "Status" },
  met: { ko: "만난 사람", en: "met" },
  sat: { ko: "함께 앉은 사람", en: "sat in" },
  open: { ko: "예정·확인 안 됨", en: "planned or unconfirmed" },
  nothing: { ko: "고른 것에 맞는 만남이 없습니다.", en: "No meeting fits this choice." },
  noPicture: {
    ko: "이 브라우저는 그림을 그릴 수 없어 목록으로 보입니다.",
    en: "This browser cannot draw the picture; the lists say the same.",
  },
  close: { ko: "닫기", en: "Close" },
  showAll: { ko: "모두 보이기", en: "Show all" },
} satisfies Record<string, Both>;

/** How many ties there are, over the list of them. */
export function tiesLine(n: number, lang: Language): string {
  return lang === "ko" ? `이어진 두 사람 ${n}쌍` : `${n} ${n === 1 ? "pair" : "pairs"} with meetings`;
}

export function timesLine(n: number, lang: Language): string {
  return lang === "ko" ? `${n}번` : `${n} ${n === 1 ? "meeting" : "meetings"}`;
}

/** What the picture leaves out, and why: "감춤: 거른 3명, 수를 넘은 5명"; empty where nothing is hidden. */
export function hiddenLine({ hidden }: Picture, lang: Language): string {
  const parts = [
    hidden.filtered && (lang === "ko" ? `고르지 않은 ${hidden.filtered}명` : `${hidden.filtered} not chosen`),
    hidden.capped && (lang === "ko" ? `사람 수를 넘은 ${hidden.capped}명` : `${hidden.capped} over the limit`),
    hidden.server && (lang === "ko" ? `여기 싣지 않은 ${hidden.server}명` : `${hidden.server} not loaded here`),
  ].filter(Boolean);
  if (!parts.length) return "";
  return `${lang === "ko" ? "감춤" : "Hidden"}: ${parts.join(", ")}`;
}

/** A person's name in the script of the page. */
export function nameOf(facts: NetworkProps, id: string): string {
  const person = facts.people[id];
  return (facts.lang === "ko" ? person?.ko : person?.latin) || person?.ko || person?.latin || id;
}

/** A month as it stands beside the time slider: "2024. 6.", "Jun 2024". */
export function monthLabel(month: number, lang: Language): string {
  const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
  if (lang === "ko") return `${date.getUTCFullYear()}. ${(month % 12) + 1}.`;
  return date.toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
}
