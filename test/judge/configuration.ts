import { gunzipSync } from "node:zlib";
import { load } from "js-yaml";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/manifest.ts";
import type { ApiRequest } from "../cluster/api-request.ts";

/** What the operator made for one Prometheus. */
export interface Configuration {
  /** The scrape configurations, by job name. */
  readonly jobs: ReadonlyMap<string, JsonObject>;
  /** The rule files' texts, by {@link ruleFileOf} of their PrometheusRule. */
  readonly rules: ReadonlyMap<string, string>;
}

/** Reads what was made for the Prometheus `namespace/name`; null when nothing was made yet. The rules are written before the Secret is. */
export const readConfiguration = async (request: ApiRequest, prometheus: string): Promise<Configuration | null> => {
  const [namespace, name] = prometheus.split("/");
  const secret = await request("GET", `/api/v1/namespaces/${namespace}/secrets/prometheus-${name}`);
  if (secret.status === 404) return null;
  if (secret.status !== 200) throw new Error(`The API server answered ${secret.status} to prometheus-${name}'s Secret`);
  const selector = encodeURIComponent(`prometheus-name=${name}`);
  const maps = await request("GET", `/api/v1/namespaces/${namespace}/configmaps?labelSelector=${selector}`);
  return { jobs: jobsOf(secret.body as Json), rules: rulesOf(maps.body as Json) };
};

/** A Prometheus without any selector of monitors manages its configuration itself: the operator leaves the Secret empty. */
const jobsOf = (secret: Json): ReadonlyMap<string, JsonObject> => {
  const data = valueAt(secret, ["data", "prometheus.yaml.gz"]);
  const packed = Buffer.from(typeof data === "string" ? data : "", "base64");
  const text = packed.length === 0 ? "" : gunzipSync(packed).toString("utf8");
  const config = text === "" ? {} : (load(text) as Json);
  const scrapes = valueAt(config, ["scrape_configs"]);
  const list: readonly Json[] = Array.isArray(scrapes) ? scrapes : [];
  return new Map(list.filter(isObject).map((job) => [String(job["job_name"]), job]));
};

const suffixLength = "-01234567-89ab-cdef-0123-456789abcdef.yaml".length;

/** How the file of a PrometheusRule's rules is called, without the uid and the ending that follow. */
export const ruleFileOf = (namespace: string, name: string): string => `${namespace}-${name}`;

const rulesOf = (maps: Json): ReadonlyMap<string, string> => {
  const items = valueAt(maps, ["items"]);
  const list: readonly Json[] = Array.isArray(items) ? items : [];
  const files = list.map((map) => valueAt(map, ["data"])).filter(isObject);
  return new Map(files.flatMap((data) => Object.entries(data).map(([file, text]) => [file.slice(0, -suffixLength), String(text)])));
};
