import { allDone } from "../../core/all-done.ts";
import type { ResourceRef } from "../../core/finding.ts";
import { joinDocuments } from "../../kubectl/join-documents.ts";
import type { RefusedObject } from "../../kubectl/kubectl-failure.ts";
import { objectsOf } from "../../kubectl/kubectl-output.ts";
import { isWebhookSilent } from "../../kubectl/webhook-silent.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import { sendMergePatch } from "../release/patch-command.ts";

/** One object to be tried. */
export interface Trial {
  readonly ref: ResourceRef;
  /** YAML or JSON, one document. */
  readonly text: string;
}

/** As whom, and whether fields that others hold are taken over. */
export interface TrialTerms {
  readonly manager: string;
  readonly forceConflicts: boolean;
}

/** How one trial ended; `silent`: an admission webhook that must answer does not, so that nobody can judge now. */
export type TrialResult =
  | { readonly outcome: "accepted"; readonly after: JsonObject }
  | { readonly outcome: "silent" }
  | { readonly outcome: "refused"; readonly refused: RefusedObject };

/**
 * Server-side applies as dry runs: what each object would become, in the order of the trials. The namespaces and kinds
 * must be there. Changes nothing.
 */
export const dryRun = async (
  trials: readonly Trial[],
  terms: TrialTerms,
  cluster: Pick<Cluster, "kubectl">,
): Promise<readonly TrialResult[]> => {
  if (trials.length === 0) return [];
  const done = await cluster.kubectl(dryRunWords(terms), { stdin: joinDocuments(trials.map(({ text }) => text)) });
  const objects = done.code === 0 ? objectsOf(done.stdout) : [];
  if (objects.length === trials.length) return objects.map((after) => ({ outcome: "accepted", after }));
  const [only] = trials;
  if (trials.length === 1 && only !== undefined) return [failed(only.ref, done.stderr)];
  // kubectl prints nothing of what went well, and does not say which object failed: halves find it.
  const middle = Math.ceil(trials.length / 2);
  const first = await dryRun(trials.slice(0, middle), terms, cluster);
  return [...first, ...(await dryRun(trials.slice(middle), terms, cluster))];
};

const dryFlags = [
  ["dry-run", "server"],
  ["output", "json"],
  ["show-managed-fields", true],
] as const;

/** Patches that run beside each other. */
const atOnce = 4;

/**
 * JSON merge patches as dry runs, for what an apply cannot ask: to take away what another manager set. One kubectl
 * each. Changes nothing.
 */
export const dryPatch = async (
  patches: readonly { readonly ref: ResourceRef; readonly patch: JsonObject }[],
  by: Parameters<typeof sendMergePatch>[3],
): Promise<readonly TrialResult[]> => {
  const results: TrialResult[] = [];
  for (let from = 0; from < patches.length; from += atOnce)
    results.push(
      ...(await allDone(
        patches.slice(from, from + atOnce).map(async ({ ref, patch }): Promise<TrialResult> => {
          const done = await sendMergePatch(ref, patch, dryFlags, by);
          const [after] = done.code === 0 ? objectsOf(done.stdout) : [];
          return after === undefined ? failed(ref, done.stderr) : { outcome: "accepted", after };
        }),
      )),
    );
  return results;
};

const failed = (ref: ResourceRef, stderr: string): TrialResult =>
  isWebhookSilent(stderr) ? { outcome: "silent" } : { outcome: "refused", refused: { ref, stderr } };

const dryRunWords = ({ manager, forceConflicts }: TrialTerms) =>
  commandLine({
    verb: ["apply", "--server-side", "--dry-run=server", "--filename=-", "--show-managed-fields", "--output=json"],
    flags: [["field-manager", manager], ...(forceConflicts ? [["force-conflicts", true] as const] : [])],
  });
