/** A document of the graph, as the server describes it. */
export interface GraphNode {
  key: string;
  slug: string;
  url: string;
  name: string;
  /** A name of a few characters, for the drawing. */
  short: string;
  title: string | null;
  type: string | null;
  date: string | null;
  level: string | null;
  levelName: string;
  status: "present" | "abstract" | "stub" | "known";
  citedBy: number;
}

/** One document citing another. */
export interface GraphEdge {
  source: string;
  target: string;
  relation: string;
  label: string;
  /** How often the one cites the other. */
  mentions: number;
}

/** What one page says: its documents, who cites whom, and the list that shows the same. */
export interface Model {
  center: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  list: HTMLElement;
}

/** The name of an edge; neither part can hold the sign between them. */
export const edgeId = (edge: { source: string; target: string }): string => `${edge.source}→${edge.target}`;

/** Reads a page's data block and its list. */
export function readModel(page: ParentNode): Model {
  const data = page.querySelector<HTMLTemplateElement>("template#graph-data")?.content.textContent;
  const list = page.querySelector<HTMLElement>("#graph-list");
  if (!data || !list) throw new Error("The page holds no graph.");
  const { center, nodes, edges } = JSON.parse(data) as Omit<Model, "list">;
  return { center, nodes, edges, list };
}

/** Several pages as one: what is already there stays as it is. */
export function merge(first: Model, others: readonly Model[]): Model {
  const nodes = new Map(first.nodes.map((node) => [node.key, node]));
  const edges = new Map(first.edges.map((edge) => [edgeId(edge), edge]));
  const list = first.list.cloneNode(true) as HTMLElement;
  for (const other of others) {
    for (const edge of other.edges) {
      if (!edges.has(edgeId(edge))) edges.set(edgeId(edge), edge);
    }

    for (const node of other.nodes) {
      if (nodes.has(node.key)) continue;
      nodes.set(node.key, node);
      copyItem(other.list, list, node);
    }
  }

  return { center: first.center, nodes: [...nodes.values()], edges: [...edges.values()], list };
}

/** The list's entry of a document. */
export const itemOf = (list: ParentNode, key: string): HTMLElement | null =>
  list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);

function copyItem(from: HTMLElement, to: HTMLElement, node: GraphNode): void {
  const item = itemOf(from, node.key);
  if (!item) return;
  const level = node.level ?? "";
  let group = to.querySelector<HTMLElement>(`[data-level="${CSS.escape(level)}"]`);
  if (!group) {
    const source = item.closest<HTMLElement>("[data-level]");
    if (!source) return;
    group = source.cloneNode(true) as HTMLElement;
    group.querySelector("ul")?.replaceChildren();
    to.append(group);
  }

  group.querySelector("ul")?.append(item.cloneNode(true));
}
