import fs from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

interface Entry {
  file: string;
  assets?: string[];
}

const isFont = (name: string) => /\.woff2?$/.test(name);

/** Leaves the fonts out of the manifest: only the stylesheet asks for them, and they are nine tenths of it. */
export const leanManifest: Plugin = {
  name: "lean-manifest",
  writeBundle({ dir }) {
    const file = path.join(dir ?? "", "manifest.json");
    const manifest = JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, Entry>;
    for (const [name, entry] of Object.entries(manifest)) {
      if (isFont(entry.file)) delete manifest[name];
      const assets = entry.assets?.filter((asset) => !isFont(asset)) ?? [];
      if (assets.length) entry.assets = assets;
      else delete entry.assets;
    }
    fs.writeFileSync(file, JSON.stringify(manifest, null, 1));
  },
};
