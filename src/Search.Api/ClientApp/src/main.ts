import { watchCards } from "./cards";
import { offerCopies } from "./copy";
import { listenForKeys } from "./keys";
import { watchReading } from "./reader";
import { completeQueries } from "./suggestions";
import { sendFiles } from "./uploads";
import { dragYears } from "./years";

document.documentElement.classList.add("scripted");
listenForKeys();
watchCards();
offerCopies();
watchReading();
for (const box of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) completeQueries(box);
for (const histogram of document.querySelectorAll<SVGSVGElement>("svg[data-years]")) dragYears(histogram);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) sendFiles(form);

const graph = document.querySelector<HTMLElement>("[data-graph]");
if (graph) {
  // Cytoscape is large: only the page that draws with it loads it.
  const { showGraph } = await import("./graph/page");
  showGraph(graph);
}
