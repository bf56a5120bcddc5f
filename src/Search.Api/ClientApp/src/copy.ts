import { say } from "./language";

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
    await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
    button.textContent = say("Đã chép", "Copied");
  } catch {
    button.textContent = say("Trình duyệt không cho chép", "The browser did not allow it");
  }

  setTimeout(() => (button.textContent = label), 2500);
}
