import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import { arrange, type Arrangement, boxHeight, isColumn, type Room } from "./layout";
import { edgeId, type Model } from "./model";
import { caption, forgetColours, look, relationColour, typeColour } from "./style";

/** Past so many documents the drawing leaves out what costs time while it moves. */
const many = 400;

/** Smaller boxes than these cannot be read on a phone. */
const narrow = 600;
const legible = 0.8;

/** Room at the upper edge of the canvas. */
const edge = 16;

/** What a reader points at. */
export interface Events {
  node: (key: string) => void;
  edge: (source: string, target: string) => void;
  nothing: () => void;
}

/** The drawing of a graph: kept when the graph changes, so that what stays does not jump. */
export class Drawing {
  readonly cy: Core;
  private model: Model | undefined;
  private hasNames = true;
  private arrangement: Arrangement = "time";

  /** @param count How many documents there are to begin with; many move as a picture of themselves. */
  constructor(canvas: HTMLElement, count: number, events: Events) {
    canvas.replaceChildren();
    this.cy = cytoscape({
      container: canvas,
      minZoom: 0.04,
      maxZoom: 3,
      boxSelectionEnabled: false,
      textureOnViewport: count > many,
      hideEdgesOnViewport: count > many,
      ...(count > many ? { pixelRatio: 1 } : {}),
      style: look(true),
    });
    this.cy.on("tap", "node.document", (event) => events.node(event.target.id()));
    this.cy.on("tap", "edge", (event) => events.edge(event.target.source().id(), event.target.target().id()));
    this.cy.on("mouseover", "edge", (event) => event.target.addClass("near"));
    this.cy.on("mouseout", "edge", (event) => event.target.removeClass("near"));
    this.cy.on("tap", (event) => {
      if (event.target === this.cy) events.nothing();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.paint());
    new ResizeObserver(() => this.cy.resize()).observe(canvas);
  }

  /** Shows a graph; documents that were there glide to their new places. */
  show(model: Model, arrangement: Arrangement): void {
    const start = performance.now();
    this.place(model, arrangement);
    performance.measure("graph-layout", { start });
  }

  private place(model: Model, arrangement: Arrangement): void {
    const isFirst = this.model === undefined;
    const isSame = this.model === model;
    this.model = model;
    this.arrangement = arrangement;
    const plan = arrange(model.nodes, arrangement, this.room);
    const isSmall = model.nodes.length <= many;
    const old = new Map(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
    const wanted: ElementDefinition[] = isSame ? [] : model.nodes.map((node) => ({
      group: "nodes",
      data: { ...node, id: node.key, caption: caption(node.short, node.title), colour: typeColour(node.type) },
      classes: ["document", node.status === "stub" ? "stub" : "", node.key === model.center ? "center" : ""].join(" "),
      position: plan.points.get(node.key) ?? { x: 0, y: 0 },
    }));
    wanted.push(
      ...plan.axes.map((axis, i): ElementDefinition => ({
        group: "nodes",
        data: { id: `axis ${i}`, short: axis.text },
        classes: "axis",
        position: { x: axis.x, y: axis.y },
        grabbable: false,
        selectable: false,
      })),
      ...(isSame ? [] : model.edges).map((edge): ElementDefinition => ({
        group: "edges",
        data: {
          ...edge,
          id: edgeId(edge),
          label: edge.mentions > 1 ? `${edge.label} ×${edge.mentions}` : edge.label,
          colour: relationColour(edge.relation),
        },
        classes: edge.relation === "dan-chieu" ? "mention" : "",
      })),
    );
    const hasNames = model.edges.length <= 60;
    if (!isSame) this.cy.elements().remove();
    // Before anything is there that would have to be styled anew.
    if (hasNames !== this.hasNames) this.cy.style(look(hasNames));
    this.hasNames = hasNames;
    this.cy.batch(() => {
      this.cy.nodes(".axis").remove();
      if (isSame) this.cy.nodes().positions((node) => plan.points.get(node.id()) ?? { x: 0, y: 0 });
      this.cy.add(wanted);
    });
    const glide = !isFirst && isSmall && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (glide) {
      this.cy.nodes().forEach((node) => {
        const from = old.get(node.id());
        const to = { ...node.position() };
        if (from && (from.x !== to.x || from.y !== to.y)) node.position(from).animate({ position: to }, { duration: 250 });
      });
    }

    this.fit(plan.points.size);
  }

  /** Brings everything into sight; few documents are not blown up. */
  fit(count = this.model?.nodes.length ?? 0): void {
    this.cy.fit(undefined, 16);
    if (isColumn(count, this.arrangement, this.room)) {
      this.fitWidth();
      return;
    }

    // On a phone the whole is too small to read: the document in the middle is, and the rest is a finger away.
    const center = this.cy.nodes(".center");
    if (this.cy.width() < narrow && this.cy.zoom() < legible && center.nonempty()) {
      this.cy.zoom(legible);
      this.cy.center(center);
    } else if (count < 40 && this.cy.zoom() > 1.1) {
      this.cy.zoom(1.1);
      this.cy.center();
    }

    // The years stand at the upper edge: what room is left is below.
    const above = this.cy.elements().renderedBoundingBox().y1 - edge;
    if (above > 0) this.cy.panBy({ x: 0, y: -above });
  }

  /** The column from edge to edge; the document in the middle is in sight. */
  private fitWidth(): void {
    const { x1, y1, w, h } = this.cy.elements().boundingBox();
    const zoom = Math.min(1.1, this.cy.width() / (w + edge));
    const center = this.cy.nodes(".center");
    const height = this.cy.height() / zoom;
    const middle = center.nonempty() ? center.first().position().y : y1;
    // From the top, where the names of the levels stand, as long as the document in the middle is in sight.
    const wanted = middle + boxHeight < y1 + height ? y1 : middle - height / 2;
    const top = Math.max(y1 - edge / 2, Math.min(wanted, y1 + h + edge - height));
    this.cy.viewport({ zoom, pan: { x: (this.cy.width() - w * zoom) / 2 - x1 * zoom, y: -top * zoom } });
  }

  private get room(): Room {
    return { width: this.cy.width(), height: this.cy.height() };
  }

  zoom(by: number): void {
    this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Brings out a document with all it is linked to, and moves there where it is out of sight. */
  choose(key: string): void {
    this.clear();
    const node = this.cy.getElementById(key);
    if (node.empty()) return;
    this.cy.batch(() => {
      this.cy.elements().not(node.closedNeighborhood()).not(".axis").addClass("faded");
      node.addClass("chosen");
    });
    const box = node.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > this.cy.width() || box.y2 > this.cy.height()) {
      this.cy.animate({ center: { eles: node } }, { duration: 200 });
    }
  }

  /** Brings out an edge with its ends. */
  chooseEdge(source: string, target: string): void {
    this.clear();
    const edge = this.cy.getElementById(edgeId({ source, target }));
    this.cy.batch(() => {
      this.cy.elements().not(edge.union(edge.connectedNodes())).not(".axis").addClass("faded");
      edge.addClass("chosen");
    });
  }

  /** Brings out a chain of documents. */
  way(model: Model): void {
    this.clear();
    const on = new Set([...model.nodes.map((node) => node.key), ...model.edges.map(edgeId)]);
    const chain = this.cy.elements().filter((element) => on.has(element.id()));
    this.cy.batch(() => {
      this.cy.elements().not(chain).not(".axis").addClass("faded");
      chain.addClass("way");
    });
    this.cy.fit(chain, 60);
    if (this.cy.zoom() > 1.1) this.cy.zoom(1.1);
  }

  clear(): void {
    this.cy.batch(() => this.cy.elements().removeClass("faded chosen way"));
  }

  private paint(): void {
    forgetColours();
    if (!this.model) return;
    this.cy.batch(() => {
      this.cy.nodes(".document").forEach((node) => void node.data("colour", typeColour(node.data("type"))));
      this.cy.edges().forEach((edge) => void edge.data("colour", relationColour(edge.data("relation"))));
    });
    this.cy.style(look(this.hasNames));
  }
}
