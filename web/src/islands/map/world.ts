import { geoGraticule10, type GeoPath, type GeoProjection } from "d3-geo";
import type { Selection } from "d3-selection";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import worldUrl from "world-atlas/countries-110m.json?url";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
export type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
export type Layer = Selection<SVGGElement, unknown, null, undefined>;
export type Point = [number, number];

/** Land and borders of the world, which come with the page's own files. */
export interface Land {
  land: ReturnType<typeof feature>;
  borders: ReturnType<typeof mesh>;
}

export async function loadLand(): Promise<Land> {
  const world = (await (await fetch(worldUrl)).json()) as World;
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  return { land: feature(world, world.objects.land), borders };
}

/** The longitude to turn the globe to, so that the widest empty stretch of it lies at the edge of the map. */
export function middleLongitude(longitudes: number[]): number {
  const sorted = [...new Set(longitudes.map((one) => (one + 360) % 360))].sort((a, b) => a - b);
  let widest = -1;
  let middle = 0;
  sorted.forEach((lon, i) => {
    const next = sorted[(i + 1) % sorted.length]! + (i + 1 === sorted.length ? 360 : 0);
    if (next - lon <= widest) return;
    widest = next - lon;
    middle = (next + (360 - widest) / 2) % 360;
  });
  return middle > 180 ? middle - 360 : middle;
}

/** Fits the projection to the points, with room for their labels; one point alone is shown with its continent. */
export function fitTo(projection: GeoProjection, points: Point[], width: number, height: number): GeoProjection {
  const pad = width < 500 ? 26 : 44;
  const corners: Point[] = points.flatMap(([lon, lat]) => [
    [lon - 8, Math.max(-85, lat - 6)],
    [lon + 8, Math.min(85, lat + 6)],
  ]);
  projection.rotate([-middleLongitude(points.map(([lon]) => lon)), 0]).precision(0.05);
  projection.fitExtent(
    [
      [pad, pad + 20],
      [width - pad, height - pad],
    ],
    { type: "MultiPoint", coordinates: corners },
  );
  return projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
}

export function drawWorld(layer: Layer, { land, borders }: Land, path: GeoPath, width: number, height: number): void {
  const sea = layer.append("rect").attr("width", width).attr("height", height);
  sea.attr("fill", "var(--sunken)").attr("opacity", 0.55);
  const line = (shape: Parameters<GeoPath>[0], stroke: string, weight: number) =>
    layer
      .append("path")
      .attr("d", path(shape))
      .attr("fill", "none")
      .attr("stroke", stroke)
      .attr("stroke-width", weight);
  line(geoGraticule10(), "var(--line)", 0.6);
  line(land, "var(--line-2)", 0.7).attr("fill", "var(--land)");
  line(borders, "var(--land-line)", 0.8);
}
