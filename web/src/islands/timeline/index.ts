/**
 * The timeline: above the whole time of the record, below its dense part, which can be moved and zoomed.
 *
 * A disc is a known day, a bar is as wide as the doubt. The list on the page says the same.
 */
import { scaleUtc } from "d3-scale";
import { select, type Selection } from "d3-selection";
import { zoom, type D3ZoomEvent, type ZoomBehavior, zoomIdentity } from "d3-zoom";
import { type Language, make, onWidth, props } from "../../dom";
import { dayOf } from "./dates";
import { axis, entry, fineTick, gap, interval, lens, overview, ROW, undated, yearNames, yearTick } from "./lanes";
import type { Gap, Interval } from "./lanes";
import {
  type Dated,
  dated,
  denseSpan,
  groupTouching,
  seatLabels,
  type Span,
  type TimelineEvent,
  wholeSpan,
} from "./layout";

/** `zoom`: the two ISO days that the lower lane shows first; chosen from the events where it is absent. */
export interface TimelineProps {
  lang: Language;
  events: TimelineEvent[];
  zoom?: [string, string] | null;
  gap?: Gap | null;
  interval?: Interval | null;
}

const TOP = 62;

class Timeline {
  private readonly events: Dated[];
  private readonly whole: Span;
  private readonly home: Span;
  private readonly svg: Selection<SVGSVGElement, unknown, null, undefined>;
  private readonly zoom: ZoomBehavior<SVGSVGElement, unknown>;
  private view = zoomIdentity;

  constructor(
    private readonly root: HTMLElement,
    private readonly facts: TimelineProps,
  ) {
    this.events = dated(facts.events);
    this.whole = wholeSpan(this.events);
    this.home = facts.zoom ? [dayOf(facts.zoom[0]), dayOf(facts.zoom[1])] : denseSpan(this.events);
    this.svg = select(root).append("svg").attr("role", "group");
    const caption = root.querySelector("figcaption")?.textContent;
    if (caption) this.svg.attr("aria-label", caption);
    this.zoom = zoom<SVGSVGElement, unknown>().scaleExtent([0.02, 40]).filter(isForZoom);
    this.zoom.on("zoom", (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      this.view = event.transform;
      this.draw();
    });
    this.svg.call(this.zoom);
  }

  draw(): void {
    const width = this.root.clientWidth;
    const upper = scaleUtc(this.whole, [0, width]);
    const lower = this.view.rescaleX(scaleUtc(this.home, [0, width]));
    const [start, end] = lower.domain().map(Number) as Span;
    const seen = this.events.filter((event) => event.to > start && event.from < end);
    const labels = seatLabels(groupTouching(seen, lower), width, this.facts.lang);
    const low = 208 + ROW * Math.max(0, ...labels.map((label) => label.row ?? 0));
    this.svg.selectAll("*").remove();
    this.svg.attr("viewBox", `0 0 ${width} ${low + 36}`).attr("height", low + 36);
    const layer = this.svg.append("g");
    axis(layer, upper, TOP, width < 560, yearTick);
    if (this.facts.gap) gap(layer, this.facts.gap, upper, TOP);
    overview(layer, this.events, upper, TOP);
    yearNames(layer, this.events, upper, TOP, width);
    undated(layer, this.facts.events.length - this.events.length, TOP, width, this.facts.lang);
    lens(layer, [start, end], upper, TOP, low, width);
    axis(layer, lower, low, width < 560, fineTick(this.facts.lang));
    labels.forEach((label) => entry(layer, label, lower, low));
    if (this.facts.interval) interval(layer, this.events, this.facts.interval, lower, low, width);
  }

  /** Buttons for what a wheel or two fingers do otherwise. */
  addButtons(): void {
    const say = (ko: string, en: string) => (this.facts.lang === "ko" ? ko : en);
    const button = (text: string, name: string, act: () => void) => {
      const made = make("button", { type: "button", "aria-label": name }, text);
      made.addEventListener("click", act);
      return made;
    };
    const out = button("−", say("넓게 보기", "Zoom out"), () => this.zoom.scaleBy(this.svg, 0.6));
    const into = button("+", say("좁게 보기", "Zoom in"), () => this.zoom.scaleBy(this.svg, 1.7));
    const back = () => this.zoom.transform(this.svg, zoomIdentity);
    const home = button(say("처음", "Reset"), say("처음 크기", "Reset zoom"), back);
    this.root.append(make("div", { class: "hint" }, out, into, home));
  }
}

/** A plain wheel scrolls the page; with Ctrl or ⌘ it zooms. */
function isForZoom(event: Event): boolean {
  return event.type !== "wheel" || (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
}

export function mount(root: HTMLElement): void {
  const facts = props<TimelineProps>(root);
  if (!facts.events.some((event) => event.lo && event.hi)) return void (root.hidden = true);
  const timeline = new Timeline(root, facts);
  timeline.draw();
  timeline.addButtons();
  onWidth(root, () => timeline.draw());
}
