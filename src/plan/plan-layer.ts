import { applyError, isWebhookSilent, type RefusedObject, unknownKindsIn } from "../kubectl/kubectl-failure.ts";
import { objectsOf } from "../kubectl/kubectl-output.ts";
import type { JsonObject, Manifest } from "../kubernetes/manifest.ts";
import { refOf } from "../kubernetes/resource-ref.ts";
import type { Cluster } from "../outside/cluster.ts";
import { type CommandWords, commandLine } from "../outside/command-line.ts";
import { fieldManager, isUnchanged } from "./compare.ts";

/** What an apply of one object would do. */
export interface Change {
  readonly manifest: Manifest;
  readonly action: "created" | "configured" | "unchanged";
}

export interface LayerPlan {
  /** In the order in which they are applied. */
  readonly changes: readonly Change[];
  /** Objects of kinds that the cluster does not know (yet). */
  readonly unknown: readonly RefusedObject[];
}

type KubectlOnly = Pick<Cluster, "kubectl" | "server">;

/**
 * Compares objects with the cluster: what is not there is created, the rest is judged by a server-side dry run. Changes
 * nothing. Throws OperatorError `owned-elsewhere`, `unauthorized`, `cluster-unreachable` or `apply-failed`.
 */
export const planLayer = async (manifests: readonly Manifest[], cluster: KubectlOnly): Promise<LayerPlan> => {
  const { live, unknown } = await readLive(namespacesFirst(manifests), cluster);
  const compared = live.flatMap(({ manifest, object }) => (object === undefined ? [] : [manifest]));
  const applied = await dryRun(compared, cluster);
  const changes = live.map(({ manifest, object }): Change => {
    if (object === undefined) return { manifest, action: "created" };
    const after = applied.get(manifest);
    return { manifest, action: after !== undefined && isUnchanged(object, after) ? "unchanged" : "configured" };
  });
  return { changes, unknown };
};

/** Several YAML documents as one text. */
export const joinDocuments = (manifests: readonly Manifest[]): string =>
  manifests.map(({ text }) => (text.startsWith("---") ? text : `---\n${text}`)).join("\n");

/** By hand a wrong order is put right by a second apply; here there is only one. */
const namespacesFirst = (manifests: readonly Manifest[]): readonly Manifest[] => [
  ...manifests.filter(({ ref }) => ref.kind === "Namespace"),
  ...manifests.filter(({ ref }) => ref.kind !== "Namespace"),
];

interface Live {
  readonly manifest: Manifest;
  readonly object: JsonObject | undefined;
}

const readLive = async (
  manifests: readonly Manifest[],
  cluster: KubectlOnly,
): Promise<{ readonly live: readonly Live[]; readonly unknown: readonly RefusedObject[] }> => {
  if (manifests.length === 0) return { live: [], unknown: [] };
  const verb = ["get", "--filename=-", "--output=json", "--ignore-not-found", "--show-managed-fields"];
  const done = await cluster.kubectl(commandLine({ verb }), { stdin: joinDocuments(manifests) });
  if (done.code === 0) return { live: pair(manifests, objectsOf(done.stdout)), unknown: [] };
  // One kind that the cluster does not know makes kubectl give up on all objects, before it asks for any.
  const kinds = unknownKindsIn(done.stderr);
  const isUnknown = ({ ref }: Manifest): boolean =>
    kinds.some(({ kind, apiVersion }) => kind === ref.kind && apiVersion === ref.apiVersion);
  const known = manifests.filter((manifest) => !isUnknown(manifest));
  if (known.length === manifests.length)
    throw applyError(
      manifests.slice(0, 1).map(({ ref }) => ({ ref, stderr: done.stderr })),
      cluster,
    );
  const unknown = manifests.filter(isUnknown).map(({ ref }) => ({
    ref,
    stderr: `no matches for kind "${ref.kind}" in version "${ref.apiVersion}"`,
  }));
  return { live: (await readLive(known, cluster)).live, unknown };
};

/** An object without a namespace lands in the context's; there it is found by its kind and name. */
const pair = (manifests: readonly Manifest[], objects: readonly JsonObject[]): readonly Live[] => {
  const found = objects.map((object) => ({ object, ref: refOf(object) }));
  return manifests.map((manifest) => {
    const { apiVersion, kind, name, namespace } = manifest.ref;
    const match = found.find(
      ({ ref }) =>
        ref.kind === kind &&
        ref.name === name &&
        ref.apiVersion === apiVersion &&
        (namespace === null || ref.namespace === null || ref.namespace === namespace),
    );
    return { manifest, object: match?.object };
  });
};

/** Without `--force-conflicts`: what another manager holds is never taken from it. */
export const serverSideApply = {
  verb: ["apply", "--server-side", "--filename=-"],
  flags: [["field-manager", fieldManager]],
} as const satisfies CommandWords;
const dryRunArgs = commandLine({
  verb: [...serverSideApply.verb, "--dry-run=server", "--show-managed-fields", "--output=json"],
  flags: serverSideApply.flags,
});

/** What each object would become; without those whose webhook is silent now, which nobody can judge. */
const dryRun = async (
  manifests: readonly Manifest[],
  cluster: KubectlOnly,
): Promise<ReadonlyMap<Manifest, JsonObject>> => {
  if (manifests.length === 0) return new Map();
  const done = await cluster.kubectl(dryRunArgs, { stdin: joinDocuments(manifests) });
  if (done.code === 0) return asMap(pair(manifests, objectsOf(done.stdout)));
  if (manifests.length === 1) {
    if (isWebhookSilent(done.stderr)) return new Map();
    throw applyError(
      manifests.map(({ ref }) => ({ ref, stderr: done.stderr })),
      cluster,
    );
  }
  // kubectl prints nothing of what went well and does not say which object failed: ask one by one.
  return oneByOne(manifests, cluster);
};

const oneByOne = async (
  manifests: readonly Manifest[],
  cluster: KubectlOnly,
): Promise<ReadonlyMap<Manifest, JsonObject>> => {
  const results: Live[] = [];
  const refused: RefusedObject[] = [];
  for (const manifest of manifests) {
    const done = await cluster.kubectl(dryRunArgs, { stdin: manifest.text });
    if (done.code === 0) results.push({ manifest, object: objectsOf(done.stdout)[0] });
    else if (!isWebhookSilent(done.stderr)) refused.push({ ref: manifest.ref, stderr: done.stderr });
  }
  if (refused.length > 0) throw applyError(refused, cluster);
  return asMap(results);
};

const asMap = (pairs: readonly Live[]): ReadonlyMap<Manifest, JsonObject> =>
  new Map(pairs.flatMap(({ manifest, object }) => (object === undefined ? [] : [[manifest, object] as const])));
