import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { boxHeight, boxWidth } from "./layout";

const escape = (text: unknown): string =>
  String(text ?? "").replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Hands a file to the reader. */
export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The drawing as a bitmap, twice as fine as a screen. */
export const png = (cy: Core, ground: string): Blob =>
  cy.png({ output: "blob", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: ground });

/** The drawing as a picture of lines. */
export function svg(cy: Core, ground: string, ink: string): Blob {
  const box = cy.elements().boundingBox();
  const edge = (e: EdgeSingular): string => {
    const [from, to] = [e.source().position(), e.target().position()];
    // Where the line meets the box it points at.
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const share = Math.min(boxWidth / 2 / (Math.abs(dx) || 1), boxHeight / 2 / (Math.abs(dy) || 1), 1);
    const end = { x: to.x - dx * share, y: to.y - dy * share };
    return `<line x1="${from.x}" y1="${from.y}" x2="${end.x}" y2="${end.y}" stroke="${escape(e.data("colour"))}" marker-end="url(#arrow)"><title>${escape(e.data("label"))}</title></line>`;
  };
  const node = (n: NodeSingular): string => {
    const { x, y } = n.position();
    if (n.hasClass("axis")) return `<text x="${x}" y="${y}" font-weight="bold">${escape(n.data("short"))}</text>`;
    const ghost = n.hasClass("stub") ? ' stroke-dasharray="5 4"' : "";
    const lines = String(n.data("caption")).split("\n").map((line, i) => `<text x="${x}" y="${y - 4 + i * 15}"${i ? ' font-size="9"' : ' font-weight="bold"'}>${escape(line.length > 32 ? `${line.slice(0, 31)}…` : line)}</text>`);
    return `<g><title>${escape(n.data("name"))}</title><rect x="${x - boxWidth / 2}" y="${y - boxHeight / 2}" width="${boxWidth}" height="${boxHeight}" rx="6" fill="${escape(ground)}" stroke="${escape(n.data("colour"))}" stroke-width="2"${ghost}/>${lines.join("")}</g>`;
  };
  const margin = 30;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x1 - margin} ${box.y1 - margin} ${box.w + 2 * margin} ${box.h + 2 * margin}" font-family="sans-serif" font-size="12" text-anchor="middle" fill="${escape(ink)}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#777"/></marker></defs>
<rect x="${box.x1 - margin}" y="${box.y1 - margin}" width="100%" height="100%" fill="${escape(ground)}"/>
<g stroke-width="1.5">${cy.edges().map(edge).join("\n")}</g>
${cy.nodes().map(node).join("\n")}
</svg>`;
  return new Blob([text], { type: "image/svg+xml" });
}

/** The graph as data: one key an attribute, source cites target. */
export function graphMl(cy: Core): Blob {
  const nodeKeys = ["name", "title", "type", "date", "level", "status"];
  const edgeKeys = ["relation", "label"];
  const data = (element: NodeSingular | EdgeSingular, keys: readonly string[]): string =>
    keys
      .filter((key) => element.data(key) != null)
      .map((key) => `<data key="${key}">${escape(element.data(key))}</data>`)
      .join("");
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${nodeKeys.map((key) => `<key id="${key}" for="node" attr.name="${key}" attr.type="string"/>`).join("\n")}
${edgeKeys.map((key) => `<key id="${key}" for="edge" attr.name="${key}" attr.type="string"/>`).join("\n")}
<graph edgedefault="directed">
${cy.nodes(".document").map((n) => `<node id="${escape(n.id())}">${data(n, nodeKeys)}</node>`).join("\n")}
${cy.edges().map((e) => `<edge source="${escape(e.source().id())}" target="${escape(e.target().id())}">${data(e, edgeKeys)}</edge>`).join("\n")}
</graph>
</graphml>
`;
  return new Blob([text], { type: "application/graphml+xml" });
}
