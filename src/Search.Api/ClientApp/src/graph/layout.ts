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

/** Size of the canvas, in its pixels. */
export interface Room {
  width: number;
  height: number;
}

/** How the drawing is laid out. */
export type Arrangement = "levels" | "time";

const levels = ["trung-uong", "nha-nuoc", "tinh", "dia-phuong", "huyen", "co-so"];

/** Size of a document's box, in the drawing's own units. */
export const boxWidth = 152;
export const boxHeight = 50;

const stepX = boxWidth + 28;
const stepY = boxHeight + 22;

const rank = (node: GraphNode): number => {
  const place = levels.indexOf(node.level ?? "");
  return place < 0 ? levels.length : place;
};

const byDate = (a: GraphNode, b: GraphNode): number =>
  (a.date ?? "9999").localeCompare(b.date ?? "9999") || a.key.localeCompare(b.key);

/** A narrower canvas is a phone's. */
const narrow = 600;

/** Past so many documents a line each is a long way down. */
const mostLines = 120;

/** Whether the drawing is a column as wide as the canvas, which one moves up and down. */
export const isColumn = (count: number, arrangement: Arrangement, room: Room): boolean =>
  arrangement === "time" && room.width < narrow && count <= mostLines;

/** Lays documents out; needs one pass over them, so that thousands cost nothing to speak of. */
export const arrange = (nodes: readonly GraphNode[], arrangement: Arrangement, room: Room): Plan =>
  isColumn(nodes.length, arrangement, room) ? inColumn(nodes) : filled(arrangement === "time" ? byTime(nodes) : byLevel(nodes), room);

/** Room that is left below is given to the arrows between the rows. */
function filled(plan: Plan, room: Room): Plan {
  const places = [...plan.points.values()];
  const width = Math.max(...places.map(({ x }) => x)) - Math.min(...plan.axes.map(({ x }) => x), 0) + boxWidth;
  const top = Math.min(...plan.axes.map(({ y }) => y), 0);
  const height = Math.max(...places.map(({ y }) => y)) - top + 2 * boxHeight;
  const stretch = Math.min(1.6, (width * room.height) / Math.max(1, room.width) / Math.max(1, height));
  if (places.length < 2 || !(stretch > 1)) return plan;
  for (const point of [...places, ...plan.axes]) point.y = top + (point.y - top) * stretch;
  return plan;
}

/** One document a line, oldest first; the further from the centre its level, the further to the right. Fits a phone's width. */
function inColumn(nodes: readonly GraphNode[]): Plan {
  const plan: Plan = { points: new Map(), axes: [] };
  const ranks = [...group(nodes, rank)].sort(([a], [b]) => a - b);
  const step = Math.max(75, 110 / Math.max(1, ranks.length - 1));
  const columns = new Map(ranks.map(([row], i) => [row, i * step]));
  // Names of levels stand closer than they are long: every second one is higher.
  ranks.forEach(([, members], i) => {
    plan.axes.push({ text: members[0]?.levelName ?? "", x: i * step, y: -stepY * (ranks.length > 2 && i % 2 === 1 ? 1 : 0.7) });
  });
  let year: string | undefined;
  [...nodes].sort(byDate).forEach((node, i) => {
    const own = node.date?.slice(0, 4) ?? "";
    const y = i * stepY;
    if (own !== year) plan.axes.push({ text: own || say("chưa rõ", "undated"), x: -boxWidth / 2 - 34, y });
    year = own;
    plan.points.set(node.key, { x: columns.get(rank(node)) ?? 0, y });
  });
  return plan;
}

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
      const column = i % columns;
      plan.points.set(node.key, {
        x: (column - (columns - 1) / 2) * stepX,
        y: y + Math.floor(i / columns) * stepY,
      });
    });
    y += Math.ceil(row.length / columns) * stepY + 70;
  }

  return plan;
}

/** Columns are years, the undated at the end; rows are levels, the centre above. What shares both stands in one cell. */
function byTime(nodes: readonly GraphNode[]): Plan {
  const plan: Plan = { points: new Map(), axes: [] };
  const years = [...group(nodes, (node) => node.date?.slice(0, 4) ?? "")].sort(([a], [b]) => (a || "9999").localeCompare(b || "9999"));
  // A cell grows downwards up to this, then sideways.
  const tallest = Math.max(4, Math.ceil(Math.sqrt(nodes.length / 3)));
  const heights = new Map<number, { rows: number; name: string }>();
  for (const [, column] of years) {
    for (const [row, cell] of group(column, rank)) {
      const rows = Math.min(tallest, cell.length);
      heights.set(row, { rows: Math.max(rows, heights.get(row)?.rows ?? 0), name: cell[0]?.levelName ?? "" });
    }
  }

  // Many years of few documents make a long thin line: every second or third year then stands lower, and the years
  // come closer together, until the whole has about the shape of a canvas.
  const all = [...heights.values()].reduce((sum, { rows }) => sum + rows, 0);
  const isThin = nodes.length <= 60;
  const stairs = isThin ? Math.min(3, Math.max(1, Math.round(Math.sqrt((years.length * stepX) / (all * stepY) / 1.3)))) : 1;
  const tops = new Map<number, number>();
  let y = 0;
  for (const [row, { rows, name }] of [...heights].sort(([a], [b]) => a - b)) {
    tops.set(row, y);
    plan.axes.push({ text: name, x: -boxWidth / 2 - 62, y: y + ((rows * stairs - 1) * stepY) / 2 });
    y += rows * stairs * stepY + 26;
  }

  let x = 0;
  let turn = 0;
  for (const [year, column] of years) {
    // Its name is longer than a year.
    if (year === "" && stairs > 1) x += 48;
    const step = turn++ % stairs;
    const cells = group(column, rank);
    const columns = Math.max(...[...cells.values()].map((cell) => Math.ceil(cell.length / tallest)));
    plan.axes.push({ text: year || say("không rõ ngày", "undated"), x: x + ((columns - 1) * stepX) / 2, y: -stepY });
    for (const [row, cell] of cells) {
      cell.sort(byDate).forEach((node, i) => {
        const down = step * (heights.get(row)?.rows ?? 1) + (i % tallest);
        plan.points.set(node.key, { x: x + Math.floor(i / tallest) * stepX, y: (tops.get(row) ?? 0) + down * stepY });
      });
    }

    x += stairs > 1 && columns === 1 ? stepX / stairs : columns * stepX + 24;
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
