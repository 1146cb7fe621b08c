import { type Language, make } from "../../dom";

const KEYS: [string[], Record<Language, string>][] = [
  [["Y", "Enter"], { ko: "같음, 맞음", en: "same, right" }],
  [["N"], { ko: "다름, 틀림", en: "different, wrong" }],
  [["U", "Space"], { ko: "나중에", en: "later" }],
  [["1", "…", "9"], { ko: "번호가 적힌 답", en: "the answer of that number" }],
  [["Z", "Backspace"], { ko: "되돌리기, 몇 번이든", en: "undo, any number of times" }],
  [["J", "→"], { ko: "답하지 않고 다음", en: "next, without an answer" }],
  [["K", "←"], { ko: "앞의 것", en: "the one before" }],
  [["E"], { ko: "값 고치기", en: "edit the value" }],
  [["L"], { ko: "한글·로마자", en: "script of the names" }],
  [["O"], { ko: "원문", en: "the source" }],
  [["S"], { ko: "점수", en: "the score" }],
  [["/"], { ko: "찾기", en: "search" }],
  [["?"], { ko: "이 목록", en: "this list" }],
];

const TITLE = { ko: "단축키", en: "Keys" };
const CLOSE = { ko: "닫기", en: "Close" };

/** Every key of the review; works with the Hangul keyboard on as well. */
export function helpDialog(lang: Language): HTMLDialogElement {
  const list = make("dl", { class: "keylist" });
  for (const [keys, meaning] of KEYS) {
    const caps = keys.map((key) => make("kbd", {}, key));
    list.append(make("div", {}, make("dt", {}, ...caps), make("dd", {}, meaning[lang])));
  }
  const close = make("button", { class: "btn", type: "button" }, CLOSE[lang]);
  const dialog = make("dialog", { "aria-label": TITLE[lang] }, make("h2", {}, TITLE[lang]), list, close);
  close.addEventListener("click", () => dialog.close());
  return dialog;
}
