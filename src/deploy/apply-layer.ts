import { OperatorError } from "../core/errors.ts";
import { type Deadline, pause } from "../kubectl/deadline.ts";
import { joinDocuments } from "../kubectl/join-documents.ts";
import {
  accessFailure,
  applyError,
  type Conflict,
  conflictsIn,
  type RefusedObject,
  told,
} from "../kubectl/kubectl-failure.ts";
import { type Stamp, stampPrefix } from "../kubectl/stamp.ts";
import { isWebhookSilent } from "../kubectl/webhook-silent.ts";
import type { Cluster } from "../outside/cluster.ts";
import { commandLine } from "../outside/command-line.ts";
import type { Completed } from "../outside/exec.ts";
import type { Outside } from "../outside/outside.ts";
import type { ObjectDraft } from "../plan/draft.ts";
import { fieldManager } from "../plan/objects/compare.ts";
import { isLeftByUs } from "../plan/objects/left-by-us.ts";

interface Applying {
  readonly cluster: Cluster;
  readonly outside: Pick<Outside, "signal" | "log">;
  readonly stamp: Stamp;
  readonly deadline: Deadline;
}

/** What was applied, and why the rest was not. */
export interface Applied {
  readonly applied: readonly ObjectDraft[];
  readonly error: OperatorError | null;
}

/**
 * Applies objects of the tree with new stamps, by one kubectl. Fields of others are taken over only where it is said.
 */
export const applyLayer = async (drafts: readonly ObjectDraft[], applying: Applying): Promise<Applied> => {
  const results: Applied[] = [];
  for (const forced of [false, true])
    results.push(
      await applyAll(
        drafts.filter(({ takesOver }) => takesOver === forced),
        applying,
      ),
    );
  return {
    applied: results.flatMap(({ applied }) => applied),
    error: results.map(({ error }) => error).find((error) => error !== null) ?? null,
  };
};

const applyAll = async (drafts: readonly ObjectDraft[], applying: Applying): Promise<Applied> => {
  if (drafts.length === 0) return { applied: [], error: null };
  const done = await apply(drafts, applying);
  if (done.code === 0) return { applied: drafts, error: null };
  const error = accessFailure(done.stderr, applying.cluster);
  if (error !== null && error.reason !== "unauthorized") return { applied: [], error };
  const refused = await applyOneByOne(drafts, applying);
  const failed = new Set(refused.map(({ draft }) => draft));
  return {
    applied: drafts.filter((draft) => !failed.has(draft)),
    error: failed.size === 0 ? null : applyError(refused, applying.cluster),
  };
};

type RefusedDraft = RefusedObject & { readonly draft: ObjectDraft };

/** kubectl names no object when one of many is refused; what went well before is found unchanged. */
const applyOneByOne = async (drafts: readonly ObjectDraft[], applying: Applying): Promise<readonly RefusedDraft[]> => {
  const refused: RefusedDraft[] = [];
  for (const draft of drafts) {
    const tried = await applyOnceWebhookAnswers(draft, applying);
    const done = isOfOursAlone(tried.stderr) ? await apply([draft], applying, true) : tried;
    if (done.code !== 0) refused.push({ draft, ref: draft.ref, stderr: done.stderr });
  }
  return refused;
};

const marks = `.metadata.annotations.${stampPrefix}`;

/** Whether there are conflicts, and all of them are with what is ours in truth. */
const isOfOursAlone = (stderr: string): boolean => {
  const conflicts = conflictsIn(stderr);
  return conflicts.length > 0 && conflicts.every((conflict) => isLeftByUs(conflict) || isOfMarks(conflict));
};

/**
 * Our marks are ours, whoever wrote them last, e.g. who restored a backup. They are in no dry run, for they alone are
 * no change.
 */
const isOfMarks = ({ fields }: Conflict): boolean =>
  fields.length > 0 && fields.every((field) => field.startsWith(marks));

const webhookPollMs = 2000;

/**
 * The operator's webhook may answer some seconds after its pod is Ready: until then a rule is refused
 * where failurePolicy is Fail.
 */
const applyOnceWebhookAnswers = async (draft: ObjectDraft, applying: Applying): Promise<Completed> => {
  for (;;) {
    const done = await apply([draft], applying);
    if (done.code === 0 || !isWebhookSilent(done.stderr) || applying.deadline.left() === 0) return done;
    applying.outside.log.info(`Waiting for an admission webhook: ${told(done.stderr)}`);
    await pause(Math.min(webhookPollMs, applying.deadline.left()), applying.outside);
  }
};

const apply = async (
  drafts: readonly ObjectDraft[],
  { cluster, stamp }: Applying,
  force = drafts.some(({ takesOver }) => takesOver),
): Promise<Completed> =>
  cluster.kubectl(
    commandLine({
      verb: ["apply", "--server-side", "--filename=-"],
      flags: [
        ["field-manager", fieldManager],
        ...(force ? [["force-conflicts", true] as const] : []),
        ["output", "name"],
      ],
    }),
    { stdin: await stamped(joinDocuments(drafts.map(({ manifest }) => manifest?.text ?? "")), stamp, cluster) },
  );

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
