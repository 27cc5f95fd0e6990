import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject, Manifest } from "../../src/kubernetes/manifest.ts";
import { allManifests } from "../../src/render/render.ts";
import { makeStand } from "../render/stand.ts";
import { keyOf, nameOf } from "./api-path.ts";
import { type Batch, caseName } from "./judge-case.ts";

const chartFolder = "charts/kube-prometheus-stack";
const judgedKinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig", "PrometheusRule"];

/** The folders are absolute; `inputs` beyond path and chart. */
export interface StackFolders {
  readonly stack: string;
  readonly chart: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether the chart's own monitors and rules are cases, too; they are the same in most trees. */
  readonly withChart: boolean;
}

/**
 * A whole tree as a batch, rendered by the real commands: every monitor and rule is a case, every rule twice, once
 * where the webhook cannot be reached. Call it inside a test. Throws where the tree is refused or does not render:
 * nothing of it would be applied.
 */
export const stackBatch = async ({ stack, chart, inputs = {}, withChart }: StackFolders): Promise<Batch> => {
  const stand = await makeStand({
    files: { ...filesUnder(stack, "prometheus-stack"), ...filesUnder(chart, chartFolder) },
    inputs: { path: "prometheus-stack", chart: chartFolder, tools: "path", ...inputs },
  });
  const loaded = await stand.load();
  const render = await stand.render({ stack: loaded });
  const failed = [render.chart, ...render.roots].find(({ error }) => error !== null)?.error;
  if (failed) throw new Error(`${stack} does not render: ${failed.message}`);
  const release = loaded.release.namespace.value;
  const bodies = (manifests: readonly Manifest[]) =>
    manifests.map(({ ref, body }) => (clusterWide.has(ref.kind) ? body : placed(body, ref.namespace ?? release)));
  const all = bodies(allManifests(render));
  return batchOf(all, withChart ? all : bodies(render.roots.flatMap(({ manifests }) => manifests)));
};

const clusterWide = new Set(["Namespace", "ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition"]);
const placed = (body: JsonObject, namespace: string): JsonObject => ({
  ...body,
  metadata: { ...(body["metadata"] as JsonObject), namespace },
});

const batchOf = (objects: readonly JsonObject[], judged: readonly JsonObject[]): Batch => {
  const of = (from: readonly JsonObject[], ...kinds: readonly string[]) =>
    distinct(from.filter(({ kind }) => kinds.includes(String(kind))));
  const [others, prometheuses] = [of(objects, "Secret", "ConfigMap"), of(objects, "Prometheus")];
  const [declared, cases] = [of(objects, "Namespace"), of(judged, ...judgedKinds)];
  const used = new Set([...others, ...prometheuses, ...cases].map((one) => keyOf(one).split("/")[0] ?? ""));
  for (const one of declared) used.delete(nameOf(one));
  return {
    setting: {
      namespaces: [...declared, ...[...used].map(namespace)],
      others,
      prometheuses: prometheuses.map(withoutPods),
    },
    cases: [...cases, ...cases.filter(({ kind }) => kind === "PrometheusRule").map(opened)],
  };
};

/** What stands twice is applied twice: the last one stays. */
const distinct = (objects: readonly JsonObject[]): readonly JsonObject[] => [
  ...new Map(objects.map((one) => [`${String(one["kind"])} ${keyOf(one)}`, one])).values(),
];

const namespace = (name: string): JsonObject => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

const withoutPods = (prometheus: JsonObject): JsonObject => ({
  ...prometheus,
  spec: { ...(prometheus["spec"] as JsonObject), replicas: 0 },
});

const opened = (rule: JsonObject, index: number): JsonObject => ({
  ...rule,
  metadata: { ...(rule["metadata"] as JsonObject), name: caseName(true, index) },
});

const filesUnder = (folder: string, as: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [as + path.slice(folder.length), readFileSync(path, "utf8")];
      }),
  );
