/**
 * Choosing a span of years by dragging over the histogram; the two date fields below it do the same for the
 * keyboard. Each bar carries its year, and the fields are named by the histogram's data-from and data-to.
 */
export function dragYears(histogram: SVGSVGElement): void {
  const bars = [...histogram.querySelectorAll<SVGElement>("[data-year]")];
  const from = document.getElementById(histogram.dataset["from"] ?? "");
  const to = document.getElementById(histogram.dataset["to"] ?? "");
  if (!(from instanceof HTMLInputElement) || !(to instanceof HTMLInputElement) || bars.length === 0) return;
  let start = -1;
  let dragged = false;

  const at = (event: PointerEvent): number => {
    const box = histogram.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return Math.min(bars.length - 1, Math.max(0, Math.floor(share * bars.length)));
  };

  const paint = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    bars.forEach((bar, i) => bar.classList.toggle("chosen", i >= low && i <= high));
    from.value = `${bars[low]?.dataset["year"] ?? ""}-01-01`;
    to.value = `${bars[high]?.dataset["year"] ?? ""}-12-31`;
  };

  histogram.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    start = at(event);
    dragged = false;
  });
  histogram.addEventListener("pointermove", (event) => {
    if (start < 0) return;
    const now = at(event);
    if (now === start && !dragged) return;
    if (!dragged) histogram.setPointerCapture(event.pointerId);
    dragged = true;
    paint(start, now);
  });
  histogram.addEventListener("pointerup", (event) => {
    if (start < 0) return;
    const chosen = dragged;
    if (chosen) paint(start, at(event));
    start = -1;
    if (chosen) from.form?.requestSubmit();
  });
  histogram.addEventListener("pointercancel", () => (start = -1));
  // A drag ends on a bar, which is a link.
  histogram.addEventListener("click", (event) => {
    if (dragged) event.preventDefault();
  });
  histogram.addEventListener("dragstart", (event) => event.preventDefault());
}
