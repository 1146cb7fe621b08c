import type { Language } from "../../dom";

/** The letter that stands for an answer, on buttons and in the list of answers. */
export const LETTER: Record<string, string> = {
  ...{ same: "Y", accept: "Y", different: "N", reject: "N", unsure: "U" },
};

export function savedLine(waiting: number, isOffline: boolean, lang: Language): string {
  if (isOffline)
    return lang === "ko"
      ? `연결이 끊겼습니다. 답 ${waiting}개를 이 브라우저에 두었고 이어지면 보냅니다.`
      : `No connection. ${waiting} ${waiting === 1 ? "answer is" : "answers are"} kept in this browser and sent later.`;
  if (waiting) return lang === "ko" ? "저장하는 중" : "Saving";
  return lang === "ko" ? "저장됨" : "Saved";
}

export function refusedLine(label: string, detail: string, lang: Language): string {
  return lang === "ko" ? `저장하지 못함: ${label} (${detail})` : `Not saved: ${label} (${detail})`;
}

export const ALL_DONE = { ko: "검토할 것이 더 없습니다.", en: "Nothing left to review." };
export const UNDO = { ko: "되돌리기", en: "Undo" };
export const FETCHING = { ko: "다음 것을 가져오는 중", en: "Fetching the next one" };
export const NO_CONNECTION = {
  ko: "연결이 끊겨 다음 것을 가져올 수 없습니다. 이어지면 계속합니다.",
  en: "No connection: the next question comes when it is back.",
};
