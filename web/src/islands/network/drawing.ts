/** The picture itself, drawn with WebGL. */
import Graph from "graphology";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { token } from "../../dom";
import { seatsOf } from "./seats";
import type { NetworkProps, Picture, Tie } from "./selection";
import { nameOf } from "./words";

type Kind = "ego" | "met" | "sat";
type NodeLabel = Pick<NodeDisplayData, "x" | "y" | "size" | "label"> & { kind?: Kind };

const FONT: Record<Kind, { weight: number; size: number }> = {
  ego: { weight: 650, size: 16 },
  met: { weight: 650, size: 14 },
  sat: { weight: 450, size: 12.5 },
};

/** The name under its disc, with the paper round it so that edges do not run through it. */
function drawLabel(context: CanvasRenderingContext2D, data: NodeLabel, settings: Settings): void {
  if (!data.label) return;
  const { weight, size } = FONT[data.kind ?? "sat"];
  const y = data.y + data.size + 4;
  context.font = `${weight} ${size}px ${settings.labelFont}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = token("--paper");
  context.strokeText(data.label, data.x, y);
  context.fillStyle = token(data.kind === "sat" ? "--ink-2" : "--ink");
  context.fillText(data.label, data.x, y);
  context.textAlign = "start";
  context.textBaseline = "alphabetic";
}

function personColours(): Record<Kind, string> {
  return { ego: token("--ink"), met: token("--person"), sat: token("--ink-3") };
}

function tieColours(): Record<Tie["kind"], string> {
  return { met: token("--person"), sat: token("--line-2"), open: token("--time") };
}

function isPlainWheel(event: MouseEvent | TouchEvent): boolean {
  return event instanceof WheelEvent && !event.ctrlKey && !event.metaKey;
}

/** What the reader has pressed: a tie, or a person. */
export interface Pressed {
  tie: (tie: Tie) => void;
  person: (id: string) => void;
}

export class Drawing {
  private readonly graph = new Graph({ multi: false, type: "undirected" });
  private readonly sigma: Sigma;
  private readonly stretch: number;
  private over = "";

  /** Throws where the browser has no WebGL. */
  constructor(
    box: HTMLElement,
    private readonly facts: NetworkProps,
    pressed: Pressed,
  ) {
    this.stretch = Math.min(Math.max((0.8 * box.clientWidth) / box.clientHeight, 1), 1.8); // a wide box, wide rings
    this.sigma = new Sigma(this.graph, box, {
      allowInvalidContainer: true, // it throws in some resizes otherwise
      defaultDrawNodeHover: drawLabel as never, // its own box is white in the dark
      defaultDrawNodeLabel: drawLabel as never,
      enableCameraRotation: false,
      enableEdgeEvents: true,
      labelDensity: 4,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelRenderedSizeThreshold: 0,
      minEdgeThickness: 2,
      stagePadding: 34,
      zIndex: true,
    });
    this.sigma.getMouseCaptor().on("wheel", (event) => {
      if (isPlainWheel(event.original)) event.preventSigmaDefault(); // the page scrolls
    });
    this.bindHover();
    this.sigma.on("clickEdge", ({ edge }) => pressed.tie(this.graph.getEdgeAttribute(edge, "tie") as Tie));
    this.sigma.on("clickNode", ({ node }) => pressed.person(node));
    const redraw = () => this.sigma.refresh(); // labels are pixels: they do not change by themselves with the font
    void document.fonts.ready.then(redraw);
    document.fonts.addEventListener("loadingdone", redraw); // a face that the first drawing itself has called for
  }

  show(picture: Picture): void {
    this.over = "";
    this.graph.clear();
    this.addPeople(picture);
    const colour = tieColours();
    for (const tie of picture.ties) {
      const size = tie.kind === "met" ? 1.6 + Math.min(tie.encounters.length, 4) * 1.3 : 1;
      this.graph.addEdge(tie.one, tie.other, { tie, kind: tie.kind, size, color: colour[tie.kind] });
    }
    this.sigma.refresh();
  }

  private addPeople({ people, ties }: Picture): void {
    const seats = seatsOf(people, ties, this.facts.ego);
    const met = new Map<string, number>();
    for (const { one, other, kind, encounters } of ties)
      if (kind !== "sat") for (const id of [one, other]) met.set(id, (met.get(id) ?? 0) + encounters.length);
    const colour = personColours();
    for (const id of people) {
      const { x, y } = seats.get(id) ?? { x: 0, y: 0 };
      const kind: Kind = id === this.facts.ego ? "ego" : met.has(id) ? "met" : "sat";
      const size = kind === "ego" ? 15 : kind === "sat" ? 5 : Math.min(7 + 2 * (met.get(id) ?? 0), 14);
      const label = nameOf(this.facts, id);
      this.graph.addNode(id, {
        x: x * this.stretch,
        y,
        size,
        kind,
        label,
        color: colour[kind],
        zIndex: kind === "sat" ? 0 : 1,
      });
    }
  }

  /** The colours of the theme that holds now. */
  paint(): void {
    const [person, tie] = [personColours(), tieColours()];
    this.graph.updateEachNodeAttributes((_, data) => ({ ...data, color: person[data["kind"] as Kind] }));
    this.graph.updateEachEdgeAttributes((_, data) => ({ ...data, color: tie[data["kind"] as Tie["kind"]] }));
    this.sigma.refresh();
  }

  /** Under the pointer only the ties of that person are drawn. */
  private bindHover(): void {
    const look = (node: string) => {
      this.over = node;
      this.sigma.refresh({ skipIndexation: true });
    };
    this.sigma.on("enterNode", ({ node }) => look(node));
    this.sigma.on("leaveNode", () => look(""));
    this.sigma.on("enterEdge", () => this.point(true));
    this.sigma.on("leaveEdge", () => this.point(false));
    this.sigma.setSetting("edgeReducer", (edge, data): Partial<EdgeDisplayData> => {
      const isAside = this.over !== "" && this.graph.hasNode(this.over) && !this.graph.hasExtremity(edge, this.over);
      return isAside ? { ...data, hidden: true } : data;
    });
  }

  private point(isPointing: boolean): void {
    this.sigma.getContainer().classList.toggle("pointing", isPointing);
  }
}
