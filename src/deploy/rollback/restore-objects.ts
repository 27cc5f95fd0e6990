import { fewAtOnce } from "../../core/all-done.ts";
import { nameOf } from "../../core/finding.ts";
import { pause } from "../../kubectl/deadline.ts";
import { told } from "../../kubectl/kubectl-failure.ts";
import { isWebhookSilent } from "../../kubectl/webhook-silent.ts";
import { isBeingDeleted } from "../../kubernetes/being-deleted.ts";
import { objectAt } from "../../kubernetes/json-fields.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import { refKey } from "../../kubernetes/resource-ref.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Completed } from "../../outside/exec.ts";
import type { Outside } from "../../outside/outside.ts";
import { fieldManager } from "../../plan/objects/compare.ts";
import type { LiveObjects } from "../../plan/objects/live-objects.ts";
import { mergePatchBetween } from "../../plan/release/merge-patch.ts";
import { sendMergePatch } from "../../plan/release/patch-command.ts";
import { type ReleaseName, releaseNameOf } from "../../stack/release-name.ts";
import { deleteAsRead } from "../delete-object.ts";
import type { Deploying } from "../deploy-request.ts";
import { contentOf, contentOfBoth, differingFields } from "./compare-former.ts";
import { holdersOf, isOfStatus } from "./field-holders.ts";
import type { FormerObject } from "./former-state.ts";
import { isMadeByDeploy } from "./made-by-deploy.ts";
import { readThere, type There } from "./read-there.ts";
import type { RollbackReport } from "./rollback-report.ts";

/** An object and what it is to be; null: not there. */
export interface ToRestore extends Pick<FormerObject, "ref" | "layer"> {
  readonly object: JsonObject | null;
}

type Restored = RollbackReport["objects"][number];

/** What was put back, and in kubectl's words what the cluster refused, by `refKey`. */
export interface Restoration {
  readonly restored: readonly Restored[];
  readonly refused: ReadonlyMap<string, string>;
}

type Restoring = Pick<Deploying, "stack" | "cluster" | "deadline"> & {
  readonly outside: Pick<Outside, "log" | "signal" | "scratch">;
};

/** Each object takes one for its fields, one for who holds them, and some where a controller is in the way. */
const mostRounds = 8;
const pollMs = 1000;

/**
 * Makes each object what it is to be, and deletes those that are to be none; what is so already is not touched. A write
 * goes only over what was read, so that nobody's later one is lost. Throws OperatorError as `readLive` does, and
 * `cancelled`; a refusal is a value.
 */
export const restoreObjects = async (objects: readonly ToRestore[], restoring: Restoring): Promise<Restoration> => {
  const { stack, cluster, outside, deadline } = restoring;
  const release = releaseNameOf(stack.release);
  const restored = new Map<string, Restored>();
  let todo: readonly ToRestore[] = objects;
  for (let round = 1; ; round += 1) {
    const { live, unread, api } = await readThere(
      todo.map(({ ref }) => ref),
      cluster,
    );
    const hidden = todo.filter(({ ref }) => unread.has(refKey(ref)));
    todo = todo.filter((one) => !hidden.includes(one) && !isAsWanted(one, live, release));
    const refused = new Map<string, Refusal>();
    const restore = async (one: ToRestore): Promise<void> => {
      const refusal = await restoreOne(one, live(one.ref), { ...restoring, api }, restored);
      if (refusal !== null) refused.set(refKey(one.ref), refusal);
    };
    // What comes back does so in the order in which it is applied; then goes what has to go.
    await fewAtOnce(
      todo.filter(({ object }) => object !== null),
      restore,
    );
    await fewAtOnce(
      todo.filter(({ object }) => object === null),
      restore,
    );
    const mayYet = todo.some((one) => refused.get(refKey(one.ref))?.passes !== false);
    if (todo.length === 0 || !mayYet || round === mostRounds || deadline.left() === 0)
      return {
        restored: [...restored.values()],
        refused: new Map([...refused].map(([key, { why }]) => [key, why])),
      };
    if (refused.size > 0) await pause(Math.min(pollMs, deadline.left()), outside);
  }
};

/** What somebody else has made since is not ours to delete. */
const isAsWanted = ({ ref, layer, object }: ToRestore, live: LiveObjects, release: ReleaseName): boolean => {
  const there = live(ref);
  if (there === undefined) return object === null;
  if (object === null) return !isMadeByDeploy(layer, there, release);
  return !isBeingDeleted(there) && differingFields(object, there).length === 0;
};

/** `passes`: it may be another thing in a moment. */
interface Refusal {
  readonly why: string;
  readonly passes: boolean;
}

/** One write, the next that is missing. */
const restoreOne = async (
  one: ToRestore,
  there: JsonObject | undefined,
  restoring: Restoring & Pick<There, "api">,
  restored: Map<string, Restored>,
): Promise<Refusal | null> => {
  const { ref, layer, object } = one;
  if (there !== undefined && isBeingDeleted(there)) {
    if (object === null) restored.set(refKey(ref), { ref, layer, action: "deleted" });
    return { why: "it is being deleted, and something holds it (metadata.finalizers)", passes: true };
  }
  const written = await write(one, there, restoring);
  if (written === null) return null;
  const [action, done] = written;
  if (done.code !== 0)
    return { why: told(done.stderr), passes: passing.test(done.stderr) || isWebhookSilent(done.stderr) };
  const before = restored.get(refKey(ref));
  if (before === undefined) restoring.outside.log.info(`  ${action} ${nameOf(ref)}`);
  restored.set(refKey(ref), before ?? { ref, layer, action });
  return null;
};

/** What was done and how it ended; null where nothing is there to be deleted. */
const write = async (
  one: ToRestore,
  there: JsonObject | undefined,
  restoring: Restoring & Pick<There, "api">,
): Promise<readonly [Restored["action"], Completed] | null> => {
  const { ref, object } = one;
  if (object !== null)
    return there === undefined
      ? ["recreated", await create(object, restoring)]
      : ["restored", await change(one, object, there, restoring)];
  const kind = restoring.api(ref);
  if (there === undefined || kind === undefined) return null;
  return ["deleted", await deleteAsRead(ref, there, kind, restoring.cluster)];
};

/** Somebody wrote it since it was read, or one of that name is still going. */
const passing = /\((?:Conflict|AlreadyExists)\)|object is being deleted|because it is being terminated/;

const create = (object: JsonObject, { cluster }: Restoring): Promise<Completed> =>
  cluster.kubectl(
    // To validate what it sends kubectl would list all CustomResourceDefinitions, and fail where it may not.
    commandLine({
      verb: ["create", "--filename=-", "--validate=false", "--output=name"],
      flags: [["field-manager", fieldManager]],
    }),
    { stdin: JSON.stringify(contentOf(object)) },
  );

/**
 * The fields first, which makes us hold them; once they are right, who holds them: a write that changes no field may
 * say that (`FieldManager.Update` in k8s.io/apimachinery's managedfields).
 */
const change = (
  { ref }: ToRestore,
  object: JsonObject,
  there: JsonObject,
  { cluster, outside: { scratch } }: Restoring,
): Promise<Completed> => {
  const [now, wanted] = contentOfBoth(there, object);
  const fields = mergePatchBetween(now, wanted);
  const { resourceVersion } = objectAt(there, ["metadata"]);
  const managedFields = [
    ...holdersOf(object).filter((entry) => !isOfStatus(entry)),
    ...holdersOf(there).filter(isOfStatus),
  ];
  const metadata =
    Object.keys(fields).length > 0
      ? { ...objectAt(fields, ["metadata"]), resourceVersion }
      : { managedFields, resourceVersion };
  return sendMergePatch(ref, { ...fields, metadata }, [["output", "name"]], {
    cluster,
    scratch,
    manager: fieldManager,
  });
};
