import type { StylesheetJson } from "cytoscape";
import { boxHeight, boxWidth } from "./layout";

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

/** What stands in the box of a document: its number, and the beginning of its title below. */
export const caption = (short: string, title: string | null): string => {
  if (!title || title === short) return short;
  const words = title.length > 44 ? `${title.slice(0, title.lastIndexOf(" ", 43) + 1 || 43).trimEnd()}…` : title;
  return `${short}\n${words}`;
};

/** The drawing's look, in the page's colours. An edge shows its name when it is pointed at or chosen. */
export function look(isSmall: boolean): StylesheetJson {
  const [ink, ground, dim, accent, font] = [colour("ink"), colour("panel"), colour("dim"), colour("accent"), colour("sans")];
  return [
    {
      selector: "node.document",
      style: {
        label: "data(caption)",
        shape: "round-rectangle",
        width: boxWidth,
        height: boxHeight,
        "background-color": ground,
        "border-width": 2,
        "border-color": "data(colour)",
        color: ink,
        "font-family": font,
        "font-size": 11,
        "text-valign": "center",
        "text-halign": "center",
        "text-wrap": "wrap",
        "text-max-width": `${boxWidth - 12}px`,
        "min-zoomed-font-size": 4,
      },
    },
    { selector: "node.stub", style: { "border-style": "dashed" } },
    { selector: "node.center", style: { "border-width": 4, "border-color": accent, "font-weight": "bold" } },
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
        color: dim,
        "font-family": font,
        "font-size": 10,
        "min-zoomed-font-size": 8,
        "text-background-color": ground,
        "text-background-opacity": 0.9,
        "text-rotation": "autorotate",
      },
    },
    // A mere mention is the least that one document can say of another.
    { selector: "edge.mention", style: { width: 0.8, opacity: isSmall ? 0.45 : 0.25, "arrow-scale": 0.6 } },
    { selector: "edge.near", style: { label: "data(label)", opacity: 1, "z-index": 8 } },
    { selector: ".faded", style: { opacity: 0.18 } },
    { selector: "node.chosen", style: { "border-width": 5, "border-color": accent, "border-style": "solid" } },
    { selector: "edge.chosen, edge.way", style: { width: 3.5, opacity: 1, label: "data(label)", "z-index": 9 } },
    { selector: "node.way", style: { "border-width": 5, "border-color": accent } },
  ];
}
