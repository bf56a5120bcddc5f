import type { StylesheetJson } from "cytoscape";

const known = new Map<string, string>();

/** Colours of the page's stylesheet, which knows light and dark. Asked once: thousands of dots and lines share them. */
function colour(name: string): string {
  let value = known.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    known.set(name, value);
  }

  return value;
}

/** To be called when light turns to dark. */
export const forgetColours = (): void => known.clear();

const types: Record<string, string> = {
  "chi-thi": "graph-a",
  "nghi-quyet": "graph-a",
  "ket-luan": "graph-a",
  "quyet-dinh": "graph-b",
  "quy-dinh": "graph-b",
  "quy-che": "graph-b",
  "huong-dan": "graph-c",
  "ke-hoach": "graph-d",
  "chuong-trinh": "graph-d",
  "de-an": "graph-d",
  "bao-cao": "graph-e",
  "cong-van": "graph-f",
  "thong-bao": "graph-f",
};

/** Relations that a reader must not overlook have a colour of their own. */
const relations: Record<string, string> = {
  "thay-the": "relation-change",
  "bai-bo": "relation-change",
  "sua-doi-bo-sung": "relation-change",
  "huong-dan": "relation-carry",
  "trien-khai": "relation-carry",
  "thuc-hien": "relation-carry",
  "can-cu": "relation-ground",
};

/** The colour of a document, by its type. */
export const typeColour = (type: string | null): string => colour(types[type ?? ""] ?? "graph-g");

/** The colour of an edge, by its relation. */
export const relationColour = (relation: string): string => colour(relations[relation] ?? "dim");

/** Diameter of a document, by how many cite it. */
export const size = (citedBy: number): number => Math.min(64, 20 + 9 * Math.log2(1 + citedBy));

/** The drawing's look, in the page's colours. Names of edges are shown where there are few of them. */
export function look(isSmall: boolean): StylesheetJson {
  const [ink, ground, dim, accent, font] = [colour("ink"), colour("panel"), colour("dim"), colour("accent"), colour("sans")];
  return [
    {
      selector: "node.document",
      style: {
        label: "data(short)",
        width: "data(size)",
        height: "data(size)",
        "background-color": "data(colour)",
        "border-width": 2,
        "border-color": "data(colour)",
        color: ink,
        "font-family": font,
        "font-size": 12,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "wrap",
        "text-max-width": "118px",
        "text-background-color": ground,
        "text-background-opacity": 0.8,
        "min-zoomed-font-size": 5,
      },
    },
    { selector: "node.stub", style: { "background-opacity": 0.12, "border-style": "dashed" } },
    { selector: "node.center", style: { "border-width": 5, "border-color": accent, "font-weight": "bold" } },
    {
      selector: "node.axis",
      style: {
        label: "data(short)",
        width: 1,
        height: 1,
        "background-opacity": 0,
        color: dim,
        "font-family": font,
        "font-size": 16,
        "font-weight": "bold",
        "text-valign": "center",
        events: "no",
      },
    },
    {
      selector: "edge",
      style: {
        width: 1.6,
        "line-color": "data(colour)",
        "target-arrow-color": "data(colour)",
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        "curve-style": isSmall ? "bezier" : "straight",
        opacity: isSmall ? 0.85 : 0.45,
        label: isSmall ? "data(label)" : "",
        color: dim,
        "font-family": font,
        "font-size": 10,
        "min-zoomed-font-size": 8,
        "text-background-color": ground,
        "text-background-opacity": 0.9,
        "text-rotation": "autorotate",
      },
    },
    { selector: ".faded", style: { opacity: 0.18 } },
    { selector: "node.chosen", style: { "border-width": 5, "border-color": accent, "border-style": "solid" } },
    { selector: "edge.chosen, edge.way", style: { width: 3.5, opacity: 1, label: "data(label)", "z-index": 9 } },
    { selector: "node.way", style: { "border-width": 5, "border-color": accent } },
  ];
}
