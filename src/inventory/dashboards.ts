import { once } from "../core/once.ts";
import { isObject, type Json, type JsonObject, type Manifest, valueAt } from "../kubernetes/manifest.ts";
import { allManifests, type Render } from "../render/render.ts";

/** One dashboard that Grafana's sidecar or its provisioning would load. */
export interface Dashboard {
  readonly title: string;
  readonly manifest: Manifest;
  /** Every PromQL expression in it. */
  readonly expressions: readonly string[];
}

/** The label by which the chart's sidecar finds dashboards, unless its values name another. */
const defaultLabel = "grafana_dashboard";
/** The label of the ConfigMaps that the Grafana chart makes of its value `dashboards`. */
const providerLabel = "dashboard-provider";

/**
 * Every dashboard in the render's ConfigMaps and Secrets that carry a label by which Grafana gets dashboards. The check
 * and the report ask for them: a megabyte of JSON is read once.
 */
export const dashboardsOf = once((render: Render): readonly Dashboard[] => {
  const manifests = allManifests(render);
  const labels = new Set([defaultLabel, providerLabel, ...sidecarLabels(manifests)]);
  return manifests
    .filter((manifest) => isCarrier(manifest, labels))
    .flatMap((manifest) => textsOf(manifest).flatMap((text) => readDashboard(manifest, text)));
});

/**
 * True where Grafana downloads dashboards when it starts (`gnetId` or `url` in the chart's value `dashboards`, `*.url`
 * keys of the sidecar): nobody can see from the tree what is in them.
 */
export const downloadsDashboards = (render: Render): boolean =>
  allManifests(render).some(
    ({ ref, body }) =>
      ref.kind === "ConfigMap" &&
      Object.entries(objectAt(body, "data")).some(
        ([key, text]) =>
          (key === "download_dashboards.sh" && String(text).includes("curl")) ||
          (key.endsWith(".url") && valueAt(body, ["metadata", "labels", defaultLabel]) !== undefined),
      ),
  );

const sidecarLabels = (manifests: readonly Manifest[]): readonly string[] =>
  manifests
    .flatMap(({ body }) => arrayOf(valueAt(body, ["spec", "template", "spec", "containers"])))
    .filter((container) => String(container["name"] ?? "").includes("sc-dashboard"))
    .flatMap((container) => arrayOf(container["env"]))
    .filter(({ name, value }) => name === "LABEL" && typeof value === "string")
    .map(({ value }) => String(value));

const isCarrier = ({ ref, body }: Manifest, labels: ReadonlySet<string>): boolean =>
  (ref.kind === "ConfigMap" || ref.kind === "Secret") &&
  Object.keys(asObject(valueAt(body, ["metadata", "labels"]))).some((label) => labels.has(label));

const textsOf = ({ body }: Manifest): readonly string[] =>
  [...Object.values(objectAt(body, "data")), ...Object.values(objectAt(body, "stringData"))].flatMap((value) => {
    if (typeof value !== "string") return [];
    return body["kind"] === "Secret" && !value.trimStart().startsWith("{") ? [fromBase64(value)] : [value];
  });

const fromBase64 = (text: string): string => Buffer.from(text, "base64").toString("utf8");

/** No dashboard where the text is not one: whether it should be is another check's business. */
const readDashboard = (manifest: Manifest, text: string): readonly Dashboard[] => {
  if (!text.trimStart().startsWith("{")) return [];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  if (!isObject(body)) return [];
  const title = body["title"] ?? valueAt(body, ["spec", "title"]);
  return typeof title === "string" ? [{ title, manifest, expressions: expressionsIn(body) }] : [];
};

/**
 * `expr` is where every generation of the dashboard format keeps a panel's PromQL; `query` and `definition` hold that
 * of variables. A list instead of recursion: text of a pull request may be nested deeper than any call stack.
 */
const expressionsIn = (dashboard: JsonObject): readonly string[] => {
  const expressions: string[] = [];
  const waiting: Json[] = [dashboard];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== "object") continue;
    // No list of pairs: the chart's dashboards have 17,000 values.
    for (const key of Object.keys(value)) {
      const inner = (value as JsonObject)[key];
      if (typeof inner === "string") {
        if (expressionKeys.has(key)) expressions.push(inner);
      } else if (inner !== undefined) waiting.push(inner);
    }
  }
  return expressions;
};

const expressionKeys = new Set(["expr", "query", "definition"]);

const asObject = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const objectAt = (body: JsonObject, key: string): JsonObject => asObject(body[key]);
const arrayOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
