import { say } from "./language";

interface Suggestion {
  text: string;
  kind: string;
  key: string | null;
  url: string | null;
  detail: string | null;
}

const kinds: Record<string, string> = {
  number: say("số hiệu", "number"),
  title: say("văn bản", "document"),
  phrase: say("cụm từ", "phrase"),
};

let boxes = 0;

/** Turns a search box into a combobox with a list of suggestions, after the ARIA authoring practices. */
export function completeQueries(box: HTMLInputElement): void {
  const form = box.form;
  const source = box.dataset["suggest"];
  if (!form || !source) return;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `suggestions-${boxes++}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Gợi ý", "Suggestions"));
  list.hidden = true;
  form.append(list);
  for (const [name, value] of [
    ["role", "combobox"],
    ["aria-autocomplete", "list"],
    ["aria-controls", list.id],
    ["aria-expanded", "false"],
  ] as const) {
    box.setAttribute(name, value);
  }

  let shown: Suggestion[] = [];
  let chosen = -1;
  let timer = 0;
  let turn = 0;
  let typed = box.value;

  const close = (): void => {
    turn++;
    clearTimeout(timer);
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const choose = (index: number): void => {
    // One step past either end leads back to what was typed.
    const places = shown.length + 1;
    chosen = ((index + 1 + places) % places) - 1;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    const item = list.children[chosen];
    if (item) {
      box.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }

    box.value = shown[chosen]?.text ?? typed;
  };

  const take = (suggestion: Suggestion): void => {
    if (suggestion.url) {
      location.assign(suggestion.url);
      return;
    }

    box.value = suggestion.text;
    close();
    form.requestSubmit();
  };

  const show = (suggestions: Suggestion[]): void => {
    shown = suggestions;
    chosen = -1;
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const text = document.createElement("span");
        text.lang = "vi";
        text.textContent = suggestion.text;
        const kind = document.createElement("small");
        kind.textContent = suggestion.detail ?? kinds[suggestion.kind] ?? "";
        item.append(text, kind);
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(suggestion);
        });
        return item;
      }),
    );
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    box.removeAttribute("aria-activedescendant");
  };

  const ask = async (): Promise<void> => {
    const text = box.value.trim();
    const mine = ++turn;
    if (text.length < 2) {
      close();
      return;
    }

    try {
      const response = await fetch(`${source}?q=${encodeURIComponent(text)}`);
      if (mine !== turn) return;
      if (!response.ok) {
        close();
        return;
      }

      const answer = (await response.json()) as { suggestions: Suggestion[] };
      if (mine === turn && document.activeElement === box) show(answer.suggestions);
    } catch {
      close();
    }
  };

  box.addEventListener("input", () => {
    typed = box.value;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), 120);
  });
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (list.hidden) {
      if (event.key === "ArrowDown" && box.value.trim().length >= 2) {
        event.preventDefault();
        void ask();
      }

      return;
    }

    if (event.key === "Escape") {
      event.preventDefault();
      box.value = typed;
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      const suggestion = shown[chosen];
      if (!suggestion) return;
      event.preventDefault();
      take(suggestion);
    }
  });
}
