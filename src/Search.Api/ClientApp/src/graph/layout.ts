import { say } from "../language";
import type { GraphNode } from "./model";

/** A point of the drawing, in its own units. */
export interface Point {
  x: number;
  y: number;
}

/** A word beside the drawing that says what a row or a column is. */
export interface Axis extends Point {
  text: string;
}

/** Where everything goes. */
export interface Plan {
  points: Map<string, Point>;
  axes: Axis[];
}

/** How the drawing is laid out. */
export type Arrangement = "levels" | "time";

const levels = ["trung-uong", "nha-nuoc", "tinh", "dia-phuong", "huyen", "co-so"];
const stepX = 132;
const stepY = 96;

const rank = (node: GraphNode): number => {
  const place = levels.indexOf(node.level ?? "");
  return place < 0 ? levels.length : place;
};

const byDate = (a: GraphNode, b: GraphNode): number =>
  (a.date ?? "9999").localeCompare(b.date ?? "9999") || a.key.localeCompare(b.key);

/** Lays documents out; needs one pass over them, so that thousands cost nothing to speak of. */
export const arrange = (nodes: readonly GraphNode[], arrangement: Arrangement): Plan =>
  arrangement === "time" ? byTime(nodes) : byLevel(nodes);

/** The centre above, the grassroots below; inside a level from the oldest to the newest. */
function byLevel(nodes: readonly GraphNode[]): Plan {
  const plan: Plan = { points: new Map(), axes: [] };
  const width = Math.max(5, Math.ceil(Math.sqrt(nodes.length * 1.8)));
  let y = 0;
  for (const [, row] of [...group(nodes, rank)].sort(([a], [b]) => a - b)) {
    row.sort(byDate);
    const columns = Math.min(width, row.length);
    plan.axes.push({ text: row[0]?.levelName ?? "", x: (-(width + 0.6) * stepX) / 2, y });
    row.forEach((node, i) => {
      // Every second one a little lower, so that long names do not touch.
      const column = i % columns;
      plan.points.set(node.key, {
        x: (column - (columns - 1) / 2) * stepX,
        y: y + Math.floor(i / columns) * stepY + (column % 2) * 26,
      });
    });
    y += Math.ceil(row.length / columns) * stepY + 70;
  }

  return plan;
}

/** A column a year, the undated at the end; inside a year from the centre down. */
function byTime(nodes: readonly GraphNode[]): Plan {
  const plan: Plan = { points: new Map(), axes: [] };
  const height = Math.max(6, Math.ceil(Math.sqrt(nodes.length)));
  let x = 0;
  for (const [year, column] of [...group(nodes, (node) => node.date?.slice(0, 4) ?? "")].sort(([a], [b]) => (a || "9999").localeCompare(b || "9999"))) {
    column.sort((a, b) => rank(a) - rank(b) || byDate(a, b));
    const columns = Math.ceil(column.length / height);
    plan.axes.push({ text: year || say("không rõ ngày", "undated"), x: x + ((columns - 1) * stepX) / 2, y: -stepY });
    column.forEach((node, i) => {
      plan.points.set(node.key, { x: x + Math.floor(i / height) * stepX, y: (i % height) * stepY * 0.8 });
    });
    x += columns * stepX + 24;
  }

  return plan;
}

function group<T>(nodes: readonly GraphNode[], by: (node: GraphNode) => T): Map<T, GraphNode[]> {
  const groups = new Map<T, GraphNode[]>();
  for (const node of nodes) {
    const name = by(node);
    const members = groups.get(name);
    if (members) members.push(node);
    else groups.set(name, [node]);
  }

  return groups;
}
