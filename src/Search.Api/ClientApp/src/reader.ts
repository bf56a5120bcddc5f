import { say } from "./language";

/** The document page: steps through the marks of a search, and the outline says which section is being read. */
export function watchReading(): void {
  stepThroughMarks();
  markSection();
}

function stepThroughMarks(): void {
  const bar = document.querySelector<HTMLElement>("[data-steps]");
  const marks = [...document.querySelectorAll<HTMLElement>(".text mark[id]")];
  if (!bar || marks.length === 0) return;
  let at = marks.findIndex((mark) => `#${mark.id}` === location.hash);
  const all = bar.textContent ?? "";
  const count = document.createElement("span");
  count.textContent = all;

  const go = (by: number): void => {
    marks[at]?.classList.remove("now");
    at = at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
    const mark = marks[at];
    if (!mark) return;
    mark.classList.add("now");
    for (let fold = mark.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
    mark.scrollIntoView({ block: "center" });
    count.textContent = say(`${at + 1}/${marks.length} chỗ trùng`, `${at + 1} of ${marks.length}`);
  };

  const button = (sign: string, name: string, by: number): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet small";
    made.textContent = sign;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", () => go(by));
    return made;
  };

  bar.replaceChildren(
    button("↑", say("Chỗ trùng trước", "Previous match"), -1),
    count,
    button("↓", say("Chỗ trùng sau", "Next match"), 1),
  );
}

function markSection(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".outline a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const places = [...links.keys()].map((id) => document.getElementById(id)).filter((place) => place !== null);
  if (places.length === 0) return;
  let current: HTMLAnchorElement | undefined;
  let waiting = false;

  const look = (): void => {
    waiting = false;
    // The last section that began at or above the upper edge of the window; places are in reading order.
    const line = 40;
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle + 1;
      else high = middle;
    }

    const link = links.get(places[Math.max(0, low - 1)]?.id ?? "");
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
  };

  document.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  }, { passive: true });
  look();
}

/** The section being read as a reference names it, "mục II.1"; nothing where the outline knows none. */
export const sectionBeingRead = (): string =>
  document.querySelector<HTMLElement>(".outline a[aria-current]")?.dataset["pin"] ?? "";
