import { OperatorError } from "../core/errors.ts";
import { accessFailure, applyError, isWebhookSilent, type RefusedObject, told } from "../kubectl/kubectl-failure.ts";
import type { Manifest } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";
import type { Outside } from "../outside/outside.ts";
import { type Change, joinDocuments, serverSideApply } from "../plan/plan-layer.ts";
import type { Stamp } from "../plan/stamp.ts";
import { type Deadline, pause } from "./deadline.ts";

interface Applying {
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "signal" | "log">;
  readonly stamp: Stamp;
  readonly deadline: Deadline;
}

/** What was applied, and why the rest was not. */
export interface Applied {
  readonly done: readonly Change[];
  readonly error: OperatorError | null;
}

/** Applies what differs, with new stamps, by one kubectl; what does not differ is left alone, its stamps too. */
export const applyLayer = async (changes: readonly Change[], applying: Applying): Promise<Applied> => {
  const differing = changes.filter(({ action }) => action !== "unchanged");
  if (differing.length === 0) return { done: changes, error: null };
  const done = await apply(
    differing.map(({ manifest }) => manifest),
    applying,
  );
  if (done.code === 0) return { done: changes, error: null };
  const error = accessFailure(done.stderr, applying.cluster);
  if (error !== null && error.reason !== "unauthorized") return { done: [], error };
  const refused = await applyOneByOne(differing, applying);
  const failed = new Set(refused.map(({ change }) => change));
  return {
    done: changes.filter((change) => !failed.has(change)),
    error: failed.size === 0 ? null : applyError(refused, applying.cluster),
  };
};

type RefusedChange = RefusedObject & { readonly change: Change };

/** kubectl names no object when one of many is refused; what went well before is found unchanged. */
const applyOneByOne = async (changes: readonly Change[], applying: Applying): Promise<readonly RefusedChange[]> => {
  const refused: RefusedChange[] = [];
  for (const change of changes) {
    const done = await applyOnceWebhookAnswers(change.manifest, applying);
    if (done.code !== 0) refused.push({ change, ref: change.manifest.ref, stderr: done.stderr });
  }
  return refused;
};

const webhookPollMs = 2000;

/**
 * The operator's webhook may answer some seconds after its pod is Ready: until then a rule is refused
 * where failurePolicy is Fail.
 */
const applyOnceWebhookAnswers = async (manifest: Manifest, applying: Applying): Promise<Completed> => {
  for (;;) {
    const done = await apply([manifest], applying);
    if (done.code === 0 || !isWebhookSilent(done.stderr) || applying.deadline.left() === 0) return done;
    applying.outside.log.info(`Waiting for an admission webhook: ${told(done.stderr)}`);
    await pause(Math.min(webhookPollMs, applying.deadline.left()), applying.outside);
  }
};

const apply = async (manifests: readonly Manifest[], { cluster, stamp }: Applying): Promise<Completed> =>
  cluster.kubectl(commandLine({ ...serverSideApply, flags: [...serverSideApply.flags, ["output", "name"]] }), {
    stdin: await stamped(joinDocuments(manifests), stamp, cluster),
  });

/**
 * kubectl itself adds the annotations: it reads YAML as the cluster's tools do (`y` is true, 0644 is 420), so that what
 * is applied is what `kubectl apply -k` would have applied.
 */
const stamped = async (text: string, stamp: Stamp, cluster: Cluster): Promise<string> => {
  const annotations = Object.entries(stamp).map(([name, value]) => `${name}=${value}`);
  if (annotations.length === 0) return text;
  const verb = ["annotate", "--local", "--overwrite", "--filename=-", "--output=json"];
  const done = await cluster.kubectl(commandLine({ verb, positionals: annotations }), { stdin: text });
  if (done.code === 0) return done.stdout;
  throw new OperatorError(
    "apply-failed",
    `kubectl cannot read the rendered objects: ${told(done.stderr)}`,
    "Correct the objects in the tree; `kubectl kustomize` shows what is rendered.",
  );
};
