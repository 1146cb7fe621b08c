import { expect, test } from "vitest";
import { type Fetched, Lookahead } from "../src/islands/review/lookahead";

type Sheet = { id: string };

/** A server's queue: numbers count the questions that have not been answered. */
class Server {
  isDown = false;
  asked: number[] = [];

  constructor(public questions: string[]) {}

  fetch = async (at: number): Promise<Fetched<Sheet>> => {
    if (this.isDown) throw new Error("no connection");
    this.asked.push(at);
    const id = this.questions[Math.min(at, this.questions.length) - 1];
    return { sheet: id ? { id } : null, hasNext: at < this.questions.length };
  };
}

async function takeAll(lookahead: Lookahead<Sheet>, answered: (id: string) => void): Promise<string[]> {
  const taken: string[] = [];
  for (let i = 0; i < 50; i++) {
    await lookahead.fill();
    const sheet = lookahead.take();
    if (!sheet) break;
    taken.push(sheet.id);
    answered(sheet.id);
  }
  return taken;
}

const letters = (n: number) => Array.from({ length: n }, (_, i) => `q${i}`);

test("every question comes once, in order, though none is answered yet", async () => {
  const server = new Server(letters(9));
  expect(await takeAll(new Lookahead(server.fetch, { id: "q0" }), () => {})).toEqual(letters(9).slice(1));
});

test("no question is missed though answers shift the numbers", async () => {
  const server = new Server(letters(12));
  server.questions.shift();
  const drop = (id: string) => (server.questions = server.questions.filter((one) => one !== id));
  const taken = await takeAll(new Lookahead(server.fetch, { id: "q0" }), drop);
  expect([...taken].sort()).toEqual(letters(12).slice(1).sort());
});

test("without a connection it waits, and goes on when there is one", async () => {
  const server = new Server(letters(3));
  const lookahead = new Lookahead(server.fetch, { id: "q0" });
  server.isDown = true;
  await lookahead.fill();
  expect([lookahead.isBroken, lookahead.take()]).toEqual([true, undefined]);
  await lookahead.fill();
  server.isDown = false;
  expect(await takeAll(lookahead, () => {})).toEqual(["q1", "q2"]);
});

test("a question that was moved away from comes before the others", async () => {
  const lookahead = new Lookahead(new Server(letters(3)).fetch, { id: "q0" });
  await lookahead.fill();
  lookahead.putBack({ id: "q0" });
  expect(lookahead.take()).toEqual({ id: "q0" });
});

test("an empty queue is asked for nothing until something changes", async () => {
  const server = new Server([]);
  const lookahead = new Lookahead(server.fetch, null);
  await lookahead.fill();
  expect(server.asked).toEqual([]);
  server.questions = ["q7"];
  await lookahead.restart();
  expect(lookahead.take()).toEqual({ id: "q7" });
});
