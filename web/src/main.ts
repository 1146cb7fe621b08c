import { bindPage } from "./page";

type Island = { mount: (root: HTMLElement) => void | Promise<void> };

const ISLANDS: Record<string, () => Promise<Island>> = {
  map: () => import("./islands/map/placemap"),
  network: () => import("./islands/network"),
  read: () => import("./islands/read"),
  reader: () => import("./islands/reader"),
  review: () => import("./islands/review"),
  timeline: () => import("./islands/timeline"),
  tripmap: () => import("./islands/map/tripmap"),
};

/** Loads the island's code and starts it; one that fails leaves the markup, which says the same. */
async function start(root: HTMLElement): Promise<void> {
  const load = ISLANDS[root.dataset["island"] ?? ""];
  if (!load) return;
  try {
    await (await load()).mount(root);
    root.dataset["mounted"] = "";
  } catch (error) {
    root.dataset["failed"] = "";
    console.warn(`the ${root.dataset["island"]} could not start`, error);
  }
}

const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      void start(target as HTMLElement);
    }
  },
  { rootMargin: "400px" },
);
const watchIslands = () => document.querySelectorAll("[data-island]").forEach((root) => watch.observe(root));
watchIslands();
document.addEventListener("main-replaced", watchIslands);
bindPage();
