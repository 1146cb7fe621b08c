/**
 * A trip on the map: numbered stops, great circles between them, the way home dashed.
 *
 * The itinerary on the page says the same, so the drawing is hidden from screen readers.
 */
import { geoInterpolate, geoNaturalEarth1, geoPath, type GeoProjection } from "d3-geo";
import { select } from "d3-selection";
import { type Language, onWidth, props } from "../../dom";
import { shareMarkers } from "./labels";
import { drawMarkers } from "./markers";
import { drawWorld, fitTo, type Land, type Layer, loadLand, type Point, type Svg } from "./world";

/** One stop in the order of the trip; `n` is printed in its marker. */
export interface Stop {
  n: number;
  ko: string;
  en: string;
  lat: number;
  lon: number;
}

export interface TripProps {
  lang: Language;
  stops: Stop[];
}

const STEPS = 60;
const place = (stop: Stop): Point => [stop.lon, stop.lat];

function drawLegs(layer: Layer, stops: Stop[], path: ReturnType<typeof geoPath>): void {
  const isReturn = stops.length > 2 && stops[0]!.ko === stops.at(-1)!.ko;
  for (let i = 1; i < stops.length; i++) {
    const leg: GeoJSON.LineString = { type: "LineString", coordinates: [place(stops[i - 1]!), place(stops[i]!)] };
    const line = layer.append("path").attr("d", path(leg)).attr("fill", "none").attr("stroke", "var(--ink)");
    line.attr("stroke-width", 1.6).attr("stroke-linecap", "round");
    if (isReturn && i === stops.length - 1) line.attr("stroke-dasharray", "5 4");
  }
}

/** Points along the whole route on the screen, which labels keep off. */
function routePoints(stops: Stop[], projection: GeoProjection): Point[] {
  return stops.slice(1).flatMap((stop, i) => {
    const along = geoInterpolate(place(stops[i]!), place(stop));
    return Array.from({ length: STEPS + 1 }, (_, k) => projection(along(k / STEPS)) ?? ([0, 0] as Point));
  });
}

function draw(svg: Svg, { stops, lang }: TripProps, land: Land, width: number): void {
  const height = Math.round(width * (width < 500 ? 0.62 : 0.5));
  svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height).selectAll("*").remove();
  const projection = fitTo(geoNaturalEarth1(), stops.map(place), width, height);
  const path = geoPath(projection);
  const layer = svg.append("g");
  drawWorld(layer, land, path, width, height);
  drawLegs(layer, stops, path);
  const markers = shareMarkers(stops.map((stop) => ({ at: projection(place(stop)) ?? [0, 0], place: stop })));
  drawMarkers(layer, markers, width, routePoints(stops, projection), {
    number: (held) => held.map((stop) => stop.n).join("·"),
    label: (held) => [...new Set(held.map((stop) => stop[lang]))].join(" · "),
  });
}

export async function mount(root: HTMLElement): Promise<void> {
  const facts = props<TripProps>(root);
  if (!facts.stops.length) return void (root.hidden = true);
  const land = await loadLand();
  const svg = select(root).insert("svg", "figcaption").attr("aria-hidden", "true");
  draw(svg, facts, land, root.clientWidth);
  onWidth(root, (width) => draw(svg, facts, land, width));
}
