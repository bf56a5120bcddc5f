// Makes the bundle for `dotnet build`. Builds that run side by side take turns, and the later one finds the work done.
import { execFileSync, execSync } from "node:child_process";
import { mkdirSync, readdirSync, rmdirSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bundle = join(here, "../wwwroot/assets/app.js");
const installed = join(here, "node_modules/.package-lock.json");
const turn = join(here, "../obj/client-app.lock");
const noPackages = 3;

const time = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = () =>
  readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.parentPath.includes("node_modules"))
    .map((file) => join(file.parentPath, file.name));
const run = (program, ...args) =>
  execFileSync(process.execPath, [join(here, "node_modules", program), ...args], { cwd: here, stdio: "inherit" });

// A directory is made by exactly one of those who try. One left behind by a killed build is old and counts as gone.
const started = Date.now();
mkdirSync(dirname(turn), { recursive: true });
for (;;) {
  try {
    mkdirSync(turn);
    break;
  } catch {
    if (Date.now() - time(turn) > 300_000) rmdirSync(turn);
    else await new Promise((done) => setTimeout(done, 200));
  }
}

try {
  // Made by a build we waited for.
  if (time(bundle) <= started || sources().some((source) => time(source) > time(bundle))) {
    process.exitCode = build();
  }
} finally {
  rmdirSync(turn);
}

function build() {
  if (time(installed) < time(join(here, "package-lock.json"))) {
    try {
      // Through the shell, since npm is a script whose name differs between systems.
      execSync("npm ci --no-audit --no-fund --loglevel=error", { cwd: here, stdio: ["ignore", "ignore", "inherit"] });
      utimesSync(installed, new Date(), new Date());
    } catch {
      return noPackages;
    }
  }

  try {
    run("typescript/bin/tsc", "--noEmit");
    run("vite/bin/vite.js", "build", "--logLevel", "warn");
    return 0;
  } catch {
    // The tool has said what is wrong.
    return 1;
  }
}
