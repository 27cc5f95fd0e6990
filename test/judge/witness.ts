import type { JsonObject } from "../../src/kubernetes/manifest.ts";
import type { EmbeddedCluster } from "../cluster/cluster.ts";
import { collectionPath, nameOf } from "./api-path.ts";
import { applyAllSurely } from "./apply.ts";
import { readConfiguration, ruleFileOf } from "./configuration.ts";
import { caseName } from "./judge-case.ts";

const home = "judge";
const label = { "judge.test/marker": "true" };
const witness: JsonObject = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "Prometheus",
  metadata: { name: "witness", namespace: home },
  spec: {
    replicas: 0,
    ...Object.fromEntries(
      ["serviceMonitor", "podMonitor", "probe", "scrapeConfig", "rule"].flatMap((kind) => [
        [`${kind}Selector`, { matchLabels: label }],
        [`${kind}NamespaceSelector`, {}],
      ]),
    ),
  },
};

const namespace = (name: string): JsonObject => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

/** Brings in a Prometheus that selects markers only, wherever they are. */
export const seatWitness = (cluster: EmbeddedCluster): Promise<void> =>
  applyAllSurely(cluster.request, [namespace(home)]).then(() => applyAllSurely(cluster.request, [witness]));

/**
 * Resolves when the operator has seen everything that was applied before. It learns of objects kind by kind, each kind
 * in the order of its changes: a marker of every kind, applied last, in a namespace that is the last one, is in the
 * witness' configuration only when all before it is known.
 */
export const untilAllIsSeen = async (cluster: EmbeddedCluster, mark: string): Promise<void> => {
  await applyAllSurely(cluster.request, [namespace(mark)]);
  await applyAllSurely(cluster.request, markers(mark));
  const jobs = ["serviceMonitor", "podMonitor"].map((kind) => `${kind}/${mark}/${caseName(true, 0)}/0`);
  jobs.push(...["probe", "scrapeConfig"].map((kind) => `${kind}/${mark}/${caseName(true, 0)}`));
  let polls = 0;
  await cluster.processes.until("the operator has seen all objects", async () => {
    if (polls % pollsPerNudge === 0) await nudge(cluster, `${mark}-${polls}`);
    polls += 1;
    const seen = await readConfiguration(cluster.request, `${home}/witness`);
    return (
      seen !== null && jobs.every((job) => seen.jobs.has(job)) && seen.rules.has(ruleFileOf(mark, caseName(true, 0)))
    );
  });
};

const pollsPerNudge = 20;

/**
 * Makes the operator look at the witness again. It drops the news of an object whose namespace it does not know yet
 * (`enqueueForNamespace`), and then would look only minutes later.
 */
const nudge = async ({ request }: EmbeddedCluster, why: string): Promise<void> => {
  const metadata = { annotations: { "judge.test/nudge": why } };
  const { status } = await request("PATCH", `${collectionPath(witness)}/${nameOf(witness)}`, { metadata });
  if (status !== 200) throw new Error(`The API server answered ${status} to a change of the witness`);
};

const markers = (mark: string): readonly JsonObject[] => {
  const metadata = { name: caseName(true, 0), namespace: mark, labels: label };
  const object = (kind: string, spec: JsonObject, version = "v1"): JsonObject => ({
    apiVersion: `monitoring.coreos.com/${version}`,
    kind,
    metadata,
    spec,
  });
  return [
    object("ServiceMonitor", { selector: {}, endpoints: [{ port: "x" }] }),
    object("PodMonitor", { selector: {}, podMetricsEndpoints: [{ port: "x" }] }),
    object("Probe", { prober: { url: "x:1" }, targets: { staticConfig: { static: ["x"] } } }),
    object("ScrapeConfig", { staticConfigs: [{ targets: ["x:1"] }] }, "v1alpha1"),
    object("PrometheusRule", { groups: [{ name: "x", rules: [{ record: "x", expr: "1" }] }] }),
  ];
};
