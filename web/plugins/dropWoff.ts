import type { Plugin } from "vite";

const WOFF = /,\s*url\([^)]*\.woff\)\s*format\(["']?woff["']?\)/g;

/** @fontsource lists a .woff after every .woff2: no browser that we support asks for it, and it doubles the fonts. */
export const dropWoff: Plugin = {
  name: "drop-woff",
  generateBundle(_, bundle) {
    for (const [name, out] of Object.entries(bundle)) {
      if (name.endsWith(".woff")) delete bundle[name];
      else if (out.type === "asset" && name.endsWith(".css")) out.source = String(out.source).replace(WOFF, "");
    }
  },
};
