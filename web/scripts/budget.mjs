// Fails where a bundle outgrows its budget: what one island loads, compressed, and what every page loads.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

const STATIC = process.env.HOEDONG_STATIC ?? path.resolve(import.meta.dirname, "../../src/hoedong/http/static");
const ISLAND = 150_000;
const PAGE = { "src/main.ts": 5_000, "src/styles/app.css": 12_000, "src/styles/fonts.css": 40_000 };

const manifest = JSON.parse(fs.readFileSync(path.join(STATIC, "manifest.json"), "utf8"));
const compressed = (file) => zlib.gzipSync(fs.readFileSync(path.join(STATIC, file)), { level: 9 }).length;

/** An entry with all that it imports and its data, each once. */
function filesOf(name, found = new Set()) {
  const entry = manifest[name];
  if (found.has(entry.file)) return found;
  found.add(entry.file);
  for (const data of entry.assets ?? []) found.add(data);
  for (const imported of entry.imports ?? []) if (imported !== "src/main.ts") filesOf(imported, found);
  return found;
}

const sizeOf = (name) => [...filesOf(name)].reduce((sum, file) => sum + compressed(file), 0);
const islands = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry);
const budgets = { ...Object.fromEntries(islands.map((name) => [name, ISLAND])), ...PAGE };
let failed = false;
for (const [name, budget] of Object.entries(budgets)) {
  const size = sizeOf(name);
  failed ||= size > budget;
  const verdict = size > budget ? "OVER" : "ok";
  console.log(`${verdict.padEnd(5)}${(size / 1000).toFixed(1).padStart(6)} of ${budget / 1000} kB gzip  ${name}`);
}
process.exit(failed ? 1 : 0);
