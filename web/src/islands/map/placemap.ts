/**
 * Where encounters took place: a marker for each place, with their number, which opens them.
 *
 * The list on the page says the same.
 */
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { type Language, onWidth, props } from "../../dom";
import { shareMarkers } from "./labels";
import { drawMarkers } from "./markers";
import { drawWorld, fitTo, type Land, loadLand, type Svg } from "./world";

/** One place with the number of encounters there; `href` opens them. */
export interface Place {
  id: string;
  label: string;
  lat: number;
  lon: number;
  n: number;
  href: string;
}

export interface MapProps {
  lang: Language;
  places: Place[];
}

function draw(svg: Svg, places: Place[], land: Land, width: number): void {
  const height = Math.round(width * (width < 500 ? 0.72 : 0.48));
  svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height).selectAll("*").remove();
  const projection = fitTo(
    geoNaturalEarth1(),
    places.map((place) => [place.lon, place.lat]),
    width,
    height,
  );
  const layer = svg.append("g");
  drawWorld(layer, land, geoPath(projection), width, height);
  const seats = places.map((place) => ({
    at: projection([place.lon, place.lat]) ?? ([0, 0] as [number, number]),
    place,
  }));
  drawMarkers(layer, shareMarkers(seats, 26), width, [], {
    number: (held) => String(held.reduce((sum, place) => sum + place.n, 0)),
    label: (held) =>
      held
        .slice(0, 2)
        .map((place) => place.label)
        .join(" · ") + (held.length > 2 ? " …" : ""),
    href: (held) => held[0]?.href,
  });
}

/** Places with most encounters first, so that they are named where room is short. */
export function byWeight(places: Place[]): Place[] {
  return [...places].sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
}

export async function mount(root: HTMLElement): Promise<void> {
  const places = byWeight(props<MapProps>(root).places);
  if (!places.length) return void (root.hidden = true);
  const land = await loadLand();
  const svg = select(root).insert("svg", "figcaption");
  const caption = root.querySelector("figcaption")?.textContent;
  svg.attr("role", "group").attr("aria-label", caption ?? "");
  draw(svg, places, land, root.clientWidth);
  onWidth(root, (width) => draw(svg, places, land, width));
}
