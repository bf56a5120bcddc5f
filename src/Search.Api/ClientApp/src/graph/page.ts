import { say } from "../language";
import { Drawing } from "./drawing";
import { download, graphMl, png, svg } from "./files";
import type { Arrangement } from "./layout";
import { itemOf, merge, type Model, readModel } from "./model";
import { Panel } from "./panel";

/**
 * The graph page: the server's list and the drawing of it, in step. Filters and expanding ask the server for the page
 * they would lead to without a script, and read the graph and the list out of it.
 */
export function showGraph(page: HTMLElement): void {
  const canvas = page.querySelector<HTMLElement>("#graph-canvas");
  const place = page.querySelector<HTMLElement>("#graph-panel");
  const form = document.querySelector<HTMLFormElement>("#graph-filters");
  const arrangement = page.querySelector<HTMLSelectElement>("#graph-layout");
  if (!canvas || !place || !form || !arrangement) return;

  let base = readModel(document);
  let shown = base;
  const expanded = new Map<string, Model>();
  const drawing = new Drawing(canvas, base.nodes.length, {
    node: (key) => choose(key, true),
    edge: (source, target) => void chooseEdge(source, target),
    nothing: () => clear(),
  });
  const panel = new Panel(place, {
    isExpanded: (key) => expanded.has(key),
    toggle: async (node) => {
      if (!expanded.delete(node.key)) {
        const model = await fetchModel(`/do-thi/${node.slug}?${query("1")}`);
        if (!model) return;
        expanded.set(node.key, model);
      }

      rebuild();
      choose(node.key, false);
      place.querySelector<HTMLElement>("[data-act=expand]")?.focus();
    },
    way: async (node) => {
      const start = base.nodes.find((other) => other.key === base.center);
      const model = start && (await fetchModel(`/do-thi/${start.slug}?den=${encodeURIComponent(node.slug)}`));
      if (!model) return;
      if (model.edges.length === 0) {
        panel.say(say("Không có đường nào nối hai văn bản.", "No chain of citations links the two."));
        return;
      }

      expanded.set(`way ${node.key}`, model);
      rebuild();
      drawing.way(model);
      panel.say(model.nodes.map((step) => step.name).join(" – "));
    },
  });

  function rebuild(): void {
    // What hung on a collapsed document goes with it.
    const present = new Set(base.nodes.map((node) => node.key));
    const parts: Model[] = [];
    for (let found = true; found; ) {
      found = false;
      for (const [key, model] of expanded) {
        if (parts.includes(model) || !(present.has(key) || key.startsWith("way "))) continue;
        parts.push(model);
        model.nodes.forEach((node) => present.add(node.key));
        found = true;
      }
    }

    shown = merge(base, parts);
    page.querySelector("#graph-list")?.replaceWith(shown.list);
    canvas?.setAttribute(
      "aria-label",
      say(
        `Sơ đồ ${shown.nodes.length} văn bản, ${shown.edges.length} dẫn chiếu. Danh sách bên cạnh có cùng nội dung.`,
        `Graph of ${shown.nodes.length} documents and ${shown.edges.length} citations. The list beside it says the same.`,
      ),
    );
    drawing.show(shown, arrangement?.value as Arrangement);
  }

  function choose(key: string, scroll: boolean): void {
    const node = shown.nodes.find((other) => other.key === key);
    if (!node) return;
    mark(key);
    drawing.choose(key);
    panel.node(node, shown);
    // Only the list moves, never the page under the reader's hands.
    const item = itemOf(shown.list, key);
    if (scroll && item) shown.list.scrollTo({ top: item.offsetTop - 60 });
  }

  async function chooseEdge(source: string, target: string): Promise<void> {
    const edge = shown.edges.find((other) => other.source === source && other.target === target);
    const [from, to] = [source, target].map((key) => shown.nodes.find((node) => node.key === key));
    if (!edge || !from || !to) return;
    mark(null);
    drawing.chooseEdge(source, target);
    await panel.edge(from, to, edge.label);
  }

  function clear(): void {
    mark(null);
    drawing.clear();
    panel.say(say("Chọn một văn bản hay một mũi tên.", "Choose a document or an arrow."));
  }

  function mark(key: string | null): void {
    for (const item of shown.list.querySelectorAll("[aria-current]")) item.removeAttribute("aria-current");
    if (key !== null) itemOf(shown.list, key)?.setAttribute("aria-current", "true");
  }

  const query = (depth?: string): string => {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value !== "") chosen.append(name, value);
    }

    if (depth) chosen.set("depth", depth);
    return chosen.toString();
  };

  async function fetchModel(address: string): Promise<Model | null> {
    const page = await fetchPage(address);
    return page && readModel(page);
  }

  async function fetchPage(address: string): Promise<Document | null> {
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status}`);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      panel.say(say("Máy chủ chưa trả lời được; hãy thử lại.", "The server gave no answer; try again."));
      return null;
    }
  }

  /** The next documents within reach join those that are shown; what the page says of the rest follows. */
  async function more(link: HTMLAnchorElement): Promise<void> {
    const answer = await fetchPage(link.href);
    if (!answer) return;
    base = merge(base, [readModel(answer)]);
    rebuild();
    sayRest(answer);
    panel.say(counted());
    document.querySelector<HTMLElement>("[data-act=more]")?.focus();
  }

  /** What the answer says of documents that are not shown stands above the graph. */
  function sayRest(answer: Document): void {
    document.querySelector("[data-more]")?.remove();
    const rest = answer.querySelector("[data-more]");
    rest?.querySelector(".part")?.remove();
    if (rest?.textContent?.trim()) page.before(rest);
  }

  const counted = (): string =>
    say(`${shown.nodes.length} văn bản, ${shown.edges.length} dẫn chiếu.`, `${shown.nodes.length} documents, ${shown.edges.length} citations.`);

  async function refilter(): Promise<void> {
    const address = `${location.pathname}?${query()}`;
    const answer = await fetchPage(address);
    if (!answer) return;
    base = readModel(answer);
    sayRest(answer);
    const keys = [...expanded.keys()];
    expanded.clear();
    for (const key of keys) {
      const node = shown.nodes.find((other) => other.key === key);
      const part = node && (await fetchModel(`/do-thi/${node.slug}?${query("1")}`));
      if (part) expanded.set(key, part);
    }

    history.replaceState(null, "", address);
    rebuild();
    panel.say(counted());
  }

  page.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const pick = target?.closest<HTMLElement>("[data-pick]");
    const arrow = target?.closest<HTMLElement>("[data-source]");
    if (pick) {
      const key = pick.closest<HTMLElement>("[data-key]")?.dataset["key"];
      if (key) choose(key, false);
    } else if (arrow) {
      void chooseEdge(arrow.dataset["source"] ?? "", arrow.dataset["target"] ?? "");
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-act=more]") : null;
    if (!link) return;
    event.preventDefault();
    void more(link);
  });

  const ground = (): string => getComputedStyle(canvas).backgroundColor;
  const name = base.nodes.find((node) => node.key === base.center)?.slug ?? "graph";
  const acts: Record<string, () => void> = {
    in: () => drawing.zoom(1.4),
    out: () => drawing.zoom(1 / 1.4),
    fit: () => drawing.fit(),
    png: () => download(png(drawing.cy, ground()), `${name}.png`),
    svg: () => download(svg(drawing.cy, ground(), getComputedStyle(canvas).color), `${name}.svg`),
    graphml: () => download(graphMl(drawing.cy), `${name}.graphml`),
  };
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-act]")) {
    button.addEventListener("click", () => acts[button.dataset["act"] ?? ""]?.());
  }

  arrangement.addEventListener("change", () => drawing.show(shown, arrangement.value as Arrangement));
  form.addEventListener("change", () => void refilter());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void refilter();
  });

  rebuild();
  clear();
  page.dataset["ready"] = "true";
}
