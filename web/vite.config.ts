import { defineConfig } from "vite";
import { dropWoff } from "./plugins/dropWoff.ts";
import { leanManifest } from "./plugins/leanManifest.ts";
import { notices } from "./plugins/notices.ts";

export default defineConfig({
  base: "./", // chunks find one another under any mount path
  publicDir: false,
  logLevel: "warn", // two hundred font files need no line each
  plugins: [dropWoff, notices, leanManifest],
  build: {
    outDir: process.env["HOEDONG_STATIC"] ?? "../src/hoedong/http/static",
    emptyOutDir: true,
    manifest: "manifest.json", // src/hoedong/http/assets.py reads it
    target: "es2022",
    assetsInlineLimit: 0, // no data: URLs, so that a strict CSP holds
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Fonts apart: 187 @font-face rules that an edit of the styles must not fetch again
    rollupOptions: { input: ["src/main.ts", "src/styles/app.css", "src/styles/fonts.css"] },
  },
});
