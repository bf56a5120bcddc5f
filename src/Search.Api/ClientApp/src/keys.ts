const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** "/" goes to the search box; arrows go from hit to hit, and Enter opens the one in focus as any link. */
export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      const box = document.querySelector<HTMLInputElement>("main input[type=search], input[type=search]");
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event, event.key === "ArrowDown" ? 1 : -1);
    }
  });
}

function step(event: KeyboardEvent, by: number): void {
  const hits = [...document.querySelectorAll<HTMLAnchorElement>(".hit h2 a")];
  const current = hits.findIndex((hit) => hit === document.activeElement || hit.closest(".hit")?.contains(document.activeElement));
  // Arrows scroll the page as ever until a hit has the focus.
  if (current < 0 && document.activeElement !== document.body) return;
  if (current < 0 && by < 0) return;
  const next = hits[current + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
