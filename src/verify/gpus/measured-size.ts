import { OperatorError } from "../../core/errors.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import { quantityOf } from "../../kubernetes/quantity.ts";
import type { Cluster } from "../../outside/cluster.ts";
import type { StatedSize } from "../../signal/capacity/cluster-size.ts";
import { devicesOf } from "./node-devices.ts";

/**
 * The size of a cluster by its nodes, GPUs, MIG devices and CPUs a node; nothing where this account may not list
 * nodes, or the cluster does not answer: what a plan is made of does not hang on it.
 */
export const measuredSize = async (cluster: Pick<Cluster, "getRaw">): Promise<StatedSize> => {
  try {
    return sizeOfNodes(await allNodes(cluster));
  } catch (cause) {
    if (cause instanceof OperatorError) return {};
    throw cause;
  }
};

/** Nodes of a page: one with all its images is some 20 kB. */
const atOnce = 500;

const allNodes = async ({ getRaw }: Pick<Cluster, "getRaw">): Promise<readonly JsonObject[]> => {
  const nodes: JsonObject[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const query = new URLSearchParams({ limit: `${atOnce}`, ...(next === "" ? {} : { continue: next }) });
    const page: unknown = JSON.parse(await getRaw(`/api/v1/nodes?${query}`));
    if (!isObject(page)) return nodes;
    nodes.push(...objectsAt(page, ["items"]));
    next = textAt(page, ["metadata", "continue"]);
  }
  return nodes;
};

/** What a cluster that has these nodes states of its size; a GPU that is ill counts, too. */
export const sizeOfNodes = (nodes: readonly JsonObject[]): StatedSize => {
  if (nodes.length === 0) return {};
  const devices = nodes.flatMap((node) => devicesOf(node) ?? []);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const cpus = sum(nodes.map((node) => quantityOf(valueAt(node, ["status", "capacity", "cpu"])) ?? 0));
  return {
    nodes: nodes.length,
    gpus: sum(devices.map(({ allocatable, unhealthy }) => allocatable + unhealthy)),
    "mig-devices": sum(devices.map(({ migAllocatable, migUnhealthy }) => migAllocatable + migUnhealthy)),
    ...(cpus >= nodes.length ? { cpus: Math.floor(cpus / nodes.length) } : {}),
  };
};
