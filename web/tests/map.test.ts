import { geoNaturalEarth1 } from "d3-geo";
import { expect, test } from "vitest";
import { type Box, seatLabel, shareMarkers } from "../src/islands/map/labels";
import { byWeight } from "../src/islands/map/placemap";
import { fitTo, middleLongitude, type Point } from "../src/islands/map/world";

test("a Pacific crossing is not cut at the date line", () => {
  const middle = middleLongitude([127, -74]);
  expect(Math.abs(Math.abs(middle) - 153.5)).toBeLessThan(0.01);
});

test("an Atlantic crossing has its middle in the Atlantic", () => {
  expect(middleLongitude([-74, 2])).toBeCloseTo(-36);
});

test("one place alone is in the middle", () => {
  expect(middleLongitude([127])).toBeCloseTo(127);
});

test("every stop lies inside the map", () => {
  const stops: Point[] = [
    [127, 37.6],
    [-74, 40.7],
    [-122.3, 47.6],
    [151, -33.9],
  ];
  const projection = fitTo(geoNaturalEarth1(), stops, 640, 320);
  for (const stop of stops) {
    const [x, y] = projection(stop)!;
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(640);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(320);
  }
});

test("places that are near on the screen share a marker in the order of the trip", () => {
  const at = (x: number): Point => [x, 0];
  const markers = shareMarkers([0, 5, 100].map((x, i) => ({ at: at(x), place: i + 1 })));
  expect(markers.map((marker) => marker.held)).toEqual([[1, 2], [3]]);
});

const box = (left: number, top: number): Box => ({ left, top, right: left + 20, bottom: top + 20 });

test("a label stands to the right of its marker where there is room", () => {
  const marker = box(100, 100);
  expect(seatLabel(marker, "시애틀", 600, [marker], [])).toMatchObject({ x: 126, anchor: "start" });
});

test("a label keeps off another marker", () => {
  const marker = box(100, 100);
  expect(seatLabel(marker, "시애틀", 600, [marker, box(125, 100)], []).x).not.toBe(126);
});

test("at the right edge a label goes to the left", () => {
  const marker = box(570, 100);
  const seat = seatLabel(marker, "시애틀", 600, [marker], []);
  expect(seat.box.right).toBeLessThanOrEqual(600);
});

test("places with most encounters are named first, and equals in the order of their ids", () => {
  const place = (id: string, n: number) => ({ id, n, label: id, lat: 0, lon: 0, href: "" });
  expect(byWeight([place("c", 1), place("b", 3), place("a", 1)]).map((one) => one.id)).toEqual(["b", "a", "c"]);
});
