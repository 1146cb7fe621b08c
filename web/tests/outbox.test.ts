import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Letter, Outbox, type Outcome } from "../src/islands/review/outbox";
import { savedLine } from "../src/islands/review/words";

const letter = (key: string): Letter => ({ key, url: "/review", fields: [["verb", "same"]] });
const saved: Outcome = { kind: "saved", answer: { judgement: "j1", left: 4 } };

class Shelf {
  text: string | null = null;
  getItem = () => this.text;
  setItem = (_: string, text: string) => void (this.text = text);
}

const listener = () => ({ saved: vi.fn(), refused: vi.fn(), changed: vi.fn() });

describe("the outbox", () => {
  beforeEach(() => void vi.useFakeTimers());

  test("what the record has is let go", async () => {
    const heard = listener();
    const outbox = new Outbox(new Shelf(), async () => saved, heard);
    outbox.add(letter("a"));
    await vi.runAllTimersAsync();
    expect(outbox.waiting).toBe(0);
    expect(heard.saved).toHaveBeenCalledWith(letter("a"), { judgement: "j1", left: 4 });
  });

  test("without a connection it is kept and sent again, in order", async () => {
    const sent: string[] = [];
    let fails = 3;
    const send = async (one: Letter): Promise<Outcome> => {
      if (fails-- > 0) return { kind: "unsent" };
      sent.push(one.key);
      return saved;
    };
    const outbox = new Outbox(new Shelf(), send, listener());
    outbox.add(letter("a"));
    outbox.add(letter("b"));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "b"]);
  });

  test("a window that was closed loses nothing", async () => {
    const shelf = new Shelf();
    const first = new Outbox(shelf, () => new Promise(() => {}), listener());
    first.add(letter("a"));
    const heard = listener();
    const second = new Outbox(shelf, async () => saved, heard);
    await second.flush();
    expect(heard.saved).toHaveBeenCalledOnce();
    expect(JSON.parse(shelf.text!)).toEqual([]);
  });

  test("what the record refuses is told and not sent again", async () => {
    const heard = listener();
    const outbox = new Outbox(new Shelf(), async () => ({ kind: "refused", detail: "알 수 없는 항목" }), heard);
    outbox.add(letter("a"));
    await vi.runAllTimersAsync();
    expect(heard.refused).toHaveBeenCalledWith(letter("a"), "알 수 없는 항목");
    expect(outbox.waiting).toBe(0);
  });

  test("an answer that still waits can be taken back unsent; one on its way cannot", () => {
    const outbox = new Outbox(new Shelf(), () => new Promise(() => {}), listener());
    outbox.add(letter("a"));
    outbox.add(letter("b"));
    expect([outbox.take("a"), outbox.take("b")]).toEqual([false, true]);
    expect(outbox.waiting).toBe(1);
  });
});

test("the reader is told what is saved, what is on its way, and what is kept here", () => {
  expect(savedLine(0, false, "ko")).toBe("저장됨");
  expect(savedLine(2, true, "en")).toContain("2 answers are kept");
});
