// Figures of the pages against a running host: `npm ci`, then `node measure.mjs http://localhost:5080 [long document's path]`.
// Ends with 1 where Lighthouse gives less than 97 of 100, a list is larger than 200 KB, or a page costs more processor time than
// it should. `node measure.mjs URL --cost` measures what pages cost the server alone, without a browser.
// Chromium is CHROME_PATH, else /usr/bin/chromium.
import { launch as launchChrome } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";

const [base = "http://localhost:5080", second] = process.argv.slice(2);
const long = second === "--cost" ? undefined : second;
const chromePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--headless=new"];
const documentPath = "/van-ban/02-hd-bdntw-2017-01-16";
const graphPath = "/do-thi/04-ct-tw-2011-07-06";

const enough = 97;
const mostBytes = 200 * 1024;

await costs();
if (second === "--cost") process.exit();
await scores();
const browser = await puppeteer.launch({ executablePath: chromePath, args: ["--no-sandbox"], headless: true });
if (long) await opens(long);
await graph(2000, 3000);
await browser.close();

/** What a page costs the server that it has not made before: processor time of the process, from its own metrics. */
async function costs() {
  const times = 200;
  const pages = [
    ["document", documentPath, 3],
    ["graph", graphPath, 100],
    ["list", "/danh-muc", 100],
    ["list by citations", "/danh-muc?sap=dan", 100],
    ["wanted", "/con-thieu", 100],
    ["results", "/?q=doi+ngoai", 100],
    ["status", "/tinh-trang", 100],
  ];
  for (const [name, path, most] of pages) {
    const ask = async (i) => (await fetch(`${base}${path}${path.includes("?") ? "&" : "?"}lan=${process.pid}-${i}`)).text();
    // The compiler of the server has seen the page before it is measured.
    for (let i = 0; i < 30; i++) await ask(-1 - i);
    const before = await processor();
    let bytes = 0;
    for (let i = 0; i < times; i++) bytes = Buffer.byteLength(await ask(i));
    const spent = ((await processor()) - before) * 1000 / times;
    console.log(`${name}: ${spent.toFixed(2)} ms of processor time uncached, ${(bytes / 1024).toFixed(0)} KB`);
    judge(spent <= most, `${name} costs more than ${most} ms`);
    judge(bytes <= mostBytes || name === "document", `${name} is larger than ${mostBytes / 1024} KB`);
  }
}

async function processor() {
  const text = await (await fetch(`${base}/metrics`)).text();
  return [...text.matchAll(/^(?:dotnet_)?process_cpu_time_seconds_total(?:\{[^}]*\})? ([\d.e+-]+)/gm)].reduce((sum, [, value]) => sum + Number(value), 0);
}

function judge(holds, what) {
  if (holds) return;
  console.log(`  MISSED: ${what}`);
  process.exitCode = 1;
}

/** Lighthouse's scores, on a desk and on a slow telephone. */
async function scores() {
  const chrome = await launchChrome({ chromePath, chromeFlags: flags });
  for (const path of ["/?q=doi+ngoai", documentPath, graphPath]) {
    for (const [form, config] of [["desktop", desktopConfig], ["mobile", undefined]]) {
      const run = await lighthouse(base + path, { port: chrome.port, onlyCategories: ["performance", "accessibility", "best-practices"] }, config);
      const { categories, audits } = run.lhr;
      const points = Object.values(categories).map((category) => `${category.id} ${Math.round(category.score * 100)}`);
      const figures = ["first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift"].map((id) => `${id} ${audits[id].displayValue}`);
      console.log(`${path} (${form}): ${points.join(", ")}; ${figures.join(", ")}`);
      judge(Object.values(categories).every((category) => Math.round(category.score * 100) >= enough), `Lighthouse below ${enough}`);
    }
  }

  chrome.kill();
}

/** Opens a document five times, each time with an empty cache; the first one also starts the browser's parts. */
async function opens(path) {
  for (let i = 0; i < 5; i++) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1360, height: 900 });
    await page.goto(base + path, { waitUntil: "load" });
    const figures = await page.evaluate(() => {
      const [answer] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return { firstByte: answer.responseStart, paint: paint?.startTime, load: answer.loadEventEnd, bytes: answer.transferSize, elements: document.querySelectorAll("*").length };
    });
    console.log(`${path}: first byte ${figures.firstByte.toFixed(0)} ms, contentful paint ${figures.paint?.toFixed(0)} ms, load ${figures.load.toFixed(0)} ms, ${figures.bytes} bytes, ${figures.elements} elements`);
    await context.close();
  }
}

/** Draws a made-up graph in the page of a document, then pans and zooms it, counting the time between frames. */
async function graph(documents, citations) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.setRequestInterception(true);
  const data = JSON.stringify(madeUp(documents, citations));
  page.on("request", async (request) => {
    if (!request.isNavigationRequest()) return request.continue();
    const html = await (await fetch(request.url())).text();
    const start = html.indexOf('<template id="graph-data">') + '<template id="graph-data">'.length;
    return request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: html.slice(0, start) + data + html.slice(html.indexOf("</template>", start)) });
  });
  await page.goto(base + graphPath);
  await page.waitForSelector("[data-graph][data-ready=true]");
  const layout = await page.evaluate(() => performance.getEntriesByName("graph-layout")[0].duration);
  console.log(`graph of ${documents} documents: layout ${layout.toFixed(0)} ms`);
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const frame = (now) => {
      window.frames_.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const { x, y, width, height } = await (await page.$("#graph-canvas")).boundingBox();
  const [left, top] = [x + width / 2, y + height / 2];
  const told = async (what) => {
    const times = (await page.evaluate(() => window.frames_.splice(0))).slice(1).sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]?.toFixed(0);
    console.log(`  ${what}: ${times.length} frames, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  };
  const pan = async () => {
    await page.mouse.move(left, y + height * 0.97);
    await page.mouse.down();
    for (let i = 0; i < 90; i++) await page.mouse.move(left + Math.sin(i / 5) * 200, top + Math.cos(i / 7) * 120);
    await page.mouse.up();
  };
  await new Promise((done) => setTimeout(done, 1500));
  await told("still");
  await pan();
  await told("pan");
  for (let i = 0; i < 20; i++) await page.mouse.wheel({ deltaY: -120 });
  await told("zoom in");
  await pan();
  await told("pan, near");
  for (let i = 0; i < 25; i++) await page.mouse.wheel({ deltaY: 120 });
  await told("zoom out");
  await page.close();
}

function madeUp(documents, citations) {
  const levels = ["trung-uong", "tinh", "huyen", "co-so"];
  const types = ["ke-hoach", "chi-thi", "cong-van"];
  const nodes = Array.from({ length: documents }, (_, i) => ({
    key: i === 0 ? "04-CT/TW@2011-07-06" : `${i}-KH/TU@2012-01-01`,
    slug: `${i}-kh-tu-2012-01-01`,
    url: `/van-ban/${i}-kh-tu-2012-01-01`,
    name: `Kế hoạch ${i}-KH/TU`,
    short: `${i}-KH/TU`,
    title: "Thực hiện",
    type: types[i % types.length],
    date: `${1990 + (i % 35)}-01-01`,
    level: levels[i % levels.length],
    levelName: levels[i % levels.length],
    status: i % 3 ? "present" : "stub",
    citedBy: i % 50,
  }));
  const edges = new Map();
  for (let i = 0; edges.size < citations; i++) {
    const [from, to] = [1 + ((i * 7) % (documents - 1)), (i * 13 + Math.floor(i / 97)) % 397];
    if (from !== to) edges.set(`${from} ${to}`, { source: nodes[from].key, target: nodes[to].key, relation: "thuc-hien", label: "thực hiện" });
  }

  return { center: nodes[0].key, nodes, edges: [...edges.values()] };
}
