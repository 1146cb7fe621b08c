import { describe, expect, test } from "vitest";
import { meantKey } from "../src/keys";

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
  meantKey({ key, code, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("the key that was meant", () => {
  test.each([
    ["a Latin letter is itself", "y", "KeyY", "y"],
    ["a capital is the same key", "Y", "KeyY", "y"],
    ["on Dvorak the letter decides, not its place", "y", "KeyF", "y"],
    ["on AZERTY too", "z", "KeyW", "z"],
    ["a jamo is the key that it sits on", "ㅛ", "KeyY", "y"],
    ["a vowel", "ㅜ", "KeyN", "n"],
    ["a doubled jamo is the same key with Shift", "ㅒ", "KeyO", "o"],
    ["where an input method hides the key its place decides", "Process", "KeyU", "u"],
    ["named keys keep their names", "Backspace", "Backspace", "Backspace"],
    ["a digit", "3", "Digit3", "3"],
    ["Space is a key of its own", " ", "Space", " "],
  ])("%s", (_, key, code, meant) => {
    expect(press(key, code)).toBe(meant);
  });

  test("keys with Ctrl, Alt or Meta belong to the browser", () => {
    for (const command of ["ctrlKey", "altKey", "metaKey"]) expect(press("ㅋ", "KeyZ", { [command]: true })).toBeNull();
  });

  test("a syllable that is being composed is read by its place", () => {
    expect(press("", "KeyK", { isComposing: true })).toBe("k");
  });

  test("a key hidden together with its place means nothing", () => {
    expect(press("Process", "")).toBeNull();
  });
});
