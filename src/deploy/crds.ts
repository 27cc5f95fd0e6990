import { OperatorError } from "../core/errors.ts";
import type { Deadline } from "../kubectl/deadline.ts";
import { joinDocuments } from "../kubectl/join-documents.ts";
import { accessFailure, told } from "../kubectl/kubectl-failure.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import { fieldManager } from "../plan/objects/compare.ts";

/** An API server serves a new kind within a second or two. */
const longestWaitMs = 60_000;

/**
 * Applies CustomResourceDefinitions and waits until they serve. Throws OperatorError `apply-failed`, `unauthorized` or
 * `cluster-unreachable`.
 */
export const applyCrds = async (crds: readonly ObjectDraft[], cluster: Cluster, deadline: Deadline): Promise<void> => {
  if (crds.length === 0) return;
  // Forced: a CRD's former managers are helm's first install and older runs, and a schema must
  // be the operator's, whole.
  const applied = await cluster.kubectl(
    commandLine({
      verb: ["apply", "--server-side", "--force-conflicts", "--filename=-", "--output=name"],
      flags: [["field-manager", fieldManager]],
    }),
    { stdin: joinDocuments(crds.map(({ manifest }) => manifest?.text ?? "")), timeoutMs: 300_000 },
  );
  if (applied.code !== 0) throw failure("apply", applied.stderr, cluster);
  const names = crds.map(({ ref }) => `crd/${ref.name}`);
  const waited = await cluster.kubectl(
    commandLine({
      verb: ["wait", "--for=condition=Established"],
      flags: [["timeout", `${Math.max(1, Math.ceil(Math.min(longestWaitMs, deadline.left()) / 1000))}s`]],
      positionals: names,
    }),
  );
  if (waited.code !== 0) throw failure("wait for", waited.stderr, cluster);
};

const failure = (what: string, stderr: string, cluster: Cluster): OperatorError =>
  accessFailure(stderr, cluster) ??
  new OperatorError(
    "apply-failed",
    `kubectl cannot ${what} the chart's CustomResourceDefinitions: ${told(stderr)}`,
    "Correct what the message names and deploy again.",
  );
