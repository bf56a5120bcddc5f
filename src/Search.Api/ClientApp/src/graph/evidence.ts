import { say } from "../language";

interface Line {
  citation: { target: { key: string } | null };
  relationLabel: string;
  sentence: string;
  anchor: string | null;
  reason: string;
}

/** The sentences in which one document cites another, as nodes of the page. */
export async function sentences(slug: string, url: string, target: string): Promise<Node[]> {
  const response = await fetch(`/api/documents/${encodeURIComponent(slug)}/citations`);
  if (!response.ok) throw new Error(`${response.status}`);
  const { items } = (await response.json()) as { items: Line[] };
  const lines = items.filter((line) => line.citation.target?.key === target);
  return lines.slice(0, 8).map((line) => {
    const quote = document.createElement("blockquote");
    quote.lang = "vi";
    quote.append(line.sentence, " ");
    if (line.anchor) {
      const link = document.createElement("a");
      link.href = `${url}#${encodeURIComponent(line.anchor)}`;
      link.textContent = say("xem trong văn bản", "show in the text");
      link.lang = document.documentElement.lang;
      quote.append(link);
    }

    return quote;
  });
}
