import fs from "node:fs";
import { expect, test } from "vitest";
import contract from "../src/islands/contract.json";
import type { MapProps } from "../src/islands/map/placemap";
import type { TripProps } from "../src/islands/map/tripmap";
import type { NetworkProps } from "../src/islands/network";
import type { ReviewProps } from "../src/islands/review";
import type { TimelineProps } from "../src/islands/timeline";
import { parseEvent } from "../src/islands/read";

type Required<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];
const keys = <T>(...names: Required<T>[]) => names.map(String);

test("the contract names the keys that the islands' types require", () => {
  expect(contract.timeline).toEqual(keys<TimelineProps>("lang", "events"));
  expect(contract["timeline.events"]).toEqual(
    keys<TimelineProps["events"][number]>("id", "lo", "hi", "precision", "label", "sub", "status"),
  );
  expect(contract.tripmap).toEqual(keys<TripProps>("lang", "stops"));
  expect(contract["tripmap.stops"]).toEqual(keys<TripProps["stops"][number]>("n", "ko", "en", "lat", "lon"));
  expect(contract.map).toEqual(keys<MapProps>("lang", "places"));
  expect(contract.network).toEqual(keys<NetworkProps>("lang", "ego", "people", "orgs", "encounters", "hidden"));
  expect(contract.review).toEqual(keys<ReviewProps>("lang", "csrf"));
});

test("every island of the contract is one that a page can start", () => {
  const main = fs.readFileSync("src/main.ts", "utf8");
  for (const name of Object.keys(contract).filter((one) => !one.includes(".")))
    expect(main).toContain(`${name}: () => import`);
});

test("an event of the server's stream is read by its name and its JSON", () => {
  expect(parseEvent('event: step\ndata: {"step": 3}')).toEqual({ name: "step", data: { step: 3 } });
  expect(parseEvent(": keep-alive")).toBeNull();
});
