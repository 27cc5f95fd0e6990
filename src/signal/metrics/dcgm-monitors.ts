import { textOrEmpty } from "../../kubernetes/json-fields.ts";
import { isObject, valueAt } from "../../kubernetes/manifest.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";
import { aimsAtDcgm } from "./aim.ts";

/**
 * True where something in the render tells Prometheus to scrape a DCGM exporter; whether it
 * reaches one is not judged here.
 */
export const scrapesDcgm = (world: World): boolean => {
  const rendered = (kind: string) => world.ofKind(kind).filter(({ manifest }) => manifest !== null);
  return (
    ["ServiceMonitor", "PodMonitor", "ScrapeConfig"].flatMap(rendered).some(aimsAtDcgm) ||
    rendered("Prometheus").some((prometheus) => hasAdditionalConfig(prometheus, world))
  );
};

/** `additionalScrapeConfigs` of a Prometheus: plain Prometheus configuration in a Secret. */
const hasAdditionalConfig = (prometheus: WorldObject, world: World): boolean => {
  const reference = valueAt(prometheus.body, ["spec", "additionalScrapeConfigs"]);
  if (!isObject(reference)) return false;
  const secret = objectIn(world, "Secret", namespaceOf(prometheus, world), String(reference["name"]));
  const key = String(reference["key"]);
  const encoded = valueAt(secret?.body, ["data", key]);
  const text =
    typeof encoded === "string"
      ? Buffer.from(encoded, "base64").toString("utf8")
      : textOrEmpty(secret?.body, ["stringData", key]);
  return text.split("\n").some((line) => /dcgm/i.test(line.replace(/#.*/, "")));
};
