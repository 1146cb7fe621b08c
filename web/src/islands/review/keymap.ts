/** What each key of the review does. No `X`: some tools reject with it and others match with it. */
export type Act =
  | { do: "answer"; verbs: string[] }
  | { do: "undo" | "next" | "previous" | "edit" | "script" | "source" | "score" | "help" }
  | { do: "pick"; n: string };

const YES: Act = { do: "answer", verbs: ["same", "accept"] };
const NO: Act = { do: "answer", verbs: ["different", "reject"] };
const LATER: Act = { do: "answer", verbs: ["unsure"] };

const ACTS: Record<string, Act> = {
  y: YES,
  Enter: YES,
  n: NO,
  u: LATER,
  " ": LATER,
  z: { do: "undo" },
  Backspace: { do: "undo" },
  j: { do: "next" },
  ArrowRight: { do: "next" },
  k: { do: "previous" },
  ArrowLeft: { do: "previous" },
  e: { do: "edit" },
  l: { do: "script" },
  o: { do: "source" },
  s: { do: "score" },
  "?": { do: "help" },
};

export function actOf(key: string): Act | null {
  return /^[1-9]$/.test(key) ? { do: "pick", n: key } : (ACTS[key] ?? null);
}
