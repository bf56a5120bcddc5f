// Small comforts on top of pages that work without any script: completion, "/" to focus, folded filters on phones.
(() => {
  "use strict";
  const box = document.querySelector("input[data-suggest]");
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      const target = box ?? document.querySelector("input[type=search]");
      if (target) { event.preventDefault(); target.focus(); target.select(); }
    }
  });
  if (matchMedia("(max-width: 56rem)").matches) document.querySelector(".facets details")?.removeAttribute("open");
  if (!box) return;

  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.documentElement.lang === "en" ? "Suggestions" : "Gợi ý");
  list.hidden = true;
  box.after(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  let chosen = -1, timer = 0, asked = 0;

  const close = () => { list.hidden = true; list.replaceChildren(); chosen = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const choose = (index) => {
    const items = [...list.children];
    if (items.length === 0) return;
    chosen = (index + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    box.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (item) => { if (item.dataset.url) location.href = item.dataset.url; else { box.value = item.textContent; box.form.submit(); } };
  const ask = async () => {
    const text = box.value.trim(), turn = ++asked;
    if (text.length < 2) return close();
    try {
      const response = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`);
      if (!response.ok || turn !== asked) return;
      const { suggestions } = await response.json();
      list.replaceChildren(...suggestions.map((s, i) => {
        const item = document.createElement("li");
        item.id = `suggestion-${i}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = s.text;
        if (s.url) item.dataset.url = s.url;
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(item); });
        return item;
      }));
      chosen = -1;
      list.hidden = suggestions.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
    } catch { close(); }
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (list.hidden) return;
    else if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen]); }
  });
})();
