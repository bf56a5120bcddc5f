import { say } from "../language";
import { sentences } from "./evidence";
import type { GraphNode, Model } from "./model";

/** What can be done with the document a reader chose. */
export interface Actions {
  isExpanded: (key: string) => boolean;
  toggle: (node: GraphNode) => Promise<void>;
  way: (node: GraphNode) => Promise<void>;
}

/** The words beside the drawing: what was chosen and what can be done with it. A live region reads them out. */
export class Panel {
  constructor(
    private readonly place: HTMLElement,
    private readonly actions: Actions,
  ) {}

  say(text: string): void {
    this.place.replaceChildren(paragraph(text));
  }

  node(node: GraphNode, model: Model): void {
    const links = model.edges.filter((edge) => edge.source === node.key || edge.target === node.key).length;
    const buttons = document.createElement("p");
    buttons.className = "graph-actions";
    const isExpanded = this.actions.isExpanded(node.key);
    if (node.key !== model.center) {
      const expand = button(isExpanded ? say("Thu gọn", "Collapse") : say("Mở rộng", "Expand"), () => this.actions.toggle(node));
      expand.dataset["act"] = "expand";
      expand.setAttribute("aria-expanded", String(isExpanded));
      const way = button(say("Đường từ văn bản gốc", "Path from the start"), () => this.actions.way(node));
      way.dataset["act"] = "way";
      const center = document.createElement("a");
      center.href = `/do-thi/${node.slug}`;
      center.textContent = say("Lấy làm gốc", "Start from here");
      buttons.append(expand, way, center);
    }

    const status = {
      present: say("có toàn văn", "full text"),
      abstract: say("có bản tóm lược", "abstract"),
      stub: say("chỉ biết qua dẫn chiếu", "known by citation"),
      known: say("theo danh mục", "in the register"),
    }[node.status];
    const count = say(`${links} liên kết trên sơ đồ`, `${links} links in the graph`);
    this.place.replaceChildren(heading(node), ...(node.title ? [paragraph(node.title)] : []), dim(`${status} · ${count}`), buttons);
  }

  /** An edge with the sentences that prove it. */
  async edge(source: GraphNode, target: GraphNode, label: string): Promise<void> {
    const relation = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = label;
    relation.append(link(source), " → ", strong, " → ", link(target));
    const wait = dim(say("Đang tìm câu làm căn cứ…", "Looking for the sentence that proves it…"));
    this.place.replaceChildren(relation, wait);
    try {
      const quotes = await sentences(source.slug, source.url, target.key);
      if (wait.isConnected) wait.replaceWith(...quotes);
    } catch {
      wait.textContent = say("Không lấy được câu làm căn cứ.", "The sentence could not be fetched.");
    }
  }
}

function heading(node: GraphNode): HTMLElement {
  const title = document.createElement("p");
  const strong = document.createElement("strong");
  strong.append(link(node));
  title.append(strong);
  return title;
}

function link(node: GraphNode): HTMLAnchorElement {
  const anchor = document.createElement("a");
  anchor.href = node.url;
  anchor.textContent = node.name;
  return anchor;
}

function paragraph(text: string): HTMLElement {
  const p = document.createElement("p");
  p.textContent = text;
  return p;
}

function dim(text: string): HTMLElement {
  const p = paragraph(text);
  p.className = "dim";
  return p;
}

function button(text: string, act: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = text;
  made.addEventListener("click", () => void act());
  return made;
}
