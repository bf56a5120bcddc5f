/**
 * The cards of citations open by CSS alone. This keeps them inside the window and closes them with Escape, as whoever
 * enlarges the page needs.
 */
export function watchCards(): void {
  document.addEventListener("pointerover", (event) => place(event.target));
  document.addEventListener("focusin", (event) => place(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const box of document.querySelectorAll(".cite-box:hover, .cite-box:focus-within")) {
      box.classList.add("closed");
      const open = (): void => box.classList.remove("closed");
      box.addEventListener("pointerleave", open, { once: true });
      box.addEventListener("focusout", open, { once: true });
    }
  });
}

function place(target: EventTarget | null): void {
  const box = target instanceof Element ? target.closest<HTMLElement>(".cite-box") : null;
  const card = box?.querySelector<HTMLElement>(".card");
  if (!box || !card) return;
  card.style.translate = "none";
  card.classList.remove("above");
  const margin = 8;
  const place = card.getBoundingClientRect();
  if (place.width === 0) return;
  if (place.bottom > innerHeight - margin && place.top - place.height > 60) card.classList.add("above");
  const right = place.right - (document.documentElement.clientWidth - margin);
  if (right > 0) card.style.translate = `${-Math.min(right, place.left - margin)}px`;
}
