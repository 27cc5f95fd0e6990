import { objectsAt, textAt, textOrEmpty, textsAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { parseYaml } from "../../text/parse-yaml.ts";
import { namespaceOf, objectIn } from "../../world/namespaces.ts";
import type { World, WorldObject } from "../../world/world.ts";

/**
 * Whether `additionalScrapeConfigs` of a Prometheus, plain Prometheus configuration in a Secret, may bring the GPU
 * exporter: a job speaks of it, or searches where it is. A Secret that is not in the render may hold anything.
 */
export const mayScrapeExporter = (prometheus: WorldObject, world: World): boolean => {
  const reference = valueAt(prometheus.body, ["spec", "additionalScrapeConfigs"]);
  if (!isObject(reference)) return false;
  const secret = objectIn(world, "Secret", namespaceOf(prometheus, world), String(reference["name"]));
  if (secret === undefined) return true;
  const { documents, errors } = parseYaml(textIn(secret, String(reference["key"])), "additional-scrape-configs.yaml");
  return (
    errors.length > 0 ||
    documents.some(({ value }) => objectsAt(value, []).some((job) => speaksOfIt(job) || searches(job, world)))
  );
};

const textIn = ({ body }: WorldObject, key: string): string => {
  const encoded = textAt(body, ["data", key]);
  return encoded === null ? textOrEmpty(body, ["stringData", key]) : Buffer.from(encoded, "base64").toString("utf8");
};

const speaksOfIt = (job: Json): boolean => /dcgm|nvidia|\bgpus?\b|:9400\b/i.test(JSON.stringify(job));

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config */
const searches = (job: JsonObject, { exporter }: World): boolean => {
  const homes = exporter.objects.flatMap(({ metadata }) => textAt(metadata, ["namespace"]) ?? []);
  return objectsAt(job, ["kubernetes_sd_configs"]).some((one) => {
    if (!/^(?:endpoints|endpointslice|pod|service)$/.test(textOrEmpty(one, ["role"]))) return false;
    const names = textsAt(one, ["namespaces", "names"]);
    return names.length === 0 || homes.length === 0 || names.some((name) => homes.includes(name));
  });
};
