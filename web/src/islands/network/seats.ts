/**
 * Seats round a middle, computed and not simulated: the same record always draws the same picture.
 *
 * Each ring is one step further from the middle. A person sits in the sector of the neighbour, one ring nearer, whom
 * they met most; a sector is as wide as it is full.
 */
import type { Tie } from "./selection";

export interface Seat {
  x: number;
  y: number;
  ring: number;
}

const TOP = 1.32; // radians; where the first sector begins
const LONE = 1.7; // how much room a person of the first ring takes with nobody behind
const CROWDED = 14; // from so many on a ring on, every second one sits further out

type Weights = Map<string, Map<string, number>>;

function neighbours(ties: Tie[]): Weights {
  const found: Weights = new Map();
  const add = (a: string, b: string, weight: number) => found.set(a, (found.get(a) ?? new Map()).set(b, weight));
  for (const { one, other, encounters } of ties) {
    add(one, other, encounters.length);
    add(other, one, encounters.length);
  }
  return found;
}

/** Who sits behind whom, ring by ring; those whom no tie reaches sit behind the middle too, in the last ring. */
function parents(people: string[], middle: string, near: Weights): Map<string, { parent: string; ring: number }> {
  const placed = new Map([[middle, { parent: "", ring: 0 }]]);
  for (let ring = 1, inner = [middle]; inner.length; ring++) {
    const next = new Map<string, [string, number]>();
    for (const parent of inner)
      for (const [id, weight] of near.get(parent) ?? [])
        if (!placed.has(id) && weight > (next.get(id)?.[1] ?? 0)) next.set(id, [parent, weight]);
    for (const [id, [parent]] of next) placed.set(id, { parent, ring });
    inner = [...next.keys()].sort();
  }
  const last = Math.max(1, ...[...placed.values()].map((seat) => seat.ring));
  for (const id of people) if (!placed.has(id)) placed.set(id, { parent: middle, ring: last });
  return placed;
}

/** The one in the middle where the page names none: who has most neighbours, of several the first by id. */
export function busiest(people: string[], ties: Tie[]): string | undefined {
  const near = neighbours(ties);
  const degree = (id: string) => near.get(id)?.size ?? 0;
  return [...people].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1))[0];
}

class Sectors {
  private readonly behind = new Map<string, string[]>();

  constructor(private readonly placed: Map<string, { parent: string; ring: number }>) {
    for (const id of [...placed.keys()].sort()) {
      const { parent } = placed.get(id)!;
      this.behind.set(parent, [...(this.behind.get(parent) ?? []), id]);
    }
  }

  width(id: string): number {
    const children = this.behind.get(id) ?? [];
    if (!children.length) return this.placed.get(id)!.ring === 1 ? LONE : 1;
    return Math.max(LONE, ...[children.reduce((sum, child) => sum + this.width(child), 0)]);
  }

  /** The widest sectors come first, so that hubs lie together and the lone ones beside one another. */
  children(id: string): string[] {
    const found = [...(this.behind.get(id) ?? [])];
    return found.sort((a, b) => this.width(b) - this.width(a) || (a < b ? -1 : 1));
  }
}

/** The seat of each person; the middle is at 0, 0, and a ring is one unit from the next. */
export function seatsOf(people: string[], ties: Tie[], ego: string | null): Map<string, Seat> {
  const seats = new Map<string, Seat>();
  const middle = ego && people.includes(ego) ? ego : busiest(people, ties);
  if (middle === undefined) return seats;
  const placed = parents(people, middle, neighbours(ties));
  const sectors = new Sectors(placed);
  const sizes = new Map<number, number>();
  for (const { ring } of placed.values()) sizes.set(ring, (sizes.get(ring) ?? 0) + 1);
  const turns = new Map<number, number>();

  const seat = (id: string, from: number, to: number): void => {
    const { ring } = placed.get(id)!;
    const turn = turns.get(ring) ?? 0;
    turns.set(ring, turn + 1);
    const radius = ring + ((sizes.get(ring) ?? 0) > CROWDED && turn % 2 ? 0.28 : 0);
    const angle = TOP - (from + to) / 2;
    seats.set(id, { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius, ring });
    place(id, from, to);
  };
  const place = (id: string, from: number, to: number): void => {
    const children = sectors.children(id);
    const total = children.reduce((sum, child) => sum + sectors.width(child), 0);
    let at = from;
    for (const child of children) {
      const width = ((to - from) * sectors.width(child)) / total;
      seat(child, at, at + width);
      at += width;
    }
  };
  seats.set(middle, { x: 0, y: 0, ring: 0 });
  place(middle, 0, 2 * Math.PI);
  return seats;
}
