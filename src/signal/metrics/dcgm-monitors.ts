import type { World } from "../../world/world.ts";
import { mayScrapeExporter } from "./additional-config.ts";
import { aimsAtDcgm } from "./aim.ts";

/**
 * True where something in the render tells Prometheus to scrape a DCGM exporter, or may; whether it reaches one is not
 * judged here.
 */
export const scrapesDcgm = (world: World): boolean => {
  const rendered = (kind: string) => world.ofKind(kind).filter(({ manifest }) => manifest !== null);
  return (
    ["ServiceMonitor", "PodMonitor", "ScrapeConfig"].flatMap(rendered).some(aimsAtDcgm) ||
    rendered("Prometheus").some((prometheus) => mayScrapeExporter(prometheus, world))
  );
};
