import fs from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

interface Package {
  name: string;
  version: string;
  license: string;
}

/** Packages whose files reach the bundle by a stylesheet, where Vite names no module. */
const BY_STYLE = ["pretendard", "@fontsource/gowun-batang"];

/** The folder of the npm package that a module belongs to, null for our own. */
function packageFolder(module: string): string | null {
  const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module.replace(/^\0/, "").split("?")[0] ?? "");
  return found ? found[0] : null;
}

function licenceText(folder: string): string {
  const places = [folder, path.join(folder, "dist")].filter((place) => fs.existsSync(place));
  const files = places.flatMap((place) => fs.readdirSync(place).map((name) => path.join(place, name)));
  const found = files.find((file) => /^(licen[cs]e|copying|ofl)/i.test(path.basename(file)));
  if (!found)
    throw new Error(`${folder} carries no licence text: put one beside the notices, or leave the package out`);
  return fs.readFileSync(found, "utf8").trim();
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as Package;
  return `${"=".repeat(78)}\n${name} ${version} (${license})\n\n${licenceText(folder)}\n`;
}

/** Puts THIRD_PARTY_NOTICES.txt beside the bundle: the licence of every package of which something was bundled. */
export const notices: Plugin = {
  name: "third-party-notices",
  generateBundle() {
    const folders = new Set(BY_STYLE.map((name) => path.resolve("node_modules", name)));
    for (const module of this.getModuleIds()) {
      const folder = packageFolder(module);
      if (folder && !folder.includes("/node_modules/vite")) folders.add(folder);
    }
    const texts = [...folders].sort().map(notice);
    const source = `The files in this folder hold parts of these packages.\n\n${texts.join("\n")}`;
    this.emitFile({ type: "asset", fileName: "THIRD_PARTY_NOTICES.txt", source });
  },
};
