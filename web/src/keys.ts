/** The Latin letter on the key of a jamo in the two-set (두벌식) layout. */
const JAMO: Record<string, string> = {
  ...{ ㅂ: "q", ㅈ: "w", ㄷ: "e", ㄱ: "r", ㅅ: "t", ㅛ: "y", ㅕ: "u", ㅑ: "i", ㅐ: "o", ㅔ: "p" },
  ...{ ㅁ: "a", ㄴ: "s", ㅇ: "d", ㄹ: "f", ㅎ: "g", ㅗ: "h", ㅓ: "j", ㅏ: "k", ㅣ: "l" },
  ...{ ㅋ: "z", ㅌ: "x", ㅊ: "c", ㅍ: "v", ㅠ: "b", ㅜ: "n", ㅡ: "m" },
  ...{ ㅃ: "q", ㅉ: "w", ㄸ: "e", ㄲ: "r", ㅆ: "t", ㅒ: "o", ㅖ: "p" },
};

type Press = Pick<KeyboardEvent, "key" | "code" | "isComposing" | "ctrlKey" | "metaKey" | "altKey">;

function withCommand(event: Press): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function letterOfCode(code: string): string | null {
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}

/**
 * The key that was meant, whatever the input method; null for a key with Ctrl, Alt or Meta, and for one unknown.
 *
 * A Latin letter is itself (right on AZERTY and Dvorak too), a jamo is the key that it sits on (ㅛ is "y"), and where an
 * input method hides the key (ibus, fcitx: "Process") the position on the board decides.
 */
export function meantKey(event: Press): string | null {
  if (withCommand(event)) return null;
  const { key } = event;
  const jamo = JAMO[key];
  if (jamo) return jamo;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (/^[0-9/? ]$/.test(key)) return key;
  if (key === "Process" || key === "Unidentified" || event.isComposing) return letterOfCode(event.code);
  return key.length > 1 ? key : null; // Enter, Escape, Backspace, ArrowUp …
}

/** Whether a key typed at this element goes into a field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && /^(checkbox|radio|button|submit|range)$/.test(target.type)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** How long after the window gets the focus a release may still belong to a press made elsewhere, in milliseconds. */
const STRAY = 300;

/**
 * Hears each press once: on keydown, or on keyup where an input method swallowed the keydown.
 *
 * The listener returns true for a key that it has used. The result stops listening.
 */
export function onKey(used: (key: string, event: KeyboardEvent) => boolean): () => void {
  const stop = new AbortController();
  const heard = new Set<string>();
  let focused = performance.now();
  const offer = (key: string | null, event: KeyboardEvent) => {
    if (key && !isTyping(event.target) && used(key, event)) event.preventDefault();
  };
  const listen = (name: "keydown" | "keyup", listener: (event: KeyboardEvent) => void) =>
    addEventListener(name, listener, { signal: stop.signal });

  listen("keydown", (event) => {
    const key = meantKey(event);
    if (key || withCommand(event)) heard.add(event.code);
    if (!event.repeat) offer(key, event);
  });
  listen("keyup", (event) => {
    const wasSwallowed = !heard.delete(event.code) && performance.now() - focused > STRAY;
    if (wasSwallowed && !withCommand(event)) offer(letterOfCode(event.code), event);
  });
  const refocus = () => {
    focused = performance.now();
    heard.clear();
  };
  addEventListener("focus", refocus, { signal: stop.signal });
  return () => stop.abort();
}
