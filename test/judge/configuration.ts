import { gunzipSync } from "node:zlib";
import { load } from "js-yaml";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import type { ApiRequest } from "../cluster/api-request.ts";

/** What the operator made for one Prometheus. */
export interface Configuration {
  /** What holds for every job that says nothing else. */
  readonly global: JsonObject;
  /** The scrape configurations, by job name. */
  readonly jobs: ReadonlyMap<string, JsonObject>;
  /** The rule files' texts, by {@link ruleFileOf} of their PrometheusRule. */
  readonly rules: ReadonlyMap<string, string>;
}

/**
 * Reads what was made for the Prometheus `namespace/name`; null when nothing was made yet. The rules are
 * written before the Secret is.
 */
export const readConfiguration = async (request: ApiRequest, prometheus: string): Promise<Configuration | null> => {
  const [namespace, name] = prometheus.split("/");
  const secret = await request("GET", `/api/v1/namespaces/${namespace}/secrets/prometheus-${name}`);
  if (secret.status === 404) return null;
  if (secret.status !== 200) throw new Error(`The API server answered ${secret.status} to prometheus-${name}'s Secret`);
  const selector = encodeURIComponent(`prometheus-name=${name}`);
  const maps = await request("GET", `/api/v1/namespaces/${namespace}/configmaps?labelSelector=${selector}`);
  const config = configOf(secret.body as Json);
  const [global, scrapes] = [valueAt(config, ["global"]), valueAt(config, ["scrape_configs"])];
  return {
    global: isObject(global) ? global : {},
    jobs: new Map(
      listOf(scrapes)
        .filter(isObject)
        .map((job) => [String(job["job_name"]), job]),
    ),
    rules: rulesOf(maps.body as Json),
  };
};

/**
 * A Prometheus without any selector of monitors manages its configuration itself: the operator leaves the Secret empty.
 */
const configOf = (secret: Json): Json => {
  const data = valueAt(secret, ["data", "prometheus.yaml.gz"]);
  const packed = Buffer.from(typeof data === "string" ? data : "", "base64");
  const text = packed.length === 0 ? "" : gunzipSync(packed).toString("utf8");
  return text === "" ? {} : (load(text) as Json);
};

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

const suffixLength = "-01234567-89ab-cdef-0123-456789abcdef.yaml".length;

/** How the file of a PrometheusRule's rules is called, without the uid and the ending that follow. */
export const ruleFileOf = (namespace: string, name: string): string => `${namespace}-${name}`;

const rulesOf = (maps: Json): ReadonlyMap<string, string> => {
  const files = listOf(valueAt(maps, ["items"]))
    .map((map) => valueAt(map, ["data"]))
    .filter(isObject);
  return new Map(
    files.flatMap((data) => Object.entries(data).map(([file, text]) => [file.slice(0, -suffixLength), String(text)])),
  );
};
