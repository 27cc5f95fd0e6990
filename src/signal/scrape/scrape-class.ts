import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { WorldObject } from "../../world/world.ts";

/** The scrape class of a monitor: the one it names, else the default one of the Prometheus; undefined where there is none. */
export const scrapeClassOf = (monitor: WorldObject, prometheus: WorldObject | null): JsonObject | undefined => {
  const classes = objectsAt(prometheus?.body, ["spec", "scrapeClasses"]);
  const named = textAt(valueAt(monitor.body, ["spec"]), ["scrapeClass"]);
  return classes.find(({ name }) => name === named) ?? classes.find((one) => one["default"] === true);
};
