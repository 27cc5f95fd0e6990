import { load } from "js-yaml";
import { isObject, type Json, type JsonObject, valueAt } from "../../src/kubernetes/manifest.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { collectionPath, nameOf } from "./api-path.ts";
import { applyAllSurely } from "./apply.ts";
import { chartOperator, type JudgedOperator } from "./judged-operators.ts";
import { type RunningOperator, startOperator } from "./operator.ts";
import { operatorCrds } from "./operator-crds.ts";
import { sealed, usualFlags } from "./operator-object.ts";
import { registerWebhooks } from "./webhooks.ts";
import { seatWitness } from "./witness.ts";

/** A cluster with the real operator's definitions, the operator itself, and its webhook. */
export interface Court {
  readonly cluster: EmbeddedCluster;
  readonly operator: RunningOperator;
  /** Without `v`. */
  readonly version: string;
  /** The operator's own CustomResourceDefinitions, YAML texts of one document each. */
  readonly crds: readonly string[];
  /** Ends everything. May be called twice. */
  close(): Promise<void>;
}

interface CourtOptions {
  /** The operator's, beyond what it needs. */
  readonly flags?: readonly string[];
  /** Default: the chart's. */
  readonly of?: JudgedOperator;
}

/** Opens a court; all is ready for cases when this resolves. */
export const openCourt = async ({ flags = usualFlags, of = chartOperator }: CourtOptions = {}): Promise<Court> => {
  const [cluster, crds] = await Promise.all([startCluster({ nodes: 1 }), operatorCrds(of)]);
  try {
    const definitions = crds.map((text) => load(text)).filter(isObject);
    for (const one of definitions) await define(cluster, one);
    await applyAllSurely(cluster.request, [{ apiVersion: "v1", kind: "Namespace", metadata: { name: sealed } }]);
    await cluster.processes.until("the definitions are served", () => allServed(cluster, definitions));
    const operator = await startOperator(cluster, flags, of);
    await registerWebhooks(cluster, operator);
    await seatWitness(cluster);
    return { cluster, operator, version: of.version, crds, close: () => cluster.stop() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};

/** One definition is a megabyte: on a busy machine an API server that has just started does not answer ten at once. */
const define = ({ processes, request }: EmbeddedCluster, crd: JsonObject): Promise<void> =>
  processes.until(`the API server has ${nameOf(crd)}`, async () => {
    const { status } = await request("POST", collectionPath(crd), crd);
    // A connection that broke may have brought it.
    return status === 201 || status === 409;
  });

/**
 * The operator asks once, when it starts, which kinds there are; the API server serves a kind a little
 * earlier than it lists it.
 */
const allServed = async (cluster: EmbeddedCluster, crds: readonly JsonObject[]): Promise<boolean> => {
  for (const crd of crds) {
    const [plural, group] = nameOf(crd).split(/\.(.*)/);
    const { versions } = crd["spec"] as { readonly versions: readonly { readonly name: string }[] };
    for (const { name } of versions) {
      const listed = await cluster.request("GET", `/apis/${group}/${name}`);
      if (!namesIn(listed.body as Json).includes(plural ?? "")) return false;
      if ((await cluster.request("GET", `/apis/${group}/${name}/${plural}?limit=1`)).status !== 200) return false;
    }
  }
  return true;
};

const namesIn = (list: Json): readonly string[] => {
  const resources = valueAt(list, ["resources"]);
  return Array.isArray(resources) ? resources.map((one: Json) => String(valueAt(one, ["name"]))) : [];
};
