import { allDone } from "../../core/all-done.ts";
import { compare } from "../../core/finding.ts";
import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Known } from "../reach/known.ts";
import { type Reader, withQuery } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";
import type { Condition, NodeGpus, Sight } from "../verification.ts";
import { type ExportedDevices, exportedDevices } from "./exported-devices.ts";
import { devicesOf, type NodeDevices } from "./node-devices.ts";

/** GPUs of every node, and whether Prometheus has series of each. */
export interface CountedGpus {
  readonly nodes: readonly NodeGpus[] | null;
  readonly conditions: readonly Condition[];
}

/** Counts the GPUs that Kubernetes has to give against those whose metrics Prometheus has. */
export const countGpus = async (scene: Scene): Promise<CountedGpus> => {
  const [nodes, exported] = await allDone([readNodes(scene.api), exportedDevices(scene)]);
  if (!nodes.ok) return unseen(`The nodes cannot be read: ${nodes.why}.`, nodesHint);
  const devices = nodes.value.flatMap((node) => devicesOf(node) ?? []).toSorted((a, b) => compare(a.node, b.node));
  if (devices.length === 0)
    return unseen(
      `None of the ${nodes.value.length} nodes has GPUs to give (nvidia.com/gpu): nothing is to count.`,
      null,
    );
  if (!exported.ok) return unseen(`Which GPUs Prometheus has series of cannot be asked: ${exported.why}.`, null);
  const counted = devices.map((one) => nodeGpus(one, exported.value));
  return { nodes: counted, conditions: conditionsOf(counted, exported.value) };
};

const nodesHint = "Allow the account list on nodes.";

const unseen = (what: string, hint: string | null): CountedGpus => ({
  nodes: null,
  conditions: [{ condition: "gpus-are-counted", subject: "Nodes", sight: "cannot-be-seen", what, hint }],
});

/** Nodes of a page: one with all its images is some 20 kB. */
const atOnce = 500;

/**
 * All nodes, page by page:
 * https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks
 */
const readNodes = async (api: Reader): Promise<Known<readonly JsonObject[]>> => {
  const nodes: JsonObject[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const query = { limit: `${atOnce}`, ...(next === "" ? {} : { continue: next }) };
    const got = await api.get(withQuery("/api/v1/nodes", query));
    if (!got.ok) return { ok: false, why: got.why };
    nodes.push(...objectsAt(got.body, ["items"]));
    next = textAt(got.body, ["metadata", "continue"]);
  }
  return { ok: true, value: nodes };
};

const nodeGpus = (devices: NodeDevices, exported: ExportedDevices): NodeGpus => {
  const { gpus, slices } = exported.get(devices.node) ?? { gpus: 0, slices: 0 };
  return { ...devices, exported: gpus, migExported: slices };
};

/** One for each node that lacks series, and one for all others together. */
const conditionsOf = (counted: readonly NodeGpus[], exported: ExportedDevices): readonly Condition[] => {
  const nowhere = exported.get(null);
  const lacking = counted.filter(lacks);
  const complete = counted.filter((one) => !lacks(one));
  const told = (subject: string, sight: Sight, what: string, hint: string | null): Condition => ({
    ...{ condition: "gpus-are-counted", subject, sight, what, hint },
  });
  // Series of no known node may be those that seem to be missing.
  const open = nowhere !== undefined && lacking.length > 0;
  const missing = lacking.map((one) =>
    open
      ? told(`Node ${one.node}`, "cannot-be-seen", `${lackText(one)} Series of ${nowhere.gpus} tell no node.`, null)
      : told(`Node ${one.node}`, "not-seen", lackText(one), lackHint(one)),
  );
  if (complete.length === 0) return missing;
  const sum = (of: (one: NodeGpus) => number): number => complete.reduce((total, one) => total + of(one), 0);
  const slices = sum((one) => one.migExported);
  const what = `Prometheus has series of all GPUs: ${sum((one) => one.exported)}${slices > 0 ? `, and ${slices} MIG slices` : ""}.`;
  const subject = complete.length === 1 ? `Node ${complete[0]?.node}` : `${complete.length} nodes`;
  return [...missing, told(subject, "seen", what, null)];
};

const lacks = ({ allocatable, unhealthy, exported, migAllocatable, migUnhealthy, migExported }: NodeGpus): boolean =>
  exported < allocatable + unhealthy || migExported < migAllocatable + migUnhealthy;

const lackText = (one: NodeGpus): string => {
  const parts = [
    lackPart("GPUs", one.exported, one.allocatable, one.unhealthy),
    lackPart("MIG slices", one.migExported, one.migAllocatable, one.migUnhealthy),
  ];
  return `${parts.filter((part) => part !== null).join("; ")}.`;
};

const lackPart = (what: string, exported: number, allocatable: number, unhealthy: number): string | null => {
  if (exported >= allocatable + unhealthy) return null;
  const ill = unhealthy > 0 ? `; its device plugin finds ${unhealthy} of them ill, and gives these to nobody` : "";
  return `Prometheus has series of ${exported} of its ${allocatable + unhealthy} ${what}${ill}`;
};

const lackHint = ({ exported, migExported }: NodeGpus): string =>
  exported + migExported === 0
    ? "Look whether the GPU exporter's pod runs on the node, and whether Prometheus has a target of it."
    : "Look on the node whether nvidia-smi lists all GPUs: one that has fallen off the bus (XID 79) has no metrics any more.";
