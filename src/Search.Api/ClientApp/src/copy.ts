import { say } from "./language";
import { sectionBeingRead } from "./reader";

/** Buttons with data-copy put their text on the clipboard and say so. */
export function offerCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.addEventListener("click", () => void copy(button));
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.addEventListener("click", () => print());
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  try {
    const section = button.dataset["copyPlace"] === undefined ? "" : sectionBeingRead();
    await navigator.clipboard.writeText((button.dataset["copy"] ?? "") + (section && `, ${section}`));
    button.textContent = say("Đã chép", "Copied");
  } catch {
    button.textContent = say("Trình duyệt không cho chép", "The browser did not allow it");
  }

  setTimeout(() => (button.textContent = label), 2500);
}
