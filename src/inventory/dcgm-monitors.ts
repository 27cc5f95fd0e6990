import { isObject, type Json, type JsonObject, type Manifest, valueAt } from "../kubernetes/manifest.ts";
import { allManifests, type Render } from "../render/render.ts";

/** Every usual name of it: nvidia-dcgm-exporter, nvidia-dcgm-exporter-dra, dcgm-exporter, `<release>-dcgm-exporter`. */
const dcgm = /dcgm/i;
const monitorKinds = new Set(["ServiceMonitor", "PodMonitor", "ScrapeConfig"]);

/** True where something in the render tells Prometheus to scrape a DCGM exporter; whether it reaches one is not judged here. */
export const scrapesDcgm = (render: Render): boolean => {
  const manifests = allManifests(render);
  return manifests.some((manifest) => aimsAtDcgm(manifest) || hasAdditionalConfig(manifest, manifests));
};

const aimsAtDcgm = ({ ref, body }: Manifest): boolean => {
  if (!monitorKinds.has(ref.kind) || !ref.apiVersion.startsWith("monitoring.coreos.com/")) return false;
  const spec = body["spec"];
  const aims = ref.kind === "ScrapeConfig" ? scrapeConfigAims(spec) : selectorAims(valueAt(spec, ["selector"]));
  return [ref.name, ...textsIn(valueAt(body, ["metadata", "labels"])), ...aims].some((text) => dcgm.test(text));
};

const selectorAims = (selector: Json | undefined): readonly string[] => [
  ...textsIn(valueAt(selector, ["matchLabels"])),
  ...objectsIn(valueAt(selector, ["matchExpressions"]))
    .filter(({ operator }) => operator === "In")
    .flatMap(({ values }) => [...textsIn(values)]),
];

/** All of it but the relabelings that drop. */
const scrapeConfigAims = (spec: Json | undefined): readonly string[] => {
  if (!isObject(spec)) return [];
  const { relabelings, metricRelabelings: _, ...rest } = spec;
  const kept = objectsIn(relabelings).filter(({ action }) => String(action ?? "replace").toLowerCase() === "keep");
  return [...textsIn(rest), ...kept.flatMap((relabeling) => [...textsIn(relabeling)])];
};

/** `additionalScrapeConfigs` of a Prometheus: plain Prometheus configuration in a Secret. */
const hasAdditionalConfig = ({ ref, body }: Manifest, manifests: readonly Manifest[]): boolean => {
  const reference = valueAt(body, ["spec", "additionalScrapeConfigs"]);
  if (ref.kind !== "Prometheus" || !isObject(reference)) return false;
  const secret = manifests.find((one) => one.ref.kind === "Secret" && one.ref.name === reference["name"]);
  const key = String(reference["key"]);
  const encoded = valueAt(secret?.body, ["data", key]);
  const text =
    typeof encoded === "string"
      ? Buffer.from(encoded, "base64").toString("utf8")
      : valueAt(secret?.body, ["stringData", key]);
  return typeof text === "string" && text.split("\n").some((line) => dcgm.test(line.replace(/#.*/, "")));
};

function* textsIn(value: Json | undefined): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) for (const inner of Object.values(value)) yield* textsIn(inner);
}

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
